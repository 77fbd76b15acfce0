import type { ServiceResponse } from '../../ports.ts';
import { AwsError, xmlElement } from '../responses.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectStore, ObjectVersion } from './object-store.ts';
import { type ObjectCall, versionHeaders } from './write-operations.ts';

/** The version a request names, or the newest; throws as S3 does when there is none, or it is a delete marker. */
export function findVersion({ store, bucket, key, request }: ObjectCall): ObjectVersion {
  const versionId = request.query.get('versionId');
  const versions = store.versions(bucket.name, key);
  const version = versionId === null ? versions[0] : versions.find((candidate) => candidate.versionId === versionId);
  if (version === undefined && versionId !== null) {
    throw new AwsError('NoSuchVersion', 'The specified version does not exist.', 404);
  }
  if (version === undefined || version.file === null) {
    throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  }
  return version;
}

/** GetObject, with `Range`. */
export async function getObject(call: ObjectCall): Promise<ServiceResponse> {
  const version = findVersion(call);
  const bytes = await call.store.readBytes(version.file ?? '');
  const range = /^bytes=(\d*)-(\d*)$/.exec(call.request.headers['range'] ?? '');
  if (range === null) return { status: 200, headers: describe(call, version), body: bytes };
  const [, first = '', last = ''] = range;
  const start = first === '' ? Math.max(0, bytes.length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
  if (start > end) throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416);
  const headers = withoutChecksums(describe(call, version));
  const part = { 'content-range': `bytes ${start}-${end}/${bytes.length}`, 'content-length': String(end - start + 1) };
  return { status: 206, headers: { ...headers, ...part }, body: bytes.subarray(start, end + 1) };
}

/** HeadObject: the headers of GetObject; `content-length` is the object's, the body is empty. */
export function headObject(call: ObjectCall): ServiceResponse {
  return { status: 200, headers: describe(call, findVersion(call)) };
}

/** GetObjectRetention. */
export function getRetention(version: ObjectVersion): ServiceResponse {
  const { retention } = version;
  if (retention === null) {
    const message = 'The specified object does not have a ObjectLock configuration';
    throw new AwsError('NoSuchObjectLockConfiguration', message, 404);
  }
  const body = xmlElement('Retention', [
    xmlElement('Mode', retention.mode),
    xmlElement('RetainUntilDate', retention.until),
  ]);
  return { status: 200, body };
}

/** GetObjectLockConfiguration. */
export function getLockConfiguration(bucket: Bucket): ServiceResponse {
  if (!bucket.objectLock) {
    const message = 'Object Lock configuration does not exist for this bucket';
    throw new AwsError('ObjectLockConfigurationNotFoundError', message, 404);
  }
  const rule = bucket.defaultRetention;
  const retention =
    rule === undefined
      ? []
      : [
          xmlElement('Rule', [
            xmlElement('DefaultRetention', [xmlElement('Mode', rule.mode), xmlElement('Days', rule.days)]),
          ]),
        ];
  return {
    status: 200,
    body: xmlElement('ObjectLockConfiguration', [xmlElement('ObjectLockEnabled', 'Enabled'), ...retention]),
  };
}

/** ListObjectsV2 with prefix, delimiter, start-after, continuation and `encoding-type=url`. */
export function listObjects(store: ObjectStore, bucket: Bucket, query: URLSearchParams): ServiceResponse {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString('utf8');
  const limit = Math.min(Number(query.get('max-keys') ?? 1_000), 1_000);
  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;
  const entries = new Map<string, ObjectVersion | undefined>();
  for (const version of store.current(bucket.name)) {
    if (!version.key.startsWith(prefix)) continue;
    const cut = delimiter === '' ? -1 : version.key.indexOf(delimiter, prefix.length);
    const name = cut < 0 ? version.key : version.key.slice(0, cut + delimiter.length);
    if (name > after) entries.set(name, cut < 0 ? version : undefined);
  }
  const page = [...entries].slice(0, limit);
  const truncated = entries.size > page.length;
  const last = page.at(-1)?.[0] ?? '';
  const body = [
    xmlElement('Name', bucket.name),
    xmlElement('Prefix', encode(prefix)),
    xmlElement('KeyCount', page.length),
    xmlElement('MaxKeys', limit),
    xmlElement('IsTruncated', truncated),
    ...(query.has('encoding-type') ? [xmlElement('EncodingType', 'url')] : []),
    ...(truncated ? [xmlElement('NextContinuationToken', Buffer.from(last).toString('base64url'))] : []),
    ...page.map(([name, version]) => entry(encode(name), version)),
  ];
  return { status: 200, body: xmlElement('ListBucketResult', body) };
}

function entry(name: string, version: ObjectVersion | undefined): string {
  if (version === undefined) return xmlElement('CommonPrefixes', [xmlElement('Prefix', name)]);
  const { lastModified, etag, size } = version;
  return xmlElement('Contents', [
    xmlElement('Key', name),
    xmlElement('LastModified', lastModified),
    xmlElement('ETag', etag),
    xmlElement('Size', size),
    xmlElement('StorageClass', 'STANDARD'),
  ]);
}

function describe({ bucket, request }: ObjectCall, version: ObjectVersion): Record<string, string> {
  const { retention } = version;
  const lock: Record<string, string> =
    retention === null
      ? {}
      : { 'x-amz-object-lock-mode': retention.mode, 'x-amz-object-lock-retain-until-date': retention.until };
  return {
    'content-type': 'application/octet-stream',
    ...version.headers,
    ...versionHeaders(bucket, version),
    ...lock,
    ...(request.headers['x-amz-checksum-mode'] === 'ENABLED' ? version.checksums : {}),
    'accept-ranges': 'bytes',
    'content-length': String(version.size),
    'last-modified': new Date(version.lastModified).toUTCString(),
  };
}

function withoutChecksums(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-amz-checksum-')));
}
