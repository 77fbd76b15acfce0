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

const KINDS: readonly (readonly [DeliveryKind, PartyRole, FactSheet])[] = [
  ['receipt', 'sender', NOTICE_FACTS],
  ['statement-of-reasons', 'uploader', NOTICE_FACTS],
  ['decision-to-sender', 'sender', NOTICE_FACTS],
  ['information-about-order', 'uploader', ORDER_FACTS],
  ['effect-report', 'authority', ORDER_FACTS],
];
const SECONDS = 0.5;

/**
 * Messages rendered and searched for leaks a second, by kind, beside a copy of the fact sheet through JSON; and reports
 * set as tagged PDF with their fonts a second, beside the same lines set by bare pdfkit with a built-in font.
 */
export async function benchDocuments(): Promise<readonly BenchEntry[]> {
  const entries: BenchEntry[] = [];
  for (const [kind, reader, facts] of KINDS) {
    const value = await perSecond(async () => {
      for (const language of Language.options) {
        const leaks = leakSearch(facts, reader)(renderMessage(kind, language, reader, facts));
        if (leaks.length > 0) throw new Error(`the ${kind} leaks`);
      }
    }, Language.options.length);
    const floor = await perSecond(async () => void JSON.parse(JSON.stringify(facts)), 1);
    entries.push(entry(`documents: ${kind}, searched for leaks`, value, 'the fact sheet through JSON', floor));
  }
  return [...entries, await benchPaper()];
}

async function benchPaper(): Promise<BenchEntry> {
  const paper = new PdfPaper({ regular: font('DejaVuSans.ttf'), bold: font('DejaVuSans-Bold.ttf') });
  const { subject, text } = renderMessage('effect-report', 'de', 'authority', ORDER_FACTS);
  const { reference, composedAt } = ORDER_FACTS;
  const document = { title: subject, text, language: 'de', reference, writtenAt: composedAt } as const;
  const value = await perSecond(async () => void (await paper.write(document)), 1);
  const floor = await perSecond(() => writeBare(text), 1);
  return entry('documents: effect-report as PDF', value, 'its text by bare pdfkit, without fonts and tags', floor);
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

async function perSecond(round: () => Promise<void>, each: number): Promise<number> {
  await round();
  const since = performance.now();
  let rounds = 0;
  while (performance.now() - since < SECONDS * 1_000) {
    await round();
    rounds += 1;
  }
  return (rounds * each) / ((performance.now() - since) / 1_000);
}

function entry(name: string, value: number, peer: string, peerValue: number): BenchEntry {
  return { name, value, unit: '1/s', peer, peerValue, ratio: value / peerValue };
}
