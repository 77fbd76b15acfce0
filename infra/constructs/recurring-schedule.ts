import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { invoke } from './invoke.ts';

/** Props of `RecurringSchedule`. */
export interface RecurringScheduleProps {
  readonly target: IFunction;
  readonly every: 'minute' | 'hour';
}

/** Calls a function every minute or every hour, under a role that may do nothing else. */
export class RecurringSchedule extends Construct {
  constructor(scope: Construct, id: string, { target, every }: RecurringScheduleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(invoke(target));
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: `rate(1 ${every})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: target.functionArn, roleArn: role.roleArn, input: '{}' },
    });
  }
}
