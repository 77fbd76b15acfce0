import type { Role } from './party.ts';

/** Who decided and who wants to judge the decision, by the subjects of their tokens. */
export interface ApprovalFacts {
  readonly decidedBy: string;
  /** True when no person decided, so that anybody with the role may judge. */
  readonly decidedByRule: boolean;
  readonly approver: string;
  readonly approverRole: Role;
  /** Everybody who worked on this decision before: a draft returned keeps its author. */
  readonly alsoInvolved?: readonly string[] | undefined;
}

/** Whether somebody may approve, or why not. */
export type ApprovalRight =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'wrong-role' | 'own-decision' };

const APPROVERS: readonly Role[] = ['counsel', 'lead'];

/** Nobody approves their own decision, whatever their role; only counsel and lead approve at all. */
export function judgeApprover(facts: ApprovalFacts): ApprovalRight {
  if (!APPROVERS.includes(facts.approverRole)) return { allowed: false, reason: 'wrong-role' };
  const involved = [...(facts.decidedByRule ? [] : [facts.decidedBy]), ...(facts.alsoInvolved ?? [])];
  return involved.includes(facts.approver) ? { allowed: false, reason: 'own-decision' } : { allowed: true };
}

/** Nobody reviews an appeal of a decision they made or approved. */
export function mayReviewAppeal(reviewer: string, decidedBy: string, approvedBy: string | null): boolean {
  return reviewer !== decidedBy && reviewer !== approvedBy;
}
