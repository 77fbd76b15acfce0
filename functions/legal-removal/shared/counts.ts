import type { EffectCounts } from '#domain/case';
import type { ItemEffect } from '#domain/case-rows';
import type { ItemState } from '#domain/item';

type States = readonly Pick<ItemEffect, 'state'>[];

/** How many items are in a state. */
export function countIn(items: States, state: ItemState): number {
  return items.filter((item) => item.state === state).length;
}

/** The counts of a decision's effects after some of its items changed. */
export function countsAfter(counts: EffectCounts, before: States, after: States): EffectCounts {
  const by = (state: ItemState): number => (counts[state] ?? 0) + countIn(after, state) - countIn(before, state);
  const gone = by('gone');
  return { pending: by('pending'), proven: by('proven'), failed: by('failed'), ...(gone > 0 && { gone }) };
}
