import { Duration } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { WritFunction } from './writ-function.ts';

/** Props of `OutboxRelay`. */
export interface OutboxRelayProps {
  readonly table: ITableV2;
  readonly relay: WritFunction;
}

/** Outbox rows that one invocation of the relay is given at most. */
export const RELAY_BATCH = 25;
/** How often a row is tried again before it ends in the queue of failures. */
export const RELAY_RETRIES = 20;
/** Batches of one shard of the stream that are relayed side by side. */
export const RELAY_LANES = 10;

/**
 * Carries outbox rows from the case table's stream to the relay: only inserts of outbox rows, failed ones alone are
 * delivered again, and what fails for good waits in a queue that an alarm watches.
 */
export class OutboxRelay extends Construct {
  readonly failures: Queue;

  constructor(scope: Construct, id: string, { table, relay }: OutboxRelayProps) {
    super(scope, id);
    this.failures = new Queue(this, 'Failures', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(this.failures, 'SQS3', 'is itself where undeliverable records end, watched by an alarm');
    const stream = table.tableStreamArn ?? '';
    relay.function.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        resources: [stream],
      }),
    );
    relay.function.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.failures.queueArn] }),
    );
    new CfnEventSourceMapping(this, 'Mapping', {
      functionName: relay.function.functionName,
      eventSourceArn: stream,
      startingPosition: 'TRIM_HORIZON',
      batchSize: RELAY_BATCH,
      parallelizationFactor: RELAY_LANES,
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: RELAY_RETRIES,
      functionResponseTypes: ['ReportBatchItemFailures'],
      destinationConfig: { onFailure: { destination: this.failures.queueArn } },
      filterCriteria: {
        filters: [
          {
            pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { Keys: { sk: { S: [{ prefix: 'OUTBOX#' }] } } },
            }),
          },
        ],
      },
    }).node.addDependency(relay.function);
  }
}
