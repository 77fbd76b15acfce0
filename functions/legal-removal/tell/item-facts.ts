import type { ItemEffect } from '#domain/case-rows';
import type { ItemDecision } from '#domain/decision';
import { normalInstant } from '#domain/instant';
import { absenceOf, type Item } from '#domain/item';
import type { EffectFacts, ItemFacts } from '#domain/messages/fact-sheet';
import { isCarriedOn, isLifting } from '../shared/decisions.ts';
import type { Sources } from './sources.ts';

/** The items as a reader's fact sheet holds them: for an uploader, that person's own, for a partner none told before. */
export function itemFacts(sources: Sources, personId: string, platformUrl: string): ItemFacts[] {
  const decided = new Map((sources.restricting?.document.items ?? []).map((decision) => [decision.itemId, decision]));
  const mine = personId.startsWith('uploader-');
  return sources.items
    .filter(({ itemId }) => !mine || isOf(sources, personId, itemId))
    .filter(({ itemId }) => personId !== 'partner' || !isCarriedOn(sources.effects.get(itemId), sources.decision))
    .map((item) => oneItem(sources, item, decided.get(item.itemId), platformUrl));
}

/** Whose content an item is, as acting or a hearing has found. */
function isOf({ restricted, heard }: Sources, personId: string, itemId: string): boolean {
  if (restricted.get(itemId)?.personId === personId) return true;
  return heard.some((person) => person.personId === personId && person.itemIds.includes(itemId));
}

function oneItem(sources: Sources, item: Item, decided: ItemDecision | undefined, platformUrl: string): ItemFacts {
  const effect = sources.restricted.get(item.itemId);
  const absence = absenceOf(item, effect);
  const restricts = decided !== undefined && decided.action !== 'none' && absence === null;
  const { reference } = item;
  const judged = sources.decision?.record.effect !== 'none' && sources.decision !== null;
  return {
    itemId: item.itemId,
    contentId: reference?.id ?? null,
    kind: reference?.kind ?? null,
    publishedAt: effect?.publishedAt ?? null,
    url: reference === null ? null : `${platformUrl.replace(/\/$/, '')}/${reference.kind}/${reference.id}`,
    submittedUrl: item.url,
    note: item.note,
    requestedComponents: item.components,
    requestedTerritories: item.territories,
    absence,
    action: restricts ? decided.action : judged || decided !== undefined ? 'none' : null,
    reason: decided?.reason ?? null,
    objected: false,
    components: restricts ? decided.components : [],
    territories: restricts ? (effect?.territories ?? decided.territories) : [],
    until: restricts && decided.until !== null ? normalInstant(decided.until) : null,
    reversibleUntil: null,
    effects: restricts && effect !== undefined && !isLifted(sources) ? effectFacts(effect) : [],
  };
}

function isLifted({ decision }: Sources): boolean {
  return decision !== null && isLifting(decision.record);
}

/** What is not proven is not said to be in effect, only to have been carried out. */
function effectFacts({ territories, state, appliedAt, provenAt }: ItemEffect): EffectFacts[] {
  switch (state) {
    case 'gone':
      return [];
    case 'pending':
      return [{ territories, state, appliedAt, effectiveAt: null, provenAt: null }];
    case 'failed':
      return [{ territories, state, appliedAt: null, effectiveAt: null, provenAt: null }];
    case 'proven':
      return [{ territories, state, appliedAt, effectiveAt: appliedAt ?? provenAt, provenAt }];
  }
}
