import { NAME_PARTICLES } from './name-particles.ts';

/** The longest name that somebody is greeted by, in characters. */
const LONGEST_NAME = 80;
const MOST_WORDS = 6;
/** Words of a name that begin with a small letter. */
const SMALL_WORDS = new Set([
  ...NAME_PARTICLES,
  ...['dos', 'el', 'al', 'bin', 'ibn', 'und', 'and', 'et', 'y', 'e', 'of'],
  ...['mbh', 'mbb', 'gmbh', 'e.v.', 'i.', 'a.'],
]);
/** Letters, and between or behind them only what stands in names: never a dot inside a word, as in the name of a host. */
const WORD = /^(?:[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*\.?|(?:\p{L}\.){2,4}|&)$/u;

function isNameWord(word: string): boolean {
  if (!WORD.test(word)) return false;
  return SMALL_WORDS.has(word.toLowerCase()) || word === '&' || !/^\p{Ll}/u.test(word);
}

/**
 * The name that somebody gave, as a greeting may repeat it, or null for what is none: a form that everybody can fill
 * in must not let anybody write to others in our name. A name is one line of at most 80 characters and six words,
 * each a word as in names; no address, number or sentence. What a few capitalised words say cannot be told from a name.
 */
export function nameToGreet(given: string | null | undefined): string | null {
  const name = (given ?? '').normalize('NFC').replace(/^ +| +$/g, '');
  if (name === '' || name.length > LONGEST_NAME) return null;
  const words = name.split(/ +/);
  return words.length <= MOST_WORDS && words.every(isNameWord) ? words.join(' ') : null;
}

/**
 * The reference that an authority gave its order, as a subject may repeat it: on one line, at most 80 characters and
 * without an address of a page, else null.
 */
export function referenceToRepeat(given: string | null | undefined): string | null {
  const reference = (given ?? '').trim();
  const isPlain = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(reference) && !/:\/\/|www\.|@|\.\p{L}{2,}\//iu.test(reference);
  return isPlain && reference.length <= LONGEST_NAME ? reference : null;
}
