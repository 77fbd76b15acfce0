/** A quota of AWS. */
export interface Quota {
  readonly service: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Whether AWS raises it on request. */
  readonly raisable: 'yes' | 'no';
  readonly source: string;
  readonly asOf: string;
  /** `source-checked`: read in a copy of the source; `known`: as published, from memory; `uncertain`: varies by account or region. */
  readonly certainty: 'source-checked' | 'known' | 'uncertain';
}

/** A quota of the kind that lets a burst through. */
export interface BucketQuota extends Quota {
  readonly bucket: number;
}

const STATES = {
  service: 'Step Functions',
  raisable: 'yes',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  asOf: '2025-06',
  certainty: 'source-checked',
} as const;
const DYNAMODB = {
  service: 'DynamoDB',
  source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
  asOf: '2025-06',
  certainty: 'known',
} as const;
const SES = {
  service: 'SES',
  raisable: 'yes',
  source: 'https://docs.aws.amazon.com/ses/latest/dg/quotas.html',
  asOf: '2025-06',
  certainty: 'uncertain',
} as const;
const SCHEDULER = {
  service: 'EventBridge Scheduler',
  raisable: 'yes',
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html',
  asOf: '2025-06',
  certainty: 'source-checked',
} as const;
const KNOWN = { asOf: '2025-06', certainty: 'known' } as const;
const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html';
const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html';
const KMS = 'https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html';

/** The quotas on the path of a case, with their defaults in eu-central-1. */
export const QUOTAS = {
  apiRequests: {
    service: 'API Gateway',
    name: 'requests of an account',
    value: 10_000,
    bucket: 5_000,
    unit: '1/s',
    raisable: 'yes',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
    ...KNOWN,
  },
  lambdaConcurrency: {
    service: 'Lambda',
    name: 'concurrent executions (new accounts begin with fewer)',
    value: 1_000,
    unit: 'at once',
    raisable: 'yes',
    source: LAMBDA,
    ...KNOWN,
  },
  lambdaScaling: {
    service: 'Lambda',
    name: 'growth of one function each 10 seconds',
    value: 1_000,
    unit: 'at once',
    raisable: 'no',
    source: LAMBDA,
    ...KNOWN,
  },
  startExecution: { ...STATES, name: 'StartExecution', value: 150, bucket: 800, unit: '1/s' },
  stateTransition: { ...STATES, name: 'state transitions', value: 800, bucket: 800, unit: '1/s' },
  sendTaskSuccess: { ...STATES, name: 'SendTaskSuccess', value: 300, bucket: 1_500, unit: '1/s' },
  describeExecution: { ...STATES, name: 'DescribeExecution', value: 10, bucket: 250, unit: '1/s' },
  executionHistory: { ...STATES, name: 'GetExecutionHistory', value: 20, bucket: 400, unit: '1/s' },
  openExecutions: { ...STATES, name: 'open executions', value: 1_000_000, unit: 'at once' },
  historyEvents: { ...STATES, name: 'events of one execution', value: 25_000, unit: 'events', raisable: 'no' },
  payloadBytes: { ...STATES, name: 'payload', value: 262_144, unit: 'bytes', raisable: 'no' },
  newTableWrites: {
    ...DYNAMODB,
    name: 'write units of a new on-demand table, doubling with its peaks',
    value: 4_000,
    unit: '1/s',
    raisable: 'yes',
  },
  tableWrites: { ...DYNAMODB, name: 'write units of a table', value: 40_000, unit: '1/s', raisable: 'yes' },
  tableReads: { ...DYNAMODB, name: 'read units of a table', value: 40_000, unit: '1/s', raisable: 'yes' },
  partitionWrites: { ...DYNAMODB, name: 'write units of a partition', value: 1_000, unit: '1/s', raisable: 'no' },
  partitionReads: { ...DYNAMODB, name: 'read units of a partition', value: 3_000, unit: '1/s', raisable: 'no' },
  transactionWrites: { ...DYNAMODB, name: 'writes of one transaction', value: 100, unit: 'items', raisable: 'no' },
  streamReaders: { ...DYNAMODB, name: 'readers of a stream shard', value: 2, unit: 'at once', raisable: 'no' },
  mailRate: { ...SES, name: 'sending rate, outside the sandbox', value: 14, unit: '1/s' },
  mailsADay: { ...SES, name: 'mails in 24 hours, outside the sandbox', value: 50_000, unit: 'mails' },
  keyRequests: {
    service: 'KMS',
    name: 'requests with symmetric keys',
    value: 20_000,
    unit: '1/s',
    raisable: 'yes',
    source: KMS,
    ...KNOWN,
  },
  signatures: {
    service: 'KMS',
    name: 'requests with elliptic-curve keys',
    value: 300,
    unit: '1/s',
    raisable: 'yes',
    source: KMS,
    ...KNOWN,
  },
  schedules: { ...SCHEDULER, name: 'schedules', value: 10_000_000, unit: 'at once' },
  createSchedule: { ...SCHEDULER, name: 'CreateSchedule', value: 5_000, unit: '1/s' },
  scheduleInvocations: { ...SCHEDULER, name: 'invocations', value: 1_000, unit: '1/s' },
  objectPuts: { service: 'S3', name: 'PUT a prefix', value: 3_500, unit: '1/s', raisable: 'no', source: S3, ...KNOWN },
  objectGets: { service: 'S3', name: 'GET a prefix', value: 5_500, unit: '1/s', raisable: 'no', source: S3, ...KNOWN },
} as const satisfies Readonly<Record<string, Quota | BucketQuota>>;

/** The name of a quota. */
export type QuotaName = keyof typeof QUOTAS;
