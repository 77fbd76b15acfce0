import type { Delivery } from '#domain/delivery';
import { commitTo } from '#runtime/commitment';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import type { Written } from './compose.ts';
import { type MoveDependencies, moveDelivery } from './move-delivery.ts';

/** What claiming uses. */
export interface ClaimDependencies extends MoveDependencies {
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly vault: Pick<Vault, 'key' | 'ensureKey'>;
  readonly ids: Pick<Ids, 'id' | 'number'>;
}

/**
 * Keeps what was written and claims its duty, before anything is handed over. Null when somebody else moved the duty, or
 * secrecy holds it back by now: then nothing may leave.
 */
export async function claimWritten(
  dependencies: ClaimDependencies,
  duty: Delivery,
  { message, told }: Written,
): Promise<Delivery | null> {
  const { documents, vault, clock, ids } = dependencies;
  const { caseId, personId, deliveryId } = duty;
  await vault.ensureKey(caseId, personId);
  const documentKey = await documents.put(caseId, personId, `messages/${deliveryId}.${ids.id('text')}`, message);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, message);
  const claimed = asClaimed(
    { ...duty, ...(told && { told }), documentKey, contentSha256: message.sha256 },
    clock.now(),
  );
  const moved = await moveDelivery(dependencies, duty, claimed, 'delivery.claimed', { commitment });
  return moved ? claimed : null;
}

/** A duty about to be handed over, once more. */
export function asClaimed(duty: Delivery, claimedAt: string): Delivery {
  return { ...duty, state: 'claimed', attempt: duty.attempt + 1, claimedAt, reason: null };
}
