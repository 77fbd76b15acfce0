import type { CaseRecord } from '#domain/case';
import { DecisionRecord } from '#domain/decision';
import type { CaseStore } from '../../ports/case-store.ts';

/** The decisions of a case in the order in which they were made. */
export async function decisionsOf(cases: Pick<CaseStore, 'listRows'>, caseId: string): Promise<DecisionRecord[]> {
  const decisions = await cases.listRows(caseId, 'DECISION#', DecisionRecord);
  return decisions.toSorted((one, other) => Date.parse(one.decidedAt) - Date.parse(other.decidedAt));
}

/** The decision that a case stands on, among its decisions; null where it stands on none. */
export function currentOf(
  { decisionId }: Pick<CaseRecord, 'decisionId'>,
  decisions: readonly DecisionRecord[],
): DecisionRecord | null {
  return decisions.find((decision) => decision.decisionId === decisionId) ?? null;
}

/** The id of the next decision of a case. */
export function nextDecisionId(caseId: string, decisions: readonly DecisionRecord[]): string {
  return `${caseId}.d${decisions.length + 1}`;
}

/**
 * The decision whose restrictions are in place or being put in place, or null: the last that restricts, unless the
 * decision the case stands on takes all of it back. In review and while approval is awaited, that one has not taken effect.
 */
export function decisionInForce(
  record: Pick<CaseRecord, 'decisionId' | 'firstEffectAt' | 'state'>,
  decisions: readonly DecisionRecord[],
): DecisionRecord | null {
  if (record.firstEffectAt === null) return null;
  const proposed = record.state === 'in-review' || record.state === 'awaiting-approval';
  const current = currentOf(record, decisions);
  const isLifting = current?.effect === 'overturn' || current?.effect === 'reverse';
  const takesBack = isLifting && current.lifts === undefined;
  if (takesBack && !proposed) return null;
  return decisions.findLast(({ effect }) => effect === 'restrict') ?? null;
}

/** The decision whose restrictions have to be lifted: what was asked for may be in place before that is recorded. */
export function decisionToLift(
  record: Pick<CaseRecord, 'decisionId' | 'firstEffectAt' | 'state'>,
  decisions: readonly DecisionRecord[],
): DecisionRecord | null {
  const underWay = record.state === 'acting' || record.state === 'proving';
  const current = currentOf(record, decisions);
  if (underWay && current?.effect === 'restrict') return current;
  return decisionInForce(record, decisions);
}
