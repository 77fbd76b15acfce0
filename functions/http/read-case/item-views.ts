import type { ItemView } from '#domain/api/case-views';
import type { BatchRow, ItemEffect } from '#domain/case-rows';
import type { ItemDecision } from '#domain/decision';
import type { EffectState, Item } from '#domain/item';

/** The items of a case with what was decided for each and what was shown of it, territory by territory. */
export function itemViews(
  items: readonly Item[],
  decided: readonly ItemDecision[],
  batches: readonly BatchRow[],
): ItemView[] {
  const decisions = new Map(decided.map((decision) => [decision.itemId, decision]));
  const effects = new Map(batches.flatMap((batch) => batch.items).map((effect) => [effect.itemId, effect]));
  return items.map(({ itemId, url, components, territories, note, reference }) => {
    const effect = effects.get(itemId);
    return {
      itemId,
      url,
      components,
      territories,
      note,
      located: reference !== null,
      action: decisions.get(itemId)?.action ?? null,
      effects: effect === undefined ? {} : territoryEffects(effect),
    };
  });
}

/** What was shown of one item's effect in each territory; one that went dark undecided appears as failed. */
export function territoryEffects(effect: ItemEffect): Record<string, EffectState> {
  const open = new Set(effect.unproven.map((place) => place.slice(place.lastIndexOf('@') + 1)));
  const stateOf = (territory: string): EffectState => {
    if (effect.state === 'pending') return 'pending';
    return open.has(territory) || (effect.state === 'failed' && open.size === 0) ? 'failed' : 'proven';
  };
  const places = [...new Set([...effect.territories, ...open])];
  return Object.fromEntries(places.map((territory) => [territory, stateOf(territory)]));
}
