import { describe, expect, it } from 'vitest';
import { LEGAL_BASES } from '../../domain/catalogue/catalogue.ts';
import { type ErasureRow, erasedPersons } from '../../domain/erasure.ts';
import { erasedBecause } from '../../domain/erasure-words.ts';
import { retentionEnd, retentionRule } from '../../domain/retention.ts';

const ROW: ErasureRow = {
  ...{ number: 1, personIds: ['sender'], whole: false, ground: 'gdpr-art-17', reference: 'DSR-1', by: 'cora' },
  ...{ recordedAt: '2026-10-05T08:00:00.000Z', state: 'pending', destroyedAt: '2026-10-05T08:01:00.000Z' },
  backupsUntil: '2026-10-06T08:01:00.000Z',
};

describe('erasedPersons', () => {
  it('names nobody before the erasure began, and the texts of the case with the whole of it', () => {
    expect([...erasedPersons([{ ...ROW, state: 'recorded' }]).keys()]).toEqual([]);
    expect([...erasedPersons([{ ...ROW, state: 'begun' }]).keys()]).toEqual(['sender']);
    expect([...erasedPersons([{ ...ROW, whole: true }]).keys()]).toEqual(['sender', 'case']);
  });
});

describe('erasedBecause', () => {
  it('says on which ground, when, and until when backups can bring it back', () => {
    const ground = 'request upheld under Art 17 GDPR (DSR-1)';
    expect(erasedBecause(ROW)).toBe(
      `erased at ${ROW.destroyedAt}: ${ground}; backups of the key run out at ${ROW.backupsUntil}`,
    );
    expect(erasedBecause({ ...ROW, state: 'complete' })).toBe(`erased at ${ROW.destroyedAt}: ${ground}`);
    expect(erasedBecause({ ...ROW, state: 'begun', destroyedAt: null, backupsUntil: null })).toBe(
      `being erased: ${ground}`,
    );
  });
});

describe('retentionRule', () => {
  it.each(LEGAL_BASES.map((basis) => [basis.id, basis] as const))(
    'of %s is never shown as law without one',
    (_, basis) => {
      expect(retentionRule(basis).setBy).toBe(basis.retentionSource === undefined ? 'platform' : 'law');
    },
  );

  it('ends that many years after closing, on the 28th for a leap day', () => {
    expect(retentionEnd('2028-02-29T10:00:00.000Z', { retentionYears: 1 })).toBe('2029-02-28T10:00:00.000Z');
    const source = { cite: 'A statute', certainty: 'known' } as const;
    expect(retentionRule({ retentionYears: 2, retentionSource: source })).toEqual({ years: 2, setBy: 'law', source });
  });
});
