import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SESClient } from '@aws-sdk/client-ses';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';

/** Where AWS is, and as whom it is asked. */
export interface CloudAccess {
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** How often a call is tried. */
  readonly maxAttempts?: number;
}

/**
 * A client of each service that is asked.
 * @param access @default credentials and endpoints of the environment, as for the AWS CLI
 */
export function cloudClients(region: string, access: CloudAccess = {}) {
  const settings = { region, ...access };
  return {
    database: new DynamoDBClient(settings),
    functions: new LambdaClient(settings),
    identities: new CognitoIdentityProviderClient(settings),
    keys: new KMSClient(settings),
    mail: new SESv2Client(settings),
    mailRules: new SESClient(settings),
    parameters: new SSMClient(settings),
    queues: new SQSClient(settings),
    quotas: new ServiceQuotasClient(settings),
    stacks: new CloudFormationClient(settings),
    storage: new S3Client(settings),
    streams: new DynamoDBStreamsClient(settings),
    tokens: new STSClient(settings),
    topics: new SNSClient(settings),
  };
}
export type CloudClients = ReturnType<typeof cloudClients>;
