import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Errors, type IChainable, IntegrationPattern, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { CASE_ID, RUN, TASK_TOKEN } from './expressions.ts';
import { STEP_RETRIES } from './retry-policies.ts';

/** One task that calls a step. */
export interface StepTask {
  /** The step's name, as in its contract. */
  readonly step: string;
  /** The stage that a case is parked at when the task fails for good. */
  readonly stage: string;
  /** What the step is given beside the case and the run. @default nothing */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Variables set from the result. @default none */
  readonly assign?: Readonly<Record<string, unknown>>;
}

/** One wait for a doorbell. */
export interface DoorbellTask extends Omit<StepTask, 'step'> {
  readonly doorbell: string;
  /** A JSONata expression: a whole number of seconds, at least 1. */
  readonly timeoutSeconds: string;
  /** Where the case goes when nobody rings, and the variables set on the way. */
  readonly onTimeout: IChainable;
  readonly assignOnTimeout?: Readonly<Record<string, unknown>>;
}

/** Props of `StepTasks`. */
export interface StepTasksProps {
  /** The functions by the name of their step. */
  readonly functions: Readonly<Record<string, IFunction>>;
  /** The step that stores task tokens. */
  readonly doorbellStep: string;
  /** Where a failure goes that no retry helped against. */
  readonly onFailure: () => IChainable;
  /** Variables set on the way there, by the stage that failed; the error's name is `ERROR_NAME`. @default none */
  readonly assignOnFailure?: (stage: string) => Readonly<Record<string, unknown>>;
}

/** Makes the tasks of a machine: each calls one step, is retried by the shared policies, and fails into parking. */
export class StepTasks {
  readonly #scope: Construct;
  readonly #props: StepTasksProps;

  constructor(scope: Construct, props: StepTasksProps) {
    this.#scope = scope;
    this.#props = props;
  }

  /** A task that calls a step and waits for its answer. */
  call(id: string, task: StepTask): LambdaInvoke {
    const { assign, payload, step, stage } = task;
    return this.#handled(
      stage,
      LambdaInvoke.jsonata(this.#scope, id, {
        lambdaFunction: this.#functionOf(step),
        payload: TaskInput.fromObject({ caseId: CASE_ID, run: RUN, ...payload }),
        retryOnServiceExceptions: false,
        outputs: {},
        ...(assign !== undefined && { assign }),
      }),
    );
  }

  /** A task that stores its token and waits until somebody rings, or until its timeout. */
  wait(id: string, task: DoorbellTask): LambdaInvoke {
    const { assign, assignOnTimeout, doorbell, onTimeout, payload, stage, timeoutSeconds } = task;
    const wait = LambdaInvoke.jsonata(this.#scope, id, {
      lambdaFunction: this.#functionOf(this.#props.doorbellStep),
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({ caseId: CASE_ID, run: RUN, doorbell, token: TASK_TOKEN, ...payload }),
      taskTimeout: Timeout.jsonata(timeoutSeconds),
      retryOnServiceExceptions: false,
      outputs: {},
      ...(assign !== undefined && { assign }),
    });
    const onTime = assignOnTimeout === undefined ? {} : { assign: assignOnTimeout };
    wait.addCatch(onTimeout, { errors: [Errors.TIMEOUT], outputs: {}, ...onTime });
    return this.#handled(stage, wait);
  }

  #handled(stage: string, task: LambdaInvoke): LambdaInvoke {
    for (const policy of STEP_RETRIES) task.addRetry(policy);
    const assign = this.#props.assignOnFailure?.(stage);
    const assigned = assign === undefined ? {} : { assign };
    task.addCatch(this.#props.onFailure(), { errors: [Errors.ALL], outputs: {}, ...assigned });
    return task;
  }

  /** @throws TypeError when the machine was given no function for the step */
  #functionOf(step: string): IFunction {
    const found = this.#props.functions[step];
    if (found === undefined) throw new TypeError(`no function for the step ${step}`);
    return found;
  }
}
