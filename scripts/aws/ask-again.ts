import { DynamoDBClient, GetItemCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { CreateAccessKeyCommand, CreateUserCommand, type IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { GetObjectLockConfigurationCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { eventually } from './check-report.ts';
import { executionOf, type StoragePlaces } from './checks/places.ts';
import { type AccessKey, type AwsClients, clientSettings } from './clients.ts';
import type { HttpApi } from './http-api.ts';
import type { LeftOut } from './left-out.ts';
import type { Logins } from './logins.ts';
import { ACCOUNT, REGION } from './ministack.ts';
import { deletedStack, probeStack } from './stack-probe.ts';

/** Seconds until an execution that cannot wait must have ended. */
const PATIENCE = 20;

/** What is needed to ask ministack again for what it lacks. */
export interface Asking {
  readonly clients: AwsClients;
  readonly endpoint: string;
  readonly api: HttpApi;
  readonly logins: Logins;
  readonly mailDomain: string;
  /** The name of the error that the locked bucket answered with before the stand-in; null when it had its lock. */
  readonly lockAnswer: string | null;
  readonly places: StoragePlaces;
  /** A case whose execution has run as far as it does. */
  readonly caseId: string;
  /** What the services told of properties that are not kept, by the id of the entry. */
  readonly lacking: ReadonlyMap<string, string>;
}

/** What ministack answers today for an entry of left-out.json; null when it does what AWS does. */
export async function askAgain({ id, property }: LeftOut, asking: Asking): Promise<string | null> {
  if (property !== undefined) return asking.lacking.get(id) ?? null;
  const question = QUESTIONS[id];
  if (question === undefined) throw new TypeError(`nothing asks again for ${id}`);
  return await question(asking);
}

/** How it is asked, by the id of the entry. */
export const QUESTIONS: Readonly<Record<string, (asking: Asking) => Promise<string | null>>> = {
  'user-pool-provider-url': ({ clients }) =>
    probeStack(clients.stacks, 'probe-provider-url', {
      Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } },
      Outputs: { Url: { Value: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] } } },
    }),
  'bucket-object-lock': async ({ lockAnswer }) => lockAnswer,
  'mail-permission-by-identity': sendByIdentity,
  'token-proxy': async ({ api }) => {
    const { status, body } = await api.call('POST', '/oauth/token');
    return status < 500 ? null : `${status} ${body.toString()}`;
  },
  'second-factor': async ({ logins }) => {
    const { challenge } = await logins.signIn('second-factor', 'specialist');
    return challenge === undefined ? 'tokens without a challenge' : null;
  },
  'token-task-timeout': ({ clients, places, caseId }) => askForEnd(clients, executionOf(places, caseId)),
  'mail-in': ({ clients }) =>
    probeStack(clients.stacks, 'probe-mail-in', { Resources: { Rules: { Type: 'AWS::SES::ReceiptRuleSet' } } }),
  'mail-events': askForDelivery,
  'service-quotas': ({ endpoint }) =>
    nameOfRefusal(
      new ServiceQuotasClient(clientSettings(endpoint)).send(new ListServiceQuotasCommand({ ServiceCode: 'states' })),
    ),
  'full-bucket-deletion': deleteFullBucket,
};

/** How the locked bucket answers for its lock. @returns the name of the error, or null */
export async function askForLock({ storage }: AwsClients, Bucket: string): Promise<string | null> {
  return await nameOfRefusal(storage.send(new GetObjectLockConfigurationCommand({ Bucket })));
}

/** How a caller without any permission is answered. @returns the name of the refusal, or null */
export async function askWithoutPermission({
  clients,
  endpoint,
}: Pick<Asking, 'clients' | 'endpoint'>): Promise<string | null> {
  const stranger = await accessKey(clients.permissions, 'probe-stranger', []);
  return await nameOfRefusal(new DynamoDBClient(clientSettings(endpoint, stranger)).send(new ListTablesCommand({})));
}

/** Why an execution that should wait has ended; null when it still waits after a while. */
async function askForEnd({ states }: AwsClients, executionArn: string): Promise<string | null> {
  const ended = async (): Promise<string> => {
    const { status, error, cause } = await states.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'RUNNING') throw new Error('it waits');
    return `${error}: ${cause}`;
  };
  return await eventually(PATIENCE, ended).catch(() => null);
}

const Delivery = z.object({ value: z.object({ S: z.string() }) });

/** Whether the event of a mail that was accepted has reached its delivery. */
async function askForDelivery({ clients, places, caseId }: Asking): Promise<string | null> {
  const Key = { pk: { S: `CASE#${caseId}` }, sk: { S: 'DELIVERY#case.receipt.sender' } };
  const { Item } = await clients.database.send(new GetItemCommand({ TableName: places.cases, Key }));
  const { state } = z.object({ state: z.string() }).parse(JSON.parse(Delivery.parse(Item).value.S));
  return state === 'delivered' ? null : `no delivery event; the mail is ${state}`;
}

/** How the deletion of a stack ends whose bucket holds an object; null when it fails, as it must. */
async function deleteFullBucket({ clients: { stacks, storage } }: Asking): Promise<string | null> {
  const template = { Resources: { Full: { Type: 'AWS::S3::Bucket' } } };
  const fill = async (Bucket: string): Promise<void> => {
    await storage.send(new PutObjectCommand({ Bucket, Key: 'probe', Body: 'probe' }));
  };
  const status = await deletedStack(stacks, 'probe-full-bucket', template, fill);
  return status === 'DELETE_FAILED' ? null : status;
}

async function sendByIdentity({ clients, endpoint, mailDomain }: Asking): Promise<string | null> {
  const Resource = `arn:aws:ses:${REGION}:${ACCOUNT}:identity/${mailDomain}`;
  const statement = { Effect: 'Allow', Action: 'ses:SendRawEmail', Resource };
  const sender = await accessKey(clients.permissions, 'probe-sender', [statement]);
  const Data = Buffer.from(`From: probe@${mailDomain}\r\nSubject: probe\r\n\r\nprobe`);
  const command = new SendRawEmailCommand({
    Source: `probe@${mailDomain}`,
    Destinations: ['probe@receiver.example'],
    RawMessage: { Data },
  });
  return await nameOfRefusal(new SESClient(clientSettings(endpoint, sender)).send(command));
}

/** A key of a new user who may do what the statements say. */
async function accessKey(client: IAMClient, UserName: string, Statement: readonly object[]): Promise<AccessKey> {
  await client.send(new CreateUserCommand({ UserName }));
  if (Statement.length > 0) {
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await client.send(new PutUserPolicyCommand({ UserName, PolicyName: 'probe', PolicyDocument }));
  }
  const { AccessKey: key } = await client.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: key?.AccessKeyId ?? '', secretAccessKey: key?.SecretAccessKey ?? '' };
}

async function nameOfRefusal(call: Promise<unknown>): Promise<string | null> {
  return await call.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}
