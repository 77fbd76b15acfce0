/** Control characters other than tab and newline, and the marks that reorder or hide text. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const SUBJECT_LIMIT = 200;

/** Text of somebody else made fit for the middle of a line: no control or hidden characters, no line breaks. */
export function inlineText(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029\u0085]+/g, ' ')
    .replace(UNSAFE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Text of somebody else as a quotation: each line marked with `> `, so that it can never pass for our own words. */
export function quotedText(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(UNSAFE, '')
    .trim()
    .split('\n');
  return lines.map((line) => `> ${line.trimEnd()}`.trimEnd()).join('\n');
}

/** A subject: one line, at most 200 characters, so that no text in it can start a header or a line of its own. */
export function subjectLine(text: string): string {
  const line = inlineText(text);
  return line.length <= SUBJECT_LIMIT ? line : `${line.slice(0, SUBJECT_LIMIT - 1).trimEnd()}…`;
}
