import { withoutLookalikes } from './lookalikes.ts';

/** Marks that are not seen, and blanks that are no spaces: inside a value they change nothing that is read. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

/** What marks a line of a quotation. */
const QUOTED = /^> ?/gm;

/** Text without such a letter has no accents, no lookalikes and no hidden marks; most addresses and times have none. */
const BEYOND_ASCII = /\P{ASCII}/u;

/** Hyphens and dashes of every length. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * Text made comparable: one Unicode form, small letters without accents and lookalikes of other scripts, no hidden
 * marks, no quotation marks of lines, one kind of hyphen, single spaces.
 */
export function comparable(text: string): string {
  const latin = BEYOND_ASCII.test(text) ? inLatin(text) : text.replace(QUOTED, '').toLowerCase();
  return latin.replace(/\s+/g, ' ').trim();
}

function inLatin(text: string): string {
  const seen = text.normalize('NFKC').replace(INVISIBLE, '').replace(QUOTED, '').replace(DASHES, '-');
  return withoutLookalikes(seen);
}

/** What is no letter and no digit; letters that look like quotation marks and dots are none. */
const NO_WORD = /[^\p{L}\p{N}]+|[\u02b0-\u02ff]+/gu;

/** Comparable text as its words alone, with one space between: whatever else stands there, a reader reads the words. */
export function wordsIn(comparableText: string): string {
  return comparableText
    .replace(/\p{M}+/gu, '')
    .replace(NO_WORD, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A text as the words by which it is compared. */
export function wordsOf(text: string): string {
  return wordsIn(comparable(text));
}

/** The digits of a text as they are dialled: what separates the groups of a telephone number is left out. */
export function dialled(text: string): string {
  return digitsIn(comparable(text));
}

/** The digits of comparable text. */
export function digitsIn(comparableText: string): string {
  return comparableText.replace(/\(0\)/g, '').replace(/(?<=\d)[\s()/.-]+(?=\d)/g, '');
}

/** Comparable text without any space, so that a value broken over lines or spaced out is found too. */
export function withoutSpaces(comparableText: string): string {
  return comparableText.replace(/ /g, '');
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      return sequence;
    }
  });
}

/** Quoted-printable undone: soft line breaks removed, `=XX` read as UTF-8 bytes. */
function quotedPrintableDecoded(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  return joined.replace(/(?:=[0-9A-F]{2})+/gi, (sequence) => percentDecoded(sequence.replaceAll('=', '%')));
}

/** Names of entities for what separates words or stands unseen in them, and for marks of letters, which are dropped. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ quot: '"', lt: '<', gt: '>', amp: '&', apos: "'", shy: '', zwnj: '', zwj: '', szlig: 'ss', commat: '@' },
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', numsp: ' ', hyphen: '-', dash: '-', ndash: '-', mdash: '-' },
  ...{ lowbar: '_', sol: '/', period: '.', middot: '·', verbar: '|', colon: ':', plus: '+', Tab: ' ', NewLine: ' ' },
};
const ENTITY =
  /&#(x?)0*([0-9a-f]{1,6});?|&([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|caron|slash);|&([a-z]{2,8});/gi;

function entityDecoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hexadecimal = '', digits = '', letter = '', name = '') => {
    if (letter !== '') return letter;
    if (digits === '') return NAMED[name] ?? whole;
    const code = Number.parseInt(digits, hexadecimal === '' ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** E-mail addresses written around: `name (at) host (dot) example`, in English or German. */
function addressesSpelledOut(text: string): string {
  return text
    .replace(/\s*[([{<]\s*(?:at|ät)\s*[)\]}>]\s*|(?<=[\w-])\s+at\s+(?=[\w-]+\s*[([{<]?\s*(?:dot|punkt|\.)\b)/gi, '@')
    .replace(/\s*[([{<]\s*(?:dot|punkt)\s*[)\]}>]\s*|(?<=[\w-])\s+(?:dot|punkt)\s+(?=[\w-])/gi, '.');
}

/** A text as it is seen: without marks that are not, and with a space where such a mark may stand for one. */
export function readingsOfUnseen(text: string): readonly string[] {
  return [...new Set([text.replace(INVISIBLE, ''), text.replace(INVISIBLE, ' ')])];
}

/** A text in every reading in which a value may hide in it: as it is, and with usual encodings undone. */
export function readings(text: string): readonly string[] {
  const decoded = [
    text,
    percentDecoded(text),
    quotedPrintableDecoded(text),
    entityDecoded(text),
    addressesSpelledOut(text),
    entityDecoded(percentDecoded(text)),
    // A blank that is no space, or a mark that is not seen, may be all that stands between two words.
    text.replace(INVISIBLE, ' '),
  ];
  return [...new Set(decoded)];
}
