import * as z from 'zod';
import { Territory } from './territory.ts';

/** The parts of an item that can be restricted apart from the rest; none named means the whole item. */
export const Component = z.enum([
  'audio',
  'title',
  'artwork',
  'lyrics',
  'description',
  'transcript',
  'profile',
  'account',
]);
export type Component = z.infer<typeof Component>;

/** Where an item lives on the platform, read out of its URL. */
export const ContentReference = z.object({
  kind: z.enum(['tracks', 'podcasts', 'comments']),
  id: z.string().min(1).max(128),
});
export type ContentReference = z.infer<typeof ContentReference>;

/** An item complained of, as a sender names it. */
export const ClaimedItem = z.strictObject({
  url: z.string().min(1).max(2_000),
  components: z.array(Component).max(8).default([]),
  territories: z.array(Territory).max(260).default([]),
  note: z.string().max(2_000).optional(),
});
export type ClaimedItem = z.infer<typeof ClaimedItem>;

/** An item complained of, and when it was named where that was after the demand. */
export const NamedItem = ClaimedItem.extend({ addedAt: z.iso.datetime().optional() });
export type NamedItem = z.infer<typeof NamedItem>;

/**
 * An item of a case: what was complained of, numbered in order of arrival (`item-1`), with where it lives on the
 * platform when its URL could be located, and nothing else. The claimant's own work is never an item.
 */
export const Item = z.object({
  itemId: z.string(),
  url: z.string(),
  reference: ContentReference.nullable(),
  components: z.array(Component),
  territories: z.array(z.string()),
  note: z.string().nullable(),
  /** When it was named, where that was after the demand. */
  addedAt: z.iso.datetime().optional(),
  /** Whether the platform knew it as the demand was validated; absent where it was not asked or did not answer. */
  known: z.boolean().optional(),
  /** The parts named that it did not have then; absent when it had them all, or nobody knows. */
  lacks: z.array(Component).min(1).optional(),
});
export type Item = z.infer<typeof Item>;

/** What has been shown of an effect in one country: read back dark, not yet, or read back still up. */
export const EffectState = z.enum(['pending', 'proven', 'failed']);
export type EffectState = z.infer<typeof EffectState>;

/** How an item of a decision stands: its effect as shown, or `gone` when there was nothing left to do or to show. */
export const ItemState = z.enum([...EffectState.options, 'gone']);
export type ItemState = z.infer<typeof ItemState>;

/**
 * Why nothing was done to an item: its address leads to no item of the platform, the platform knows none of that id, the
 * item has none of the parts named, the platform no longer had it when the decision was carried out, or the effect was
 * over before it was shown to be in place.
 */
export const Absence = z.enum(['not-located', 'not-found', 'part-not-found', 'gone', 'lapsed']);
export type Absence = z.infer<typeof Absence>;

/** Why nothing can be done to an item, or null; what is known of its effect counts more than what was seen before. */
export function absenceOf(
  item: Pick<Item, 'reference' | 'known' | 'components' | 'lacks'>,
  effect: { readonly state: ItemState; readonly lapsed?: true | undefined } | undefined,
): Absence | null {
  if (effect?.lapsed === true) return 'lapsed';
  if (effect !== undefined) return effect.state === 'gone' ? 'gone' : null;
  if (item.reference === null) return 'not-located';
  if (item.known === false) return 'not-found';
  return item.components.length > 0 && partsOf(item).length === 0 ? 'part-not-found' : null;
}

/** The parts named of an item that it has; none when the whole item is meant, or when it has none of them. */
export function partsOf({ components, lacks = [] }: Pick<Item, 'components' | 'lacks'>): Component[] {
  return components.filter((component) => !lacks.includes(component));
}

/** An item with what the platform says of it: the parts that it has, or null when the platform does not have it. */
export function asFound(item: Item, parts: readonly string[] | null): Item {
  const lacks = parts === null ? [] : item.components.filter((component) => !parts.includes(component));
  return { ...item, known: parts !== null, ...(lacks.length > 0 && { lacks }) };
}
