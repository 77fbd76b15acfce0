import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { PdfPaper } from '#adapters/pdf-paper';
import type { DeliveryKind } from '#domain/delivery';
import type { FactSheet } from '#domain/messages/fact-sheet';
import { leakSearch } from '#domain/messages/find-leaks';
import { renderMessage } from '#domain/messages/render-message';
import { Language, type PartyRole } from '#domain/party';
import type { BenchEntry } from './engine.ts';
import { NOTICE_FACTS, ORDER_FACTS } from './facts.ts';
import { perSecondEntry, sideBySide, type Work } from './side-by-side.ts';

const KINDS: readonly (readonly [DeliveryKind, PartyRole, FactSheet])[] = [
  ['receipt', 'sender', NOTICE_FACTS],
  ['statement-of-reasons', 'uploader', NOTICE_FACTS],
  ['decision-to-sender', 'sender', NOTICE_FACTS],
  ['information-about-order', 'uploader', ORDER_FACTS],
  ['effect-report', 'authority', ORDER_FACTS],
];
const SECONDS = 0.5;
const COPY = 'the fact sheet through JSON';

/**
 * Messages rendered a second, and rendered and searched for leaks, by kind, beside a copy of the fact sheet through JSON;
 * and letters and reports set as tagged PDF with their fonts a second, beside the same lines set by bare pdfkit with a
 * built-in font.
 */
export async function benchDocuments(): Promise<readonly BenchEntry[]> {
  const entries: BenchEntry[] = [];
  for (const [kind, reader, facts] of KINDS) {
    const floor = { round: () => JSON.parse(JSON.stringify(facts)), results: 1 };
    const inEach = (write: (language: Language) => void): Work => ({
      round: () => Language.options.forEach(write),
      results: Language.options.length,
    });
    const render = inEach((language) => renderMessage(kind, language, reader, facts));
    const search = inEach((language) => {
      const leaks = leakSearch(facts, reader)(renderMessage(kind, language, reader, facts));
      if (leaks.length > 0) throw new Error(`the ${kind} leaks`);
    });
    entries.push(
      perSecondEntry(`documents: ${kind} as text`, await sideBySide(render, floor, SECONDS), COPY),
      perSecondEntry(`documents: ${kind} as text, searched for leaks`, await sideBySide(search, floor, SECONDS), COPY),
    );
  }
  const report = await benchPaper('effect-report', 'authority', ORDER_FACTS);
  return [...entries, report, await benchPaper('statement-of-reasons', 'uploader', NOTICE_FACTS)];
}

async function benchPaper(kind: DeliveryKind, reader: PartyRole, facts: FactSheet): Promise<BenchEntry> {
  const paper = new PdfPaper({ regular: font('DejaVuSans.ttf'), bold: font('DejaVuSans-Bold.ttf') });
  const { subject, text } = renderMessage(kind, 'de', reader, facts);
  const { reference, composedAt } = facts;
  const document = { title: subject, text, language: 'de', reference, writtenAt: composedAt } as const;
  const set = { round: () => paper.write(document), results: 1 };
  const rates = await sideBySide(set, { round: () => writeBare(text), results: 1 }, SECONDS);
  return perSecondEntry(`documents: ${kind} as PDF`, rates, 'its text by bare pdfkit, without fonts and tags');
}

function writeBare(text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const pdf = new PDFDocument({ size: 'A4' });
  pdf.on('data', () => undefined);
  pdf.on('end', resolve);
  pdf.on('error', reject);
  pdf.text(text);
  pdf.end();
  return promise;
}

function font(name: string): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));
}
