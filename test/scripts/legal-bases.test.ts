import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clockIds, findClock } from '../../domain/catalogue/catalogue.ts';
import { LegalBasisId } from '../../domain/legal-basis.ts';
import { legalBasesPage } from '../../scripts/legal-bases/page.ts';

const page = legalBasesPage();

describe('docs/legal-bases.md', () => {
  it('is what the catalogue says now (else: npm run legal-bases)', () => {
    expect(readFileSync(join(import.meta.dirname, '../../docs/legal-bases.md'), 'utf8')).toBe(page);
  });

  it('has a section for every legal basis and a row for every clock', () => {
    const sections = [...page.matchAll(/^## ([A-Z].*)$/gm)].map(([, title]) => title);
    expect(sections.toSorted()).toEqual(['Overview', ...LegalBasisId.options].toSorted());
    for (const id of clockIds()) expect(page).toContain(`| \`${id}\` |`);
  });

  it('says of each entry in the Transparency Database where a restriction has to reach for it to be owed', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| transparency-database-entry |'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toContain('| if restricted in a country of the European Economic Area');
  });

  it.each([
    ['AU_OSA', '; it reaches AU at most, so none is owed |'],
    ['GDPR_ART17', 'of what is proven there |'],
  ])('says whether a restriction on %s can reach there', (basis, words) => {
    const section = page.split(`\n## ${basis}\n`)[1]?.split('\n## ')[0] ?? '';
    const row = section.split('\n').find((line) => line.startsWith('| transparency-database-entry |'));
    expect(row).toContain(words);
  });

  it('waits for one hour, not for 1 hours', () => {
    expect(page).not.toMatch(/\b1 (?:hours|days)\b/);
  });

  it('says what no field of an order tells, so that its reviewer judges it', () => {
    expect(page).toMatch(/A reviewer judges besides \| .*translation.*Art 9\(2\)\(c\)/);
  });

  it('calls no target a deadline or law', () => {
    const targets = clockIds().filter((id) => findClock(id)?.rule.kind === 'target');
    const rows = page.split('\n').filter((line) => targets.some((id) => line.startsWith(`| \`${id}\` |`)));
    expect(rows.length).toBeGreaterThanOrEqual(targets.length);
    for (const row of rows) {
      expect(row).toContain('our own target, not law');
      expect(row).not.toMatch(/deadline|statutory/i);
    }
  });
});
