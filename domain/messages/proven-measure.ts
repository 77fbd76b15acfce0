import { EU_MEMBER_STATES, expandTerritories } from '#domain/territory';
import type { FactView, ItemView } from './fact-view.ts';
import { latest } from './instants.ts';

/** One effect of an item as a reader may see it. */
export type EffectView = NonNullable<ItemView['effects']>[number];

/** What is proven of the measure on all items together; `completeAt` is when the last of it took effect. */
export interface ProvenMeasure {
  readonly removed: boolean;
  readonly disabledInUnion: boolean;
  readonly completeAt: string | undefined;
}

function provenEffects(item: ItemView): readonly EffectView[] {
  return (item.effects ?? []).filter((effect) => effect.state === 'proven');
}

function isProvenInUnion(item: ItemView): boolean {
  const proven = expandTerritories(provenEffects(item).flatMap((effect) => effect.territories ?? []));
  return proven.includes('WORLD') || EU_MEMBER_STATES.every((country) => proven.includes(country));
}

/** Tells whether every territory in which a restricted item is restricted has been proven for it. */
export function isWhollyProven(item: ItemView): boolean {
  if (item.action === 'none') return true;
  const effects = item.effects ?? [];
  const proven = expandTerritories(provenEffects(item).flatMap((effect) => effect.territories ?? []));
  const decided = expandTerritories(item.territories ?? []);
  const complete = decided.every((country) => proven.includes(country) || proven.includes('WORLD'));
  return effects.length > 0 && effects.every((effect) => effect.state === 'proven') && complete;
}

/** Sums up what is proven: whether all restricted items are removed, or disabled in every Member State, and since when. */
export function provenMeasure(items: FactView['items']): ProvenMeasure {
  const restricted = items.filter((item) => item.action !== 'none');
  const times = restricted.flatMap((item) => provenEffects(item).flatMap((effect) => effect.effectiveAt ?? []));
  const everywhere = restricted.length > 0 && restricted.every(isProvenInUnion);
  const inParts = restricted.some((item) => (item.components ?? []).length > 0);
  const removed = restricted.filter((item) => item.action === 'remove');
  const disabled = restricted.filter((item) => item.action === 'disable');
  return {
    removed: everywhere && !inParts && removed.length > 0 && removed.length === restricted.length,
    disabledInUnion:
      everywhere && !inParts && disabled.length > 0 && removed.length + disabled.length === restricted.length,
    completeAt: latest(times),
  };
}
