import { hear } from '../../../functions/legal-removal/hear/contract.ts';
import { tell } from '../../../functions/legal-removal/tell/contract.ts';
import { result, variable } from '../../shared/expressions.ts';
import type { StepTasks } from '../../shared/step-tasks.ts';
import { WAIT_SECONDS } from '../expressions.ts';
import type { HearingStates, RemovalStates } from '../states.ts';

/**
 * Hearing others before anybody decides. Rung or not, the record and its answers are read afterwards and say how the
 * hearing stands: an answer recorded before the timeout counts.
 */
export function buildHearing(tasks: StepTasks): HearingStates {
  const stage = 'hear';
  const hearOthers = tasks.call('HearOthers', {
    step: hear.step,
    stage,
    assign: { stage: result('stage'), wakeAt: result('wakeAt'), moment: result('moment'), owes: result('owes') },
  });
  return {
    hearOthers,
    tellHearing: tasks.call('TellHearing', {
      step: tell.step,
      stage,
      payload: { moment: variable('moment'), round: 0 },
    }),
    awaitResponse: tasks.wait('AwaitResponse', {
      doorbell: 'response',
      stage,
      timeoutSeconds: WAIT_SECONDS,
      onTimeout: hearOthers,
    }),
  };
}

/** Joins hearing to the rest: after telling and after each wait it is looked at anew. */
export function connectHearing({ hearing, entry }: RemovalStates): void {
  hearing.hearOthers.next(entry.chooseStage);
  hearing.tellHearing.next(hearing.hearOthers);
  hearing.awaitResponse.next(hearing.hearOthers);
}
