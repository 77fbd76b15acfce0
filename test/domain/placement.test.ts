import { describe, expect, it } from 'vitest';
import type { PlannedEffect } from '#domain/effects';
import { lessProven, notInPlace, notPreserved, stillInPlace } from '#domain/placement';
import { judgeEffect, type PlacedRestriction } from '#domain/proof';

const effect: PlannedEffect = {
  itemId: 'item-1',
  action: 'disable',
  components: ['audio'],
  territories: ['AT', 'DE'],
  until: null,
};
const placed: PlacedRestriction = { components: [], territories: ['AT', 'DE'], visibility: 'dark' };
const PARTS = ['audio', 'title', 'profile'];

describe('notInPlace', () => {
  it.each<[string, PlannedEffect, PlacedRestriction[], string[]]>([
    ['all that a wider restriction of ours covers', effect, [{ ...placed, territories: ['WORLD'] }], []],
    [
      'all that two restrictions of ours cover together',
      effect,
      [
        { ...placed, territories: ['AT'] },
        { ...placed, territories: ['DE'], components: ['audio'] },
      ],
      [],
    ],
    ['nothing without a restriction of ours', effect, [], ['audio@AT', 'audio@DE']],
    ['not a country that it leaves out', effect, [{ ...placed, territories: ['DE'] }], ['audio@AT']],
    ['not another part', effect, [{ ...placed, components: ['title'] }], ['audio@AT', 'audio@DE']],
    ['not less than was decided', effect, [{ ...placed, visibility: 'demoted' }], ['audio@AT', 'audio@DE']],
    [
      'the whole item but for what is the uploader’s',
      { ...effect, components: [] },
      [{ ...placed, components: ['audio'] }],
      ['title@AT', 'title@DE'],
    ],
    ['not the world by countries', { ...effect, territories: ['WORLD'] }, [placed], ['audio@WORLD']],
  ])('finds in place %s', (_, wanted, own, missing) => {
    const found = notInPlace(wanted, own, PARTS);
    expect(found.map(({ component, territory }) => `${component}@${territory}`)).toEqual(missing);
    expect(found.every(({ reason }) => reason === 'not-in-place')).toBe(true);
  });
});

describe('stillInPlace', () => {
  it('names every place that a restriction of ours still covers', () => {
    expect(stillInPlace(effect, []).length).toBe(0);
    expect(stillInPlace(effect, [placed]).map(({ component, territory }) => `${component}@${territory}`)).toEqual([
      '*@AT',
      '*@DE',
    ]);
  });
});

describe('notPreserved', () => {
  const owed = { holdId: 'h', until: '2027-01-01T00:00:00Z' };
  it.each([
    ['no copy is owed', null, [], 0],
    ['the copy is kept', owed, [owed], 0],
    ['it is kept for longer', owed, [{ ...owed, until: '2027-06-01T00:00:00Z' }], 0],
    ['it is kept for less', owed, [{ ...owed, until: '2026-12-31T00:00:00Z' }], 1],
    ['somebody else’s is kept', owed, [{ ...owed, holdId: 'other' }], 1],
  ])('is right when %s', (_, wanted, holds, missing) => {
    expect(notPreserved(effect, wanted, holds)).toHaveLength(missing);
  });
});

describe('lessProven', () => {
  const up = { audio: { default: 'up', exceptions: {} } } as const;
  const dark = { audio: { default: 'up', exceptions: { AT: 'dark', DE: 'dark' } } } as const;
  const proof = judgeEffect(effect, up, dark);

  it('leaves a proof as it is when nothing is missing', () => {
    expect(proof.state).toBe('proven');
    expect(lessProven(effect, proof, [])).toBe(proof);
  });

  it('makes a proof fail in the places that are missing, and there only', () => {
    const missing = notInPlace(effect, [{ ...placed, territories: ['AT'] }], PARTS);
    expect(lessProven(effect, proof, missing)).toMatchObject({
      state: 'failed',
      territories: { AT: 'proven', DE: 'failed' },
    });
  });
});
