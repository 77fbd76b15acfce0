import type { LegalBasis } from '../legal-basis.ts';
import {
  ALWAYS,
  applicability,
  clock,
  element,
  LIMITATION,
  OWN_POLICY,
  RETENTION_YEARS,
  terms,
} from './basis-parts.ts';
import { INFORMED_OF_ORDER, owedOnUnionOrder } from './owed.ts';
import { known, read } from './sources.ts';

const ARTICLE_9_1 = read('Reg. (EU) 2022/2065 Art 9(1): without undue delay');
const ARTICLE_9_2 = read('Reg. (EU) 2022/2065 Art 9(2)');
const STAY = known('National procedural law: a court suspends the order');
const SINCE = { inForceFrom: '2024-02-17' } as const;
/** Days in which an order that cannot be located is waited for; it is answered at once. */
const WAIT_DAYS = 3;

/** An order to act against illegal content under the Digital Services Act, Art 9; national law is the power to issue it. */
export const DSA_ART9: LegalBasis = {
  id: 'DSA_ART9',
  version: 1,
  name: {
    en: 'Order to act against illegal content (Digital Services Act, Art 9)',
    de: 'Anordnung zum Vorgehen gegen rechtswidrige Inhalte (Gesetz über digitale Dienste, Art. 9)',
  },
  submitters: ['authority'],
  fromCountries: ['EU'],
  nature: 'order',
  issuer: 'union',
  applicability: applicability(['hosting-service', 'offered-in-union'], '2024-02-17', ARTICLE_9_1),
  elements: [
    element('location', 'locates', ARTICLE_9_2),
    element('authority', 'substantial', ARTICLE_9_2),
    element('provision', 'substantial', ARTICLE_9_2),
    element('statement-of-reasons', 'substantial', ARTICLE_9_2),
    element('redress', 'substantial', ARTICLE_9_2),
    element('territory', 'substantial', ARTICLE_9_2),
    element('issued-at', 'formal', OWN_POLICY),
    element('signed', 'formal', OWN_POLICY),
    element('order-reference', 'formal', OWN_POLICY),
  ],
  judgedInReview: [
    {
      what: {
        en: 'that it is written in a declared language, or comes with a translation of at least its reasons and its territory',
        de: 'dass sie in einer angegebenen Sprache abgefasst ist oder wenigstens Begründung und Geltungsbereich übersetzt sind',
      },
      source: read('Reg. (EU) 2022/2065 Art 9(2)(c)'),
    },
    {
      what: {
        en: 'where it applies, the authority that receives the report on its effect',
        de: 'gegebenenfalls die Behörde, die über die Ausführung zu unterrichten ist',
      },
      source: ARTICLE_9_2,
    },
  ],
  clocks: [
    clock('DSA_ART9.comply', { unit: 'as-ordered' }, read('Reg. (EU) 2022/2065 Art 9 and the order'), {
      metWhen: 'effect',
      ...SINCE,
      kind: 'ordered',
      pausedBy: [{ because: 'stay', source: STAY }],
    }),
    clock('DSA_ART9.report-effect', { unit: 'hours', amount: 2 }, ARTICLE_9_1, {
      metWhen: 'effect-report',
      ...SINCE,
      kind: 'target',
      startsAt: 'effect',
    }),
    clock('DSA_ART9.non-disclosure-until', { unit: 'as-ordered' }, INFORMED_OF_ORDER, {
      ...SINCE,
      kind: 'ordered',
      direction: 'hold-until',
      startsAt: 'authority-decision',
      shownTo: ['authority'],
    }),
  ],
  leadingClock: 'DSA_ART9.comply',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: ALWAYS,
  decidedBy: ['counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: owedOnUnionOrder({ request: ARTICLE_9_2, effect: ARTICLE_9_1, restored: INFORMED_OF_ORDER }),
  trigger: null,
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: {
    default: ['EU'],
    widest: ['WORLD'],
    asProvision: true,
    source: read('Reg. (EU) 2022/2065 Art 9(2)(b): as in the order, limited to what is strictly necessary'),
  },
  retentionYears: RETENTION_YEARS,
  queue: 'orders',
  terms: terms(
    ['order to act against illegal content', 'Anordnung zum Vorgehen gegen rechtswidrige Inhalte'],
    ['effect given to the order', 'Ausführung der Anordnung'],
    ['territorial scope', 'räumlicher Geltungsbereich'],
    ['redress', 'Rechtsbehelf'],
    ['Digital Services Coordinator', 'Koordinator für digitale Dienste'],
    ['contact point', 'Kontaktstelle'],
  ),
  sources: [ARTICLE_9_1, ARTICLE_9_2, INFORMED_OF_ORDER, known('Reg. (EU) 2022/2065 Art 9(6)'), LIMITATION],
};
