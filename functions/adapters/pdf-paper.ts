import PDFDocument from 'pdfkit';
import type { Paper, PaperDocument } from '../ports/paper.ts';

/** The faces that documents are set in, as the bytes of their TrueType files; they must cover every script we write. */
export interface Faces {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Points, 72 to the inch. */
const MARGIN = 56;
const TITLE_SIZE = 14;
const TEXT_SIZE = 10;
const FOOT_SIZE = 8;
const LINE_GAP = 2;
const PARAGRAPH_GAP = 8;
/** How far what is quoted or listed stands in: a quotation that goes on over lines must not pass for our own words. */
const INDENT = 14;
/** Room that a heading needs below it on its page, so that none stands at the foot alone. */
const HEADING_ROOM = 60;

const PAGE = { en: 'Page', de: 'Seite' } as const;
const OF = { en: 'of', de: 'von' } as const;
/** What each kind of line begins with: a name and its value, which is no sentence of us or to you; the number of an item. */
const LABEL = /^(?![(>])(?![^:]*\b(?:we|you|wir|sie)\b)([^:/]{2,70}):(?= \S)/i;
const NUMBER = /^\(\d+\) /;
const STANDS_IN = /^(?:>|- )/;
/** A paragraph that is a heading: numbered, and nothing else in it. */
const HEADING = /^\d+\. \S[^\n]*$/;
/** Boxes as plain text has them, and as paper has. */
const BOXES = { '[ ] ': '☐ ', '[x] ': '☒ ' } as const;

/** Documents as tagged PDF with embedded fonts: read by eye, by a screen reader and by a machine. */
export class PdfPaper implements Paper {
  readonly #faces: Faces;

  constructor(faces: Faces) {
    this.#faces = faces;
  }

  async write(paper: PaperDocument): Promise<Uint8Array> {
    const pdf = this.#open(paper);
    const parts: Buffer[] = [];
    const whole = new Promise<Uint8Array>((resolve, reject) => {
      pdf.on('data', (part: Buffer) => parts.push(part));
      pdf.on('end', () => resolve(Buffer.concat(parts)));
      pdf.on('error', reject);
    });
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    root.add(pdf.struct('H1', {}, [() => writeTitle(pdf, paper.title)]));
    for (const paragraph of paper.text.trim().split('\n\n')) {
      root.add(
        HEADING.test(paragraph)
          ? pdf.struct('H2', {}, [() => writeHeading(pdf, paragraph)])
          : pdf.struct('P', {}, [() => writeParagraph(pdf, paragraph.split('\n'))]),
      );
    }
    root.end();
    writeFeet(pdf, paper);
    pdf.end();
    return await whole;
  }

  #open({ title, language, writtenAt }: PaperDocument): PDFKit.PDFDocument {
    const pdf = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      font: '',
      // A copy made later must be the same to the byte.
      info: { Title: title, CreationDate: new Date(writtenAt), ModDate: new Date(writtenAt) },
    });
    pdf.registerFont('regular', Buffer.from(this.#faces.regular)).registerFont('bold', Buffer.from(this.#faces.bold));
    return pdf;
  }
}

function writeTitle(pdf: PDFKit.PDFDocument, title: string): void {
  pdf.font('bold').fontSize(TITLE_SIZE).text(title, { lineGap: LINE_GAP });
  pdf.moveDown(1);
}

function writeHeading(pdf: PDFKit.PDFDocument, heading: string): void {
  if (pdf.y + HEADING_ROOM > pdf.page.maxY()) pdf.addPage();
  pdf.font('bold').fontSize(TEXT_SIZE).text(heading, { lineGap: LINE_GAP });
  pdf.y += PARAGRAPH_GAP;
}

function writeParagraph(pdf: PDFKit.PDFDocument, lines: readonly string[]): void {
  pdf.fontSize(TEXT_SIZE);
  for (const line of lines) {
    pdf.x = STANDS_IN.test(line) ? MARGIN + INDENT : MARGIN;
    writeLine(pdf, line);
  }
  pdf.x = MARGIN;
  pdf.y += PARAGRAPH_GAP;
}

function writeLine(pdf: PDFKit.PDFDocument, line: string): void {
  const label = LABEL.exec(line)?.[0];
  if (label !== undefined) {
    pdf.font('bold').text(label, { continued: true, lineGap: LINE_GAP });
    pdf.font('regular').text(line.slice(label.length), { lineGap: LINE_GAP });
    return;
  }
  pdf.font(NUMBER.test(line) ? 'bold' : 'regular').text(withBox(line), { lineGap: LINE_GAP });
}

function withBox(line: string): string {
  const box = Object.entries(BOXES).find(([plain]) => line.startsWith(plain));
  return box === undefined ? line : box[1] + line.slice(box[0].length);
}

/** Numbers the pages, outside of what a screen reader is told. */
function writeFeet(pdf: PDFKit.PDFDocument, { reference, language }: PaperDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    // What is written below the margin must not begin another page.
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    const foot = `${reference} · ${PAGE[language]} ${index - start + 1} ${OF[language]} ${count}`;
    const y = pdf.page.height - MARGIN + FOOT_SIZE;
    pdf.font('regular').fontSize(FOOT_SIZE).text(foot, MARGIN, y, { align: 'center', lineBreak: false });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
}
