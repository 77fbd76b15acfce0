import type { Asked, HeadingWords } from './heading-words.ts';
import { HEADING_WORDS_EN } from './heading-words.ts';
import { HEADING_WORDS_DE } from './heading-words-de.ts';
import { allMatches, firstMatch, phrases } from './phrase.ts';

/** In the order in which they count; of words that end together the earlier do. */
const ORDER = [
  { asked: 'items', weight: 'narrow' },
  { asked: 'neither', weight: 'usual' },
  { asked: 'works', weight: 'usual' },
  { asked: 'items', weight: 'usual' },
  { asked: 'items', weight: 'weak' },
] as const;

/** Words of a sentence, which no heading would use. */
const IN_SENTENCES: readonly HeadingWords[] = [
  {
    asked: 'works',
    phrases: [
      '(?:i|we) (?:own|wrote|created|made|published|developed)~4',
      '(?:ich habe|wir haben)~6 (?:geschrieben|veröffentlicht|geschaffen|aufgenommen)',
    ],
  },
  {
    asked: 'items',
    phrases: ['(?:sperrung|löschung|entfernung|removal|deletion|blocking|takedown) (?:von|of|des|der)~2'],
  },
  {
    asked: 'items',
    weight: 'weak',
    phrases: [
      'on your (?:platform|site|service|website|server)~6',
      '(?:auf|über) ihre[rm] (?:plattform|seite|website|dienst)~5',
    ],
  },
];

const HEADINGS = compile([...HEADING_WORDS_EN, ...HEADING_WORDS_DE]);
const PROSE = compile([...HEADING_WORDS_EN, ...HEADING_WORDS_DE, ...IN_SENTENCES]);

function compile(table: readonly HeadingWords[]) {
  return ORDER.map(({ asked, weight }) => {
    const entries = table.filter((entry) => entry.asked === asked && (entry.weight ?? 'usual') === weight);
    return { asked, weight, expression: phrases(entries.flatMap((entry) => entry.phrases)) };
  });
}

/** What a question or label asks for, as its words tell (in comparable form); null where they do not. */
export function askedFor(words: string): Asked | null {
  return HEADINGS.find(({ expression }) => firstMatch(expression, words) !== null)?.asked ?? null;
}

/** What the words nearest to the end of a piece of prose introduce; null where none of them introduces anything. */
export function askedNearest(words: string): Asked | null {
  let nearest: { readonly asked: Asked; readonly end: number } | null = null;
  for (const { asked, weight, expression } of PROSE) {
    if (weight === 'weak' && nearest !== null) break;
    const end = allMatches(expression, words).at(-1)?.end ?? -1;
    if (end > (nearest?.end ?? -1)) nearest = { asked, end };
  }
  return nearest?.asked ?? null;
}
