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

/** Words of a sentence that say where something was copied from. */
const IN_SENTENCES: readonly HeadingWords[] = [
  {
    asked: 'works',
    phrases: [
      '(?:copy|copies|clones?|duplicates?|copied|taken|stolen|ripped|derived|plagiari[sz]ed|leaked|scraped|downloaded)~3 (?:of|from)',
      '(?:i|we) (?:own|wrote|created|made|published|developed)~4',
      '(?:kopie|kopien|abschrift|kopiert|übernommen|gestohlen|entnommen)~3 (?:von|aus|des|der)',
      '(?:ich habe|wir haben)~6 (?:geschrieben|veröffentlicht|geschaffen|aufgenommen)',
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
