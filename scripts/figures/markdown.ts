/** A Markdown table; the first column is aligned to the left, the others as told. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], numbers = true): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 || !numbers ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** A number for people: whole from ten on, else with as many places as keep three digits. */
export function amount(value: number): string {
  if (value === 0) return '0';
  const places = Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 4;
  return value.toLocaleString('en-US', { maximumFractionDigits: places });
}

/** US dollars, to a tenth of a cent. */
export function dollars(value: number): string {
  return `$${value.toFixed(3)}`;
}

/** Thrown when a document has no place for a block that is to be generated. */
export class NoSuchBlockError extends Error {
  override readonly name = 'NoSuchBlockError';
}

/**
 * A document with the text between a block's two markers replaced.
 * @throws NoSuchBlockError when a marker is missing
 */
export function withBlock(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: generated -->`, `<!-- ${name}: end -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new NoSuchBlockError(`no block ${name}`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}

/** A document with all of its blocks replaced. @throws NoSuchBlockError when one is missing */
export function withBlocks(document: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((text, [name, block]) => withBlock(text, name, block), document);
}
