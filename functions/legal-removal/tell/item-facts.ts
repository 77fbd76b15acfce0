import type { ItemEffect } from '#domain/case-rows';
import type { ItemDecision } from '#domain/decision';
import type { Item } from '#domain/item';
import type { EffectFacts, ItemFacts } from '#domain/messages/fact-sheet';
import { isLifting } from '../shared/decisions.ts';
import type { Sources } from './sources.ts';

/** The items as a reader's fact sheet holds them: for an uploader, that person's own and no others. */
export function itemFacts(sources: Sources, personId: string, platformUrl: string): ItemFacts[] {
  const decided = new Map((sources.restricting?.document.items ?? []).map((decision) => [decision.itemId, decision]));
  const mine = personId.startsWith('uploader-');
  return sources.items
    .filter(({ itemId }) => !mine || sources.restricted.get(itemId)?.personId === personId)
    .map((item) => oneItem(sources, item, decided.get(item.itemId), platformUrl));
}

function oneItem(sources: Sources, item: Item, decided: ItemDecision | undefined, platformUrl: string): ItemFacts {
  const effect = sources.restricted.get(item.itemId);
  const restricts = decided !== undefined && decided.action !== 'none';
  const { reference } = item;
  const judged = sources.decision?.record.effect !== 'none' && sources.decision !== null;
  return {
    itemId: item.itemId,
    contentId: reference?.id ?? null,
    url: reference === null ? null : `${platformUrl.replace(/\/$/, '')}/${reference.kind}/${reference.id}`,
    submittedUrl: item.url,
    note: item.note,
    requestedComponents: item.components,
    requestedTerritories: item.territories,
    action: decided?.action ?? (judged ? 'none' : null),
    components: decided?.components ?? [],
    territories: restricts ? (effect?.territories ?? decided.territories) : [],
    until: decided?.until ?? null,
    reversibleUntil: null,
    effects: restricts && effect !== undefined && !isLifted(sources) ? [effectFacts(effect)] : [],
  };
}

function isLifted({ decision }: Sources): boolean {
  return decision !== null && isLifting(decision.record);
}

/** What is not proven is not said to have taken effect. */
function effectFacts({ territories, state, appliedAt, provenAt }: ItemEffect): EffectFacts {
  if (state !== 'proven') return { territories, state, effectiveAt: null, provenAt: null };
  return { territories, state, effectiveAt: appliedAt ?? provenAt, provenAt };
}
