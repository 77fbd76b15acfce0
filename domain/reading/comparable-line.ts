/** Typographic variants that mean the same character; each pair is one character long, so that offsets stay true. */
const VARIANTS: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  '*': ' ',
  _: ' ',
  '\t': ' ',
  '\r': ' ',
  '\n': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2028': ' ',
};

const VARIANT = /[\u2018\u2019\u00b4`\u201c\u201d\u201e\u2010\u2011\u2013\u2014*_\t\r\n\u00a0\u202f\u2028]/g;

/**
 * A text in small letters with plain quotes, hyphens and spaces, without emphasis, as long as the text itself: what is
 * found at an offset of it stands at the same offset of the text.
 */
export function comparable(text: string): string {
  const lower = text.toLowerCase();
  const sameLength = lower.length === text.length ? lower : lowerEach(text);
  return sameLength.replace(VARIANT, (character) => VARIANTS[character] ?? character);
}

/** Letter by letter, leaving out the few whose small form is longer. */
function lowerEach(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}
