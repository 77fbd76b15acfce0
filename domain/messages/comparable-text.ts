import { withoutLookalikes } from './lookalikes.ts';

/** Marks that are not seen, and so may stand inside a value without changing what a reader reads. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Hyphens and dashes of every length. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * Text made comparable: one Unicode form, small letters without accents and lookalikes of other scripts, no hidden
 * marks, no quotation marks of lines, one kind of hyphen, single spaces.
 */
export function comparable(text: string): string {
  const seen = text.normalize('NFKC').replace(INVISIBLE, '').replace(/^> ?/gm, '').replace(DASHES, '-');
  return withoutLookalikes(seen).replace(/\s+/g, ' ').trim();
}

/** The digits of a text as they are dialled: what separates the groups of a telephone number is left out. */
export function dialled(text: string): string {
  return comparable(text)
    .replace(/\(0\)/g, '')
    .replace(/(?<=\d)[\s()/.-]+(?=\d)/g, '');
}

/** The same without any space, so that a value broken over lines or spaced out is found too. */
export function squeezed(text: string): string {
  return comparable(text).replace(/ /g, '');
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

function entityDecoded(text: string): string {
  const numeric = text.replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hexadecimal: string, digits: string) => {
    const code = Number.parseInt(digits, hexadecimal === '' ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return numeric.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** E-mail addresses written around: `name (at) host (dot) example`, in English or German. */
function addressesSpelledOut(text: string): string {
  return text
    .replace(/\s*[([{<]\s*(?:at|ät)\s*[)\]}>]\s*|(?<=[\w-])\s+at\s+(?=[\w-]+\s*[([{<]?\s*(?:dot|punkt|\.)\b)/gi, '@')
    .replace(/\s*[([{<]\s*(?:dot|punkt)\s*[)\]}>]\s*|(?<=[\w-])\s+(?:dot|punkt)\s+(?=[\w-])/gi, '.');
}

/** A text in every reading in which a value may hide in it: as it is, and with usual encodings undone. */
export function readings(text: string): readonly string[] {
  const decoded = [
    text,
    percentDecoded(text),
    quotedPrintableDecoded(text),
    entityDecoded(text),
    addressesSpelledOut(text),
  ];
  return [...new Set(decoded)];
}
