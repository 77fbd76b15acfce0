import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  DefinitionBody,
  Errors,
  Fail,
  JitterType,
  Pass,
  QueryLanguage,
  StateMachine,
  Succeed,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { MOST_ROUNDS, pageOnCall } from '../../functions/paging/page-on-call/contract.ts';
import { FIRST_ROUND, IS_DONE, IS_OVER, NEXT_ROUND, PAGE, ROUND_INPUT, STATUS, UNSENT } from './expressions.ts';

/** The steps of the paging machine: each has a function. */
export const PAGING_STEPS = [pageOnCall];

/** Props of `PagingWorkflow`. */
export interface PagingWorkflowProps {
  /** The functions of `PAGING_STEPS`, by the name of the step. */
  readonly functions: Readonly<Record<string, IFunction>>;
  /** The fixed name of the machine. */
  readonly machineName: string;
}

/** Minutes between two rounds of a page. */
const ROUND_MINUTES = 5;

/**
 * Pages the person on call every five minutes, one level higher each time, until somebody takes the page up, its
 * reason is gone, or the rounds are used up, upon which the last round parks the case. A round that fails for good is
 * followed by the next one; no page ends unheard without the machine failing visibly.
 */
export class PagingWorkflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { functions, machineName }: PagingWorkflowProps) {
    super(scope, id);
    const target = functions[pageOnCall.step];
    if (target === undefined) throw new TypeError(`no function for the step ${pageOnCall.step}`);
    const decide = Choice.jsonata(this, 'IsPageTakenUp');
    const page = this.#pageOnCall(target, decide);
    const wait = Wait.jsonata(this, 'WaitForAcknowledgement', {
      time: WaitTime.duration(Duration.minutes(ROUND_MINUTES)),
      assign: { round: NEXT_ROUND },
    });
    const start = Pass.jsonata(this, 'StartPaging', { assign: { page: PAGE, round: FIRST_ROUND }, outputs: {} });
    const unheard = Fail.jsonata(this, 'PageUnheard', {
      error: 'PageUnheard',
      cause: 'Every round of the page was used up and the case could not be parked.',
    });
    decide
      .when(Condition.jsonata(IS_DONE), Succeed.jsonata(this, 'PageTakenUp'))
      .when(Condition.jsonata(IS_OVER), unheard)
      .otherwise(wait.next(page));
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(start.next(page)),
      comment: 'Pages the person on call until somebody takes the page up.',
      timeout: Duration.minutes(2 * MOST_ROUNDS * ROUND_MINUTES),
    });
  }

  /** One round: a failed post is tried again at growing intervals before the next round tries anyway. */
  #pageOnCall(target: IFunction, decide: Choice): LambdaInvoke {
    const page = LambdaInvoke.jsonata(this, 'PageOnCall', {
      lambdaFunction: target,
      payload: TaskInput.fromObject(ROUND_INPUT),
      assign: { status: STATUS },
      outputs: {},
      retryOnServiceExceptions: false,
    });
    page.addRetry({
      errors: [Errors.ALL],
      interval: Duration.seconds(5),
      maxAttempts: 3,
      backoffRate: 2,
      jitterStrategy: JitterType.FULL,
    });
    page.addCatch(decide, { errors: [Errors.ALL], assign: { status: UNSENT }, outputs: {} });
    page.next(decide);
    return page;
  }
}
