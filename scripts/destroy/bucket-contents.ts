import {
  DeleteObjectsCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
  type S3Client,
} from '@aws-sdk/client-s3';
import { orNull } from '../deploy/asked.ts';
import type { HeldBucket } from './holdings.ts';

/** How many of the newest versions are asked for their retention: a lock of the bucket's own ends last with the newest. */
const LOOKED_AT = 25;

/** Errors that say that a bucket or an object has no lock. */
const NO_LOCK = /NoSuchObjectLockConfiguration|ObjectLockConfigurationNotFound|InvalidRequest|MethodNotAllowed/;

interface Version extends ObjectIdentifier {
  readonly Key: string;
  readonly VersionId: string;
  readonly at: number;
}

/** How much lies in a bucket, and until when Object Lock keeps it. */
export async function bucketContents(client: S3Client, Bucket: string): Promise<Pick<HeldBucket, 'versions' | 'lock'>> {
  const versions = await listVersions(client, Bucket);
  const newest = versions.toSorted((one, other) => other.at - one.at).slice(0, LOOKED_AT);
  const locks: { readonly mode: string; readonly until: string }[] = [];
  for (const { Key, VersionId } of newest) {
    const found = await orNull(NO_LOCK, () => client.send(new GetObjectRetentionCommand({ Bucket, Key, VersionId })));
    const { Mode, RetainUntilDate } = found?.Retention ?? {};
    if (Mode !== undefined && RetainUntilDate !== undefined && RetainUntilDate.getTime() > Date.now()) {
      locks.push({ mode: Mode, until: RetainUntilDate.toISOString() });
    }
  }
  const last = locks.toSorted((one, other) => (one.until < other.until ? 1 : -1))[0];
  return { versions: versions.length, lock: last === undefined ? null : { ...last, lookedAt: newest.length } };
}

/** Deletes every version that no lock keeps. @returns how many are left */
export async function emptyBucket(client: S3Client, Bucket: string): Promise<number> {
  const versions = await listVersions(client, Bucket);
  let kept = 0;
  for (let from = 0; from < versions.length; from += MOST_AT_ONCE) {
    const Objects = versions.slice(from, from + MOST_AT_ONCE).map(({ Key, VersionId }) => ({ Key, VersionId }));
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    kept += Errors.length;
  }
  return kept;
}

const MOST_AT_ONCE = 1_000;

/** Every version and every marker of a deletion. */
async function listVersions(client: S3Client, Bucket: string): Promise<readonly Version[]> {
  const found: Version[] = [];
  let place: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
  for (;;) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket, ...place }),
    );
    for (const { Key, VersionId, LastModified } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
      if (Key !== undefined && VersionId !== undefined)
        found.push({ Key, VersionId, at: LastModified?.getTime() ?? 0 });
    }
    if (page.IsTruncated !== true) return found;
    place = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
}
