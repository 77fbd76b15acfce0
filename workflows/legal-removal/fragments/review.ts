import { raiseTier } from '../../../functions/legal-removal/raise-tier/contract.ts';
import { tell } from '../../../functions/legal-removal/tell/contract.ts';
import { result, variable } from '../../shared/expressions.ts';
import type { StepTasks } from '../../shared/step-tasks.ts';
import { WAIT_SECONDS, WAKE_FOR_MESSAGES } from '../expressions.ts';
import type { RemovalStates, ReviewStates } from '../states.ts';

/**
 * Waiting for a decision and for its approval. Rung or not, the record is read afterwards and says where the case
 * goes: a decision recorded before the timeout wins.
 */
export function buildReview(tasks: StepTasks): ReviewStates {
  const raise = tasks.call('RaiseTier', {
    step: raiseTier.step,
    stage: 'review',
    payload: { timedOut: variable('timedOut'), riskTold: variable('riskTold') },
    assign: { stage: result('stage'), wakeAt: result('wakeAt'), atRisk: result('atRisk'), owes: result('owes') },
  });
  const waiting = {
    timeoutSeconds: WAIT_SECONDS,
    onTimeout: raise,
    assign: { timedOut: false },
    assignOnTimeout: { timedOut: true },
  };
  return {
    raiseTier: raise,
    tellOpen: tasks.call('TellOpen', {
      step: tell.step,
      stage: 'review',
      payload: { moment: 'open', round: variable('looks') },
      assign: { owes: false, looks: result('round'), wakeAt: WAKE_FOR_MESSAGES },
    }),
    awaitDecision: tasks.wait('AwaitDecision', { ...waiting, doorbell: 'decision', stage: 'review' }),
    awaitApproval: tasks.wait('AwaitApproval', { ...waiting, doorbell: 'approval', stage: 'approval' }),
  };
}

/** Joins review to the rest. */
export function connectReview({ review, entry }: RemovalStates): void {
  review.awaitDecision.next(review.raiseTier);
  review.awaitApproval.next(review.raiseTier);
  review.raiseTier.next(entry.chooseStage);
  review.tellOpen.next(entry.chooseStage);
}
