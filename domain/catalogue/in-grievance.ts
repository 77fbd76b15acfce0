import type { LegalBasis } from '../legal-basis.ts';
import { applicability, clock, element, LIMITATION, RETENTION_YEARS, terms, WHEN_WIDE } from './basis-parts.ts';
import { COMPLAINT_WINDOW, INDIA, INDIAN_PRESERVATION } from './clocks.ts';
import { owedOnNotice } from './owed.ts';
import { known, read, uncertain } from './sources.ts';

const RULE = read('IT Rules 2021 r. 3(2)(a)');
const RESOLUTION = uncertain('IT Rules 2021 r. 3(2)(a) as amended 2026');
const APPEAL = known('IT Rules 2021 r. 3A');
const WAIT_DAYS = 3;

/** A grievance to the grievance officer under rule 3(2)(a) of India's IT Rules. */
export const IN_GRIEVANCE: LegalBasis = {
  id: 'IN_GRIEVANCE',
  version: 1,
  name: {
    en: 'Grievance (India, IT Rules 2021, rule 3(2)(a))',
    de: 'Beschwerde (Indien, IT Rules 2021, rule 3(2)(a))',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['intermediary'], '2026-02-20', RESOLUTION),
  elements: [
    element('location', 'locates', RULE),
    element('explanation', 'substantial', RULE),
    element('email', 'substantial', RULE),
  ],
  clocks: [
    clock('IN_GRIEVANCE.acknowledge', { unit: 'hours', amount: 24 }, RULE, {
      ...INDIA,
      inForceFrom: '2021-02-25',
      metBy: 'receipt',
    }),
    clock('IN_GRIEVANCE.resolve', { unit: 'days', amount: 7, rolls: false }, RESOLUTION, {
      metWhen: 'decision-to-sender',
      ...INDIA,
      inForceFrom: '2026-02-20',
    }),
    INDIAN_PRESERVATION,
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'IN_GRIEVANCE.resolve',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnNotice({
    receipt: RULE,
    request: RULE,
    database: uncertain('Reg. (EU) 2022/2065 Art 24(5), for a grievance under the law of a third country'),
    decision: RESOLUTION,
  }),
  trigger: 'other-notification',
  senderDisclosed: false,
  otherRedress: [{ way: 'appellate-committee', of: 'sender', source: APPEAL }],
  copies: null,
  territory: { default: ['IN'], widest: ['IN'], source: uncertain('IT Rules 2021: India') },
  retentionYears: RETENTION_YEARS,
  queue: 'grievances',
  terms: terms(
    ['grievance', 'Beschwerde'],
    ['acknowledgement within 24 hours', 'Eingangsbestätigung binnen 24 Stunden'],
    ['Grievance Appellate Committee', 'Beschwerdeausschuss (Grievance Appellate Committee)'],
  ),
  sources: [RULE, RESOLUTION, APPEAL, INDIAN_PRESERVATION.source, LIMITATION],
};
