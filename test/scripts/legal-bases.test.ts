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
