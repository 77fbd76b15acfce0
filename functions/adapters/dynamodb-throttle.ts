import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SenderLimit } from '#domain/sender-limits';
import type { Clock } from '../ports/clock.ts';
import { COUNTER_PREFIX, type Throttle } from '../ports/throttle.ts';
import { epochSeconds } from './case-transaction.ts';

/** What the counters are made of. */
interface ThrottleSettings {
  readonly client: DynamoDBDocumentClient;
  readonly caseTable: string;
  readonly clock: Clock;
}

/**
 * Counters on the case table, one for each key and window, removed by the table's expiry. One conditional update counts
 * and judges at once, outside the business transaction: many requests of one sender never get in each other's way.
 */
export class DynamoDbThrottle implements Throttle {
  readonly #settings: ThrottleSettings;

  constructor(settings: ThrottleSettings) {
    this.#settings = settings;
  }

  async take(key: string, { most, seconds }: SenderLimit): Promise<number | null> {
    const { client, caseTable, clock } = this.#settings;
    const now = epochSeconds(clock.now());
    const window = Math.floor(now / seconds);
    const end = (window + 1) * seconds;
    const update = new UpdateCommand({
      TableName: caseTable,
      Key: { pk: `${COUNTER_PREFIX}${key}`, sk: `WINDOW#${seconds}#${window}` },
      UpdateExpression: 'SET #expires = :end ADD #count :one',
      ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
      ExpressionAttributeNames: { '#count': 'count', '#expires': 'expires' },
      ExpressionAttributeValues: { ':one': 1, ':most': most, ':end': end },
    });
    try {
      await client.send(update);
      return null;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return end - now;
      throw error;
    }
  }
}
