import type { CaseRecord } from '#domain/case';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { ApprovalRecord, DecisionRecord } from '#domain/decision';
import { KeptRequest } from '#domain/submission';
import { type Answer, problem } from '#runtime/problem';
import type { Caller } from '../../ports/callers.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';

/** What is read to know who has decided before. */
export interface ImpartialReaders {
  readonly cases: Pick<CaseStore, 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/**
 * Refuses whoever decided or approved in the case that is complained of, where the basis wants somebody else; null for
 * anybody else, and where the complaint names no case.
 */
export async function refusePartial(
  { cases, documents }: ImpartialReaders,
  { caseId, legalBasis, legalBasisVersion, nature }: CaseRecord,
  { subject }: Pick<Caller, 'subject'>,
): Promise<Answer | null> {
  if (nature === 'order' || !findLegalBasis(legalBasis, legalBasisVersion)?.impartial) return null;
  const kept = KeptRequest.parse(await documents.get(`${caseId}/sender/request`));
  const earlier = kept.kind === 'notice' ? (kept.earlierCase ?? null) : null;
  if (earlier === null) return null;
  const [decisions, approvals] = await Promise.all([
    cases.listRows(earlier, 'DECISION#', DecisionRecord),
    cases.listRows(earlier, 'APPROVAL#', ApprovalRecord),
  ]);
  const before = [...decisions.map(({ decidedBy }) => decidedBy), ...approvals.map(({ approvedBy }) => approvedBy)];
  if (!before.includes(subject)) return null;
  return problem(403, 'You decided in the case that is complained of: somebody else has to decide on the complaint.');
}
