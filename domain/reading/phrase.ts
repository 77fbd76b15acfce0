const BEGIN = '(?<![a-zäöüß])';
/** Behind a colon or a stop a word may follow at once. */
const END = '(?:(?<![a-zäöüß])|(?![a-zäöüß]))';

/**
 * Compiles phrases for a `comparable` text into one expression. A phrase is a regular expression in small letters in which
 * a space stands for any run of spaces and `~n` for up to n words. It begins and ends where no letter goes on. Repeats
 * are bounded, so that matching takes time in proportion to the text.
 */
export function phrases(list: readonly string[]): RegExp {
  const sources = list.map((phrase) =>
    phrase
      .replaceAll(/~(\d)/g, '(?: [^ ]{1,40}){0,$1}')
      .replaceAll(' ?', ' *')
      .replaceAll(/(?<!\[\^?) (?!\*)/g, ' +'),
  );
  return new RegExp(`${BEGIN}(?:${sources.join('|')})${END}`, 'g');
}

/** A place in a text: from the first offset up to the second. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first place at which an expression matches, from an offset on; null when it does not. */
export function firstMatch(expression: RegExp, text: string, from = 0): Span | null {
  expression.lastIndex = from;
  const match = expression.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

/** The places at which an expression matches, in order, at most so many. */
export function allMatches(expression: RegExp, text: string, atMost = 100): readonly Span[] {
  const found: Span[] = [];
  let next = firstMatch(expression, text);
  while (next !== null && found.length < atMost) {
    found.push(next);
    next = firstMatch(expression, text, Math.max(next.end, next.start + 1));
  }
  return found;
}
