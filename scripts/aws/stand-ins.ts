import {
  GetRolePolicyCommand,
  type IAMClient,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { type ObjectLockRetentionMode, PutObjectLockConfigurationCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { DeployedResource } from './compare-resources.ts';

const ObjectLock = z.object({
  ObjectLockConfiguration: z.object({
    ObjectLockEnabled: z.literal('Enabled'),
    Rule: z.object({
      DefaultRetention: z.object({
        Days: z.number(),
        Mode: z.custom<ObjectLockRetentionMode>((mode) => mode === 'GOVERNANCE' || mode === 'COMPLIANCE'),
      }),
    }),
  }),
});

/** Puts the Object Lock of the templates on the buckets that should have been made with it. */
export async function lockBuckets(client: S3Client, deployed: readonly DeployedResource[]): Promise<void> {
  for (const { type, physicalId: Bucket, properties } of deployed) {
    const lock = type === 'AWS::S3::Bucket' ? ObjectLock.safeParse(properties).data : undefined;
    if (lock !== undefined) await client.send(new PutObjectLockConfigurationCommand({ Bucket, ...lock }));
  }
}

const SEND = 'ses:SendRawEmail';

/** Lets the roles that may send mail from one identity send it from all. @returns how many there are */
export async function widenMailSending(client: IAMClient, deployed: readonly DeployedResource[]): Promise<number> {
  const senders: string[] = [];
  for (const { type, physicalId: RoleName } of deployed) {
    if (type === 'AWS::IAM::Role' && (await maySend(client, RoleName))) senders.push(RoleName);
  }
  const Statement = [{ Effect: 'Allow', Action: SEND, Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  for (const RoleName of senders) {
    await client.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'check-mail', PolicyDocument }));
  }
  return senders.length;
}

async function maySend(client: IAMClient, RoleName: string): Promise<boolean> {
  const { PolicyNames = [] } = await client.send(new ListRolePoliciesCommand({ RoleName }));
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument = '' } = await client.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    if (decodeURIComponent(PolicyDocument).includes(`"${SEND}"`)) return true;
  }
  return false;
}
