import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { PdfPaper } from '#adapters/pdf-paper';
import { leakSearch } from '#domain/messages/find-leaks';
import { renderMessage } from '#domain/messages/render-message';
import type { PaperDocument } from '../../../functions/ports/paper.ts';
import { noticeSheet, orderSheet, removalOrderSheet } from '../../domain/messages/fact-sheets.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const face = (name: string) => readFileSync(join(ROOT, 'node_modules', 'dejavu-fonts-ttf', 'ttf', `${name}.ttf`));
const paper = new PdfPaper({ regular: face('DejaVuSans'), bold: face('DejaVuSans-Bold') });
const GOLDEN = join(ROOT, 'test', 'domain', 'messages', 'golden');
const REPORTS = globSync('{effect-report,interim-effect-report,impossibility-report}*.{en,de}.txt', { cwd: GOLDEN });

const LETTER: PaperDocument = {
  title: 'Rückmeldung',
  text: 'Behörde: Bundeskriminalamt\n[x] gesperrt\n\n(1) https://klangwerk.example/tracks/łódź-Анна',
  language: 'de',
  reference: 'W-2026-000124',
  writtenAt: '2026-10-17T21:58:00Z',
};

async function pagesOf(document: PaperDocument): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await paper.write(document)));
  return await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('');
    }),
  );
}

/** Without the spaces at which lines are broken, and with boxes as text has them. */
function letters(text: string): string {
  return text.replaceAll('☒', '[x]').replaceAll('☐', '[ ]').replace(/\s+/g, '');
}

describe('PdfPaper', () => {
  it.each(REPORTS)('holds every word of %s, in order', async (name) => {
    const [, title = '', ...paragraphs] = (readFileSync(join(GOLDEN, name), 'utf8').split('--- JSON ---')[0] ?? '')
      .trim()
      .split('\n\n');
    const language = name.endsWith('.de.txt') ? 'de' : 'en';
    const pages = await pagesOf({ ...LETTER, title, text: paragraphs.join('\n\n'), language });
    const feet = pages.map((_, index) =>
      language === 'de' ? `Seite ${index + 1} von ${pages.length}` : `Page ${index + 1} of ${pages.length}`,
    );
    const withFeet = pages.map((page, index) => letters(page).replace(letters(`W-2026-000124 · ${feet[index]}`), ''));
    expect(withFeet.join('')).toBe(letters([title, ...paragraphs].join('')));
  });

  it('covers other scripts and draws boxes', async () => {
    const [page = ''] = await pagesOf(LETTER);
    expect(page).toContain('łódź-Анна');
    expect(page).toContain('☒ gesperrt');
  });

  it('gives the same bytes for the same document', async () => {
    expect(await paper.write(LETTER)).toEqual(await paper.write(LETTER));
  });

  it('numbers its pages and begins none for a number', async () => {
    const text = Array.from(
      { length: 120 },
      (_, index) => `(${index + 1}) https://klangwerk.example/tracks/trk-${index}`,
    );
    const pages = await pagesOf({ ...LETTER, text: text.join('\n\n') });
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`W-2026-000124 · Seite ${index + 1} von ${pages.length}`);
    });
    expect(pages.join('')).toContain('trk-119');
  });

  it('says in what language it is, what it is called and when it was written, and nothing else of anybody', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await paper.write(LETTER)));
    const { info } = await getMeta(pdf);
    expect(info).toMatchObject({
      Title: 'Rückmeldung',
      Language: 'de',
      CreationDate: expect.stringContaining('20261017'),
    });
    expect(Object.keys(info).filter((key) => ['Author', 'Subject', 'Keywords'].includes(key))).toEqual([]);
  });
});

describe('a report on paper', () => {
  const secret = { confidential: [{ label: 'reviewer', value: 'Ines Okonkwo', audiences: [] }] };
  const named = { ...secret, sender: noticeSheet().sender };
  const sheets = [removalOrderSheet(named), orderSheet(named)];

  /** What the text layer and the metadata of a document tell an authority that may not know it. */
  async function leaksOf(facts: (typeof sheets)[number], document: PaperDocument): Promise<readonly string[]> {
    const bytes = await paper.write(document);
    const { info, metadata } = await getMeta(new Uint8Array(bytes));
    const text = (await pagesOf(document)).join('\n');
    const extras = { metadata: JSON.stringify([info, metadata]), fileName: document.title };
    return leakSearch(facts, 'authority')({ subject: '', text, extras }).map(({ field }) => field);
  }

  it.each([
    [sheets[0]!, 'de'],
    [sheets[1]!, 'en'],
  ] as const)('tells its reader nothing of others, in words or in metadata: $0.legalBasis', async (facts, language) => {
    const { subject, text } = renderMessage('effect-report', language, 'authority', facts);
    const document = { ...LETTER, title: subject, text, language };
    expect(await leaksOf(facts, document)).toEqual([]);
    expect(await leaksOf(facts, { ...document, title: `${subject} (Ines Okonkwo)` })).not.toEqual([]);
    expect(await leaksOf(facts, { ...document, text: `${text}\nMara Lind` })).not.toEqual([]);
  });
});
