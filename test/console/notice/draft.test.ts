import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, EMPTY_ITEM, withItem } from '../../../console/notice/draft.ts';

describe('a form that is opened from an item', () => {
  const address = 'https://platform.example/tracks/2';
  const noted = { ...EMPTY_ITEM, note: '00:43' };
  const other = { ...EMPTY_ITEM, url: 'https://platform.example/tracks/1' };

  it.each([
    ['an empty form', [EMPTY_ITEM], [{ ...EMPTY_ITEM, url: address }]],
    ['one that has another already', [other, EMPTY_ITEM], [other, { ...EMPTY_ITEM, url: address }]],
    ['one with a remark', [noted], [noted, { ...EMPTY_ITEM, url: address }]],
  ])('has its address: %s', (_, items, expected) => {
    expect(withItem({ ...EMPTY_DRAFT, items }, ` ${address} `).items).toEqual(expected);
  });

  it('is left as it is where it has that address, or none came', () => {
    const draft = { ...EMPTY_DRAFT, items: [{ ...noted, url: address }] };
    expect(withItem(draft, address)).toBe(draft);
    expect(withItem(EMPTY_DRAFT, null)).toBe(EMPTY_DRAFT);
    expect(withItem(EMPTY_DRAFT, ' ')).toBe(EMPTY_DRAFT);
  });
});
