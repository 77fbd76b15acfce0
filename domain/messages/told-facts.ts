import * as z from 'zod';
import type { ItemDecision } from '#domain/decision';
import { expandTerritories } from '#domain/territory';
import type { FactSheet, ItemFacts } from './fact-sheet.ts';

/**
 * A short digest of each kind of fact on which the messages of one decision must agree. `effects`, since when what is in
 * effect and where, is there once that is known of every item.
 */
export const ToldFacts = z.object({
  dates: z.string(),
  ground: z.string(),
  scope: z.string(),
  automation: z.string(),
  parties: z.string(),
  effects: z.string().optional(),
});
export type ToldFacts = z.infer<typeof ToldFacts>;

/** Gives a short digest of a text: the same for the same text of the same case. */
export type Digest = (text: string) => string;

/**
 * Digests what the messages of a decision must agree on, from its whole fact sheet in one language, whoever reads, and
 * from its items as they were decided. Left out is what may change while its messages are sent: an address that is
 * corrected, what an authority supplies later, and what is found of an item before its effect is proven.
 */
export function toldFacts(sheet: FactSheet, decided: readonly ItemDecision[], digest: Digest): ToldFacts {
  const { decision, sender, order, senderDisclosed } = sheet;
  const { type, provision, explanation } = decision?.ground ?? {};
  const { detection, decision: automated } = decision?.automation ?? {};
  const of = (values: readonly unknown[]): string => digest(JSON.stringify(values));
  const told: ToldFacts = {
    dates: of([Date.parse(sheet.receivedAt), Date.parse(decision?.decidedAt ?? sheet.receivedAt)]),
    ground: of([decision?.outcome, type, provision, explanation]),
    scope: of(byId(decided).map(scopeOf)),
    automation: of([sheet.trigger, detection, automated]),
    parties: of([sender?.name, senderDisclosed, order?.authorityName]),
  };
  const effects = byId(sheet.items).map(effectOf);
  return effects.includes(null) ? told : { ...told, effects: of(effects) };
}

/** The kinds of fact on which a message differs from those before it. */
export function differingFacts(before: readonly ToldFacts[], now: ToldFacts): readonly string[] {
  return Object.entries(now).flatMap(([kind, value]) =>
    before.some((told) => (Object.entries(told).find(([other]) => other === kind)?.[1] ?? value) !== value) ? kind : [],
  );
}

function byId<Of extends { readonly itemId: string }>(items: readonly Of[]): readonly Of[] {
  return items.toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
}

function scopeOf({ itemId, action, components, territories, until }: ItemDecision): unknown {
  const where = action === 'none' ? [] : [...expandTerritories(territories)].toSorted();
  return [itemId, action, components.toSorted(), where, until === null ? null : Date.parse(until)];
}

/** What is known for good of an item: null while its effect is open. */
function effectOf({ itemId, action, absence, territories, effects }: ItemFacts): unknown {
  if (action === null || action === 'none') return [itemId, absence];
  if (effects.length === 0 || effects.some(({ effectiveAt }) => effectiveAt === null)) return null;
  return [itemId, territories.toSorted(), effects.map(({ effectiveAt }) => effectiveAt)];
}
