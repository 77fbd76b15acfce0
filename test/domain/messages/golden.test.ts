import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findContradictions } from '#domain/messages/find-contradictions';
import { findLeaks } from '#domain/messages/find-leaks';
import { renderMessage } from '#domain/messages/render-message';
import { Language, PartyRole } from '#domain/party';
import { removalOrderSheet } from './fact-sheets.ts';
import { kindsFor } from './generated-sheets.ts';
import { GOLDEN, REINSTATED } from './golden-rows.ts';

function asFile({ subject, text, json }: ReturnType<typeof renderMessage>): string {
  const machine = json === undefined ? '' : `\n--- JSON ---\n${JSON.stringify(json, null, 2)}\n`;
  return `Subject: ${subject}\n\n${text}${machine}`;
}

describe('golden messages', () => {
  it.each(GOLDEN.flatMap((row) => Language.options.map((language) => [language, ...row] as const)))(
    'writes in %s: %s',
    async (language, name, kind, audience, facts) => {
      const message = renderMessage(kind, language, audience, facts);
      await expect(asFile(message)).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
      expect(findLeaks(message, facts, audience)).toEqual([]);
    },
  );

  it.each([
    ['authority', 'reinstatement-to-sender', true],
    ['uploader', 'reinstatement-to-uploader', false],
  ] as const)('tell why an order of the Union was not upheld to the %s alone', (audience, kind, isTold) => {
    const explanation = 'Artikel 1 Absatz 3 nimmt journalistische Beiträge aus.';
    const reinstatement = {
      ...REINSTATED,
      at: '2026-10-17T21:57:00Z',
      reason: 'order-not-upheld',
      explanation,
    } as const;
    const { text } = renderMessage(kind, 'de', audience, removalOrderSheet({ reinstatement }));
    expect(text.includes(explanation)).toBe(isTold);
  });

  it.each(PartyRole.options.flatMap((reader) => kindsFor(reader).map((kind) => [kind, reader] as const)))(
    'are there of each %s to the %s',
    (kind, reader) => {
      expect(GOLDEN.filter((row) => row[1] === kind && row[2] === reader)).not.toEqual([]);
    },
  );

  it('are all written by a row, in each language', () => {
    const written = GOLDEN.flatMap(([name]) => Language.options.map((language) => `${name}.${language}.txt`));
    expect(globSync('*', { cwd: join(import.meta.dirname, 'golden') }).toSorted()).toEqual(written.toSorted());
  });

  it.each(GOLDEN)('is written from facts that do not contradict one another: %s', (_name, _kind, _audience, facts) => {
    expect(findContradictions([facts])).toEqual([]);
  });
});
