import { AwsError } from '../responses.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectVersion, Retention } from './object-store.ts';

const DAY_MS = 86_400_000;

/** The retention of a new version: as its headers ask, else the bucket's default, else none. */
export function retentionOfWrite(
  bucket: Bucket,
  headers: Readonly<Record<string, string>>,
  now: number,
): Retention | null {
  const mode = headers['x-amz-object-lock-mode'];
  const until = headers['x-amz-object-lock-retain-until-date'];
  if (mode !== undefined || until !== undefined) return retentionAsked(bucket, mode, until, now);
  if (bucket.defaultRetention === undefined) return null;
  const end = now + bucket.defaultRetention.days * DAY_MS;
  return { mode: bucket.defaultRetention.mode, until: new Date(end).toISOString() };
}

/** Checks a retention that a caller asks for; throws an `AwsError` when S3 would refuse it. */
export function retentionAsked(
  bucket: Bucket,
  mode: string | undefined,
  until: string | undefined,
  now: number,
): Retention {
  if (!bucket.objectLock) throw new AwsError('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE')
    throw new AwsError('InvalidArgument', 'Unknown wormMode directive.');
  const end = Date.parse(until ?? '');
  if (Number.isNaN(end) || end <= now) {
    throw new AwsError('InvalidArgument', 'The retain until date must be in the future!');
  }
  return { mode, until: new Date(end).toISOString() };
}

/** Refuses to take a lock away: AccessDenied while it runs, but for governance mode with the caller's bypass. */
export function refuseIfLocked(version: ObjectVersion, headers: Readonly<Record<string, string>>, now: number): void {
  const { retention } = version;
  if (retention === null || Date.parse(retention.until) <= now) return;
  const bypass = headers['x-amz-bypass-governance-retention'] === 'true' && retention.mode === 'GOVERNANCE';
  if (!bypass) throw new AwsError('AccessDenied', 'Access Denied because object protected by object lock.', 403);
}
