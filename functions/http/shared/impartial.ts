import type { CaseRecord } from '#domain/case';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { ApprovalRecord, DecisionRecord } from '#domain/decision';
import { type Answer, problem } from '#runtime/problem';
import type { Caller } from '../../ports/callers.ts';
import type { CaseStore } from '../../ports/case-store.ts';

/**
 * Refuses whoever decided or approved in the case that is complained of, where the basis wants somebody else; null for
 * anybody else, and where the complaint names no case.
 */
export async function refusePartial(
  cases: Pick<CaseStore, 'listRows'>,
  { legalBasis, legalBasisVersion, earlierCase }: CaseRecord,
  { subject }: Pick<Caller, 'subject'>,
): Promise<Answer | null> {
  if (earlierCase === undefined || !findLegalBasis(legalBasis, legalBasisVersion)?.impartial) return null;
  const [decisions, approvals] = await Promise.all([
    cases.listRows(earlierCase, 'DECISION#', DecisionRecord),
    cases.listRows(earlierCase, 'APPROVAL#', ApprovalRecord),
  ]);
  const before = [...decisions.map(({ decidedBy }) => decidedBy), ...approvals.map(({ approvedBy }) => approvedBy)];
  if (!before.includes(subject)) return null;
  return problem(403, 'You decided in the case that is complained of: somebody else has to decide on the complaint.');
}
