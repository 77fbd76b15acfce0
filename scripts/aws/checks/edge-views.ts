import { GetApiCommand, GetIntegrationCommand, GetRouteCommand, GetStageCommand } from '@aws-sdk/client-apigatewayv2';
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeResourceServerCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  GetGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DescribeRuleCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import { GetScheduleCommand, GetScheduleGroupCommand } from '@aws-sdk/client-scheduler';
import {
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
} from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import type { ServiceView } from './service-view.ts';

const Destination = z.looseObject({ MatchingEventTypes: z.array(z.string()).default([]) });

const API = 'AWS::ApiGatewayV2::Api';
const POOL = 'AWS::Cognito::UserPool';

/** The HTTP API. */
const HTTP_VIEWS: Readonly<Record<string, ServiceView>> = {
  [API]: {
    compared: ['Name', 'ProtocolType'],
    read: ({ http }, { physicalId }) => http.send(new GetApiCommand({ ApiId: physicalId })),
  },
  'AWS::ApiGatewayV2::Integration': {
    compared: ['IntegrationMethod', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion'],
    read: ({ http }, { physicalId }, neighbours) =>
      http.send(new GetIntegrationCommand({ ApiId: neighbours.only(API), IntegrationId: physicalId })),
  },
  'AWS::ApiGatewayV2::Route': {
    compared: ['AuthorizationType', 'RouteKey', 'Target'],
    read: ({ http }, { physicalId }, neighbours) =>
      // Some implementations name a route together with its API.
      http.send(new GetRouteCommand({ ApiId: neighbours.only(API), RouteId: physicalId.split('/').at(-1) })),
  },
  'AWS::ApiGatewayV2::Stage': {
    compared: ['AccessLogSettings', 'AutoDeploy', 'DefaultRouteSettings', 'StageName'],
    read: ({ http }, { physicalId }, neighbours) =>
      http.send(new GetStageCommand({ ApiId: neighbours.only(API), StageName: physicalId })),
  },
};

/** The login. */
const LOGIN_VIEWS: Readonly<Record<string, ServiceView>> = {
  [POOL]: {
    compared: ['AdminCreateUserConfig', 'DeletionProtection', 'MfaConfiguration', 'Policies', 'UserPoolTier'],
    read: async ({ identities }, { physicalId }) =>
      (await identities.send(new DescribeUserPoolCommand({ UserPoolId: physicalId }))).UserPool ?? {},
  },
  'AWS::Cognito::UserPoolClient': {
    compared: ['AccessTokenValidity', 'AllowedOAuthFlows', 'AllowedOAuthScopes', 'CallbackURLs', 'TokenValidityUnits'],
    read: async ({ identities }, { physicalId }, neighbours) => {
      const command = new DescribeUserPoolClientCommand({ UserPoolId: neighbours.only(POOL), ClientId: physicalId });
      return (await identities.send(command)).UserPoolClient ?? {};
    },
  },
  'AWS::Cognito::UserPoolDomain': {
    compared: ['Domain', 'UserPoolId'],
    read: async ({ identities }, { physicalId }) =>
      (await identities.send(new DescribeUserPoolDomainCommand({ Domain: physicalId }))).DomainDescription ?? {},
  },
  'AWS::Cognito::UserPoolGroup': {
    compared: ['GroupName'],
    read: async ({ identities }, { physicalId }, neighbours) =>
      (await identities.send(new GetGroupCommand({ UserPoolId: neighbours.only(POOL), GroupName: physicalId })))
        .Group ?? {},
  },
  'AWS::Cognito::UserPoolResourceServer': {
    compared: ['Identifier', 'Name', 'Scopes'],
    read: async ({ identities }, { properties }, neighbours) => {
      const Identifier = String(properties['Identifier']);
      const command = new DescribeResourceServerCommand({ UserPoolId: neighbours.only(POOL), Identifier });
      return (await identities.send(command)).ResourceServer ?? {};
    },
  },
};

/** Mail, events, schedules and alarms. */
const EVENT_VIEWS: Readonly<Record<string, ServiceView>> = {
  'AWS::SES::EmailIdentity': {
    compared: [],
    read: ({ mail }, { physicalId }) => mail.send(new GetEmailIdentityCommand({ EmailIdentity: physicalId })),
  },
  'AWS::SES::ConfigurationSet': {
    compared: ['DeliveryOptions', 'Name', 'ReputationOptions'],
    read: async ({ mail }, { physicalId }) => {
      const set = await mail.send(new GetConfigurationSetCommand({ ConfigurationSetName: physicalId }));
      return { ...set, Name: set.ConfigurationSetName };
    },
  },
  'AWS::SES::ConfigurationSetEventDestination': {
    compared: [],
    derive: ({ EventDestination }) => inOrder(EventDestination),
    read: async ({ mail }, { physicalId }) => {
      const [ConfigurationSetName, name] = physicalId.split('|');
      const command = new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName });
      const { EventDestinations = [] } = await mail.send(command);
      const found = EventDestinations.find(({ Name }) => Name === name);
      // The template has the names of the older interface: deliveryDelay for DELIVERY_DELAY.
      return inOrder({ ...found, MatchingEventTypes: found?.MatchingEventTypes?.map(camelCase) });
    },
  },
  'AWS::Events::Rule': {
    compared: ['EventPattern', 'State', 'Targets'],
    read: async ({ events }, { physicalId }) => {
      const rule = await events.send(new DescribeRuleCommand({ Name: physicalId }));
      const { Targets } = await events.send(new ListTargetsByRuleCommand({ Rule: physicalId }));
      return { ...rule, EventPattern: JSON.parse(rule.EventPattern ?? 'null'), Targets };
    },
  },
  'AWS::Scheduler::Schedule': {
    compared: ['FlexibleTimeWindow', 'ScheduleExpression', 'Target'],
    read: ({ schedules }, { physicalId }) => schedules.send(new GetScheduleCommand({ Name: physicalId })),
  },
  'AWS::Scheduler::ScheduleGroup': {
    compared: ['Name'],
    read: ({ schedules }, { physicalId }) => schedules.send(new GetScheduleGroupCommand({ Name: physicalId })),
  },
  'AWS::CloudWatch::Alarm': {
    compared: [
      'AlarmActions',
      'AlarmDescription',
      'AlarmName',
      'ComparisonOperator',
      'Dimensions',
      'EvaluationPeriods',
      'MetricName',
      'Namespace',
      'Period',
      'Statistic',
      'Threshold',
      'TreatMissingData',
    ],
    read: async ({ alarms }, { physicalId }) =>
      (await alarms.send(new DescribeAlarmsCommand({ AlarmNames: [physicalId] }))).MetricAlarms?.[0] ?? {},
  },
};

/** Whatever the world outside meets, and what wakes functions and people. */
export const EDGE_VIEWS: Readonly<Record<string, ServiceView>> = { ...HTTP_VIEWS, ...LOGIN_VIEWS, ...EVENT_VIEWS };

/** A destination with its kinds of event in one order: the service has one of its own. */
function inOrder(destination: unknown): object {
  const { MatchingEventTypes, ...rest } = Destination.parse(destination);
  return { ...rest, MatchingEventTypes: MatchingEventTypes.toSorted() };
}

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
