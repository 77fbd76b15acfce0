import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bucketFromTemplate } from '#local/services/s3/bucket';
import { createS3 } from '#local/services/s3/s3-service';
import { clientConfig, listen, TestClock } from '../listener.ts';

const DAY = 86_400_000;
const PLAIN = { Bucket: 'plain' };
const LOCKED = { Bucket: 'locked' };
const VERSIONED = { Bucket: 'versioned' };
const BUCKETS = [
  bucketFromTemplate('plain', undefined),
  bucketFromTemplate('versioned', { VersioningConfiguration: { Status: 'Enabled' } }),
  bucketFromTemplate('locked', {
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } },
  }),
  bucketFromTemplate('compliance', {
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 1 } } },
  }),
];

let directory: string;
let clock: TestClock;
let s3: S3Client;
let close: () => Promise<void>;

async function start(): Promise<void> {
  const server = await listen(await createS3({ directory, clock, buckets: BUCKETS }));
  s3 = new S3Client({ ...clientConfig(server.url), forcePathStyle: true });
  close = server.close;
}

async function text(bucket: string, key: string, range?: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: range }));
  return (await Body?.transformToString()) ?? '';
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'writ-s3-'));
  clock = new TestClock('2026-10-17T20:00:00Z');
  await start();
});

afterEach(async () => {
  s3.destroy();
  await close();
});

