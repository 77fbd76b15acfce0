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
import { known, read, uncertain } from './sources.ts';
import { TERRORISM } from './topics.ts';

const SECTION_3 = known('Terrorism Act 2006 s.3');
const TWO_DAYS = read('Terrorism Act 2006 s.3(2)');
const WAIT_HOURS = 24;

/** A constable's notice of unlawfully terrorism-related content under the Terrorism Act 2006. */
export const UK_TA2006_S3: LegalBasis = {
  id: 'UK_TA2006_S3',
  version: 1,
  name: {
    en: 'Notice of terrorism-related content (Terrorism Act 2006, s.3)',
    de: 'Verlangen wegen terrorismusbezogener Inhalte (Terrorism Act 2006, s.3)',
  },
  submitters: ['authority'],
  fromCountries: ['GB'],
  nature: 'order',
  issuer: 'third-country',
  applicability: applicability(['hosting-service'], '2006-04-13', SECTION_3),
  elements: [
    element('location', 'locates', SECTION_3),
    element('authority', 'substantial', SECTION_3),
    element('statement-of-reasons', 'substantial', OWN_POLICY),
    element('provision', 'substantial', OWN_POLICY),
    element('issued-at', 'formal', OWN_POLICY),
    element('signed', 'formal', OWN_POLICY),
    element('order-reference', 'formal', OWN_POLICY),
  ],
  clocks: [
    clock('UK_TA2006_S3.remove', { unit: 'business-days', amount: 2 }, TWO_DAYS, {
      metWhen: 'effect',
      ...UNITED_KINGDOM,
      inForceFrom: '2006-04-13',
    }),
    COMPLAINT_WINDOW,
  ],
  leadingClock: 'UK_TA2006_S3.remove',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: WHEN_WIDE,
  decidedBy: ['specialist', 'counsel'],
  informationWait: { kind: 'hours', amount: WAIT_HOURS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnForeignOrder({ request: SECTION_3, effect: SECTION_3 }),
  trigger: 'third-country-demand',
  topic: TERRORISM,
  senderDisclosed: false,
  otherRedress: [],
  copies: {
    which: {
      en: 'Repeat publications: the same or practically the same statement, put up again.',
      de: 'Wiederholte Veröffentlichungen: dieselbe oder praktisch dieselbe Aussage, erneut eingestellt.',
    },
    source: SECTION_3,
  },
  territory: { default: ['GB'], widest: ['GB'], source: uncertain('Terrorism Act 2006: the United Kingdom') },
  retentionYears: RETENTION_YEARS,
  queue: 'terrorism',
  terms: terms(
    ['unlawfully terrorism-related', 'rechtswidrig terrorismusbezogen'],
    ['working day', 'Werktag (auch ohne die Feiertage jedes Landesteils)'],
    ['repeat publication', 'wiederholte Veröffentlichung'],
  ),
  sources: [SECTION_3, TWO_DAYS, LIMITATION],
};
