import type { DescribedBasis } from '../described-basis.ts';
import { applicability, clock, terms } from './basis-parts.ts';
import { known, read } from './sources.ts';

const ARTICLE_18_4 = read('Reg. (EU) 2024/1083 Art 18(4)');
const EXCEPTIONS = known('Reg. (EU) 2024/1083 Art 18: shorter in a crisis; not for illegal content');

/** The wait before a very large platform restricts a declared media service provider under its own terms. */
export const EMFA_18: DescribedBasis = {
  id: 'EMFA_18',
  version: 1,
  name: {
    en: 'Restriction of a media service provider (European Media Freedom Act, Art 18)',
    de: 'Beschränkung eines Mediendiensteanbieters (Europäisches Medienfreiheitsgesetz, Art. 18)',
  },
  procedure: 'hearing-first',
  broughtBy: {
    en: 'Nobody: it binds a very large platform before it restricts a declared media service provider under its terms.',
    de: 'Niemand: Es bindet eine sehr große Plattform, bevor sie einen erklärten Mediendiensteanbieter nach ihren Regeln beschränkt.',
  },
  applicability: applicability(['very-large-platform', 'offered-in-union'], '2025-08-08', ARTICLE_18_4),
  elements: [],
  clocks: [
    clock('EMFA_18.wait', { unit: 'hours', amount: 24 }, ARTICLE_18_4, {
      direction: 'earliest',
      startsAt: 'step',
      inForceFrom: '2025-08-08',
      shownTo: ['uploader'],
    }),
  ],
  decidedBy: {
    en: 'A person, after the answer or the 24 hours.',
    de: 'Ein Mensch, nach der Antwort oder den 24 Stunden.',
  },
  hearing: { of: 'uploader', clock: 'EMFA_18.wait', onSilence: 'decide-without', source: ARTICLE_18_4 },
  owed: [
    {
      to: { en: 'the media service provider', de: 'dem Mediendiensteanbieter' },
      what: {
        en: 'a statement of reasons before the restriction, and 24 hours to reply',
        de: 'eine Begründung vor der Beschränkung und 24 Stunden zur Antwort',
      },
      source: ARTICLE_18_4,
    },
  ],
  withheld: [],
  preservation: null,
  terms: terms(['media service provider', 'Mediendiensteanbieter'], ['statement of reasons', 'Begründung']),
  sources: [ARTICLE_18_4, EXCEPTIONS],
};
