import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bucketContents, emptyBucket } from '../../../scripts/destroy/bucket-contents.ts';
import { type AwsServer, startAwsServer, xmlError } from '../../support/aws-server.ts';

const version = (key: string, id: string, at: string) =>
  `<Version><Key>${key}</Key><VersionId>${id}</VersionId><LastModified>${at}</LastModified></Version>`;
const NEXT_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString();

let aws: AwsServer;
beforeAll(async () => {
  aws = await startAwsServer();
});
afterAll(() => aws.close());

beforeEach(() => {
  aws.answer('GET /evidence/?versions=', {
    body: `<ListVersionsResult><IsTruncated>true</IsTruncated><NextKeyMarker>a</NextKeyMarker><NextVersionIdMarker>1</NextVersionIdMarker>${version('a', '1', '2026-01-01T00:00:00Z')}</ListVersionsResult>`,
  });
  aws.answer('GET /evidence/?key-marker=a&version-id-marker=1&versions=', {
    body: `<ListVersionsResult><IsTruncated>false</IsTruncated>${version('b', '2', '2026-02-01T00:00:00Z')}<DeleteMarker><Key>c</Key><VersionId>3</VersionId><LastModified>2025-01-01T00:00:00Z</LastModified></DeleteMarker></ListVersionsResult>`,
  });
  aws.answer('GET /evidence/a?retention=&versionId=1', retention('COMPLIANCE', NEXT_YEAR));
  aws.answer('GET /evidence/b?retention=&versionId=2', retention('GOVERNANCE', '2020-01-01T00:00:00Z'));
  aws.answer('GET /evidence/c?retention=&versionId=3', xmlS3('MethodNotAllowed', 405));
});

const retention = (mode: string, until: string) => ({
  body: `<Retention><Mode>${mode}</Mode><RetainUntilDate>${until}</RetainUntilDate></Retention>`,
});
const xmlS3 = (code: string, status: number) => ({
  ...xmlError(code, code, status),
  body: `<Error><Code>${code}</Code></Error>`,
});

describe('the contents of a bucket', () => {
  it('are counted over all pages, with the lock that ends last and has not ended', async () => {
    expect(await bucketContents(aws.clients.storage, 'evidence')).toEqual({
      versions: 3,
      lock: { mode: 'COMPLIANCE', until: NEXT_YEAR, lookedAt: 3 },
    });
  });

  it('have no lock where the bucket has none', async () => {
    for (const [path, id] of [
      ['a', 1],
      ['b', 2],
    ]) {
      aws.answer(`GET /evidence/${path}?retention=&versionId=${id}`, xmlS3('InvalidRequest', 400));
    }
    expect(await bucketContents(aws.clients.storage, 'evidence')).toEqual({ versions: 3, lock: null });
  });

  it('are not taken for free when it may not be asked', async () => {
    aws.answer('GET /evidence/a?retention=&versionId=1', xmlS3('AccessDenied', 403));
    await expect(bucketContents(aws.clients.storage, 'evidence')).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('are removed but for what a lock keeps', async () => {
    aws.answer('POST /evidence/?delete=', {
      body: '<DeleteResult><Error><Key>a</Key><VersionId>1</VersionId><Code>AccessDenied</Code></Error></DeleteResult>',
    });
    expect(await emptyBucket(aws.clients.storage, 'evidence')).toBe(1);
    const { body = '' } = aws.calls.at(-1) ?? {};
    expect(body.match(/<VersionId>\d<\/VersionId>/g)).toHaveLength(3);
    expect(body).not.toContain('Bypass');
  });
});
