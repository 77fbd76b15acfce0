import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { REGION } from './ministack.ts';

/** A key of the account; the root's when none is given. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a client is made with. */
export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: AccessKey;
}

/** Where the clients of the checks talk to, and as whom. */
export function clientSettings(endpoint: string, credentials: AccessKey = ROOT): ClientSettings {
  return { endpoint, region: REGION, credentials };
}

const ROOT: AccessKey = { accessKeyId: 'test', secretAccessKey: 'test' };

/** A client of each service that the template uses. */
export function awsClients(endpoint: string) {
  const settings = clientSettings(endpoint);
  return {
    alarms: new CloudWatchClient(settings),
    database: new DynamoDBClient(settings),
    events: new EventBridgeClient(settings),
    functions: new LambdaClient(settings),
    http: new ApiGatewayV2Client(settings),
    identities: new CognitoIdentityProviderClient(settings),
    keys: new KMSClient(settings),
    logs: new CloudWatchLogsClient(settings),
    mail: new SESv2Client(settings),
    permissions: new IAMClient(settings),
    queues: new SQSClient(settings),
    schedules: new SchedulerClient(settings),
    stacks: new CloudFormationClient(settings),
    states: new SFNClient(settings),
    storage: new S3Client({ ...settings, forcePathStyle: true }),
    topics: new SNSClient(settings),
  };
}

export type AwsClients = ReturnType<typeof awsClients>;
