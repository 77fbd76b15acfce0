import { type FoundUrl, urlKey, withoutTail } from './found-url.ts';

/** Longer addresses are cut: no server takes them. */
const LONGEST = 2048;
/** A line that is shorter was not broken by a mail program. */
const BROKEN_FROM = 60;

/** Where an address begins: a scheme, also made harmless (`hxxp`, `[:]`) or split, or a host that is followed by a path. */
const BEGIN =
  /h(?:tt|xx|\*\*)ps?(?:\[:\]|:) ?\/\/|(?<![a-z0-9@/._%+-])(?:[a-z0-9-]{1,63}(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\))){1,5}[a-z]{2,24}\//gi;
/** What no address holds. Brackets and parentheses are judged one by one. */
const END = /[\s<>"`|*{}^\\\u00ab\u00bb\u2018\u201c-\u201f\u3001\u3002\uff08\uff09\uff0c\uff1b\p{Cc}]/u;
const HARMLESS_DOT = /\[\.\]|\(\.\)|\[dot\]|\(dot\)/gi;
const HARMLESS_DOT_HERE = /\[\.\]|\(\.\)|\[dot\]|\(dot\)/iy;

/** What remains of quoted-printable where nobody decoded it. */
const ENCODED = /=3D|=C3|=20(?=\r?\n)/;

/** The addresses in a text, in order of their places. */
export function findUrls(text: string): readonly FoundUrl[] {
  const found: FoundUrl[] = [];
  const isEncoded = ENCODED.test(text);
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    const hasScheme = /^h/i.test(match[0]) && match[0].endsWith('//');
    const body = hasScheme ? match.index + match[0].length : match.index;
    const end = endOfUrl(text, body);
    const url = readUrl(text, { start: match.index, body, end, hasScheme, isEncoded });
    if (url !== null) found.push(url);
    BEGIN.lastIndex = Math.max(url?.end ?? end, match.index + match[0].length);
  }
  return found;
}

interface Extent {
  readonly start: number;
  readonly body: number;
  readonly end: number;
  readonly hasScheme: boolean;
  /** True where `=` at the end of a line is a soft break and `=3D` an equals sign. */
  readonly isEncoded: boolean;
}

function readUrl(text: string, { start, body, end, hasScheme, isEncoded }: Extent): FoundUrl | null {
  const first = withoutTail(text.slice(body, end), '.,;:!?\'"');
  if (!/[a-z0-9]/i.test(first)) return null;
  const rest = continuation(text, start, end, isEncoded);
  const written = rest === null ? first : joined(text.slice(body, end), text.slice(rest.start, rest.end), isEncoded);
  const address = (isEncoded ? written.replaceAll('=3D', '=') : written).replace(HARMLESS_DOT, '.');
  const secure = hasScheme && !/s/i.test(text.slice(start, body).slice(3, 6)) ? 'http://' : 'https://';
  const url = secure + address;
  return {
    url,
    key: urlKey(url),
    start,
    end: rest === null ? body + first.length : rest.end,
    isWhole: hasScheme && (rest === null || rest.isMarked),
  };
}

function joined(first: string, rest: string, isEncoded: boolean): string {
  return (isEncoded ? first.replace(/=$/, '') : first) + withoutTail(rest, '.,;:!?\'"');
}

/** Where an address ends: before what no address holds, a bracket, or a parenthesis that was opened outside of it. */
function endOfUrl(text: string, from: number): number {
  let open = 0;
  let at = from;
  for (; at < text.length && at < from + LONGEST; at += 1) {
    const character = text.charAt(at);
    if (character === '[' || character === '(') {
      HARMLESS_DOT_HERE.lastIndex = at;
      const dot = HARMLESS_DOT_HERE.exec(text);
      if (dot !== null) at += dot[0].length - 1;
      else if (character === '[' || !closesInside(text, at)) return at;
      else open += 1;
    } else if (character === ')') {
      if (open === 0) return at;
      open -= 1;
    } else if (character === ']' || END.test(character) || startsAnother(text, at)) return at;
  }
  return at;
}

/** Whether a parenthesis is closed before the address can end, and more than an address stands in it. */
function closesInside(text: string, open: number): boolean {
  if (/^\(h(?:tt|xx)ps?:/i.test(text.slice(open, open + 8))) return false;
  for (let at = open + 1; at < text.length && at < open + 200; at += 1) {
    const character = text.charAt(at);
    if (character === ')') return at > open + 1;
    if (END.test(character)) return false;
  }
  return false;
}

/** Two addresses in a row with only a mark between them. */
function startsAnother(text: string, at: number): boolean {
  return /[,;]/.test(text.charAt(at)) && /^h(?:tt|xx)ps?:\/\//i.test(text.slice(at + 1, at + 9));
}

interface Continuation {
  readonly start: number;
  readonly end: number;
  /** True where marks around the address say that it goes on. */
  readonly isMarked: boolean;
}

/** The rest of an address on the next line: inside `<…>`, or where a long line ends in the middle of a word. */
function continuation(text: string, start: number, end: number, isEncoded: boolean): Continuation | null {
  const line = /\r?\n(?:>+ ?)?/y;
  line.lastIndex = end;
  const feed = line.exec(text);
  if (feed === null) return null;
  const from = end + feed[0].length;
  const to = endOfUrl(text, from);
  if (to === from) return null;
  if (isEncoded && text.charAt(end - 1) === '=') return { start: from, end: to, isMarked: true };
  if (text.charAt(start - 1) === '<') return text.charAt(to) === '>' ? { start: from, end: to, isMarked: true } : null;
  const isLong = !text.slice(Math.max(0, end - BROKEN_FROM), end).includes('\n') && end >= BROKEN_FROM;
  const isBroken =
    isLong &&
    /[-_=&%?]/.test(text.charAt(end - 1)) &&
    /[\r\n]|^$/.test(text.charAt(to)) &&
    !/^(?:https?:|hxxp)/i.test(text.slice(from, from + 6));
  return isBroken ? { start: from, end: to, isMarked: false } : null;
}
