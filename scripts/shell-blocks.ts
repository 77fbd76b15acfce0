/** The shell blocks below a heading of a Markdown text, until the next heading. @throws TypeError when it has none */
export function shellBlocks(text: string, heading: string): readonly string[] {
  const section = text.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...section.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block);
  if (blocks.length === 0) throw new TypeError(`there is no shell block below "${heading}"`);
  return blocks;
}
