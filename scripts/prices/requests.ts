import type { Price } from './price.ts';

const MILLION = 1_000_000;
const KNOWN = { asOf: '2025-06', region: 'eu-central-1', certainty: 'known' } as const;
const UNCERTAIN = { ...KNOWN, certainty: 'uncertain' } as const;
const DYNAMODB = 'https://aws.amazon.com/dynamodb/pricing/on-demand/';
const LAMBDA = 'https://aws.amazon.com/lambda/pricing/';
const S3 = 'https://aws.amazon.com/s3/pricing/';
const KMS = 'https://aws.amazon.com/kms/pricing/';
const SES = 'https://aws.amazon.com/ses/pricing/';

/** List prices of requests in Frankfurt; what lies there and costs by the month is no part of it. */
export const REQUEST_PRICES = {
  transition: {
    service: 'Step Functions',
    item: 'state transition, Standard',
    unit: 'transition',
    usd: 0.025 / 1_000,
    source: 'https://aws.amazon.com/step-functions/pricing/',
    ...KNOWN,
  },
  write: {
    service: 'DynamoDB',
    item: 'write request unit, on demand',
    unit: 'unit',
    usd: 0.7625 / MILLION,
    source: DYNAMODB,
    ...KNOWN,
  },
  read: {
    service: 'DynamoDB',
    item: 'read request unit, on demand',
    unit: 'unit',
    usd: 0.1525 / MILLION,
    source: DYNAMODB,
    ...KNOWN,
  },
  streamRead: {
    service: 'DynamoDB',
    item: 'stream read by a Lambda trigger',
    unit: 'request',
    usd: 0,
    source: DYNAMODB,
    ...KNOWN,
  },
  invocation: {
    service: 'Lambda',
    item: 'request',
    unit: 'request',
    usd: 0.2 / MILLION,
    source: LAMBDA,
    ...KNOWN,
  },
  gigabyteSecond: {
    service: 'Lambda',
    item: 'duration, Arm',
    unit: 'GB-second',
    usd: 0.0000133334,
    source: LAMBDA,
    ...KNOWN,
  },
  apiRequest: {
    service: 'API Gateway',
    item: 'HTTP API request',
    unit: 'request',
    usd: 1.2 / MILLION,
    source: 'https://aws.amazon.com/api-gateway/pricing/',
    ...UNCERTAIN,
  },
  objectPut: {
    service: 'S3',
    item: 'PUT, Standard',
    unit: 'request',
    usd: 0.0054 / 1_000,
    source: S3,
    ...KNOWN,
  },
  objectGet: {
    service: 'S3',
    item: 'GET, Standard',
    unit: 'request',
    usd: 0.00043 / 1_000,
    source: S3,
    ...KNOWN,
  },
  keyRequest: {
    service: 'KMS',
    item: 'request with a symmetric key',
    unit: 'request',
    usd: 0.03 / 10_000,
    source: KMS,
    ...KNOWN,
  },
  signature: {
    service: 'KMS',
    item: 'signature with an elliptic-curve key',
    unit: 'request',
    usd: 0.15 / 10_000,
    source: KMS,
    ...KNOWN,
  },
  mail: {
    service: 'SES',
    item: 'outgoing mail',
    unit: 'mail',
    usd: 0.1 / 1_000,
    source: SES,
    ...KNOWN,
  },
  mailGigabyte: {
    service: 'SES',
    item: 'data of outgoing mail',
    unit: 'GB',
    usd: 0.12,
    source: SES,
    ...KNOWN,
  },
  timer: {
    service: 'EventBridge Scheduler',
    item: 'invocation',
    unit: 'invocation',
    usd: 1.2 / MILLION,
    source: 'https://aws.amazon.com/eventbridge/pricing/',
    ...UNCERTAIN,
  },
  event: {
    service: 'EventBridge',
    item: 'event of an AWS service on the default bus',
    unit: 'event',
    usd: 0,
    source: 'https://aws.amazon.com/eventbridge/pricing/',
    ...KNOWN,
  },
  queueRequest: {
    service: 'SQS',
    item: 'request, standard queue',
    unit: 'request',
    usd: 0.4 / MILLION,
    source: 'https://aws.amazon.com/sqs/pricing/',
    ...KNOWN,
  },
  notification: {
    service: 'SNS',
    item: 'publish',
    unit: 'request',
    usd: 0.5 / MILLION,
    source: 'https://aws.amazon.com/sns/pricing/',
    ...KNOWN,
  },
  logGigabyte: {
    service: 'CloudWatch Logs',
    item: 'ingestion',
    unit: 'GB',
    usd: 0.63,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    ...KNOWN,
  },
} as const satisfies Readonly<Record<string, Price>>;

/** The name of a price. */
export type PriceName = keyof typeof REQUEST_PRICES;
