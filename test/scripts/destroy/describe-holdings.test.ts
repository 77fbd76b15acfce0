import { describe, expect, it } from 'vitest';
import { fateOf, remainderOf } from '../../../scripts/destroy/describe-holdings.ts';
import type { HeldBucket, HeldKey, Holding } from '../../../scripts/destroy/holdings.ts';

const bucket: HeldBucket = {
  kind: 'bucket',
  name: 'evidence',
  stack: 's',
  logicalId: 'E',
  retained: false,
  versions: 7,
  lock: null,
};
const lock = { mode: 'COMPLIANCE', until: '2030-01-01T00:00:00.000Z', lookedAt: 7 };
const key: HeldKey = {
  kind: 'key',
  id: 'k-1',
  retained: false,
  description: 'Wraps',
  signs: false,
  windowDays: 30,
  endsAt: null,
};

describe('what becomes of what a stage holds', () => {
  it.each<[string, Holding, RegExp, RegExp | null]>([
    ['a bucket', bucket, /^goes {4}the bucket evidence with 7 versions/, null],
    [
      'a bucket that stays',
      { ...bucket, retained: true },
      /^stays /,
      /^The bucket evidence: empty it of all versions, then `aws s3api delete-bucket --bucket evidence`/,
    ],
    [
      'a locked bucket, whatever its stack says',
      { ...bucket, lock },
      /^stays .*not even the root.* until 2030-01-01/,
      /after 2030-01-01/,
    ],
    [
      'a bucket locked by governance',
      { ...bucket, lock: { ...lock, mode: 'GOVERNANCE' } },
      /\(governance\) until/,
      /after 2030/,
    ],
    ['a table', { kind: 'table', name: 'cases', retained: false, rows: 12 }, /^goes .* about 12 rows; .*35 days/, null],
    [
      'a table that stays',
      { kind: 'table', name: 'cases', retained: true, rows: 12 },
      /^stays .*protected/,
      /--no-deletion-protection-enabled/,
    ],
    [
      'the key of all documents',
      key,
      /^ends .* 30 days later; from then on nobody can read any document.*cancel-key-deletion/,
      /ends by itself/,
    ],
    [
      'that key once it is removed',
      { ...key, endsAt: '2026-12-25T00:00:00.000Z' },
      /^ends /,
      /ends 2026-12-25.*cancel-key-deletion/,
    ],
    ['the key of signatures', { ...key, signs: true }, /save \/\.well-known\/jwks\.json first/, /cancel-key-deletion/],
    ['a key that stays', { ...key, retained: true }, /^stays /, /last of all, `aws kms schedule-key-deletion/],
    ['the login', { kind: 'login', id: 'pool', retained: false }, /^goes .*everybody/, null],
    ['a login that stays', { kind: 'login', id: 'pool', retained: true }, /^stays /, /delete-user-pool/],
    ['logs', { kind: 'logs', names: ['a', 'b'], retained: false }, /^go .* 2 log groups/, null],
    ['logs that stay', { kind: 'logs', names: ['a'], retained: true }, /^stay .* 1 log groups/, /delete-log-group/],
  ])('is told of %s, before and after', (_, holding, before, after) => {
    expect(fateOf(holding)).toMatch(before);
    if (after === null) expect(remainderOf(holding)).toBeNull();
    else expect(remainderOf(holding)).toMatch(after);
  });
});
