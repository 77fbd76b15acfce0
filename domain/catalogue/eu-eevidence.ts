import type { DescribedBasis } from '../described-basis.ts';
import { applicability, clock, element, terms } from './basis-parts.ts';
import { known, read } from './sources.ts';

const ARTICLE_10_2 = read('Reg. (EU) 2023/1543 Art 10(2)');
const ARTICLE_10_4 = read('Reg. (EU) 2023/1543 Art 10(4)');
const CONFIDENTIAL = read('Reg. (EU) 2023/1543: confidentiality');
const START = known('Reg. (EU) 2023/1543: applies from 18 August 2026');
const SINCE = { inForceFrom: '2026-08-18' } as const;

/** A European Production Order for electronic evidence. */
export const EU_EEVIDENCE: DescribedBasis = {
  id: 'EU_EEVIDENCE',
  version: 1,
  name: {
    en: 'European Production Order (e-Evidence, Regulation (EU) 2023/1543)',
    de: 'Europäische Herausgabeanordnung (E-Evidence, Verordnung (EU) 2023/1543)',
  },
  procedure: 'information-demand',
  broughtBy: {
    en: 'A judicial authority of a Member State, by certificate.',
    de: 'Eine Justizbehörde eines Mitgliedstaats, durch Zertifikat.',
  },
  applicability: applicability(['hosting-service', 'offered-in-union'], '2026-08-18', START),
  elements: [
    element('authority', 'substantial', ARTICLE_10_2),
    element('provision', 'substantial', ARTICLE_10_2),
    element('signed', 'substantial', ARTICLE_10_2),
  ],
  clocks: [
    clock('EU_EEVIDENCE.answer', { unit: 'days', amount: 10, rolls: true }, ARTICLE_10_2, SINCE),
    clock('EU_EEVIDENCE.answer-emergency', { unit: 'hours', amount: 8 }, ARTICLE_10_4, SINCE),
    // Where the enforcing authority was notified, the end of the ten days is also the earliest date.
    clock('EU_EEVIDENCE.transmit-not-before', { unit: 'days', amount: 10, rolls: true }, ARTICLE_10_2, {
      ...SINCE,
      direction: 'earliest',
    }),
  ],
  decidedBy: {
    en: 'Counsel, after legal review: disclosed or refused.',
    de: 'Die Rechtsabteilung nach rechtlicher Prüfung: herausgegeben oder abgelehnt.',
  },
  hearing: null,
  owed: [
    {
      to: { en: 'the issuing authority', de: 'der Anordnungsbehörde' },
      what: { en: 'the data, within the period', de: 'die Daten, innerhalb der Frist' },
      source: ARTICLE_10_2,
    },
  ],
  withheld: [
    {
      from: { en: 'the person concerned', de: 'der betroffenen Person' },
      what: {
        en: 'the order and its execution, as long as the authority does not inform the person',
        de: 'die Anordnung und ihre Ausführung, solange die Behörde die Person nicht unterrichtet',
      },
      source: CONFIDENTIAL,
    },
  ],
  preservation: {
    what: { en: 'The data asked for, from receipt.', de: 'Die verlangten Daten ab Eingang.' },
    source: read('Reg. (EU) 2023/1543: preserved on receipt'),
  },
  terms: terms(
    ['European Production Order', 'Europäische Herausgabeanordnung'],
    ['enforcing authority', 'Vollstreckungsbehörde'],
  ),
  sources: [START, ARTICLE_10_2, ARTICLE_10_4, CONFIDENTIAL],
};
