/** Marks that are not seen, and so may stand inside a value without changing what a reader reads. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text made comparable: one Unicode form, lower case, no hidden marks, no quotation marks of lines, single spaces. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/^> ?/gm, '').toLowerCase().replace(/\s+/g, ' ').trim();
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

/** A text in every reading in which a value may hide in it: as it is, and with usual encodings undone. */
export function readings(text: string): readonly string[] {
  const decoded = [text, percentDecoded(text), quotedPrintableDecoded(text), entityDecoded(text)];
  return [...new Set(decoded)];
}
