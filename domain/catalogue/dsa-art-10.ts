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
import { INFORMATION_REACH, informedOfDemand, LOCATES_DATA, owedOnInformationDemand } from './information-demands.ts';
import { known, read } from './sources.ts';

const ARTICLE_10 = read('Reg. (EU) 2022/2065 Art 10');
const ARTICLE_10_1 = read('Reg. (EU) 2022/2065 Art 10(1): receipt and effect, without undue delay');
const ARTICLE_10_5 = known('Reg. (EU) 2022/2065 Art 10(5)');
const SINCE = { inForceFrom: '2024-02-17' } as const;
/** Days in which an order is waited for that names nothing of the recipient's that could be found; it is answered at once. */
const WAIT_DAYS = 3;

/** An order to provide information about a recipient of the service; national law is the power to issue it. */
export const DSA_ART10: LegalBasis = {
  id: 'DSA_ART10',
  version: 1,
  name: {
    en: 'Order to provide information (Digital Services Act, Art 10)',
    de: 'Auskunftsanordnung (Gesetz über digitale Dienste, Art. 10)',
  },
  submitters: ['authority'],
  fromCountries: ['EU'],
  procedure: 'information-demand',
  nature: 'order',
  issuer: 'union',
  applicability: applicability(['hosting-service', 'offered-in-union'], '2024-02-17', ARTICLE_10),
  elements: [
    element('location', 'locates', ARTICLE_10, LOCATES_DATA),
    element('authority', 'substantial', ARTICLE_10),
    element('provision', 'substantial', ARTICLE_10),
    element('redress', 'substantial', ARTICLE_10),
    // It may be left out for reasons of a criminal investigation: whoever reviews judges that.
    element('statement-of-reasons', 'formal', ARTICLE_10),
    element('issued-at', 'formal', OWN_POLICY),
    element('signed', 'formal', OWN_POLICY),
    element('order-reference', 'formal', OWN_POLICY),
  ],
  judgedInReview: [
    {
      what: {
        en: 'that its reasons state objective, necessity and proportionality, or are left out for a criminal investigation',
        de: 'dass die Begründung Ziel, Erforderlichkeit und Verhältnismäßigkeit nennt oder wegen strafrechtlicher Ermittlungen entfällt',
      },
      source: ARTICLE_10,
    },
    {
      what: {
        en: 'that it asks only for information which was already collected and is under our control',
        de: 'dass sie nur Informationen verlangt, die bereits erhoben wurden und über die wir verfügen',
      },
      source: ARTICLE_10,
    },
    {
      what: {
        en: 'that it is written in a declared language, or comes with a translation',
        de: 'dass sie in einer angegebenen Sprache abgefasst oder übersetzt ist',
      },
      source: ARTICLE_10,
    },
  ],
  clocks: [
    clock('DSA_ART10.comply', { unit: 'as-ordered' }, read('Reg. (EU) 2022/2065 Art 10 and the order'), {
      ...SINCE,
      metWhen: 'decision',
      kind: 'ordered',
    }),
    clock('DSA_ART10.non-disclosure-until', { unit: 'as-ordered' }, ARTICLE_10_5, {
      ...SINCE,
      kind: 'ordered',
      direction: 'hold-until',
      startsAt: 'authority-decision',
      shownTo: ['authority'],
    }),
  ],
  leadingClock: 'DSA_ART10.comply',
  actFirst: 'no',
  groundByRule: null,
  fourEyes: ALWAYS,
  decidedBy: ['counsel'],
  informationWait: { kind: 'days', amount: WAIT_DAYS },
  unattended: 'page-only',
  atRiskAfterMinutes: null,
  notifications: [
    ...owedOnInformationDemand({ receipt: ARTICLE_10_1, request: ARTICLE_10, answer: ARTICLE_10_1 }),
    informedOfDemand(ARTICLE_10_5),
  ],
  trigger: null,
  senderDisclosed: false,
  otherRedress: [],
  copies: null,
  territory: INFORMATION_REACH,
  retentionYears: RETENTION_YEARS,
  queue: 'orders',
  terms: terms(['order to provide information', 'Auskunftsanordnung']),
  sources: [ARTICLE_10, ARTICLE_10_1, ARTICLE_10_5, LIMITATION],
};
