import { BATCH_SIZE, type BatchRow, decisionKey } from '#domain/case-rows';
import { DecisionRecord } from '#domain/decision';
import type { CaseStore } from '../../ports/case-store.ts';
import { readBatches } from './acting.ts';

/** Tells whether a batch has its capsules: without them nothing was ever asked for. */
export function isSealed({ capsuleKey }: Pick<BatchRow, 'capsuleKey'>): boolean {
  return capsuleKey !== null;
}

/**
 * The batches of what a decision restricts, also when it is taken back in the middle: those with capsules, and behind
 * them what the act it goes on with restricts, as far as no batch of its own has taken that over. None for no decision.
 */
export async function restrictedBatches(
  cases: Pick<CaseStore, 'listRows' | 'readRow'>,
  decision: DecisionRecord | null,
): Promise<readonly BatchRow[]> {
  if (decision === null) return [];
  const { caseId, decisionId, itemCount, goesOnWith } = decision;
  const own = (await readBatches(cases, caseId, decisionId)).filter(isSealed);
  if (goesOnWith === undefined) return own;
  const before = await cases.readRow(caseId, decisionKey(goesOnWith), DecisionRecord);
  const known = new Set(own.flatMap(({ items }) => items.map(({ itemId }) => itemId)));
  const behind = Math.ceil(itemCount / BATCH_SIZE);
  const left = (await restrictedBatches(cases, before)).flatMap((row) => {
    const items = row.items.filter(({ itemId }) => !known.has(itemId));
    const owned = items.map((item) => ({ ...item, restrictedBy: item.restrictedBy ?? [row.decisionId] }));
    return owned.length === 0 ? [] : [{ ...row, batch: behind + row.batch, items: owned }];
  });
  return [...own, ...left];
}
