import { comparable } from './comparable-line.ts';

/** One line of a message, without the marks of a quotation before it. */
export interface Line {
  /** Offset of `text` in the message. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The same in comparable form; offsets count from `start`. */
  readonly words: string;
  /** True where the line repeats what somebody wrote before: marked so, or behind the head of an earlier message. */
  readonly quoted: boolean;
}

/** The head of a message that is repeated or forwarded below, in comparable form; its last line where it takes two. */
const EARLIER_MESSAGE =
  /^ *(?:-{2,} ?(?:original message|forwarded message|begin forwarded|ursprüngliche nachricht|weitergeleitete nachricht|original-nachricht)|begin forwarded message|anfang der weitergeleiteten|(?:am|on) .{4,160} (?:schrieb|wrote)\b.{0,100}: *$|(?:wrote|schrieb)\b.{0,80}: *$)/;
/** The same as another mail program writes it: who it is from, and below when it was sent. */
const FROM = /^(?:from|von): /;
const SENT = /^\r?\n[> ]{0,9}(?:sent|gesendet): /i;

/** The lines of a text. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const all = comparable(text);
  let behindHead = false;
  let start = 0;
  while (start <= text.length) {
    const end = endOfLine(text, start);
    const own = afterQuoteMarks(text, start, end);
    const words = all.slice(own, end);
    behindHead ||=
      EARLIER_MESSAGE.test(words.slice(0, 300)) || (FROM.test(words) && SENT.test(text.slice(end, end + 40)));
    lines.push({ start: own, end, text: text.slice(own, end), words, quoted: behindHead || own > start });
    start = end + (text[end] === '\r' ? 2 : 1);
  }
  return lines;
}

function endOfLine(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : feed;
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}

/** The offset behind the `>` marks of a quotation, however deep; the line's start where there are none. */
function afterQuoteMarks(text: string, start: number, end: number): number {
  let after = start;
  for (let at = start; at < end && (text[at] === '>' || text[at] === ' '); at += 1)
    if (text[at] === '>') after = at + 1;
  return after;
}
