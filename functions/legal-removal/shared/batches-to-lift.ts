import type { BatchRow } from '#domain/case-rows';
import { DecisionRecord, liftedInPart } from '#domain/decision';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Undertaking } from './acting.ts';
import { restrictedBatches } from './restricted-batches.ts';

/**
 * The batches that a lifting decision lifts: all that the other one restricts, or the part of it that the lifting names,
 * without what was lifted in part before.
 */
export async function batchesToLift(
  cases: Pick<CaseStore, 'listRows' | 'readRow'>,
  { decision, restricting }: Pick<Undertaking, 'decision' | 'restricting'>,
): Promise<readonly BatchRow[]> {
  const { caseId, decisionId, lifts } = decision.record;
  const restricted = await restrictedBatches(cases, restricting.record);
  const decisions = await cases.listRows(caseId, 'DECISION#', DecisionRecord);
  const others = decisions.filter((other) => other.decisionId !== decisionId);
  const before = liftedInPart(others, restricting.record.decisionId);
  if (lifts === undefined && before.size === 0) return restricted;
  const meant = lifts === undefined ? null : new Set(lifts);
  return restricted.flatMap((row) => {
    const items = row.items.filter(({ itemId }) => !before.has(itemId) && meant?.has(itemId) !== false);
    return items.length === 0 ? [] : [{ ...row, items }];
  });
}
