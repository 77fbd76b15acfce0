import type { FactView, ItemView } from './fact-view.ts';
import { earliest } from './instants.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { needed } from './writer.ts';

function effectiveAt(item: ItemView): string | null {
  return earliest((item.effects ?? []).flatMap((effect) => effect.effectiveAt ?? [])) ?? null;
}

function restrictionOf(item: ItemView) {
  return {
    itemId: needed('items[].contentId', item.contentId),
    action: needed('items[].action', item.action),
    components: needed('items[].components', item.components),
    territories: needed('items[].territories', item.territories),
    effectiveAt: effectiveAt(item),
    reversibleUntil: item.reversibleUntil ?? null,
  };
}

function asMessage(json: { readonly type: string; readonly items: readonly unknown[] }): RenderedMessage {
  return { subject: json.type, text: JSON.stringify(json), json };
}

/**
 * The webhook that tells a partner of restrictions: for each item its id on the platform, action, parts, territories,
 * since when, and until when it can be taken back. Nothing about who asked, why, or by which case.
 */
export function partnerRestriction(view: FactView): RenderedMessage {
  const restricted = view.items.filter((item) => needed('items[].action', item.action) !== 'none');
  needed('items', restricted[0]);
  return asMessage({ type: 'item.restricted', items: restricted.map(restrictionOf) });
}

/**
 * The webhook that tells a partner that restrictions no longer apply, and since when. It says so in the same words
 * whatever else restricts an item: by what it says or leaves out, another restriction that is secret would show.
 */
export function partnerReinstatement(view: FactView): RenderedMessage {
  const reinstatement = needed('reinstatement', view.reinstatement);
  const named = needed('reinstatement.itemIds', reinstatement.itemIds);
  const ended = new Map((reinstatement.ended ?? []).map(({ itemId, at }) => [itemId, at]));
  const lifted = view.items.filter((item) => named.length === 0 || named.includes(item.itemId ?? ''));
  needed('items', lifted[0]);
  const items = lifted.map((item) => ({
    itemId: needed('items[].contentId', item.contentId),
    components: needed('items[].components', item.components),
    territories: needed('items[].territories', item.territories),
    effectiveAt: ended.get(item.itemId ?? '') ?? needed('reinstatement.at', reinstatement.at),
  }));
  return asMessage({ type: 'item.restriction-lifted', items });
}
