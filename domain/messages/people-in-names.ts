import { readingsOfUnseen, wordsOf } from './comparable-text.ts';
import { NAME_PARTICLES } from './name-particles.ts';
import { isBesideName, isTitle } from './name-titles.ts';
import { spelledOut } from './spelled-out.ts';

/** A person as named: all given names and the last name, each in the words by which texts are compared. */
export interface NamedPerson {
  readonly given: readonly string[];
  readonly last: string;
}

/** The first characters of a name field that are looked at. */
const LOOKED_AT = 400;
/** A part of a name field with as few words is a name also where not each begins with a capital. */
const FEW_WORDS = 4;
const PARTICLES: ReadonlySet<string> = new Set(NAME_PARTICLES);
/** A value of more words than this is no name. */
const MOST_WORDS = 8;
/** Words between one name and another, or between a name and something else, as regular expressions. */
const CUTS = [
  ...['(?:for and )?on behalf of', 'represented by', '(?:acting )?for', 'c\\/o', 'p\\.\\s?p\\.', 'aka', 'a\\.k\\.a\\.'],
  ...['im (?:auftrag|namen)(?: von| der| des)?', 'vertreten durch', 'für', 'i\\.\\s?[av]\\.', 'ppa\\.?'],
  ...['née', 'nee', 'geb\\.', 'genannt', 'alias', 'and', 'und', 'et', 'or', 'oder'],
];
/** The same, and dashes between spaces, and whatever stands in no name; a comma is looked at apart. */
const BETWEEN_NAMES = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${CUTS.join('|')})(?=\\s)|(?<=\\s)[-–—](?=\\s)|[^\\p{L}\\p{M}\\s,.'’‐‑-]+`,
  'giu',
);
/** Addresses, which are looked for as they are. */
const ADDRESSES = /\S*(?:@|:\/\/)\S*/g;

/** The words of a part of a name field that may be a name, in runs: a title ends one, and a small word of many. */
function runsOf(part: string): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  const words = part.split(/\s+/).flatMap((word) => (isBesideName(word) ? [word] : word.split(/(?<=\.)(?=\p{L})/u)));
  const isSmall = words.filter((word) => !isBesideName(word)).length <= FEW_WORDS;
  for (const word of words) {
    if (!/\p{L}/u.test(word)) continue;
    const isName = isSmall || !/^\p{Ll}/u.test(word) || PARTICLES.has(word.toLowerCase());
    if (isName && !isBesideName(word)) runs.at(-1)?.push(word);
    else runs.push([]);
  }
  // A title may be a last name, as in "Anna Richter", and may be all that stands before one.
  const [one = '', two = ''] = words;
  if (words.length === 2 && isTitle(one) !== isTitle(two)) runs.push([one, two]);
  return runs.filter((run) => run.length > 0);
}

function isInitial(word: string): boolean {
  return wordsOf(word).length === 1;
}

/** The person of a run of at least two words: the last of them is the last name, with the particles before it. */
function personOf(run: readonly string[]): NamedPerson | null {
  const behind = run.findLastIndex((word) => !isInitial(word));
  const words = run.slice(0, behind + 1);
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word.toLowerCase()));
  const lastAt = particle === -1 ? words.length - 1 : particle;
  return person(words.slice(0, lastAt), words.slice(lastAt));
}

/** Each two words side by side of a longer run: something else may stand behind a name. */
function pairsOf(run: readonly string[]): readonly (NamedPerson | null)[] {
  const words = run.filter((word) => !isInitial(word) && !PARTICLES.has(word.toLowerCase()));
  return run.length < 3 ? [] : words.slice(1).map((word, index) => person([words[index] ?? ''], [word]));
}

function person(given: readonly string[], last: readonly string[]): NamedPerson | null {
  const names = given.flatMap((word) => wordsOf(word).split(' ')).filter((word) => word !== '');
  const lastName = wordsOf(last.join(' '));
  return names.length === 0 || lastName === '' ? null : { given: names, last: lastName };
}

/** A last name of one word, or with particles, before a comma. */
function isLastName(run: readonly string[]): boolean {
  return run.length > 0 && run.slice(0, -1).every((word) => PARTICLES.has(word.toLowerCase()));
}

function peopleIn(name: string): readonly NamedPerson[] {
  return name.split(BETWEEN_NAMES).flatMap((segment) => {
    const parts = segment.split(',').map((part) => runsOf(part));
    const turned = parts.map((runs, index) => {
      const last = runs.at(-1) ?? [];
      const given = parts[index + 1]?.[0];
      return given !== undefined && isLastName(last) ? person(given, last) : null;
    });
    const runs = parts.flat();
    return [...runs.map(personOf), ...runs.flatMap(pairsOf), ...turned].filter((found) => found !== null);
  });
}

/** Tells whether a value may be a name: short, and no word but those of names begins with a small letter. */
export function looksLikeName(value: string): boolean {
  const words = value.trim().split(/\s+/);
  return words.length <= MOST_WORDS && words.every((word) => !/^\p{Ll}/u.test(word) || PARTICLES.has(word));
}

/**
 * The people whom a name field names, without titles, degrees, callings, companies and whatever else stands beside
 * them; also by vowels spelled out. A name of one word alone names nobody here: it is looked for as it is.
 */
export function peopleNamedIn(value: string): readonly NamedPerson[] {
  const name = value.normalize('NFKC').slice(0, LOOKED_AT).replace(ADDRESSES, ';');
  const people = readingsOfUnseen(name).flatMap((seen) => [...peopleIn(seen), ...peopleIn(spelledOut(seen) ?? '')]);
  return [...new Map(people.map((one) => [`${one.given.join(' ')}, ${one.last}`, one])).values()];
}
