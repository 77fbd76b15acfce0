import { describe, expect, it } from 'vitest';
import type { ItemEffect } from '#domain/case-rows';
import type { DecisionRecord } from '#domain/decision';
import { entryDuties } from '../../../../functions/legal-removal/tell/entry-duties.ts';
import type { Sources } from '../../../../functions/legal-removal/tell/sources.ts';
import { NOW, sampleCase } from '../../support/sample-case.ts';

const APPLIED = '2026-10-17T21:00:00.000Z';

function effect(itemId: string, changes: Partial<ItemEffect> = {}): ItemEffect {
  const proven = { state: 'proven', unproven: [], personId: null, appliedAt: APPLIED, provenAt: APPLIED } as const;
  return { itemId, territories: ['DE'], ...proven, unproven: [], ...changes };
}

function sources(changes: Partial<Record<keyof Sources, unknown>> = {}): Sources {
  const decision = decided('d1', 'restrict');
  const effects = new Map([effect('item-1')].map((item) => [item.itemId, item]));
  const record = sampleCase({ state: 'notifying', effects: { pending: 0, proven: 1, failed: 0 } });
  return { record, decision, restricting: decision, effects, restricted: effects, ...changes } as Sources;
}

function decided(decisionId: string, what: DecisionRecord['effect'], reverses: string | null = null) {
  return { record: { decisionId, effect: what, reverses } };
}

const owed = (given: Sources, moment: 'first-effect' | 'restored') =>
  entryDuties(given, moment, NOW).map(({ deliveryId, decisionId, state, entry }) => ({
    ...{ deliveryId, decisionId, state, itemIds: entry?.itemIds },
  }));

describe('entryDuties', () => {
  const ENTRY = 'd1.transparency-database-entry.transparency-database';

  it('owes an entry of what a decision restricts, once everything is proven', () => {
    expect(owed(sources(), 'first-effect')).toEqual([
      { deliveryId: ENTRY, decisionId: 'd1', state: 'owed', itemIds: ['item-1'] },
    ]);
    const record = sampleCase({ effects: { pending: 1, proven: 1, failed: 0 } });
    expect(owed(sources({ record }), 'first-effect')).toEqual([]);
  });

  it('owes one of what was restricted though it was taken back before, by its own decision', () => {
    const reversal = sources({ decision: decided('d2', 'reverse', 'd1'), effects: new Map() });
    expect(owed(reversal, 'restored')).toMatchObject([{ deliveryId: ENTRY, decisionId: 'd1', itemIds: ['item-1'] }]);
    expect(owed(reversal, 'first-effect')).toEqual([]);
  });

  it('leaves out what was gone, never took effect, or lies elsewhere', () => {
    const items = [
      effect('item-1', { state: 'gone' }),
      effect('item-2', { appliedAt: null }),
      effect('item-3', { territories: ['US'] }),
      effect('item-4', { restrictedBy: ['d0'] }),
      effect('item-5'),
    ];
    const effects = new Map(items.map((item) => [item.itemId, item]));
    expect(owed(sources({ effects }), 'first-effect')).toMatchObject([{ itemIds: ['item-5'] }]);
  });

  it('owes nothing on a removal order', () => {
    const record = sampleCase({
      legalBasis: 'EU_TCO_ART3',
      nature: 'order',
      effects: { pending: 0, proven: 1, failed: 0 },
    });
    expect(owed(sources({ record }), 'first-effect')).toEqual([]);
  });

  it('splits 250 items into entries of at most 100, each with an id of its own', () => {
    const items = Array.from({ length: 250 }, (_, index) => effect(`item-${index + 1}`));
    const effects = new Map(items.map((item) => [item.itemId, item]));
    const duties = owed(sources({ effects }), 'first-effect');
    expect(duties.map(({ itemIds }) => itemIds?.length)).toEqual([100, 100, 50]);
    expect(duties.map(({ deliveryId }) => deliveryId)).toEqual([ENTRY, `${ENTRY}.2`, `${ENTRY}.3`]);
    expect(duties.flatMap(({ itemIds }) => itemIds)).toEqual(items.map(({ itemId }) => itemId));
  });
});
