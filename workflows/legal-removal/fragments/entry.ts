import { Choice, Condition } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { claimRun } from '../../../functions/legal-removal/claim-run/contract.ts';
import { result } from '../../shared/expressions.ts';
import type { StepTasks } from '../../shared/step-tasks.ts';
import { IS_ACTING, IS_ASKING, IS_AT_RISK, isStage, OWES_MESSAGES, OWES_RECEIPT, VARIABLES } from '../expressions.ts';
import type { EntryStates, RemovalStates } from '../states.ts';

/** The first task and the Choice by stage. */
export function buildEntry(scope: Construct, tasks: StepTasks): EntryStates {
  const claim = tasks.call('ClaimRun', {
    step: claimRun.step,
    stage: 'validate',
    payload: { stage: '{% $states.context.Execution.Input.stage %}' },
    assign: {
      ...VARIABLES,
      stage: result('stage'),
      wakeAt: '{% $states.context.State.EnteredTime %}',
    },
  });
  return { claimRun: claim, chooseStage: Choice.jsonata(scope, 'ChooseStage') };
}

/**
 * The Choice that knows the way to every stage: at the start, after each wait, after parking, and from wherever a
 * step finds that the case has moved. What it does not know is parked.
 */
export function connectEntry(states: RemovalStates): void {
  const { entry, validation, actFirst, hearing, review, acting, telling, closing, parking } = states;
  entry.claimRun.next(entry.chooseStage);
  const fresh = { assign: { batch: 0, round: 0 } };
  entry.chooseStage
    .when(Condition.jsonata(IS_AT_RISK), actFirst.reportRisk)
    .when(Condition.jsonata(OWES_MESSAGES), review.tellOpen)
    .when(Condition.jsonata(IS_ASKING), validation.askForInformation)
    .when(Condition.jsonata(OWES_RECEIPT), validation.sendReceipt)
    .when(Condition.jsonata(isStage('validate')), validation.validateDemand)
    .when(Condition.jsonata(isStage('information')), validation.awaitInformation)
    .when(Condition.jsonata(isStage('plan')), validation.planCase)
    .when(Condition.jsonata(isStage('preserve')), validation.preserveItems)
    .when(Condition.jsonata(isStage('act-first')), actFirst.authenticateDemand)
    .when(Condition.jsonata(isStage('hear')), hearing.hearOthers)
    .when(Condition.jsonata(isStage('tell-hearing')), hearing.tellHearing)
    .when(Condition.jsonata(isStage('response')), hearing.awaitResponse)
    .when(Condition.jsonata(isStage('review')), review.awaitDecision)
    .when(Condition.jsonata(isStage('approval')), review.awaitApproval)
    .when(Condition.jsonata(IS_ACTING), acting.sealCapsules, fresh)
    .when(Condition.jsonata(isStage('pause')), acting.waitForPlatform)
    .when(Condition.jsonata(isStage('notify')), telling.tellOutcome, { assign: { looks: 0 } })
    .when(Condition.jsonata(isStage('deliveries')), telling.awaitDeliveries)
    .when(Condition.jsonata(isStage('seal')), closing.sealCase)
    .when(Condition.jsonata(isStage('operator')), parking.awaitOperator)
    .when(Condition.jsonata(isStage('done')), closing.endRun)
    .otherwise(parking.parkCase);
}
