import { findUrls } from './find-urls.ts';
import type { FoundUrl } from './found-url.ts';
import { type Section, sectionsOf } from './sections.ts';
import { type Line, linesOf } from './text-lines.ts';

/** A message taken apart into lines, the questions above them, and the addresses in them. */
export interface TakenApart {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly urls: readonly FoundUrl[];
}

/** Takes a message apart. */
export function takeApart(text: string): TakenApart {
  const lines = linesOf(text);
  return { text, lines, sections: sectionsOf(lines), urls: findUrls(text) };
}

/** What is left of a message without the lines that repeat others: the same length, with blanks in their place. */
export function ownWords({ text, lines }: TakenApart): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, words, quoted } of lines) {
    parts.push(' '.repeat(start - at), quoted ? ' '.repeat(end - start) : words);
    at = end;
  }
  return parts.join('') + ' '.repeat(Math.max(0, text.length - at));
}
