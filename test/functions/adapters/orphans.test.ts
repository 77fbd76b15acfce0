import { DeleteObjectsCommand, ListObjectsV2Command, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoDbCaseRegister } from '#adapters/dynamodb-case-register';
import { DynamoDbCases } from '#adapters/dynamodb-cases';
import { S3Folders } from '#adapters/s3-folders';
import { randomIds } from '#runtime/ids';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';
import { NOW, sampleNewCase } from '../support/sample-case.ts';

describe('DynamoDbCaseRegister', () => {
  let database: TestDatabase;
  let register: DynamoDbCaseRegister;

  beforeAll(async () => {
    database = await startTestDatabase();
    register = new DynamoDbCaseRegister(database.client, database.caseTable);
  });

  afterAll(() => database.close());

  it('names those without a record among more than one read takes', async () => {
    const vault = { key: async () => new Uint8Array(32).fill(7) };
    const cases = new DynamoDbCases({ ...database, vault, clock: { now: () => NOW }, ids: randomIds });
    const there = Array.from({ length: 3 }, () => randomIds.caseId());
    for (const caseId of there) await cases.create(sampleNewCase({ caseId }));
    const missing = Array.from({ length: 120 }, () => randomIds.caseId());
    const asked = [...missing.slice(0, 60), ...there, ...missing.slice(60)];
    expect(await register.absent(asked)).toEqual(missing);
    expect(await register.absent([])).toEqual([]);
  });

  it('never counts as absent what the database did not read', async () => {
    const client = DynamoDBDocumentClient.from(database.client);
    const mock = mockClient(client);
    const Keys = [{ pk: 'CASE#case-2', sk: 'META' }];
    const throttled = new DynamoDbCaseRegister(client, 'cases');
    mock
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: { cases: [] }, UnprocessedKeys: { cases: { Keys } } })
      .resolves({});
    expect(await throttled.absent(['case-1', 'case-2'])).toEqual(['case-1']);
    expect(await throttled.absent(['case-1', 'case-2'])).toEqual([]);
    expect(mock.commandCalls(BatchGetCommand)[0]?.args[0].input).toMatchObject({
      RequestItems: { cases: { ConsistentRead: true } },
    });
    mock.restore();
  });
});

describe('S3Folders', () => {
  const s3 = new S3Client({ region: 'eu-central-1' });
  const mock = mockClient(s3);
  const folders = new S3Folders(s3, 'documents');
  const at = new Date(NOW);

  beforeEach(() => mock.reset());

  it('lists the case ids of a slice by their folders, a page at a time', async () => {
    mock
      .on(ListObjectsV2Command)
      .resolves({ CommonPrefixes: [{ Prefix: 'case-a1/' }, { Prefix: 'case-a2/' }], NextContinuationToken: 't' });
    expect(await folders.list('case-a', null)).toEqual({ caseIds: ['case-a1', 'case-a2'], next: 't' });
    const { input } = mock.commandCalls(ListObjectsV2Command)[0]!.args[0];
    expect(input).toMatchObject({ Bucket: 'documents', Prefix: 'case-a', Delimiter: '/' });
  });

  it('finds every version over all pages, delete markers among them', async () => {
    mock
      .on(ListObjectVersionsCommand)
      .resolvesOnce({
        Versions: [{ Key: 'c/a', VersionId: '2', LastModified: at, IsLatest: true }],
        IsTruncated: true,
        NextKeyMarker: 'c/a',
        NextVersionIdMarker: '2',
      })
      .resolves({ DeleteMarkers: [{ Key: 'c/b', VersionId: '1', LastModified: at }] });
    expect(await folders.versions('c')).toEqual([
      { key: 'c/a', versionId: '2', at: at.toISOString(), isLatest: true },
      { key: 'c/b', versionId: '1', at: at.toISOString(), isLatest: false },
    ]);
    const [first, second] = mock.commandCalls(ListObjectVersionsCommand);
    expect(first?.args[0].input).toMatchObject({ Prefix: 'c/' });
    expect(second?.args[0].input).toMatchObject({ KeyMarker: 'c/a', VersionIdMarker: '2' });
  });

  it('removes versions for good, at most a thousand a call', async () => {
    mock.on(DeleteObjectsCommand).resolves({});
    const version = (index: number) => ({ key: 'c/a', versionId: `${index}`, at: NOW, isLatest: false });
    await folders.remove(Array.from({ length: 1_001 }, (_, index) => version(index)));
    const sizes = mock.commandCalls(DeleteObjectsCommand).map(({ args }) => args[0].input.Delete?.Objects?.length);
    expect(sizes).toEqual([1_000, 1]);
  });

  it('says when the store kept one', async () => {
    mock.on(DeleteObjectsCommand).resolves({ Errors: [{ Key: 'c/a', Code: 'InternalError' }] });
    const kept = folders.remove([{ key: 'c/a', versionId: '1', at: NOW, isLatest: true }]);
    await expect(kept).rejects.toMatchObject({ name: 'VersionsKeptError' });
  });
});
