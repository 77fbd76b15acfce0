import type { CaseRecord } from '#domain/case';
import type { ItemEffect } from '#domain/case-rows';
import { type DecisionRecord, liftedInPart } from '#domain/decision';
import { normalInstant } from '#domain/instant';
import { restrictedBatches } from '../../legal-removal/shared/restricted-batches.ts';
import type { CaseRows } from '../../ports/case-store.ts';
import { decisionInForce } from './restrictions-in-force.ts';

/** What a case restricts: by which decision, and which items of it still are. */
export interface RestrictedNow {
  readonly decision: DecisionRecord;
  readonly items: readonly ItemEffect[];
}

/** What a case restricts at `now` (RFC 3339), without what ended, was gone or was lifted in part; null for nothing. */
export async function restrictedNow(
  rows: CaseRows,
  record: CaseRecord,
  decisions: readonly DecisionRecord[],
  now: string,
): Promise<RestrictedNow | null> {
  const decision = decisionInForce(record, decisions);
  if (decision === null) return null;
  const lifted = liftedInPart(decisions, decision.decisionId);
  const batches = await restrictedBatches(rows, decision);
  const items = batches
    .flatMap((row) => row.items)
    .filter(({ itemId, state, appliedAt, until }) => {
      const ended = until !== null && until !== undefined && normalInstant(until) <= now;
      return state !== 'gone' && appliedAt !== null && !ended && !lifted.has(itemId);
    });
  return items.length === 0 ? null : { decision, items };
}
