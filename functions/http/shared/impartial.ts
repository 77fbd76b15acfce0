import type { CaseRecord } from '#domain/case';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { ApprovalRecord, DecisionRecord } from '#domain/decision';
import { type Answer, problem } from '#runtime/problem';
import type { Caller } from '../../ports/callers.ts';
import type { CaseStore } from '../../ports/case-store.ts';

/**
 * Refuses whoever decided or approved before: in the case that is complained of, where the basis wants somebody else, and
 * in a case that was opened again by a complaint. Null for anybody else, and where there is no such complaint.
 */
export async function refusePartial(
  cases: Pick<CaseStore, 'listRows'>,
  record: CaseRecord,
  { subject }: Pick<Caller, 'subject'>,
): Promise<Answer | null> {
  const { caseId, reopened, earlierCase } = record;
  if (reopened !== undefined && (await decidedBefore(cases, caseId, reopened.at)).includes(subject)) return AGAIN;
  if (earlierCase === undefined || !findLegalBasis(record.legalBasis, record.legalBasisVersion)?.impartial) return null;
  return (await decidedBefore(cases, earlierCase, null)).includes(subject) ? COMPLAINED_OF : null;
}

const COMPLAINED_OF = problem(
  403,
  'You decided in the case that is complained of: somebody else has to decide on the complaint.',
);
const AGAIN = problem(403, 'You decided in this case before a complaint was upheld: somebody else decides it anew.');

/** Who decided or approved in a case, until an instant (RFC 3339) or at all. */
async function decidedBefore(
  cases: Pick<CaseStore, 'listRows'>,
  caseId: string,
  until: string | null,
): Promise<readonly string[]> {
  const [decisions, approvals] = await Promise.all([
    cases.listRows(caseId, 'DECISION#', DecisionRecord),
    cases.listRows(caseId, 'APPROVAL#', ApprovalRecord),
  ]);
  const isMeant = (at: string): boolean => until === null || at <= until;
  return [
    ...decisions.flatMap(({ decidedBy, decidedAt }) => (isMeant(decidedAt) ? decidedBy : [])),
    ...approvals.flatMap(({ approvedBy, approvedAt }) => (isMeant(approvedAt) ? approvedBy : [])),
  ];
}
