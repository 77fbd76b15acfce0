import type { CaseRecord } from '#domain/case';
import type { DecisionRequest } from '#domain/decision';
import { type Answer, problem } from '#runtime/problem';
import type { CaseStore } from '../../ports/case-store.ts';
import { decisionInForce, decisionsOf } from '../shared/restrictions-in-force.ts';

/**
 * Refuses to uphold the complaint of somebody whose notice was followed in part: the case complained of restricts
 * something, and is not opened again for what it leaves. Null for every other decision.
 */
export async function refuseUpholding(
  { cases }: { readonly cases: Pick<CaseStore, 'load' | 'listRows'> },
  { complaint, earlierCase }: CaseRecord,
  { outcome }: Pick<DecisionRequest, 'outcome'>,
): Promise<Answer | null> {
  if (outcome !== 'upheld' || complaint?.by !== 'sender' || earlierCase === undefined) return null;
  const earlier = await cases.load(earlierCase);
  if (earlier === null || decisionInForce(earlier, await decisionsOf(cases, earlierCase)) === null) return null;
  return problem(409, IN_PART);
}

const IN_PART =
  'A part of what the notice asked for is in force. Take that back by a reversal first, or have the rest sent as a new notice and reject the complaint with a word about it.';
