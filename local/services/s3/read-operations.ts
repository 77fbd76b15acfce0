import type { ServiceResponse } from '../../ports.ts';
import { AwsError, xmlElement } from '../responses.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectVersion } from './object-store.ts';
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
