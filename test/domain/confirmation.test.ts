import { describe, expect, it } from 'vitest';
import { differencesFrom } from '#domain/confirmation';
import type { PlannedEffect } from '#domain/effects';

const effect = (itemId: string, fields: Partial<PlannedEffect> = {}): PlannedEffect => ({
  ...{ itemId, action: 'disable', components: [], territories: ['DE', 'FR'], until: null },
  ...fields,
});
const IN_FORCE = [effect('item-1'), effect('item-2', { components: ['audio', 'title'] })];

describe('differencesFrom', () => {
  it('finds none where the same is said, in whatever order and form', () => {
    const said = [
      effect('item-2', { components: ['title', 'audio'] }),
      effect('item-1', { territories: ['FR', 'DE'], until: null }),
    ];
    expect(differencesFrom(IN_FORCE, said)).toEqual([]);
    const until = '2026-11-01T00:00:00.000Z';
    const ending = [effect('item-1', { until })];
    expect(differencesFrom(ending, [effect('item-1', { until: '2026-11-01T01:00:00+01:00' })])).toEqual([]);
  });

  it.each([
    ['an item left out', [IN_FORCE[1]!], [{ itemId: 'item-1', about: 'left-out' }]],
    ['an item that is not restricted', [...IN_FORCE, effect('item-3')], [{ itemId: 'item-3', about: 'not-in-force' }]],
    [
      'another action',
      [effect('item-1', { action: 'remove' }), IN_FORCE[1]!],
      [{ itemId: 'item-1', about: 'action', inForce: 'disable', decided: 'remove' }],
    ],
    [
      'a part of the whole item',
      [effect('item-1', { components: ['audio'] }), IN_FORCE[1]!],
      [{ itemId: 'item-1', about: 'components', inForce: [], decided: ['audio'] }],
    ],
    [
      'the whole item for parts of it',
      [IN_FORCE[0]!, effect('item-2')],
      [{ itemId: 'item-2', about: 'components', inForce: ['audio', 'title'], decided: [] }],
    ],
    [
      'other countries',
      [effect('item-1', { territories: ['DE', 'US'] }), IN_FORCE[1]!],
      [{ itemId: 'item-1', about: 'territories', leftOut: ['FR'], added: ['US'] }],
    ],
    [
      'an end',
      [effect('item-1', { until: '2026-11-01T00:00:00Z' }), IN_FORCE[1]!],
      [{ itemId: 'item-1', about: 'until', inForce: null, decided: '2026-11-01T00:00:00.000Z' }],
    ],
  ])('names %s', (_, said, differences) => {
    expect(differencesFrom(IN_FORCE, said)).toEqual(differences);
  });

  it('names everything that differs of one item', () => {
    const said = [effect('item-1', { action: 'mute', components: ['audio'], territories: ['DE'] }), IN_FORCE[1]!];
    expect(differencesFrom(IN_FORCE, said).map(({ about }) => about)).toEqual(['action', 'components', 'territories']);
  });
});
