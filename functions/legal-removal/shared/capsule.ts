import * as z from 'zod';
import { Availability } from '#domain/availability';
import { PlannedEffect } from '#domain/effects';
import { ContentReference } from '#domain/item';
import type { DocumentStore } from '../../ports/vault.ts';

/**
 * What is to be done to one item, and how it stood before: what the public saw, and which restrictions were in place.
 * No content.
 */
export const CapsuleItem = z.object({
  itemId: z.string(),
  reference: ContentReference,
  effect: PlannedEffect,
  /** Null when the platform had no such item. */
  prior: Availability.nullable(),
  restrictions: z.array(z.unknown()),
  /** The copy that the platform was asked to keep of it; absent or null when none is owed. */
  hold: z.object({ holdId: z.string(), until: z.string() }).nullish(),
});
export type CapsuleItem = z.infer<typeof CapsuleItem>;

/** What a batch is restored from, and what the outside of its effect is proven against. */
export const Capsule = z.object({
  decisionId: z.string(),
  batch: z.int().nonnegative(),
  sealedAt: z.iso.datetime(),
  items: z.array(CapsuleItem),
});
export type Capsule = z.infer<typeof Capsule>;

/** The items of a batch's capsule by id; none when the batch has no capsule. */
export async function readCapsule(
  documents: Pick<DocumentStore, 'get'>,
  capsuleKey: string | null,
): Promise<ReadonlyMap<string, CapsuleItem>> {
  if (capsuleKey === null) return new Map();
  const capsule = Capsule.parse(await documents.get(capsuleKey));
  return new Map(capsule.items.map((item) => [item.itemId, item]));
}
