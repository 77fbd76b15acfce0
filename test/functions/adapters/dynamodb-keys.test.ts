import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbKeys } from '#adapters/dynamodb-keys';
import { KmsVault } from '#adapters/kms-vault';
import { randomIds } from '#runtime/ids';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';
import { fakeKeyService } from '../support/key-service.ts';
import { NOW } from '../support/sample-case.ts';

let database: TestDatabase;
const clock = { now: () => NOW };
const { kms } = fakeKeyService();
const newVault = () =>
  new KmsVault({ kms, client: database.client, table: database.keyTable, wrappingKey: 'k', clock });
const keys = () => new DynamoDbKeys(database.client, database.keyTable, clock);

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

describe('DynamoDbKeys', () => {
  it('destroys the key of one person for good, however often, and of nobody else', async () => {
    const caseId = randomIds.caseId();
    const vault = newVault();
    for (const personId of ['case', 'sender', 'uploader-1']) await vault.ensureKey(caseId, personId);
    for (let time = 0; time < 2; time += 1) await keys().destroy(caseId, 'sender');
    const { Item: left } = await database.client.send(
      new GetCommand({ TableName: database.keyTable, Key: { caseId, personId: 'sender' } }),
    );
    expect(left).toEqual({ caseId, personId: 'sender', erasedAt: NOW });
    const erased = { name: 'KeyErasedError' };
    await expect(newVault().key(caseId, 'sender')).rejects.toMatchObject(erased);
    await expect(newVault().ensureKey(caseId, 'sender')).rejects.toMatchObject(erased);
    expect(await newVault().key(caseId, 'uploader-1')).toEqual(await vault.key(caseId, 'uploader-1'));
    expect(await keys().personsOf(caseId)).toEqual(['sender', 'uploader-1']);
  });

  it('leaves a mark for somebody who never had a key, so that none is made', async () => {
    const caseId = randomIds.caseId();
    await keys().destroy(caseId, 'uploader-2');
    await expect(newVault().ensureKey(caseId, 'uploader-2')).rejects.toMatchObject({ name: 'KeyErasedError' });
  });

  it('never takes the secret of the case, under which its audit goes on', async () => {
    await expect(keys().destroy(randomIds.caseId(), 'case')).rejects.toThrow('never destroyed');
  });
});
