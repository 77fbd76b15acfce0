import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand, GetKeyPolicyCommand, GetKeyRotationStatusCommand } from '@aws-sdk/client-kms';
import {
  GetBucketEncryptionCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { AwsClients } from '../clients.ts';
import { policyDocument, type ServiceView } from './service-view.ts';

const Replica = z.object({ PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }) });

/** Tables, buckets, keys, queues and topics. */
export const DATA_VIEWS: Readonly<Record<string, ServiceView>> = {
  'AWS::DynamoDB::GlobalTable': {
    compared: ['BillingMode', 'GlobalSecondaryIndexes', 'KeySchema', 'StreamSpecification', 'TimeToLiveSpecification'],
    derive: ({ Replicas }) => {
      const [replica] = z.array(Replica).parse(Replicas);
      return { PointInTimeRecovery: replica?.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled };
    },
    read: ({ database }, { physicalId, properties }) => readTable(database, physicalId, properties),
  },
  'AWS::S3::Bucket': {
    compared: [
      'BucketEncryption',
      'ObjectLockConfiguration',
      'OwnershipControls',
      'PublicAccessBlockConfiguration',
      'VersioningConfiguration',
    ],
    read: ({ storage }, { physicalId, properties }) =>
      readBucket(storage, physicalId, 'ObjectLockConfiguration' in properties),
  },
  'AWS::S3::BucketPolicy': {
    compared: ['PolicyDocument'],
    read: async ({ storage }, { properties }, neighbours) => {
      const Bucket = neighbours.referred(properties['Bucket']);
      return { PolicyDocument: policyDocument((await storage.send(new GetBucketPolicyCommand({ Bucket }))).Policy) };
    },
  },
  'AWS::KMS::Key': {
    compared: ['Description', 'EnableKeyRotation', 'KeyPolicy', 'KeySpec', 'KeyUsage'],
    read: ({ keys }, { physicalId, properties }) => readKey(keys, physicalId, 'EnableKeyRotation' in properties),
  },
  'AWS::SQS::Queue': {
    compared: ['MessageRetentionPeriod', 'SqsManagedSseEnabled'],
    read: async ({ queues }, { physicalId }) =>
      (await queues.send(new GetQueueAttributesCommand({ QueueUrl: physicalId, AttributeNames: ['All'] })))
        .Attributes ?? {},
  },
  'AWS::SQS::QueuePolicy': {
    compared: ['PolicyDocument'],
    read: async ({ queues }, { properties }, neighbours) => {
      const QueueUrl = neighbours.referred(properties['Queues']);
      const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['Policy'] });
      return { PolicyDocument: policyDocument((await queues.send(command)).Attributes?.['Policy']) };
    },
  },
  'AWS::SNS::Topic': {
    compared: [],
    read: async ({ topics }, { physicalId }) =>
      (await topics.send(new GetTopicAttributesCommand({ TopicArn: physicalId }))).Attributes ?? {},
  },
  'AWS::SNS::TopicPolicy': {
    compared: ['PolicyDocument'],
    read: async ({ topics }, { properties }, neighbours) => {
      const TopicArn = neighbours.referred(properties['Topics']);
      const { Attributes } = await topics.send(new GetTopicAttributesCommand({ TopicArn }));
      return { PolicyDocument: policyDocument(Attributes?.['Policy']) };
    },
  },
};

async function readTable(
  database: AwsClients['database'],
  TableName: string,
  properties: Readonly<Record<string, unknown>>,
): Promise<object> {
  const { Table } = await database.send(new DescribeTableCommand({ TableName }));
  if (Table?.TableStatus !== 'ACTIVE') throw new Error(`${TableName} is ${Table?.TableStatus}`);
  const backups = await database.send(new DescribeContinuousBackupsCommand({ TableName }));
  const recovery = backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  const { TimeToLiveDescription: life } = await database.send(new DescribeTimeToLiveCommand({ TableName }));
  return {
    BillingMode: Table.BillingModeSummary?.BillingMode,
    KeySchema: Table.KeySchema,
    PointInTimeRecovery: recovery === 'ENABLED',
    // The service lists indexes in an order of its own.
    GlobalSecondaryIndexes: inOrder(properties['GlobalSecondaryIndexes'], Table.GlobalSecondaryIndexes ?? []),
    StreamSpecification: Table.StreamSpecification,
    TimeToLiveSpecification: {
      AttributeName: life?.AttributeName,
      Enabled: life?.TimeToLiveStatus === 'ENABLED',
    },
  };
}

function inOrder<T extends { readonly IndexName?: string | undefined }>(declared: unknown, actual: readonly T[]): T[] {
  const order = JSON.stringify(declared) ?? '';
  const place = ({ IndexName }: T): number => order.indexOf(`"IndexName":"${IndexName}"`);
  return actual.toSorted((one, other) => place(one) - place(other));
}

async function readBucket(storage: AwsClients['storage'], Bucket: string, locked: boolean): Promise<object> {
  const versioning = await storage.send(new GetBucketVersioningCommand({ Bucket }));
  const encryption = await storage.send(new GetBucketEncryptionCommand({ Bucket }));
  const access = await storage.send(new GetPublicAccessBlockCommand({ Bucket }));
  const ownership = await storage.send(new GetBucketOwnershipControlsCommand({ Bucket }));
  const lock = locked ? await storage.send(new GetObjectLockConfigurationCommand({ Bucket })) : undefined;
  const [rule] = encryption.ServerSideEncryptionConfiguration?.Rules ?? [];
  return {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: rule?.ApplyServerSideEncryptionByDefault }],
    },
    ObjectLockConfiguration: lock?.ObjectLockConfiguration,
    OwnershipControls: ownership.OwnershipControls,
    PublicAccessBlockConfiguration: access.PublicAccessBlockConfiguration,
    VersioningConfiguration: { Status: versioning.Status },
  };
}

async function readKey(keys: AwsClients['keys'], KeyId: string, rotates: boolean): Promise<object> {
  const { KeyMetadata } = await keys.send(new DescribeKeyCommand({ KeyId }));
  if (KeyMetadata?.KeyState !== 'Enabled') throw new Error(`${KeyId} is ${KeyMetadata?.KeyState}`);
  const rotation = rotates ? await keys.send(new GetKeyRotationStatusCommand({ KeyId })) : undefined;
  const { Policy } = await keys.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
  return { ...KeyMetadata, EnableKeyRotation: rotation?.KeyRotationEnabled, KeyPolicy: policyDocument(Policy) };
}
