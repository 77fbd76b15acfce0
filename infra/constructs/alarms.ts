import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { WritFunction } from './writ-function.ts';

/** A function that is called again and again, and how long it may be silent before somebody is woken. */
export interface Watcher {
  readonly target: WritFunction;
  readonly silentAfter: Duration;
}

/** Props of `Alarms`. */
export interface AlarmsProps {
  readonly machines: Readonly<Record<string, IStateMachine>>;
  readonly failureQueues: readonly IQueue[];
  /** Functions that must run again and again, by name. */
  readonly watchers: Readonly<Record<string, Watcher>>;
  /** Its invocations mean that a deadline nears without a person. */
  readonly deadlineAtRisk: WritFunction;
  /** Its invocations mean that a case waits for an operator. */
  readonly parking: WritFunction;
}

const MINUTE = Duration.minutes(1);

/** What wakes an operator: stuck and failed executions, deadlines at risk, and the watchers falling silent. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    for (const [name, machine] of Object.entries(props.machines)) {
      this.#above(`${name}Failed`, machine.metricFailed({ period: MINUTE }));
      this.#above(`${name}TimedOut`, machine.metricTimedOut({ period: MINUTE }));
      this.#above(`${name}Throttled`, machine.metricThrottled({ period: MINUTE }));
    }
    for (const [index, queue] of props.failureQueues.entries()) {
      this.#above(`Undelivered${index}`, queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE }));
    }
    for (const [name, { target, silentAfter }] of Object.entries(props.watchers)) {
      this.#above(`${name}Errors`, target.function.metricErrors({ period: MINUTE }));
      this.#silent(`${name}Silent`, target.function.metricInvocations({ period: silentAfter }));
    }
    this.#above('DeadlineAtRisk', props.deadlineAtRisk.function.metricInvocations({ period: MINUTE }));
    this.#above('CaseParked', props.parking.function.metricInvocations({ period: MINUTE }));
  }

  #above(id: string, metric: IMetric): void {
    this.#alarm(id, metric, ComparisonOperator.GREATER_THAN_THRESHOLD, TreatMissingData.NOT_BREACHING);
  }

  #silent(id: string, metric: IMetric): void {
    this.#alarm(id, metric, ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD, TreatMissingData.BREACHING);
  }

  #alarm(
    id: string,
    metric: IMetric,
    comparisonOperator: ComparisonOperator,
    treatMissingData: TreatMissingData,
  ): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator,
      treatMissingData,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
