import type { ItemView } from '#domain/api/case-views';
import type { BatchRow, ItemEffect } from '#domain/case-rows';
import type { ItemDecision } from '#domain/decision';
import { normalInstant } from '#domain/instant';
import { absenceOf, type EffectState, type Item } from '#domain/item';

/** The items of a case with what was decided for each and what was shown of it, territory by territory. */
export function itemViews(
  items: readonly Item[],
  decided: readonly ItemDecision[],
  batches: readonly BatchRow[],
  now: string,
): ItemView[] {
  const decisions = new Map(decided.map((decision) => [decision.itemId, decision]));
  const effects = new Map(batches.flatMap((batch) => batch.items).map((effect) => [effect.itemId, effect]));
  return items.map((item) => {
    const { itemId, url, components, territories, note, addedAt } = item;
    const effect = effects.get(itemId);
    const absence = absenceOf(item, effect);
    const endedAt = endOf(effect, decisions.get(itemId), now);
    return {
      itemId,
      url,
      components,
      territories,
      note,
      located: absence === null,
      absence,
      addedAt: addedAt ?? null,
      action: decisions.get(itemId)?.action ?? null,
      effects: effect === undefined || endedAt !== null ? {} : territoryEffects(effect),
      endedAt,
    };
  });
}

/** When a limited effect that was shown ended by itself; null before, and once it was taken back. */
function endOf(effect: ItemEffect | undefined, decided: ItemDecision | undefined, now: string): string | null {
  if (effect?.state !== 'proven' || decided === undefined || decided.action === 'none') return null;
  const end = decided.until === null ? null : normalInstant(decided.until);
  return end !== null && end <= normalInstant(now) ? end : null;
}

/** What was shown of one item's effect in each territory; one that went dark undecided appears as failed. */
export function territoryEffects(effect: ItemEffect): Record<string, EffectState> {
  if (effect.state === 'gone') return {};
  const open = new Set(effect.unproven.map((place) => place.slice(place.lastIndexOf('@') + 1)));
  const stateOf = (territory: string): EffectState => {
    if (effect.state === 'pending') return 'pending';
    return open.has(territory) || (effect.state === 'failed' && open.size === 0) ? 'failed' : 'proven';
  };
  const places = [...new Set([...effect.territories, ...open])];
  return Object.fromEntries(places.map((territory) => [territory, stateOf(territory)]));
}
