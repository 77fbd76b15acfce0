import { getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { renderMessage } from '#domain/messages/render-message';
import { Language } from '#domain/party';
import type { PaperDocument } from '../../../functions/ports/paper.ts';
import { GOLDEN } from '../../domain/messages/golden-rows.ts';
import { dejavuPaper, pagesIn } from '../../support/pdf.ts';

const paper = dejavuPaper();
/** The first golden message of each kind that is a letter, in one language after the other. */
const LETTERS = GOLDEN.filter(
  (row, index) => !row[1].startsWith('partner') && GOLDEN.findIndex(([, kind]) => kind === row[1]) === index,
).flatMap((row) => Language.options.map((language) => [language, ...row] as const));

const LETTER: PaperDocument = {
  title: 'Rückmeldung',
  text: 'Behörde: Bundeskriminalamt\n[x] gesperrt\n\n(1) https://klangwerk.example/tracks/łódź-Анна',
  language: 'de',
  reference: 'W-2026-000124',
  writtenAt: '2026-10-17T21:58:00Z',
};

async function pagesOf(document: PaperDocument): Promise<readonly string[]> {
  return await pagesIn(await paper.write(document));
}

/** Without the spaces at which lines are broken, and with boxes as text has them. */
function letters(text: string): string {
  return text.replaceAll('☒', '[x]').replaceAll('☐', '[ ]').replace(/\s+/g, '');
}

describe('PdfPaper', () => {
  it.each(LETTERS)('holds in %s every word of %s, in order', async (language, _name, kind, audience, facts) => {
    const { reference, composedAt: writtenAt } = facts;
    const { subject, text } = renderMessage(kind, language, audience, facts);
    const pages = await pagesOf({ title: subject, text, language, reference, writtenAt });
    const without = pages.map((page, index) => {
      const foot =
        language === 'de' ? `Seite ${index + 1} von ${pages.length}` : `Page ${index + 1} of ${pages.length}`;
      return letters(page).replace(letters(`${reference} · ${foot}`), '');
    });
    expect(without.join('')).toBe(letters(subject + text));
  });

  it('covers other scripts and draws boxes', async () => {
    const [page = ''] = await pagesOf(LETTER);
    expect(page).toContain('łódź-Анна');
    expect(page).toContain('☒ gesperrt');
  });

  it('tells headings from text, and leaves none alone at the foot of a page', async () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'Zeile').join('\n');
    const written = await paper.write({ ...LETTER, text: `${lines(52)}\n\n2. Tatsachen\n\nEs war so.` });
    const pdf = await getDocumentProxy(new Uint8Array(written));
    expect(pdf.numPages).toBe(2);
    const second = await pdf.getPage(2);
    expect((await pagesIn(written))[1]).toContain('2. Tatsachen');
    const tree = JSON.stringify(await second.getStructTree());
    expect(tree).toContain('"H2"');
    expect(tree).toContain('"P"');
  });

  it('sets what is quoted in from the margin on each of its lines', async () => {
    const long = Array.from({ length: 40 }, () => 'Wort').join(' ');
    const pdf = await getDocumentProxy(new Uint8Array(await paper.write({ ...LETTER, text: `> ${long}\n\n${long}` })));
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const lines = items.flatMap((item) => ('str' in item && item.str.includes('Wort Wort') ? [item.transform[4]] : []));
    const margins = new Set(lines.map((x) => Math.round(x)));
    expect([...margins]).toHaveLength(2);
    expect(lines.filter((x) => Math.round(x) === Math.max(...margins)).length).toBeGreaterThan(1);
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
