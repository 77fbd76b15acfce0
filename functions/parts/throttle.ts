import { documentClient } from '#adapters/dynamodb-client';
import { DynamoDbThrottle } from '#adapters/dynamodb-throttle';
import { systemClock } from '#runtime/clock';
import { readConfig, Setting } from '#runtime/config';
import type { Throttle } from '../ports/throttle.ts';

/** The counters of senders of this process. */
export function buildThrottle(): Throttle {
  const { CASE_TABLE } = readConfig({ CASE_TABLE: Setting.CASE_TABLE });
  return new DynamoDbThrottle({ client: documentClient(), caseTable: CASE_TABLE, clock: systemClock });
}
