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
});
export type Item = z.infer<typeof Item>;

/** What has been shown of an effect in one country: read back dark, not yet, or read back still up. */
export const EffectState = z.enum(['pending', 'proven', 'failed']);
export type EffectState = z.infer<typeof EffectState>;
