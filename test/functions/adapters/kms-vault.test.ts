import { DecryptCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoDbCases } from '#adapters/dynamodb-cases';
import { KmsVault } from '#adapters/kms-vault';
import { plus } from '#domain/instant';
import { randomIds } from '#runtime/ids';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';
import { fakeKeyService } from '../support/key-service.ts';
import { NOW, sampleNewCase } from '../support/sample-case.ts';

let database: TestDatabase;
let now = NOW;
const clock = { now: () => now };
const service = fakeKeyService();
const newVault = () =>
  new KmsVault({ kms: service.kms, client: database.client, table: database.keyTable, wrappingKey: 'k', clock });

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(() => {
  now = NOW;
  service.mock.resetHistory();
});

describe('KmsVault', () => {
  it('gives back the keys that were recorded with their case', async () => {
    const caseId = randomIds.caseId();
    const { rows, keys } = await newVault().createKeys(caseId, ['case', 'sender']);
    const cases = new DynamoDbCases({ ...database, vault: newVault(), clock, ids: randomIds });
    await cases.create(sampleNewCase({ caseId }, { keys: rows, caseSecret: keys.get('case')! }));

    expect(Buffer.from(await newVault().key(caseId, 'sender'))).toEqual(Buffer.from(keys.get('sender')!));
    expect(keys.get('sender')).not.toEqual(keys.get('case'));
  });

  it('makes one key for a person, however many ask for it at once', async () => {
    const caseId = randomIds.caseId();
    const made = await Promise.all(Array.from({ length: 5 }, () => newVault().ensureKey(caseId, 'uploader-1')));
    expect(new Set(made.map((key) => Buffer.from(key).toString('hex')))).toHaveProperty('size', 1);
  });

  it('asks the key service once while a key is remembered', async () => {
    const vault = newVault();
    const caseId = randomIds.caseId();
    await vault.ensureKey(caseId, 'sender');
    service.mock.resetHistory();
    await vault.key(caseId, 'sender');
    await vault.key(caseId, 'sender');
    expect(service.mock.commandCalls(DecryptCommand)).toHaveLength(0);
  });

  it('asks the key service once for a key that several ask for at the same moment', async () => {
    const caseId = randomIds.caseId();
    await newVault().ensureKey(caseId, 'sender');
    const vault = newVault();
    service.mock.resetHistory();
    const keys = await Promise.all([1, 2, 3].map(() => vault.key(caseId, 'sender')));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex')))).toHaveProperty('size', 1);
    expect(service.mock.commandCalls(DecryptCommand)).toHaveLength(1);
  });

  it('knows the key of a person who joined after the others were read', async () => {
    const caseId = randomIds.caseId();
    const vault = newVault();
    await vault.ensureKey(caseId, 'sender');
    const joined = await newVault().ensureKey(caseId, 'uploader-1');
    expect(Buffer.from(await vault.key(caseId, 'uploader-1'))).toEqual(Buffer.from(joined));
  });

  it('forgets an erased key within minutes', async () => {
    const vault = newVault();
    const caseId = randomIds.caseId();
    await vault.ensureKey(caseId, 'sender');
    await database.client.send(
      new DeleteCommand({ TableName: database.keyTable, Key: { caseId, personId: 'sender' } }),
    );

    now = plus(NOW, { minutes: 5 });
    await expect(vault.key(caseId, 'sender')).rejects.toMatchObject({ name: 'KeyErasedError' });
  });

  it('cannot unwrap a key under the name of another person', async () => {
    const caseId = randomIds.caseId();
    const { rows } = await newVault().createKeys(caseId, ['sender']);
    const cases = new DynamoDbCases({ ...database, vault: newVault(), clock, ids: randomIds });
    const swapped = rows.map((row) => ({ ...row, personId: 'uploader-1' }));
    await cases.create(sampleNewCase({ caseId }, { keys: swapped }));

    await expect(newVault().key(caseId, 'uploader-1')).rejects.toThrow();
    expect(service.mock.commandCalls(GenerateDataKeyCommand)[0]?.args[0].input.EncryptionContext).toEqual({
      caseId,
      personId: 'sender',
    });
  });
});
