import { detectDanger } from '../danger.ts';
import { DANGER_PATTERNS, DangerSignal } from '../danger-words.ts';
import { firstMatch, phrases, type Span } from './phrase.ts';

/** A danger that a text points to, and where. */
export interface DangerFound {
  readonly signal: DangerSignal;
  /** Null where the words can be found only in a cleaned copy of the text. */
  readonly at: Span | null;
}

const EXPRESSIONS = DangerSignal.options.map((signal) => ({
  signal,
  expression: phrases(DANGER_PATTERNS[signal].map((pattern) => pattern.replaceAll('\\p{L}', '[a-zà-öø-ÿ]'))),
}));
const BETWEEN = /[,;:"()[\]]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\uff00-\uffef]|\p{M}/u;

/**
 * The dangers that a text points to; `words` is its comparable form. Signals for a person: a page goes out, and nothing is
 * reported by them alone, for song lyrics are full of such words.
 */
export function dangersIn(text: string, words: string): readonly DangerFound[] {
  const plain = words.replace(BETWEEN, ' ');
  const found = EXPRESSIONS.flatMap(({ signal, expression }): DangerFound[] => {
    const at = firstMatch(expression, plain);
    return at === null ? [] : [{ signal, at }];
  });
  if (!INVISIBLE.test(text)) return found;
  const hidden = detectDanger([text]).filter((signal) => !found.some((one) => one.signal === signal));
  return [...found, ...hidden.map((signal) => ({ signal, at: null }))];
}
