import { askedNearest } from './asked.ts';
import { comparable } from './comparable-line.ts';
import type { FoundUrl } from './found-url.ts';
import type { Asked } from './heading-words.ts';
import { type Passage, passageAt } from './passage.ts';
import type { Line } from './text-lines.ts';

/** What introduces an address, and where those words are; nothing where no words do. */
export interface Cue {
  readonly asked: Asked | null;
  readonly at: Passage | null;
}

export const NO_CUE: Cue = { asked: null, at: null };

/** So many lines above an address are searched for the words that introduce it, besides other addresses and blanks. */
const LINES_ABOVE = 3;
/** A list of addresses may be long; above so many lines nothing introduces this one. */
const LONGEST_LIST = 2_000;
/** So much of a long line before an address is searched. */
const WORDS_BEFORE = 200;

const BARE_LABEL = /^[ \d.)-]{0,8}(?:urls?|links?|adressen?|address(?:es)?) *:? *$/;
/** Words right before an address that is only cited: another message, or a rule. */
const CITED =
  /(?:notice|notification|take-?down|claim|report|meldung)(?: [^ ]{1,30}){0,3} (?:at|posted|published|submitted|here|under|unter)[ :(]*$|(?:policy|guide|terms|guidelines|notice|richtlinien?|see also|siehe auch)(?: [^ ]{1,30}){0,4}[ :(]+$/;

/** What the words before an address in its own line introduce, back to the address before it. */
export function cueInLine(text: string, line: Line, url: FoundUrl, before: FoundUrl | undefined): Cue {
  const start = Math.max(line.start, before?.end ?? 0, url.start - WORDS_BEFORE);
  const words = comparable(text.slice(start, url.start));
  const asked = CITED.test(words.slice(-120)) ? 'neither' : askedNearest(words);
  return asked === null ? NO_CUE : { asked, at: passageAt(text, start, url.start) };
}

/** What the lines above the one of an address introduce: the nearest of them that introduces anything. */
export function cueAbove(text: string, lines: readonly Line[], index: number): Cue {
  let left = LINES_ABOVE;
  for (let above = index - 1; above >= Math.max(0, index - LONGEST_LIST) && left > 0; above -= 1) {
    const line = lines[above];
    if (line === undefined || isBlankOrUrl(line.words)) continue;
    // "URLs:" below the name of a work may introduce either.
    if (BARE_LABEL.test(line.words)) return NO_CUE;
    const asked = askedNearest(line.words.slice(-2 * WORDS_BEFORE));
    if (asked !== null) return { asked, at: passageAt(text, line.start, line.end) };
    left -= 1;
  }
  return NO_CUE;
}

/** A line of a list: an address, with or without a number before it, or one that the publisher took out. */
function isBlankOrUrl(words: string): boolean {
  return /^[^a-z]{0,12}(?:$|(?:https?:\/\/|www\.|hxxps?:|private\]|invalid\])\S*[^a-z]{0,12}$)/.test(
    words.slice(0, 2_100),
  );
}
