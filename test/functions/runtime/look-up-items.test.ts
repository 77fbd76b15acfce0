import { describe, expect, it } from 'vitest';
import { PlatformUnavailableError } from '../../../functions/ports/errors.ts';
import { lookUpItems } from '../../../functions/runtime/look-up-items.ts';
import { MemoryPlatform } from '../../support/memory-platform.ts';

const item = (itemId: string, id: string | null) => ({
  itemId,
  reference: id === null ? null : { kind: 'tracks' as const, id },
});
const ITEMS = [
  item('item-1', 'trk-1001'),
  item('item-2', null),
  item('item-3', 'trk-7777'),
  item('item-4', 'trk-1002'),
];

describe('lookUpItems', () => {
  it('gives the parts of each item that has a place, none of one that is not there, for the first ones only', async () => {
    const known = await lookUpItems(new MemoryPlatform(), ITEMS, 2);
    expect([...known]).toEqual([
      ['item-1', expect.arrayContaining(['audio', 'lyrics'])],
      ['item-3', null],
    ]);
  });

  it('says nothing while the platform does not answer, and hides no other fault', async () => {
    const platform = new MemoryPlatform();
    platform.mode = '500';
    expect([...(await lookUpItems(platform, ITEMS, 10))]).toEqual([]);
    const broken = { describe: () => Promise.reject(new TypeError('defect')) };
    await expect(lookUpItems(broken, ITEMS, 10)).rejects.toThrow('defect');
    const gone = { describe: () => Promise.reject(new PlatformUnavailableError('404 at the door')) };
    expect((await lookUpItems(gone, ITEMS, 10)).size).toBe(0);
  });
});
