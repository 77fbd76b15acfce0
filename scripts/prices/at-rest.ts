import type { Price } from './price.ts';

/** What resources cost by being there, before anybody sends a notice: `item` is the resource type. */
export const PRICES_AT_REST: readonly Price[] = [
  {
    service: 'KMS',
    item: 'AWS::KMS::Key',
    unit: 'key and month',
    usd: 1,
    source: 'https://aws.amazon.com/kms/pricing/',
    asOf: '2026-03',
    region: 'eu-central-1',
    certainty: 'known',
  },
  {
    service: 'CloudWatch',
    item: 'AWS::CloudWatch::Alarm',
    unit: 'alarm of standard resolution and month',
    usd: 0.1,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    asOf: '2026-02',
    region: 'eu-central-1',
    certainty: 'known',
  },
];

/** Resource types that cost nothing until they are used, and what then counts. */
export const PRICED_BY_USE: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api': 'requests',
  'AWS::Cognito::UserPool': 'people who sign in in a month, tokens of machine clients',
  'AWS::DynamoDB::GlobalTable': 'reads, writes, bytes kept and their backups',
  'AWS::Lambda::Function': 'invocations and seconds; the schedules call three of them with no case at all',
  'AWS::Logs::LogGroup': 'bytes written and kept',
  'AWS::Logs::MetricFilter': 'hours in which it counts something',
  'AWS::S3::Bucket': 'requests and bytes kept; one small checkpoint a day with no case at all',
  'AWS::SES::ConfigurationSet': 'mails sent',
  'AWS::SNS::Topic': 'messages',
  'AWS::SQS::Queue': 'requests, those of its readers too',
  'AWS::Scheduler::Schedule': 'invocations',
  'AWS::StepFunctions::StateMachine': 'state transitions',
};

/** Resource types that cost nothing, however much they are used. */
export const FREE: ReadonlySet<string> = new Set([
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Permission',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::EmailIdentity',
  'AWS::SES::ReceiptRule',
  'AWS::SES::ReceiptRuleSet',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
]);
