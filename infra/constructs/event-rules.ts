import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { MailEventRules } from './mail-event-rules.ts';
import type { WritFunction } from './writ-function.ts';

/** Props of `EventRules`. */
export interface EventRulesProps {
  readonly machineArn: string;
  readonly mailConfigurationSetName: string;
  readonly parkFailedExecution: WritFunction;
  readonly archiveHistory: WritFunction;
  readonly recordMailEvent: WritFunction;
}

const STATUS_CHANGE = 'Step Functions Execution Status Change';
const FAILURES = ['FAILED', 'TIMED_OUT', 'ABORTED'];

/**
 * What the event bus hands on: ended executions and the fate of mails. The sweep is the backstop for what the bus does
 * not hand on; what a function fails to take, time and again, waits in a queue that an alarm watches.
 */
export class EventRules extends Construct {
  readonly failures: Queue;

  constructor(scope: Construct, id: string, props: EventRulesProps) {
    super(scope, id);
    const executions = { source: ['aws.states'], detailType: [STATUS_CHANGE] };
    new Rule(this, 'ExecutionFailed', {
      eventPattern: { ...executions, detail: { stateMachineArn: [props.machineArn], status: FAILURES } },
      targets: [new LambdaFunction(props.parkFailedExecution.function)],
    });
    new Rule(this, 'ExecutionEnded', {
      eventPattern: {
        ...executions,
        detail: { stateMachineArn: [props.machineArn], status: [...FAILURES, 'SUCCEEDED'] },
      },
      targets: [new LambdaFunction(props.archiveHistory.function)],
    });
    new MailEventRules(this, 'Mail', {
      configurationSetName: props.mailConfigurationSetName,
      target: props.recordMailEvent.function,
    });
    this.failures = new Queue(this, 'Failures', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(this.failures, 'SQS3', 'is itself where events end that no function took, watched by an alarm');
    const { parkFailedExecution, archiveHistory, recordMailEvent } = props;
    for (const [name, target] of Object.entries({ parkFailedExecution, archiveHistory, recordMailEvent })) {
      target.function.addToRolePolicy(
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.failures.queueArn] }),
      );
      new EventInvokeConfig(this, `${name}Failures`, {
        function: target.function,
        // The library's own destination grants more than sending.
        onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
        retryAttempts: 2,
        maxEventAge: Duration.hours(6),
      });
    }
  }
}
