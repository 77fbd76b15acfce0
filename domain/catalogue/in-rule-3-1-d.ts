import type { LegalBasis } from '../legal-basis.ts';
import {
  applicability,
  clock,
  element,
  LIMITATION,
  OWN_POLICY,
  RETENTION_YEARS,
  terms,
  WHEN_WIDE,
} from './basis-parts.ts';
import { COMPLAINT_WINDOW, INDIA, INDIAN_PRESERVATION } from './clocks.ts';
import { owedOnForeignOrder } from './owed.ts';
import { read, uncertain } from './sources.ts';

const RULE = read('IT Rules 2021 r. 3(1)(d), G.S.R. 120(E) of 2026');
const WAIT_HOURS = 1;

/** An order of an Indian court, or a reasoned intimation of an authorised officer, under rule 3(1)(d). */
export const IN_3_1_D: LegalBasis = {
  id: 'IN_3_1_D',
  version: 1,
  name: {
    en: 'Court order or government intimation (India, IT Rules 2021, rule 3(1)(d))',
    de: 'Gerichtsbeschluss oder behördliche Aufforderung (Indien, IT Rules 2021, rule 3(1)(d))',
  },
  submitters: ['authority'],
  fromCountries: ['IN'],
  nature: 'order',
  issuer: 'third-country',
  applicability: applicability(['intermediary'], '2026-02-20', RULE),
  elements: [
    element('location', 'locates', RULE),
    element('authority', 'substantial', RULE),
    element('provision', 'substantial', RULE),
    element('statement-of-reasons', 'substantial', RULE),
    element('issued-at', 'formal', OWN_POLICY),
    element('signed', 'formal', OWN_POLICY),
    element('order-reference', 'formal', OWN_POLICY),
  ],
  clocks: [
    clock('IN_3_1_D.remove', { unit: 'hours', amount: 3 }, RULE, {
      metWhen: 'effect',
      ...INDIA,
      inForceFrom: '2026-02-20',
    }),
    INDIAN_PRESERVATION,
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'IN_3_1_D.remove',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'hours', amount: WAIT_HOURS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnForeignOrder({ request: RULE, effect: RULE }),
  trigger: 'third-country-demand',
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: { default: ['IN'], widest: ['IN'], source: uncertain('IT Rules 2021: India') },
  retentionYears: RETENTION_YEARS,
  queue: 'foreign-orders',
  terms: terms(
    ['reasoned intimation', 'begründete behördliche Aufforderung'],
    ['intermediary', 'Vermittler'],
    ['blocking for users in India', 'Sperrung für Nutzer in Indien (Geoblocking)'],
  ),
  sources: [RULE, INDIAN_PRESERVATION.source, LIMITATION],
};
