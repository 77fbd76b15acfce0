import { comparable } from './comparable-text.ts';
import { TITLES_BEFORE_NAMES } from './name-titles.ts';
import type { NamedPerson } from './people-in-names.ts';
import type { TextIndex } from './text-index.ts';

/** Where something stands in a text, in characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How far around a last name is looked, in characters: a given name and a word between, or initials and a title. */
const AROUND = 80;
const MOST_INITIALS = 3;
const TITLES = new Set([...TITLES_BEFORE_NAMES].map(comparable));
/** Letters that are words, or the end of a genitive: with a dot behind they are looked for as they are written. */
const NO_INITIALS = new Set(['a', 'i', 's']);
/** Words that stand between a given and a last name only where those are other words: no middle names. */
const NO_MIDDLE_NAMES = new Set(
  (
    'a an the and or of in on at to by for with from as is are was not no der die das den dem des ein eine und oder im in am ' +
    'an auf aus bei mit nach zum zur fur vom von ist sind war nicht kein keine als wie wenn'
  ).split(' '),
);

/** The start of what belongs to the name before a last name at `at`, or null where that is not this person's. */
function startBefore(text: string, at: number, { given }: NamedPerson): number | null {
  const words = text
    .slice(Math.max(0, at - AROUND), at)
    .trimEnd()
    .split(' ')
    .reverse();
  const [one = '', two = ''] = words;
  const startOf = (count: number): number => at - words.slice(0, count).reduce((sum, word) => sum + word.length + 1, 0);
  if (given.includes(one) || TITLES.has(one)) return startOf(1);
  if (isInitialOf(given, one)) return startOf(1);
  if (given.includes(two) && !NO_MIDDLE_NAMES.has(one)) return startOf(2);
  const initials = words.slice(0, MOST_INITIALS).findIndex((word) => word.length !== 1);
  return initials > 0 && TITLES.has(words[initials] ?? '') ? startOf(initials + 1) : null;
}

/** The end of a given name behind a last name that ends at `at`, or null where none follows. */
function endBehind(text: string, at: number, { given }: NamedPerson): number | null {
  const [word = ''] = text.slice(at + 1, at + AROUND).split(' ');
  return given.includes(word) || isInitialOf(given, word) ? at + 1 + word.length : null;
}

function isInitialOf(given: readonly string[], word: string): boolean {
  return word.length === 1 && !NO_INITIALS.has(word) && given.some((name) => name.startsWith(word));
}

/**
 * The places at which a person is named in words as `wordsOf` gives them: by the last name with a given name, its
 * initial or a title before it, also with one word or initials between, or with a given name behind it.
 */
export function placesOfPerson(words: TextIndex, person: NamedPerson): readonly Span[] {
  const { text } = words;
  return words.placesOf(person.last).flatMap((at) => {
    const behind = text.slice(at + person.last.length, at + person.last.length + 2);
    const genitive = /^s(?: |$)/.test(behind) ? 1 : 0;
    const end = at + person.last.length + genitive;
    const isWord = (at === 0 || text[at - 1] === ' ') && (end === text.length || text[end] === ' ');
    if (!isWord) return [];
    const start = at === 0 ? null : startBefore(text, at, person);
    const furthest = endBehind(text, end, person);
    return start === null && furthest === null ? [] : [{ start: start ?? at, end: furthest ?? end }];
  });
}
