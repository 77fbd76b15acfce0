import { Choice, Condition, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { applyBatch } from '../../../functions/legal-removal/apply-batch/contract.ts';
import { paceRound } from '../../../functions/legal-removal/pace-round/contract.ts';
import { proveBatch } from '../../../functions/legal-removal/prove-batch/contract.ts';
import { sealCapsules } from '../../../functions/legal-removal/seal-capsules/contract.ts';
import { tell } from '../../../functions/legal-removal/tell/contract.ts';
import { result, variable } from '../../shared/expressions.ts';
import type { StepTasks } from '../../shared/step-tasks.ts';
import {
  ALL_HANDED_OVER,
  EXHAUSTED_BY,
  EXHAUSTED_STAGE,
  IS_AT_RISK,
  IS_EXHAUSTED,
  isStage,
  OWES_AFFECTED,
  OWES_MESSAGES,
  WAIT_SECONDS,
} from '../expressions.ts';
import type { ActingStates, RemovalStates } from '../states.ts';

/** Acting, batch by batch: seal, apply, tell, prove; then rounds of trying again what is unproven. */
export function buildActing(scope: Construct, tasks: StepTasks): ActingStates {
  return {
    ...batchTasks(tasks),
    paceRound: paceTask(tasks),
    chooseAfterSealing: Choice.jsonata(scope, 'ChooseAfterSealing'),
    chooseAfterApplying: Choice.jsonata(scope, 'ChooseAfterApplying'),
    chooseAfterProving: Choice.jsonata(scope, 'ChooseAfterProving'),
    chooseAfterPacing: Choice.jsonata(scope, 'ChooseAfterPacing'),
    waitForPlatform: Wait.jsonata(scope, 'WaitForPlatform', { time: WaitTime.seconds(WAIT_SECONDS) }),
  };
}

type BatchTasks = Pick<ActingStates, 'sealCapsules' | 'applyBatch' | 'tellAffected' | 'proveBatch'>;

function batchTasks(tasks: StepTasks): BatchTasks {
  const batch = variable('batch');
  return {
    sealCapsules: tasks.call('SealCapsules', {
      step: sealCapsules.step,
      stage: 'act',
      payload: { batch },
      assign: { stage: result('stage'), batch: result('batch'), reachable: result('reachable') },
    }),
    applyBatch: tasks.call('ApplyBatch', {
      step: applyBatch.step,
      stage: 'act',
      payload: { batch },
      assign: { effective: result('effective'), reachable: result('reachable') },
    }),
    tellAffected: tasks.call('TellAffected', {
      step: tell.step,
      stage: 'act',
      payload: { moment: 'first-effect', round: 0 },
      assign: { affectedTold: ALL_HANDED_OVER },
    }),
    proveBatch: tasks.call('ProveBatch', {
      step: proveBatch.step,
      stage: 'prove',
      payload: { batch, round: variable('round'), reachable: variable('reachable') },
      assign: { stage: result('stage'), batch: result('batch'), reachable: result('reachable') },
    }),
  };
}

function paceTask(tasks: StepTasks): LambdaInvoke {
  return tasks.call('PaceRound', {
    step: paceRound.step,
    stage: 'prove',
    payload: { round: variable('round'), riskTold: variable('riskTold'), reachable: variable('reachable') },
    assign: {
      stage: result('stage'),
      wakeAt: result('wakeAt'),
      round: result('round'),
      atRisk: result('atRisk'),
      owes: result('owes'),
      exhausted: result('exhausted'),
    },
  });
}

/** Joins acting to the rest: wherever a step finds that the case has moved, the Choice by stage takes over. */
export function connectActing({ acting, actFirst, entry, parking, review, telling }: RemovalStates): void {
  acting.sealCapsules.next(acting.chooseAfterSealing);
  acting.chooseAfterSealing
    .when(Condition.jsonata(isStage('batch')), acting.applyBatch)
    .when(Condition.jsonata(isStage('capsules')), acting.sealCapsules)
    .when(Condition.jsonata(isStage('pause')), acting.paceRound)
    .otherwise(entry.chooseStage);
  acting.applyBatch.next(acting.chooseAfterApplying);
  acting.chooseAfterApplying.when(Condition.jsonata(OWES_AFFECTED), acting.tellAffected).otherwise(acting.proveBatch);
  acting.tellAffected.next(acting.proveBatch);
  acting.proveBatch.next(acting.chooseAfterProving);
  acting.chooseAfterProving
    .when(Condition.jsonata(isStage('batch')), acting.applyBatch)
    .when(Condition.jsonata(isStage('pause')), acting.paceRound)
    .when(Condition.jsonata(isStage('notify')), telling.tellOutcome, { assign: { looks: 0 } })
    .otherwise(entry.chooseStage);
  acting.paceRound.next(acting.chooseAfterPacing);
  acting.chooseAfterPacing
    .when(Condition.jsonata(IS_EXHAUSTED), parking.parkCase, {
      assign: { failedStage: EXHAUSTED_STAGE, error: EXHAUSTED_BY, exhausted: false, round: 0 },
    })
    .when(Condition.jsonata(IS_AT_RISK), actFirst.reportRisk)
    .when(Condition.jsonata(OWES_MESSAGES), review.tellOpen)
    .when(Condition.jsonata(isStage('pause')), acting.waitForPlatform)
    .otherwise(entry.chooseStage);
  acting.waitForPlatform.next(acting.sealCapsules);
}
