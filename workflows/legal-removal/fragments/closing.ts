import { Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { sealCase } from '../../../functions/legal-removal/seal-case/contract.ts';
import { result } from '../../shared/expressions.ts';
import type { StepTasks } from '../../shared/step-tasks.ts';
import type { ClosingStates, RemovalStates } from '../states.ts';

/** The seal, and the end of the run. */
export function buildClosing(scope: Construct, tasks: StepTasks): ClosingStates {
  return {
    sealCase: tasks.call('SealCase', {
      step: sealCase.step,
      stage: 'seal',
      assign: { stage: result('stage'), wakeAt: result('wakeAt') },
    }),
    endRun: Succeed.jsonata(scope, 'EndRun'),
  };
}

/** Joins closing to the rest: a case acted on first goes to review, one with something open waits. */
export function connectClosing({ closing, entry }: RemovalStates): void {
  closing.sealCase.next(entry.chooseStage);
}
