import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
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

/** What the event bus hands on: ended executions and the fate of mails. Best effort: the sweep is the backstop. */
export class EventRules extends Construct {
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
  }
}
