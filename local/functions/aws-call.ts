import { account, region } from '../template/place.ts';

/** An AWS request as a client is about to send it. */
export interface AwsRequest {
  readonly method: string;
  /** Path and query; the first segment is the service where the runtime serves it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What IAM would be asked: an action, and what it is done to; null where the request does not say it. */
export interface AwsCall {
  readonly action: string;
  readonly resource: string | null;
}

type Reader = (request: AwsRequest) => readonly AwsCall[];

const READERS: Readonly<Record<string, Reader>> = {
  dynamodb: readDynamoDb,
  kms: (request) => [{ action: `kms:${targetOf(request)}`, resource: textIn(bodyOf(request), 'KeyId') }],
  states: readStates,
  s3: readS3,
  ses: readSes,
  scheduler: readScheduler,
};

/** The permissions that a request needs, by its signature; none when it is signed for no service that is known. */
export function callsOf(request: AwsRequest): readonly AwsCall[] {
  return READERS[serviceOf(request.headers['authorization']) ?? '']?.(request) ?? [];
}

/** The service that a request is signed for, or null. */
export function serviceOf(authorization: string | undefined): string | null {
  return /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(authorization ?? '')?.[1] ?? null;
}

/** The permission that each write of a transaction needs. */
const WRITES: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
};

function readDynamoDb(request: AwsRequest): readonly AwsCall[] {
  const body = bodyOf(request);
  const operation = targetOf(request);
  if (operation === 'TransactWriteItems') {
    return listIn(body, 'TransactItems').flatMap((item) =>
      Object.entries(item).map(([kind, write]) => ({
        action: WRITES[kind] ?? `dynamodb:${kind}`,
        resource: tableArn(textIn(recordOf(write), 'TableName')),
      })),
    );
  }
  const action = `dynamodb:${operation}`;
  if (operation.startsWith('Batch')) {
    return Object.keys(recordOf(body['RequestItems'])).map((table) => ({ action, resource: tableArn(table) }));
  }
  const index = textIn(body, 'IndexName');
  const table = tableArn(textIn(body, 'TableName'));
  return [{ action, resource: index === null ? table : `${table}/index/${index}` }];
}

function readStates(request: AwsRequest): readonly AwsCall[] {
  const body = bodyOf(request);
  const resource = textIn(body, 'stateMachineArn') ?? textIn(body, 'executionArn');
  return [
    { action: `states:${targetOf(request)}`, resource: resource?.replace(/(:execution:[^:]+:).*/, '$1any') ?? null },
  ];
}

/** Objects are named after cases: one name stands for all. */
function readS3({ method, path, body }: AwsRequest): readonly AwsCall[] {
  const url = new URL(path, 'http://localhost');
  const [, , bucket = '', ...key] = url.pathname.split('/');
  const object = key.join('/') === '' ? null : `arn:aws:s3:::${bucket}/any`;
  if (object === null && method === 'POST' && url.searchParams.has('delete')) {
    const action = body.includes('<VersionId>') ? 's3:DeleteObjectVersion' : 's3:DeleteObject';
    return [{ action, resource: `arn:aws:s3:::${bucket}/any` }];
  }
  if (object === null) {
    const versions = url.searchParams.has('versions');
    return [{ action: versions ? 's3:ListBucketVersions' : 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }];
  }
  if (method === 'PUT') return [{ action: 's3:PutObject', resource: object }];
  if (method !== 'DELETE') return [{ action: 's3:GetObject', resource: object }];
  const version = url.searchParams.has('versionId');
  return [{ action: version ? 's3:DeleteObjectVersion' : 's3:DeleteObject', resource: object }];
}

function readSes({ body }: AwsRequest): readonly AwsCall[] {
  const form = new URLSearchParams(body);
  const action = `ses:${form.get('Action')}`;
  const domain = /@([^>\s]+)/.exec(form.get('Source') ?? '')?.[1] ?? '';
  return [`identity/${domain}`, `configuration-set/${form.get('ConfigurationSetName')}`].map((resource) => ({
    action,
    resource: `arn:aws:ses:${region}:${account}:${resource}`,
  }));
}

function readScheduler(request: AwsRequest): readonly AwsCall[] {
  const body = bodyOf(request);
  const schedule = `arn:aws:scheduler:${region}:${account}:schedule/${textIn(body, 'GroupName')}/any`;
  const role = textIn(recordOf(body['Target']), 'RoleArn');
  return [
    { action: 'scheduler:CreateSchedule', resource: schedule },
    { action: 'iam:PassRole', resource: role },
  ];
}

function tableArn(table: string | null): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${table}`;
}

function targetOf({ headers }: AwsRequest): string {
  return headers['x-amz-target']?.split('.').at(-1) ?? 'unknown';
}

function bodyOf({ body }: AwsRequest): Readonly<Record<string, unknown>> {
  return body === '' ? {} : recordOf(JSON.parse(body));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function listIn(body: Readonly<Record<string, unknown>>, field: string): readonly Readonly<Record<string, unknown>>[] {
  const list: unknown = body[field];
  return Array.isArray(list) ? list.map(recordOf) : [];
}

function textIn(body: Readonly<Record<string, unknown>>, field: string): string | null {
  const text: unknown = body[field];
  return typeof text === 'string' ? text : null;
}