describe('S3 objects', () => {
  it('gives back what was put, with its type, metadata and encryption headers', async () => {
    const key = 'cases/a b+ü&<1>.json';
    await s3.send(
      new PutObjectCommand({
        ...PLAIN,
        Key: key,
        Body: '{"a":1}',
        ContentType: 'application/json',
        Metadata: { case: 'c-1' },
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: 'key-1',
      }),
    );
    const got = await s3.send(new GetObjectCommand({ ...PLAIN, Key: key }));
    expect(await got.Body?.transformToString()).toBe('{"a":1}');
    expect(got).toMatchObject({ ContentType: 'application/json', Metadata: { case: 'c-1' }, SSEKMSKeyId: 'key-1' });
    expect(got.ChecksumCRC32).toBeDefined();
    const head = await s3.send(new HeadObjectCommand({ ...PLAIN, Key: key }));
    expect(head).toMatchObject({ ContentLength: 7, ETag: got.ETag, LastModified: new Date('2026-10-17T20:00:00Z') });
  });

  it('takes a stream in chunks with a trailing checksum', async () => {
    const Body = Readable.from([Buffer.alloc(70_000, 'a'), Buffer.alloc(70_000, 'b')]);
    await s3.send(new PutObjectCommand({ ...PLAIN, Key: 'stream', Body, ContentLength: 140_000 }));
    expect(await text('plain', 'stream')).toBe('a'.repeat(70_000) + 'b'.repeat(70_000));
  });

  it('refuses bytes that do not match their checksum', async () => {
    const put = new PutObjectCommand({ ...PLAIN, Key: 'bad', Body: 'x', ChecksumCRC32: 'AAAAAA==' });
    await expect(s3.send(put)).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(text('plain', 'bad')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it.each([
    ['bytes=0-1', 'ab'],
    ['bytes=4-', 'ef'],
    ['bytes=-1', 'f'],
    ['bytes=4-99', 'ef'],
  ])('answers the range %s', async (range, expected) => {
    await s3.send(new PutObjectCommand({ ...PLAIN, Key: 'k', Body: 'abcdef' }));
    expect(await text('plain', 'k', range)).toBe(expected);
  });

  it('refuses a range past the end', async () => {
    await s3.send(new PutObjectCommand({ ...PLAIN, Key: 'k', Body: 'abc' }));
    await expect(text('plain', 'k', 'bytes=7-9')).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('lets one of several writers with If-None-Match win', async () => {
    const put = () => s3.send(new PutObjectCommand({ ...PLAIN, Key: 'once', Body: 'x', IfNoneMatch: '*' }));
    const outcomes = await Promise.allSettled([put(), put(), put()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(put()).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it('keeps and lists a key with characters that mean something in an address', async () => {
    const Key = 'heads/READS#2026-10-17#0a?b/1.json';
    await s3.send(new PutObjectCommand({ ...LOCKED, Key, Body: 'x' }));
    const { Contents } = await s3.send(new ListObjectsV2Command({ ...LOCKED, Prefix: 'heads/READS#2026-10-17#0a?b/' }));
    expect(Contents).toMatchObject([{ Key }]);
    expect(await text('locked', Key)).toBe('x');
  });

  it('lists by prefix, delimiter and page', async () => {
    for (const key of ['a/1', 'a/2', 'b/1', 'c'])
      await s3.send(new PutObjectCommand({ ...PLAIN, Key: key, Body: key }));
    const folders = await s3.send(new ListObjectsV2Command({ ...PLAIN, Delimiter: '/' }));
    expect(folders.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['a/', 'b/']);
    expect(folders.Contents?.map(({ Key }) => Key)).toEqual(['c']);
    const first = await s3.send(new ListObjectsV2Command({ ...PLAIN, MaxKeys: 3 }));
    const next = new ListObjectsV2Command({ ...PLAIN, ContinuationToken: first.NextContinuationToken });
    expect(first.IsTruncated).toBe(true);
    expect((await s3.send(next)).Contents).toMatchObject([{ Key: 'c', Size: 1 }]);
    expect((await s3.send(new ListObjectsV2Command({ ...PLAIN, Prefix: 'a/' }))).KeyCount).toBe(2);
  });

  it('copies with metadata kept or replaced', async () => {
    await s3.send(new PutObjectCommand({ ...PLAIN, Key: 'from ü', Body: 'x', Metadata: { a: '1' } }));
    const source = { CopySource: `plain/${encodeURIComponent('from ü')}` };
    await s3.send(new CopyObjectCommand({ ...LOCKED, Key: 'kept', ...source }));
    await s3.send(
      new CopyObjectCommand({ ...PLAIN, Key: 'new', ...source, MetadataDirective: 'REPLACE', Metadata: { b: '2' } }),
    );
    expect((await s3.send(new HeadObjectCommand({ ...LOCKED, Key: 'kept' }))).Metadata).toEqual({ a: '1' });
    expect((await s3.send(new HeadObjectCommand({ ...PLAIN, Key: 'new' }))).Metadata).toEqual({ b: '2' });
  });

  it('names what is not there', async () => {
    await expect(text('plain', 'nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(text('nowhere', 'k')).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(s3.send(new HeadObjectCommand({ ...PLAIN, Key: 'nothing' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('deletes many at once', async () => {
    for (const key of ['a&b', 'c']) await s3.send(new PutObjectCommand({ ...PLAIN, Key: key, Body: key }));
    const Delete = { Objects: [{ Key: 'a&b' }, { Key: 'c' }, { Key: 'never' }] };
    const answer = await s3.send(new DeleteObjectsCommand({ ...PLAIN, Delete }));
    expect(answer.Deleted).toHaveLength(3);
    expect((await s3.send(new ListObjectsV2Command(PLAIN))).KeyCount).toBe(0);
  });

  it('keeps everything over a restart', async () => {
    await s3.send(new PutObjectCommand({ ...PLAIN, Key: 'k', Body: 'one' }));
    await s3.send(new PutObjectCommand({ ...PLAIN, Key: 'k', Body: 'two' }));
    const { VersionId } = await s3.send(new PutObjectCommand({ ...LOCKED, Key: 'l', Body: 'kept' }));
    await writeFile(join(directory, 'objects', 'left-by-a-crash'), 'half');
    await close();
    await start();
    expect(await readdir(join(directory, 'objects'))).toHaveLength(2);
    expect(await text('plain', 'k')).toBe('two');
    const remove = new DeleteObjectCommand({ ...LOCKED, Key: 'l', VersionId });
    await expect(s3.send(remove)).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('S3 versions', () => {
  it('lists every version and every delete marker below a prefix, page by page', async () => {
    const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ ...VERSIONED, Key, Body }));
    const first = await put('c1/a&b', 'one');
    const second = await put('c1/a&b', 'two');
    await put('c2/a', 'other');
    const marker = await s3.send(new DeleteObjectCommand({ ...VERSIONED, Key: 'c1/a&b' }));
    const all = await s3.send(new ListObjectVersionsCommand({ ...VERSIONED, Prefix: 'c1/' }));
    expect(all.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [second.VersionId, false],
      [first.VersionId, false],
    ]);
    expect(all.DeleteMarkers).toMatchObject([{ Key: 'c1/a&b', VersionId: marker.VersionId, IsLatest: true }]);
    const page = await s3.send(new ListObjectVersionsCommand({ ...VERSIONED, Prefix: 'c1/', MaxKeys: 2 }));
    expect(page).toMatchObject({ IsTruncated: true, NextKeyMarker: 'c1/a&b', NextVersionIdMarker: second.VersionId });
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    const markers = { KeyMarker, VersionIdMarker };
    const rest = await s3.send(new ListObjectVersionsCommand({ ...VERSIONED, Prefix: 'c1/', ...markers }));
    expect(rest.Versions?.map(({ VersionId }) => VersionId)).toEqual([first.VersionId]);
    expect(rest.IsTruncated).toBe(false);
  });
});

describe('S3 Object Lock', () => {
  it('refuses to delete a version before its time, and hides it behind a delete marker', async () => {
    const { VersionId } = await s3.send(new PutObjectCommand({ ...LOCKED, Key: 'k', Body: 'kept' }));
    const remove = new DeleteObjectCommand({ ...LOCKED, Key: 'k', VersionId });
    await expect(s3.send(remove)).rejects.toMatchObject({ name: 'AccessDenied' });
    const many = new DeleteObjectsCommand({ ...LOCKED, Delete: { Objects: [{ Key: 'k', VersionId }] } });
    expect((await s3.send(many)).Errors).toMatchObject([{ Key: 'k', Code: 'AccessDenied' }]);
    const marker = await s3.send(new DeleteObjectCommand({ ...LOCKED, Key: 'k' }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(text('locked', 'k')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const old = await s3.send(new GetObjectCommand({ ...LOCKED, Key: 'k', VersionId }));
    expect(await old.Body?.transformToString()).toBe('kept');
    clock.advance(DAY);
    await s3.send(remove);
    await expect(s3.send(new GetObjectCommand({ ...LOCKED, Key: 'k', VersionId }))).rejects.toThrow();
  });

  it('keeps every version that an overwrite covers', async () => {
    const first = await s3.send(new PutObjectCommand({ ...LOCKED, Key: 'k', Body: 'one' }));
    await s3.send(new PutObjectCommand({ ...LOCKED, Key: 'k', Body: 'two' }));
    const old = await s3.send(new GetObjectCommand({ ...LOCKED, Key: 'k', VersionId: first.VersionId }));
    expect(await old.Body?.transformToString()).toBe('one');
  });

  it('lets governance be bypassed, and compliance not', async () => {
    const bypass = { BypassGovernanceRetention: true };
    const governed = await s3.send(new PutObjectCommand({ ...LOCKED, Key: 'k', Body: 'x' }));
    await s3.send(new DeleteObjectCommand({ ...LOCKED, Key: 'k', VersionId: governed.VersionId, ...bypass }));
    const kept = await s3.send(new PutObjectCommand({ Bucket: 'compliance', Key: 'k', Body: 'x' }));
    const remove = new DeleteObjectCommand({ Bucket: 'compliance', Key: 'k', VersionId: kept.VersionId, ...bypass });
    await expect(s3.send(remove)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('makes a retention longer and never shorter', async () => {
    await s3.send(new PutObjectCommand({ Bucket: 'compliance', Key: 'k', Body: 'x' }));
    const retain = (Mode: 'COMPLIANCE' | 'GOVERNANCE', until: string) =>
      s3.send(
        new PutObjectRetentionCommand({
          Bucket: 'compliance',
          Key: 'k',
          Retention: { Mode, RetainUntilDate: new Date(until) },
        }),
      );
    await retain('COMPLIANCE', '2030-01-01T00:00:00Z');
    await expect(retain('COMPLIANCE', '2028-01-01T00:00:00Z')).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(retain('GOVERNANCE', '2031-01-01T00:00:00Z')).rejects.toMatchObject({ name: 'AccessDenied' });
    const held = await s3.send(new GetObjectRetentionCommand({ Bucket: 'compliance', Key: 'k' }));
    expect(held.Retention).toEqual({ Mode: 'COMPLIANCE', RetainUntilDate: new Date('2030-01-01T00:00:00Z') });
  });

  it('takes the retention of the writer and asks for a checksum with a lock', async () => {
    const ObjectLockRetainUntilDate = new Date('2027-01-01T00:00:00Z');
    await s3.send(
      new PutObjectCommand({ ...LOCKED, Key: 'k', Body: 'x', ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate }),
    );
    const head = await s3.send(new HeadObjectCommand({ ...LOCKED, Key: 'k' }));
    expect(head).toMatchObject({ ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate });
    const bare = new S3Client({
      ...clientConfig(''),
      endpoint: await s3.config.endpoint?.(),
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    const put = bare.send(new PutObjectCommand({ ...LOCKED, Key: 'k2', Body: 'x' }));
    await expect(put).rejects.toMatchObject({ name: 'InvalidRequest' });
  });

  it('tells its configuration', async () => {
    const locked = await s3.send(new GetObjectLockConfigurationCommand(LOCKED));
    expect(locked.ObjectLockConfiguration?.Rule?.DefaultRetention).toEqual({ Mode: 'GOVERNANCE', Days: 1 });
    const plain = s3.send(new GetObjectLockConfigurationCommand(PLAIN));
    await expect(plain).rejects.toMatchObject({ name: 'ObjectLockConfigurationNotFoundError' });
  });
});
