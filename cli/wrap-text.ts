/** Columns of a terminal that text is wrapped to. */
const WIDTH = 100;

/**
 * A text as lines of at most `width` columns, broken between words; paragraphs stay apart. Lines after the first of a
 * paragraph begin with `hanging`. Control characters, with which a sender could write over the screen, are taken out.
 */
export function wrapText(text: string, width: number = WIDTH, hanging = ''): string[] {
  return printable(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, width, hanging));
}

/** A text of somebody else without what a terminal would obey: control characters and changes of direction. */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, (found) => (found === '\n' ? '\n' : ' '));
}

function wrapParagraph(paragraph: string, width: number, hanging: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width || line === '' || line === hanging) {
      line = longer;
    } else {
      lines.push(line);
      line = `${hanging}${word}`;
    }
  }
  return [...lines, line];
}
