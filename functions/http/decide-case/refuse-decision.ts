import type { CaseRecord } from '#domain/case';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { DecisionRequest } from '#domain/decision';
import { checkLease } from '#domain/lease';
import { type Answer, problem } from '#runtime/problem';
import type { Caller } from '../../ports/callers.ts';
import { refuseOutsideReview } from '../shared/outside-review.ts';

/** Why this caller may not decide this case now, or null when they may: role, state and lease. */
export function refuseDecision(
  record: CaseRecord,
  { leaseId }: Pick<DecisionRequest, 'leaseId'>,
  caller: Caller,
  now: string,
): Answer | null {
  const basis = findLegalBasis(record.legalBasis, record.legalBasisVersion);
  if (basis === null || !basis.decidedBy.includes(caller.role)) {
    const roles = basis?.decidedBy.join(', ') ?? 'nobody';
    return problem(403, `Cases on ${record.legalBasis} are decided by: ${roles}.`);
  }
  const outside = refuseOutsideReview(record);
  if (outside !== null) return outside;
  switch (checkLease(record.lease, leaseId, caller.subject, now)) {
    case null:
      return null;
    case 'not-held':
      return problem(409, 'You do not hold this case. Claim it, look at it, and decide with the new lease.');
    case 'stale':
      return problem(409, 'The lease has run out or was replaced. Claim the case again and look at it anew.');
    case 'held-by-another':
      return problem(409, `${record.lease?.holder} works on this case.`, [], {
        heldBy: record.lease?.holder ?? null,
        heldUntil: record.lease?.expiresAt ?? null,
      });
  }
}
