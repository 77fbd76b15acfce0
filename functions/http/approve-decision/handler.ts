import { judgeApprover } from '#domain/approval';
import type { CaseRecord } from '#domain/case';
import { approvalKey, decisionKey } from '#domain/case-rows';
import { ApprovalRecord, type ApprovalRequest, DecisionRecord } from '#domain/decision';
import { stateAfter } from '#domain/lifecycle';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import { outcomeOf, stageOf, transitionOf } from '../shared/decision-effect.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { refusePartial } from '../shared/impartial.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { approveDecision } from './contract.ts';

/** What approving needs. */
export interface ApproveDependencies extends TextDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow' | 'listRows'>;
}

/** Records what the second person says of a decision: never the one who made it. */
export async function recordApproval(
  dependencies: ApproveDependencies,
  request: RouteRequest<ApprovalRequest>,
): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { caller, body } = request;
  const loaded = await requestedCase(cases, request);
  const { caseId } = loaded;
  const early = await waitingDecision(cases, loaded, request);
  if ('status' in early) return early;
  const partial = await refusePartial(cases, loaded, caller);
  if (partial !== null) return partial;
  const text = { reason: body.reason };
  const { documentKey, commitment } = await keepText(dependencies, caseId, 'approval', text);
  return await cases.change<Answer>(caseId, async (record) => {
    const decision = await waitingDecision(cases, record, request);
    if ('status' in decision) return { result: decision };
    const { decisionId } = decision;
    const rounds = await cases.listRows(caseId, `APPROVAL#${decisionId}#`, ApprovalRecord);
    const { verdict } = body;
    const approval = { decisionId, verdict, approvedBy: caller.subject, approvedAt: clock.now(), documentKey };
    const change = changeFor(record, decision, verdict);
    const answer = { caseId, decisionId, verdict, state: stateAfter(change.transition) };
    const data = { decisionId, verdict, role: caller.role, document: documentKey };
    return {
      change: {
        ...change,
        events: [
          newEvent('approval.recorded', actorOf(caller), data, { commitments: [commitment] }),
          ...(change.set?.outcome === 'rerouted' ? [newEvent('case.rerouted', actorOf(caller))] : []),
        ],
        rows: [{ key: approvalKey(decisionId, rounds.length + 1), value: approval, when: 'new' }],
        outbox: [{ kind: 'ring', doorbell: 'approval' }],
        ...request.keeping(200, answer),
      },
      result: { status: 200, body: answer },
    };
  });
}

async function waitingDecision(
  cases: Pick<CaseStore, 'readRow'>,
  record: CaseRecord,
  { caller, body }: RouteRequest<ApprovalRequest>,
): Promise<DecisionRecord | Answer> {
  if (record.state !== 'awaiting-approval' || record.decisionId === null) {
    return problem(409, `No decision waits for approval; the case is in state ${record.state}.`);
  }
  if (body.decisionId !== undefined && body.decisionId !== record.decisionId) {
    return problem(409, `Another decision waits for approval by now: ${record.decisionId}. Look at it first.`);
  }
  const decision = await cases.readRow(record.caseId, decisionKey(record.decisionId), DecisionRecord);
  if (decision === null) return problem(409, 'No decision waits for approval.');
  const { decidedBy, decidedByRule } = decision;
  const right = judgeApprover({ decidedBy, decidedByRule, approver: caller.subject, approverRole: caller.role });
  return right.allowed ? decision : problem(403, 'Nobody approves their own decision.');
}

function changeFor(
  record: CaseRecord,
  decision: DecisionRecord,
  verdict: ApprovalRequest['verdict'],
): Pick<CaseChange, 'set'> & { readonly transition: NonNullable<CaseChange['transition']> } {
  switch (verdict) {
    case 'approve': {
      const provenAt = decision.effect === 'overturn' ? { provenAt: null } : {};
      const set = { stage: stageOf(decision.effect), outcome: outcomeOf(decision, record), ...provenAt };
      return { transition: transitionOf(decision.effect), set: { ...set, approvalVerdict: verdict } };
    }
    case 'return':
      return { transition: 'returnToReview', set: { stage: 'review', approvalVerdict: verdict } };
    case 'cancel':
      return { transition: 'returnToReview', set: { stage: 'review', approvalVerdict: verdict, decisionId: null } };
  }
}

/** The Lambda function of `POST /v1/cases/{caseId}/approval`. */
export const handler = route(approveDecision, lazily(buildCaseWriting), recordApproval);
