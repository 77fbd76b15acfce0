import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbAuthorities } from '#adapters/dynamodb-authorities';
import { authorityKey } from '#domain/authority';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';

const BKA = { id: 'de-bka', name: 'Bundeskriminalamt', email: 'orders@bka.example', country: 'DE' };
let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

const register = () => new DynamoDbAuthorities(database.client, database.caseTable);
const put = (client: string, authority: object) =>
  database.client.send(new PutCommand({ TableName: database.caseTable, Item: { ...authorityKey(client), authority } }));

describe('DynamoDbAuthorities', () => {
  it('finds the authority of a client, and none for a client without an entry', async () => {
    await put('3abc', BKA);
    expect(await register().find('3abc')).toEqual(BKA);
    expect(await register().find('de-bka')).toBeNull();
  });

  it('refuses an entry that somebody wrote by hand and wrongly', async () => {
    await put('4def', { ...BKA, country: 'Germany' });
    await expect(register().find('4def')).rejects.toThrow(/country/);
  });
});
