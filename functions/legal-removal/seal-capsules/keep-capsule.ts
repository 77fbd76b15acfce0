import type { Commitment } from '#domain/audit-event';
import type { ItemEffect } from '#domain/case-rows';
import type { PlannedEffect } from '#domain/effects';
import { commitTo } from '#runtime/commitment';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import type { Capsule } from '../shared/capsule.ts';
import type { Look } from './look.ts';

/** The ports that a capsule is kept through. */
export interface CapsuleStores {
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly ids: Pick<Ids, 'id'>;
}

/** Keeps a capsule under the case's own key; gives where it lies and the commitment to it. */
export async function keepCapsule(
  { documents, vault, ids }: CapsuleStores,
  caseId: string,
  capsule: Omit<Capsule, 'items'> & { readonly items: readonly unknown[] },
): Promise<{ readonly capsuleKey: string; readonly commitment: Commitment }> {
  const name = `capsules/${capsule.decisionId}/${ids.id(String(capsule.batch))}`;
  const capsuleKey = await documents.put(caseId, CASE_SECRET, name, capsule);
  return { capsuleKey, commitment: commitTo(await vault.key(caseId, CASE_SECRET), capsuleKey, capsule) };
}

/** Of an item that the platform no longer has, nothing is to be done, and nothing is ever said to be proven. */
export function newItemEffect(
  { itemId, territories, until }: Pick<PlannedEffect, 'itemId' | 'territories' | 'until'>,
  personId: string | null,
  look: Look | undefined,
): ItemEffect {
  const open = { unproven: [], personId, appliedAt: null, provenAt: null };
  const state = look?.item === null ? 'gone' : 'pending';
  const publishedAt = look?.item?.publishedAt ?? null;
  const known = publishedAt === null ? {} : { publishedAt };
  return { ...open, ...known, itemId, territories: [...territories], until, state };
}
