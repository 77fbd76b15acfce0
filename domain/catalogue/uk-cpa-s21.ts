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
import { COMPLAINT_WINDOW, UNITED_KINGDOM } from './clocks.ts';
import { owedOnForeignOrder } from './owed.ts';
import { read, uncertain } from './sources.ts';
import { WEAPONS } from './topics.ts';

const SECTION_21 = read('Crime and Policing Act 2026 s.21');
const SECTION_22 = read('Crime and Policing Act 2026 s.22: review');
const WAIT_HOURS = 12;

/** A content removal notice for unlawful weapons content under the Crime and Policing Act 2026. */
export const UK_CPA_S21: LegalBasis = {
  id: 'UK_CPA_S21',
  version: 1,
  name: {
    en: 'Content removal notice, unlawful weapons content (Crime and Policing Act 2026, s.21)',
    de: 'Entfernungsverlangen wegen unerlaubter Waffeninhalte (Crime and Policing Act 2026, s.21)',
  },
  submitters: ['authority'],
  fromCountries: ['GB'],
  nature: 'order',
  issuer: 'third-country',
  applicability: applicability(['user-to-user-service'], null, SECTION_21),
  elements: [
    element('location', 'locates', SECTION_21),
    element('authority', 'substantial', SECTION_21),
    element('statement-of-reasons', 'substantial', SECTION_21),
    element('provision', 'substantial', OWN_POLICY),
    element('redress', 'substantial', SECTION_22),
    element('issued-at', 'formal', OWN_POLICY),
    element('signed', 'formal', OWN_POLICY),
    element('order-reference', 'formal', OWN_POLICY),
  ],
  clocks: [
    clock('UK_CPA_S21.remove', { unit: 'hours', amount: 48 }, SECTION_21, {
      metWhen: 'effect',
      ...UNITED_KINGDOM,
      inForce: 'unverified',
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'UK_CPA_S21.remove',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'hours', amount: WAIT_HOURS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnForeignOrder({ request: SECTION_21, effect: SECTION_21, restored: SECTION_22 }),
  trigger: 'third-country-demand',
  topic: WEAPONS,
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: { default: ['GB'], widest: ['GB'], source: uncertain('Crime and Policing Act 2026: the United Kingdom') },
  retentionYears: RETENTION_YEARS,
  queue: 'foreign-orders',
  terms: terms(
    ['content removal notice', 'Entfernungsverlangen'],
    ['authorised officer', 'befugter Beamter'],
    ['review', 'Überprüfung'],
    ['order of a third country’s authority', 'behördliche Anordnung aus einem Drittstaat'],
  ),
  sources: [SECTION_21, SECTION_22, LIMITATION],
};
