import type { LegalBasis } from '../legal-basis.ts';
import { applicability, clock, element, LIMITATION, NEVER, RETENTION_YEARS, terms } from './basis-parts.ts';
import { COMPLAINT_WINDOW, UNITED_KINGDOM } from './clocks.ts';
import { owedOnNotice } from './owed.ts';
import { known, read, uncertain } from './sources.ts';
import { INTIMATE } from './topics.ts';

const SECTION_10_3A = read('Online Safety Act 2023 s.10(3A), inserted 2026');
const SECTION_20A = read('Online Safety Act 2023 s.20A, inserted 2026');
const SECTION_21 = known('Online Safety Act 2023 ss 20 and 21');
const WAIT_HOURS = 24;

/** A report of an intimate image under the Online Safety Act 2023 as amended by the Crime and Policing Act 2026. */
export const UK_OSA_NCII: LegalBasis = {
  id: 'UK_OSA_NCII',
  version: 1,
  name: {
    en: 'Intimate image content report (Online Safety Act 2023, s.10(3A))',
    de: 'Meldung einer intimen Aufnahme (Online Safety Act 2023, s.10(3A))',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['user-to-user-service'], null, SECTION_10_3A),
  elements: [
    element('location', 'locates', SECTION_20A),
    element('affected-person', 'substantial', SECTION_20A),
    element('non-consent', 'substantial', SECTION_20A),
    element('good-faith', 'substantial', SECTION_20A),
    element('accuracy', 'substantial', SECTION_20A),
    element('contact', 'substantial', SECTION_20A),
  ],
  clocks: [
    clock('UK_OSA_NCII.remove', { unit: 'hours', amount: 48 }, SECTION_10_3A, {
      metWhen: 'effect',
      ...UNITED_KINGDOM,
      inForce: 'unverified',
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'UK_OSA_NCII.remove',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: NEVER,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'hours', amount: WAIT_HOURS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnNotice({
    receipt: SECTION_21,
    request: SECTION_20A,
    database: uncertain('Reg. (EU) 2022/2065 Art 24(5), for a report under the law of a third country'),
    decision: SECTION_21,
  }),
  trigger: 'other-notification',
  topic: INTIMATE,
  senderDisclosed: false,
  otherRedress: [],
  copies: {
    which: { en: 'The same and substantially the same content.', de: 'Dieselben und im Wesentlichen gleiche Inhalte.' },
    source: SECTION_10_3A,
  },
  territory: {
    default: ['GB'],
    widest: ['WORLD'],
    source: uncertain('Online Safety Act 2023: users in the United Kingdom'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'intimate-images',
  terms: terms(
    ['intimate image content report', 'Meldung einer intimen Aufnahme'],
    ['substantially the same content', 'im Wesentlichen gleicher Inhalt'],
  ),
  sources: [SECTION_10_3A, SECTION_20A, SECTION_21, LIMITATION],
};
