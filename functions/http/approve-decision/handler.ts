import { judgeApprover } from '#domain/approval';
import type { CaseRecord } from '#domain/case';
import { approvalKey, decisionKey } from '#domain/case-rows';
import { ApprovalRecord, type ApprovalRequest, DecisionRecord } from '#domain/decision';
import { judgeHandOver } from '#domain/disclosure';
import { normalInstant } from '#domain/instant';
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
  const unhanded = refuseHandOver(loaded, early, body, clock.now());
  if (unhanded !== null) return unhanded;
  const partial = await refusePartial(cases, loaded, caller);
  if (partial !== null) return partial;
  const text = { reason: body.reason };
  const { documentKey, commitment } = await keepText(dependencies, caseId, 'approval', text);
  return await cases.change<Answer>(caseId, async (record) => {
    const decision = await waitingDecision(cases, record, request);
    if ('status' in decision) return { result: decision };
    const refused = refuseHandOver(record, decision, body, clock.now());
    if (refused !== null) return { result: refused };
    const { decisionId } = decision;
    const rounds = await cases.listRows(caseId, `APPROVAL#${decisionId}#`, ApprovalRecord);
    const { verdict } = body;
    const handedOverAt = body.handOver === undefined ? null : normalInstant(body.handOver.at);
    const given = { decisionId, verdict, approvedBy: caller.subject, approvedAt: clock.now(), documentKey };
    const approval = handedOverAt === null ? given : { ...given, handedOverAt };
    const change = changeFor(record, decision, verdict, handedOverAt);
    const answer = { caseId, decisionId, verdict, state: stateAfter(change.transition) };
    const data = { decisionId, verdict, role: caller.role, document: documentKey };
    return {
      change: {
        ...change,
        events: [
          newEvent('approval.recorded', actorOf(caller), data, { commitments: [commitment] }),
          ...(handedOverAt === null
            ? []
            : [newEvent('data.disclosed', actorOf(caller), { decisionId, at: handedOverAt })]),
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

/**
 * Whoever approves a disclosure hands the package over and says when; refuses an approval that does not, one that cannot
 * be true, and one before the date until which the notified authority may object. Null when there is nothing to refuse.
 */
function refuseHandOver(
  { clocks }: CaseRecord,
  { effect, decidedAt }: DecisionRecord,
  { verdict, handOver }: ApprovalRequest,
  now: string,
): Answer | null {
  const hands = effect === 'disclose' && verdict === 'approve';
  if (handOver === undefined) {
    return hands
      ? problem(400, 'Hand the package over, and say when.', [{ path: 'handOver', message: 'is missing' }])
      : null;
  }
  if (!hands) {
    return problem(400, 'Nothing is handed over.', [
      { path: 'handOver', message: 'belongs to the approval of a disclosure' },
    ]);
  }
  const fault = judgeHandOver(handOver, { decidedAt, now, clocks });
  if (fault === null) return null;
  if ('notBefore' in fault) {
    const early = `The data may be handed over from ${fault.notBefore} on, or once the notified authority has cleared it.`;
    return problem(409, early, [{ path: 'handOver.at', message: `not before ${fault.notBefore}` }]);
  }
  const message = fault.fault === 'ahead' ? 'lies in the future' : 'lies before the decision';
  return problem(400, 'The package cannot have been handed over then.', [{ path: 'handOver.at', message }]);
}

function changeFor(
  record: CaseRecord,
  decision: DecisionRecord,
  verdict: ApprovalRequest['verdict'],
  handedOverAt: string | null,
): Pick<CaseChange, 'set'> & { readonly transition: NonNullable<CaseChange['transition']> } {
  switch (verdict) {
    case 'approve': {
      const provenAt = decision.effect === 'overturn' ? { provenAt: null } : {};
      const handedOver = handedOverAt === null ? {} : { firstEffectAt: handedOverAt };
      const taken = { stage: stageOf(decision.effect), outcome: outcomeOf(decision, record) };
      const set = { ...taken, ...provenAt, ...handedOver };
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
