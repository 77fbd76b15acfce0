import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { ALARM_MEANINGS, type AlarmName } from './alarm-meanings.ts';
import { countedLines, countLines } from './counted-lines.ts';
import { pascalCase } from './function-set.ts';
import type { WritFunction } from './writ-function.ts';

/** A function that is called again and again, and how long it may be silent before somebody is woken. */
export interface Watcher {
  readonly target: WritFunction;
  readonly silentAfter: Duration;
}

/** The functions that must run again and again. */
export type WatcherName = 'sweep' | 'checkpoint' | 'orphans';

/** Props of `Alarms`. */
export interface AlarmsProps {
  readonly config: StageConfig;
  readonly machines: { readonly removal: IStateMachine; readonly paging: IStateMachine };
  /** Where undeliverable rows of the outbox end. */
  readonly undelivered: IQueue;
  /** Where events end that no function took. */
  readonly untakenEvents: IQueue;
  readonly watchers: Readonly<Record<WatcherName, Watcher>>;
  /** Logs a line when a deadline nears without a person. */
  readonly deadlineAtRisk: WritFunction;
  /** Its invocations mean that a case waits for an operator. */
  readonly parking: WritFunction;
}

const MINUTE = Duration.minutes(1);
const WATCHERS: readonly WatcherName[] = ['sweep', 'checkpoint', 'orphans'];

/**
 * What wakes an operator: stuck and failed executions, deadlines at risk, and the watchers falling silent. Each alarm
 * says what it means and where its runbook is.
 */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly #config: StageConfig;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.#config = props.config;
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    for (const name of ['removal', 'paging'] as const) {
      const machine = props.machines[name];
      this.#above(`${name}-failed`, machine.metricFailed({ period: MINUTE }));
      this.#above(`${name}-timed-out`, machine.metricTimedOut({ period: MINUTE }));
      this.#above(`${name}-throttled`, machine.metricThrottled({ period: MINUTE }));
    }
    this.#above('outbox-undelivered', props.undelivered.metricApproximateNumberOfMessagesVisible({ period: MINUTE }));
    this.#above('events-untaken', props.untakenEvents.metricApproximateNumberOfMessagesVisible({ period: MINUTE }));
    for (const name of WATCHERS) {
      const { target, silentAfter } = props.watchers[name];
      this.#above(`${name}-errors`, target.function.metricErrors({ period: MINUTE }));
      this.#silent(`${name}-silent`, target.function.metricInvocations({ period: silentAfter }));
    }
    // The step that logs it runs after every other wait as well: its calls say nothing.
    countLines(props.deadlineAtRisk.logGroup, props.config, 'DeadlineAtRisk');
    this.#above('deadline-at-risk', countedLines(props.config, 'DeadlineAtRisk'));
    this.#above('audit-contradicted', countedLines(props.config, 'AuditContradicted'));
    this.#above('case-parked', props.parking.function.metricInvocations({ period: MINUTE }));
  }

  #above(name: AlarmName, metric: IMetric): void {
    this.#alarm(name, metric, ComparisonOperator.GREATER_THAN_THRESHOLD, TreatMissingData.NOT_BREACHING);
  }

  #silent(name: AlarmName, metric: IMetric): void {
    this.#alarm(name, metric, ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD, TreatMissingData.BREACHING);
  }

  #alarm(
    name: AlarmName,
    metric: IMetric,
    comparisonOperator: ComparisonOperator,
    treatMissingData: TreatMissingData,
  ): void {
    const { stage, runbooks } = this.#config;
    const alarm = new Alarm(this, pascalCase(name), {
      alarmName: `writ-${stage}-${name}`,
      alarmDescription: `${ALARM_MEANINGS[name]} Runbook: ${runbooks}/${name}.md`,
      metric,
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator,
      treatMissingData,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
