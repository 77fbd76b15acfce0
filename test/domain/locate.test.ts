import { describe, expect, it } from 'vitest';
import { locateContent, locateItems } from '#domain/locate';

const PLATFORM = 'http://localhost:4400/_local/platform/';

describe('locateContent', () => {
  it.each([
    ['http://localhost:4400/_local/platform/tracks/trk-1001', 'tracks', 'trk-1001'],
    ['https://localhost:4400/_local/platform/tracks/trk-1001', 'tracks', 'trk-1001'],
    [' http://LOCALHOST:4400/_local/platform/podcasts/pod-2001/?t=43#x ', 'podcasts', 'pod-2001'],
    ['http://localhost:4400/_local/platform/comments/cmt-3001?territory=DE', 'comments', 'cmt-3001'],
  ])('finds the item of %s', (url, kind, id) => {
    expect(locateContent(url, PLATFORM)).toEqual({ kind: 'located', reference: { kind, id } });
  });

  it.each([
    ['https://label.example/tracks/trk-1001', 'elsewhere'],
    ['http://localhost:4401/_local/platform/tracks/trk-1001', 'elsewhere'],
    ['http://localhost:4400/tracks/trk-1001', 'unreadable'],
    ['http://localhost:4400/_local/platform/tracks/', 'unreadable'],
    ['http://localhost:4400/_local/platform/videos/v-1', 'unreadable'],
    ['http://localhost:4400/_local/platform/tracks/a/b', 'unreadable'],
    ['http://localhost:4400/_local/platform/tracks/..%2Fx', 'unreadable'],
    ['http://localhost:4400/_local/platform/tracks/../../v1/cases', 'unreadable'],
    ['http://evil@localhost:4400/_local/platform/tracks/trk-1', 'unreadable'],
    ['javascript:alert(1)', 'unreadable'],
    ['trk-1001', 'unreadable'],
    ['', 'unreadable'],
  ])('says of %s: %s', (url, kind) => {
    expect(locateContent(url, PLATFORM)).toEqual({ kind });
  });
});

describe('locateItems', () => {
  const claimed = (id: string, more: object = {}) => ({
    url: `http://localhost:4400/_local/platform/tracks/${id}`,
    components: [],
    territories: [],
    ...more,
  });

  it('says of items named after the demand when that was, and of the same content the first time', () => {
    const addedAt = '2026-10-05T09:00:00.000Z';
    const later = [claimed('trk-2', { addedAt }), claimed('trk-1', { addedAt }), claimed('own', { addedAt })];
    const { items, ownWorks } = locateItems([claimed('trk-1'), ...later], [claimed('own').url], PLATFORM);
    expect(items.map((item) => [item.itemId, item.reference?.id, item.addedAt])).toEqual([
      ['item-1', 'trk-1', undefined],
      ['item-2', 'trk-2', addedAt],
    ]);
    expect(ownWorks).toHaveLength(1);
  });

  it('numbers items in order of arrival and keeps what cannot be located', () => {
    const { items, anyLocated, everythingElsewhere } = locateItems(
      [
        claimed('trk-1', { note: 'Refrain' }),
        { ...claimed(''), url: 'https://other.example/x' },
        { ...claimed(''), url: 'that song' },
      ],
      [],
      PLATFORM,
    );
    expect(items.map(({ itemId, reference, note }) => [itemId, reference?.id ?? null, note])).toEqual([
      ['item-1', 'trk-1', 'Refrain'],
      ['item-2', null, null],
      ['item-3', null, null],
    ]);
    expect([anyLocated, everythingElsewhere]).toEqual([true, false]);
  });

  it('never makes an item of the claimant’s own work', () => {
    const own = ['http://localhost:4400/_local/platform/tracks/trk-own#original', 'https://label.example/original/'];
    const located = locateItems(
      [claimed('trk-own'), claimed('trk-1'), { ...claimed(''), url: 'https://label.example/original' }],
      own,
      PLATFORM,
    );
    expect(located.items.map(({ reference }) => reference?.id)).toEqual(['trk-1']);
    expect(located.ownWorks).toHaveLength(2);
  });

  it('makes one item, as wide as both, of content named twice', () => {
    const [item] = locateItems(
      [
        claimed('trk-1', { components: ['audio'], territories: ['DE'], note: 'a' }),
        claimed('trk-1', { components: ['audio'], territories: ['AT'], note: 'b' }),
        claimed('trk-1', { components: ['title'], territories: ['AT', 'DE'] }),
      ],
      [],
      PLATFORM,
    ).items;
    expect(item).toMatchObject({ components: ['audio', 'title'], territories: ['DE', 'AT'], note: 'a / b' });
    const [whole] = locateItems(
      [claimed('trk-1', { components: ['audio'], territories: ['DE'] }), claimed('trk-1')],
      [],
      PLATFORM,
    ).items;
    expect(whole).toMatchObject({ components: [], territories: [], note: null });
  });

  it('makes two items of content named twice where one would be wider than both', () => {
    const named = [
      claimed('trk-1', { components: ['audio'], territories: ['DE'] }),
      claimed('trk-1', { components: ['title'], territories: ['FR'] }),
      claimed('trk-1', { components: ['title'], territories: ['AT'] }),
    ];
    expect(locateItems(named, [], PLATFORM).items).toMatchObject([
      { itemId: 'item-1', components: ['audio'], territories: ['DE'] },
      { itemId: 'item-2', components: ['title'], territories: ['FR', 'AT'] },
    ]);
  });

  it('says when everything lies on another site, and nothing of a list that is empty', () => {
    expect(locateItems([{ ...claimed(''), url: 'https://other.example/x' }], [], PLATFORM).everythingElsewhere).toBe(
      true,
    );
    expect(locateItems([], [], PLATFORM)).toMatchObject({ items: [], anyLocated: false, everythingElsewhere: false });
  });
});
