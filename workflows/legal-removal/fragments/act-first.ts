import { authenticateDemand } from '../../../functions/legal-removal/authenticate-demand/contract.ts';
import { tell } from '../../../functions/legal-removal/tell/contract.ts';
import { result } from '../../shared/expressions.ts';
import type { StepTasks } from '../../shared/step-tasks.ts';
import type { ActFirstStates, RemovalStates } from '../states.ts';

/** Authentication before acting first, and the report of an hour at risk. */
export function buildActFirst(tasks: StepTasks): ActFirstStates {
  return {
    authenticateDemand: tasks.call('AuthenticateDemand', {
      step: authenticateDemand.step,
      stage: 'act-first',
      assign: { stage: result('stage'), wakeAt: result('wakeAt') },
    }),
    reportRisk: tasks.call('ReportRisk', {
      step: tell.step,
      stage: 'act-first',
      payload: { moment: 'hour-at-risk', round: 0 },
      assign: { riskTold: true },
    }),
  };
}

/** Joins acting first to the rest: after both the case goes on at its stage. */
export function connectActFirst({ actFirst, entry }: RemovalStates): void {
  actFirst.authenticateDemand.next(entry.chooseStage);
  actFirst.reportRisk.next(entry.chooseStage);
}
