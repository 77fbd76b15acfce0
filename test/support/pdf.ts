import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { PdfPaper } from '../../functions/adapters/pdf-paper.ts';

const FACES = join(import.meta.dirname, '..', '..', 'node_modules', 'dejavu-fonts-ttf', 'ttf');

/** Paper with the fonts that the product embeds. */
export function dejavuPaper(): PdfPaper {
  const face = (name: string) => readFileSync(join(FACES, `${name}.ttf`));
  return new PdfPaper({ regular: face('DejaVuSans'), bold: face('DejaVuSans-Bold') });
}

/** The text layer of each page of a PDF. */
export async function pagesIn(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  return await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('');
    }),
  );
}

/** The text layer of a PDF. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  return (await pagesIn(bytes)).join('\n');
}
