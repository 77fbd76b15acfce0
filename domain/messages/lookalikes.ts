/** Small letters of other scripts, and unusual Latin ones, that look like common Latin letters, each in its place. */
const FOREIGN_LETTERS = 'авеѕіјкмнорстухԁԛԝһԍαβεικνορτυχγıɡɑłøđħ';
const LATIN_LETTERS = 'abesijkmhopctyxdqwhgabeikvoptuxyigalodh';
/** Greek capitals that look like another letter than their small forms do. */
const GREEK_CAPITALS = 'ΖΗΜΝΥ';
const LATIN_CAPITALS = 'zhmny';

const LOOKALIKES: ReadonlyMap<string, string> = new Map<string, string>([
  ...paired(FOREIGN_LETTERS, LATIN_LETTERS),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);
const CAPITALS: ReadonlyMap<string, string> = new Map(paired(GREEK_CAPITALS, LATIN_CAPITALS));

const FOREIGN = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`, 'gu');
/** Only beside a Latin letter: a Greek word is the same word in capitals. */
const CAPITAL_IN_LATIN = new RegExp(`(?<=\\p{sc=Latn})[${GREEK_CAPITALS}]|[${GREEK_CAPITALS}](?=\\p{sc=Latn})`, 'gu');
const ACCENTS = /[\u0300-\u036f]+/g;

function paired(from: string, to: string): readonly (readonly [string, string])[] {
  return [...from].map((letter, at) => [letter, to[at] ?? letter]);
}

/**
 * Text in small plain Latin letters where a reader sees such: letters of other scripts that look like them are
 * replaced, accents dropped. The usual Cyrillic and Greek ones are known; Unicode's list of such letters is far longer.
 */
export function withoutLookalikes(text: string): string {
  const small = text.replace(CAPITAL_IN_LATIN, (letter) => CAPITALS.get(letter) ?? letter).toLowerCase();
  const plain = small.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return plain.replace(FOREIGN, (letter) => LOOKALIKES.get(letter) ?? letter);
}
