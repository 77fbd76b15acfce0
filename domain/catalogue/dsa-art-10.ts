import type { DescribedBasis } from '../described-basis.ts';
import { applicability, clock, element, terms } from './basis-parts.ts';
import { known, read } from './sources.ts';

const ARTICLE_10 = read('Reg. (EU) 2022/2065 Art 10');
const ARTICLE_10_5 = known('Reg. (EU) 2022/2065 Art 10(5)');

/** An order to provide information about a recipient of the service. */
export const DSA_ART10: DescribedBasis = {
  id: 'DSA_ART10',
  version: 1,
  name: {
    en: 'Order to provide information (Digital Services Act, Art 10)',
    de: 'Auskunftsanordnung (Gesetz über digitale Dienste, Art. 10)',
  },
  procedure: 'information-demand',
  broughtBy: {
    en: 'A judicial or administrative authority of a Member State.',
    de: 'Eine Justiz- oder Verwaltungsbehörde eines Mitgliedstaats.',
  },
  applicability: applicability(['hosting-service', 'offered-in-union'], '2024-02-17', ARTICLE_10),
  elements: [
    element('authority', 'substantial', ARTICLE_10),
    element('provision', 'substantial', ARTICLE_10),
    element('statement-of-reasons', 'substantial', ARTICLE_10),
    element('redress', 'substantial', ARTICLE_10),
  ],
  clocks: [
    clock('DSA_ART10.comply', { unit: 'as-ordered' }, read('Reg. (EU) 2022/2065 Art 10 and the order'), {
      kind: 'ordered',
      inForceFrom: '2024-02-17',
    }),
  ],
  decidedBy: {
    en: 'Counsel, after legal review: disclosed or refused.',
    de: 'Die Rechtsabteilung nach rechtlicher Prüfung: erteilt oder abgelehnt.',
  },
  hearing: null,
  owed: [
    {
      to: { en: 'the authority', de: 'der Behörde' },
      what: {
        en: 'confirmation of receipt, and of the effect given, without undue delay',
        de: 'Bestätigung des Eingangs und der Ausführung, unverzüglich',
      },
      source: ARTICLE_10,
    },
    {
      to: { en: 'the person concerned', de: 'der betroffenen Person' },
      what: {
        en: 'information about the order, its reasons and redress, when effect is given or when the authority says',
        de: 'Unterrichtung über die Anordnung, ihre Begründung und Rechtsbehelfe, bei Ausführung oder wann die Behörde es bestimmt',
      },
      source: ARTICLE_10_5,
    },
  ],
  withheld: [
    {
      from: { en: 'the person concerned', de: 'der betroffenen Person' },
      what: {
        en: 'the order, until the time the authority states',
        de: 'die Anordnung, bis zu dem von der Behörde genannten Zeitpunkt',
      },
      source: ARTICLE_10_5,
    },
  ],
  preservation: {
    what: {
      en: 'The data asked for, from receipt; only what was already collected and is under our control.',
      de: 'Die verlangten Daten ab Eingang; nur bereits erhobene Daten, über die wir verfügen.',
    },
    source: ARTICLE_10,
  },
  terms: terms(['order to provide information', 'Auskunftsanordnung']),
  sources: [ARTICLE_10, ARTICLE_10_5],
};
