import { lazily } from '#runtime/lazily';
import type { Paper } from '../ports/paper.ts';

/** The fonts and what sets them are loaded with the first document: most cases need none. */
const paper = lazily(async (): Promise<Paper> => {
  const [{ PdfPaper }, { default: regular }, { default: bold }] = await Promise.all([
    import('#adapters/pdf-paper'),
    import('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    import('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ]);
  return new PdfPaper({ regular, bold });
});

/** What writes documents for paper in this process. */
export function buildPaper(): Paper {
  return { write: async (document) => (await paper()).write(document) };
}
