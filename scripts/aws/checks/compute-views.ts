import { DescribeLogGroupsCommand, DescribeMetricFiltersCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetRoleCommand, GetRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  GetEventSourceMappingCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  GetPolicyCommand,
} from '@aws-sdk/client-lambda';
import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { policyDocument, type ServiceView } from './service-view.ts';

const Policy = z.object({ Statement: z.array(z.unknown()) });

/** Functions, machines, and what they may do. */
export const COMPUTE_VIEWS: Readonly<Record<string, ServiceView>> = {
  'AWS::Lambda::Function': {
    compared: ['Architectures', 'Environment', 'Handler', 'MemorySize', 'Runtime', 'Timeout'],
    read: ({ functions }, { physicalId }) =>
      functions.send(new GetFunctionConfigurationCommand({ FunctionName: physicalId })),
  },
  'AWS::Lambda::Permission': {
    compared: ['Principal'],
    read: async ({ functions }, { properties }, neighbours) => {
      const FunctionName = neighbours.referred(properties['FunctionName']);
      const { Policy: text } = await functions.send(new GetPolicyCommand({ FunctionName }));
      const allowed = JSON.stringify(Policy.parse(JSON.parse(text ?? 'null')).Statement);
      const principal = String(properties['Principal']);
      return { Principal: allowed.includes(principal) ? principal : allowed };
    },
  },
  'AWS::Lambda::EventSourceMapping': {
    compared: [
      'BatchSize',
      'BisectBatchOnFunctionError',
      'DestinationConfig',
      'EventSourceArn',
      'FilterCriteria',
      'FunctionResponseTypes',
      'MaximumRetryAttempts',
      'ParallelizationFactor',
      'StartingPosition',
    ],
    read: ({ functions }, { physicalId }) => functions.send(new GetEventSourceMappingCommand({ UUID: physicalId })),
  },
  'AWS::Lambda::EventInvokeConfig': {
    compared: ['DestinationConfig', 'MaximumEventAgeInSeconds', 'MaximumRetryAttempts'],
    read: ({ functions }, { properties }, neighbours) => {
      const FunctionName = neighbours.referred(properties['FunctionName']);
      return functions.send(new GetFunctionEventInvokeConfigCommand({ FunctionName, Qualifier: '$LATEST' }));
    },
  },
  'AWS::StepFunctions::StateMachine': {
    compared: ['StateMachineName', 'RoleArn', 'DefinitionString'],
    read: async ({ states }, { physicalId }) => {
      const machine = await states.send(new DescribeStateMachineCommand({ stateMachineArn: physicalId }));
      if (machine.status !== 'ACTIVE') throw new Error(`${physicalId} is ${machine.status}`);
      return { StateMachineName: machine.name, RoleArn: machine.roleArn, DefinitionString: machine.definition };
    },
  },
  'AWS::IAM::Role': {
    compared: ['AssumeRolePolicyDocument', 'RoleName'],
    read: async ({ permissions }, { physicalId }) => {
      const { Role } = await permissions.send(new GetRoleCommand({ RoleName: physicalId }));
      return { RoleName: Role?.RoleName, AssumeRolePolicyDocument: policyDocument(Role?.AssumeRolePolicyDocument) };
    },
  },
  'AWS::IAM::Policy': {
    compared: ['PolicyDocument'],
    read: async ({ permissions }, { properties }, neighbours) => {
      const RoleName = neighbours.referred(properties['Roles']);
      const PolicyName = String(properties['PolicyName']);
      const { PolicyDocument } = await permissions.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      return { PolicyDocument: policyDocument(PolicyDocument) };
    },
  },
  'AWS::Logs::LogGroup': {
    compared: ['RetentionInDays'],
    read: async ({ logs }, { physicalId }) => {
      const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: physicalId }));
      return { RetentionInDays: logGroups.find(({ logGroupName }) => logGroupName === physicalId)?.retentionInDays };
    },
  },
  'AWS::Logs::MetricFilter': {
    compared: ['FilterPattern', 'MetricTransformations'],
    read: async ({ logs }, { physicalId, properties }, neighbours) => {
      const logGroupName = neighbours.referred(properties['LogGroupName']);
      const { metricFilters = [] } = await logs.send(new DescribeMetricFiltersCommand({ logGroupName }));
      const found = metricFilters.find(({ filterName }) => filterName === physicalId);
      return {
        FilterPattern: found?.filterPattern,
        MetricTransformations: found?.metricTransformations?.map(({ metricName, metricNamespace, metricValue }) => ({
          MetricName: metricName,
          MetricNamespace: metricNamespace,
          MetricValue: metricValue,
        })),
      };
    },
  },
};
