import { wrapText } from './wrap-text.ts';

const WIDTH = 100;
const INDENT = '  ';

/** A row of a section: what it is, and what it says; without a text it is left out. */
export type Row = readonly [label: string, text: string | null | undefined];

/** A section as lines under its title, after an empty line; nothing where it holds nothing. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...indented(lines)];
}

/** Rows as lines, the labels in a column of their own, each text wrapped beside its label. */
export function fields(rows: readonly Row[]): string[] {
  const filled = rows.flatMap(([label, text]): (readonly [string, string])[] => {
    const trimmed = text?.trim() ?? '';
    return trimmed === '' ? [] : [[label, trimmed]];
  });
  const width = Math.max(0, ...filled.map(([label]) => label.length)) + INDENT.length;
  return filled.flatMap(([label, text]) =>
    wrapText(text, WIDTH - width).map((line, index) => `${(index === 0 ? label : '').padEnd(width)}${line}`.trimEnd()),
  );
}

/** Lines set in once more. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `${INDENT}${line}`));
}
