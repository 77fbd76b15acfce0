import * as z from 'zod';
import { caseToken } from '#runtime/case-token';
import type { IdempotentAnswer } from '../../ports/case-store.ts';
import { CASE_SECRET, type Vault } from '../../ports/vault.ts';

/** The person id of whoever sends a notice, or complains, in the case that is made of it. */
export const SENDER = 'sender';

/** What is looked at of a kept receipt; the rest is given again as it was. */
const KeptReceipt = z.looseObject({ caseId: z.string() });

/**
 * The kept receipt with its access token, which is derived anew and never kept. A notice comes from anybody, so the
 * Idempotency-Key and the exact body stand for its sender: only they know both, and `keptAnswer` asks for both before
 * anything is derived. Whoever has the key alone is told that it was used, and gets no token.
 */
export async function replayReceipt(
  { vault }: { readonly vault: Pick<Vault, 'key'> },
  kept: IdempotentAnswer,
): Promise<unknown> {
  const receipt = KeptReceipt.parse(kept.answer);
  const caseSecret = await vault.key(receipt.caseId, CASE_SECRET);
  return { ...receipt, accessToken: caseToken(caseSecret, receipt.caseId, SENDER) };
}
