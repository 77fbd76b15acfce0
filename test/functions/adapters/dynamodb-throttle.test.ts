import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbThrottle } from '#adapters/dynamodb-throttle';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let now = '2026-10-05T08:00:20.000Z';

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

describe('DynamoDbThrottle', () => {
  const limit = { most: 5, seconds: 60 };
  const throttle = () =>
    new DynamoDbThrottle({ client: database.client, caseTable: database.caseTable, clock: { now: () => now } });

  it('takes as many as the limit allows of those that come at once, and says when it takes more', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => throttle().take('a', limit)));
    expect(taken.filter((seconds) => seconds === null)).toHaveLength(5);
    expect(new Set(taken)).toEqual(new Set([null, 40]));
    expect(await throttle().take('b', limit)).toBeNull();
    now = '2026-10-05T08:01:00.000Z';
    expect(await throttle().take('a', limit)).toBeNull();
  });

  it('lets a fault of the database through', async () => {
    const broken = new DynamoDbThrottle({
      client: database.client,
      caseTable: 'no-such-table',
      clock: { now: () => now },
    });
    await expect(broken.take('a', limit)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
