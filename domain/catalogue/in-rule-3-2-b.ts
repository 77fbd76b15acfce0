import type { LegalBasis } from '../legal-basis.ts';
import { applicability, clock, element, LIMITATION, NEVER, RETENTION_YEARS, terms } from './basis-parts.ts';
import { COMPLAINT_WINDOW, INDIA, INDIAN_PRESERVATION } from './clocks.ts';
import { owedOnNotice } from './owed.ts';
import { known, read, uncertain } from './sources.ts';

const RULE = read('IT Rules 2021 r. 3(2)(b), G.S.R. 120(E) of 2026');
const GRIEVANCE = read('IT Rules 2021 r. 3(2)(a)');
const APPEAL = known('IT Rules 2021 r. 3A');
const WAIT_HOURS = 1;

/** A complaint about an intimate or impersonating depiction of a person under rule 3(2)(b) of India's IT Rules. */
export const IN_3_2_B: LegalBasis = {
  id: 'IN_3_2_B',
  version: 1,
  name: {
    en: 'Complaint about an intimate or impersonating depiction (India, IT Rules 2021, rule 3(2)(b))',
    de: 'Beschwerde über eine intime oder vortäuschende Darstellung (Indien, IT Rules 2021, rule 3(2)(b))',
  },
  submitters: ['public', 'trusted-flagger'],
  fromCountries: null,
  nature: 'notice',
  issuer: null,
  applicability: applicability(['intermediary'], '2026-02-20', RULE),
  elements: [
    element('location', 'locates', RULE),
    element('affected-person', 'substantial', RULE),
    element('explanation', 'substantial', RULE),
    element('email', 'substantial', GRIEVANCE),
  ],
  clocks: [
    clock('IN_3_2_B.remove', { unit: 'hours', amount: 2 }, RULE, {
      metWhen: 'effect',
      ...INDIA,
      inForceFrom: '2026-02-20',
    }),
    INDIAN_PRESERVATION,
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'IN_3_2_B.remove',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: NEVER,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'hours', amount: WAIT_HOURS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnNotice({
    receipt: GRIEVANCE,
    request: RULE,
    database: uncertain('Reg. (EU) 2022/2065 Art 24(5), for a complaint under the law of a third country'),
    decision: GRIEVANCE,
  }),
  trigger: 'other-notification',
  senderDisclosed: false,
  otherRedress: [{ way: 'appellate-committee', of: 'sender', source: APPEAL }],
  copies: null,
  territory: { default: ['IN'], widest: ['IN'], source: uncertain('IT Rules 2021: India') },
  retentionYears: RETENTION_YEARS,
  queue: 'intimate-images',
  terms: terms(
    ['impersonation, morphed images', 'Vortäuschen einer Person, veränderte Bilder'],
    ['grievance officer', 'Beschwerdebeauftragter'],
  ),
  sources: [RULE, GRIEVANCE, APPEAL, INDIAN_PRESERVATION.source, LIMITATION],
};
