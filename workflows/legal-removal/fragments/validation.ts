import { Choice, Condition } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { plan } from '../../../functions/legal-removal/plan/contract.ts';
import { sealCapsules } from '../../../functions/legal-removal/seal-capsules/contract.ts';
import { tell } from '../../../functions/legal-removal/tell/contract.ts';
import { validate } from '../../../functions/legal-removal/validate/contract.ts';
import { result, variable } from '../../shared/expressions.ts';
import type { StepTasks } from '../../shared/step-tasks.ts';
import { INFORMATION_SECONDS, IS_ASKING, isStage, WAKE_FOR_MESSAGES } from '../expressions.ts';
import type { RemovalStates, ValidationStates } from '../states.ts';

/** From the receipt to the plan; a wait for information goes around through validation again. */
export function buildValidation(scope: Construct, tasks: StepTasks): ValidationStates {
  const stage = 'validate';
  const validateDemand = tasks.call('ValidateDemand', {
    step: validate.step,
    stage,
    // What comes of a further look at the demand is told anew: a further act, and an hour of its own.
    assign: {
      stage: result('stage'),
      ask: result('ask'),
      owes: result('owes'),
      wakeAt: result('wakeAt'),
      riskTold: false,
      affectedTold: false,
      effective: false,
    },
  });
  return {
    validateDemand,
    sendReceipt: tasks.call('SendReceipt', {
      step: tell.step,
      stage,
      payload: { moment: 'receipt', round: 0 },
      assign: { receiptTold: true },
    }),
    chooseAfterValidation: Choice.jsonata(scope, 'ChooseAfterValidation'),
    askForInformation: tasks.call('AskForInformation', {
      step: tell.step,
      stage,
      payload: { moment: 'information', round: variable('looks') },
      assign: { ask: false, looks: result('round'), wakeAt: WAKE_FOR_MESSAGES },
    }),
    awaitInformation: tasks.wait('AwaitInformation', {
      doorbell: 'information',
      stage,
      timeoutSeconds: INFORMATION_SECONDS,
      onTimeout: validateDemand,
    }),
    planCase: tasks.call('PlanCase', {
      step: plan.step,
      stage: 'plan',
      assign: { stage: result('stage'), wakeAt: result('wakeAt') },
    }),
    preserveItems: tasks.call('PreserveItems', {
      step: sealCapsules.step,
      stage: 'preserve',
      payload: { batch: 0 },
      assign: { stage: result('stage') },
    }),
  };
}

/** Joins validation to the rest. */
export function connectValidation({ validation, entry }: RemovalStates): void {
  validation.sendReceipt.next(validation.validateDemand);
  validation.validateDemand.next(validation.chooseAfterValidation);
  validation.chooseAfterValidation
    .when(Condition.jsonata(IS_ASKING), validation.askForInformation)
    .when(Condition.jsonata(isStage('plan')), validation.planCase)
    .otherwise(entry.chooseStage);
  validation.askForInformation.next(entry.chooseStage);
  validation.awaitInformation.next(validation.validateDemand);
  validation.planCase.next(entry.chooseStage);
  validation.preserveItems.next(entry.chooseStage);
}
