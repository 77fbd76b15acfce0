import { Choice, Condition } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { tell } from '../../../functions/legal-removal/tell/contract.ts';
import { result, variable } from '../../shared/expressions.ts';
import type { StepTasks } from '../../shared/step-tasks.ts';
import { isStage, WAIT_SECONDS } from '../expressions.ts';
import type { RemovalStates, TellingStates } from '../states.ts';

/** Telling everybody, then waiting for news of the deliveries with growing looks in between. */
export function buildTelling(scope: Construct, tasks: StepTasks): TellingStates {
  const tellOutcome = tasks.call('TellOutcome', {
    step: tell.step,
    stage: 'notify',
    payload: { moment: 'outcome', round: variable('looks') },
    assign: { stage: result('stage'), wakeAt: result('wakeAt'), looks: result('round') },
  });
  return {
    tellOutcome,
    chooseAfterTelling: Choice.jsonata(scope, 'ChooseAfterTelling'),
    awaitDeliveries: tasks.wait('AwaitDeliveries', {
      doorbell: 'deliveries',
      stage: 'notify',
      timeoutSeconds: WAIT_SECONDS,
      onTimeout: tellOutcome,
    }),
  };
}

/** Joins telling to the rest. */
export function connectTelling({ telling, closing, entry }: RemovalStates): void {
  telling.tellOutcome.next(telling.chooseAfterTelling);
  telling.chooseAfterTelling
    .when(Condition.jsonata(isStage('seal')), closing.sealCase)
    .when(Condition.jsonata(isStage('deliveries')), telling.awaitDeliveries)
    .when(Condition.jsonata(isStage('notify')), telling.tellOutcome)
    .otherwise(entry.chooseStage);
  telling.awaitDeliveries.next(telling.tellOutcome);
}
