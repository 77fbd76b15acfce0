import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { openDoorbell } from '../../../functions/legal-removal/open-doorbell/contract.ts';
import { park } from '../../../functions/legal-removal/park/contract.ts';
import { ERROR_NAME, variable } from '../../shared/expressions.ts';
import { StepTasks } from '../../shared/step-tasks.ts';
import { OPERATOR_SECONDS, VARIABLES } from '../expressions.ts';
import type { ParkingStates, ReviewStates } from '../states.ts';

/** Minutes until parking is tried again after parking itself has failed. */
const REST_MINUTES = 5;

/** Variables that a failure sets anew: whatever was told may be told again, for that does no harm. */
const { failedStage: _failedStage, error: _error, ...ON_FAILURE } = VARIABLES;

/**
 * The states of parking, and the tasks of the whole machine, which fail into them. When parking itself fails it is
 * tried again after a rest, as long as the execution lives.
 */
export function buildParking(
  scope: Construct,
  functions: Readonly<Record<string, IFunction>>,
): { readonly states: ParkingStates; readonly tasks: StepTasks } {
  const restBeforeParking = Wait.jsonata(scope, 'RestBeforeParking', {
    time: WaitTime.duration(Duration.minutes(REST_MINUTES)),
  });
  const doorbellStep = openDoorbell.step;
  const common = { functions, doorbellStep };
  const parkingTasks = new StepTasks(scope, { ...common, onFailure: () => restBeforeParking });
  const parkCase = parkingTasks.call('ParkCase', {
    step: park.step,
    stage: 'validate',
    payload: { stage: variable('failedStage'), reason: variable('error'), again: variable('again') },
  });
  const awaitOperator = parkingTasks.wait('AwaitOperator', {
    doorbell: 'operator',
    stage: 'validate',
    timeoutSeconds: OPERATOR_SECONDS,
    onTimeout: parkCase,
    assign: { timedOut: false, again: false },
    assignOnTimeout: { again: true },
  });
  const tasks = new StepTasks(scope, {
    ...common,
    onFailure: () => parkCase,
    assignOnFailure: (stage) => ({ ...ON_FAILURE, failedStage: stage, error: ERROR_NAME }),
  });
  return { states: { parkCase, awaitOperator, restBeforeParking }, tasks };
}

/** Joins parking to the rest: once somebody resumes, the record says where the run goes on. */
export function connectParking(parking: ParkingStates, { raiseTier }: Pick<ReviewStates, 'raiseTier'>): void {
  parking.parkCase.next(parking.awaitOperator);
  parking.restBeforeParking.next(parking.parkCase);
  parking.awaitOperator.next(raiseTier);
}
