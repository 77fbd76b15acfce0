import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { invoke } from './invoke.ts';

/** Props of `MinuteSchedule`. */
export interface MinuteScheduleProps {
  readonly target: IFunction;
}

/** Calls a function every minute, under a role that may do nothing else. */
export class MinuteSchedule extends Construct {
  constructor(scope: Construct, id: string, { target }: MinuteScheduleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(invoke(target));
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: target.functionArn, roleArn: role.roleArn, input: '{}' },
    });
  }
}
