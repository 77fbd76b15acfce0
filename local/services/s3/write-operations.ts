import { createHash, randomUUID } from 'node:crypto';
import type { LocalClock, ServiceRequest, ServiceResponse } from '../../ports.ts';
import { AwsError, xmlElement, xmlText, xmlValues } from '../responses.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectStore, ObjectVersion } from './object-store.ts';
import { receiveBody } from './request-body.ts';
import { refuseIfLocked, retentionAsked, retentionOfWrite } from './retention.ts';

/** What every operation on an object is given. */
export interface ObjectCall {
  readonly store: ObjectStore;
  readonly clock: LocalClock;
  readonly bucket: Bucket;
  readonly key: string;
  readonly request: ServiceRequest;
}

const KEPT_HEADERS =
  /^(?:content-(?:type|disposition|language|encoding)|cache-control|expires|x-amz-meta-.+|x-amz-server-side-encryption.*)$/;

/** PutObject: `If-None-Match: *` refuses to replace an object that is there (412). */
export async function putObject(call: ObjectCall): Promise<ServiceResponse> {
  const { bytes, checksums } = receiveBody(call.request);
  const { headers } = call.request;
  if (call.bucket.defaultRetention && !headers['content-md5'] && Object.keys(checksums).length === 0) {
    const message =
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters';
    throw new AwsError('InvalidRequest', message);
  }
  const version = await store(call, bytes, keptHeaders(headers), checksums);
  return {
    status: 200,
    headers: { ...versionHeaders(call.bucket, version), ...checksums, ...encryptionHeaders(version) },
  };
}

/** CopyObject from any bucket of this store. */
export async function copyObject(call: ObjectCall): Promise<ServiceResponse> {
  const { headers } = call.request;
  const [path = '', query = ''] = (headers['x-amz-copy-source'] ?? '').split('?');
  const [fromBucket = '', ...rest] = decodeURIComponent(path).replace(/^\//, '').split('/');
  const versions = call.store.versions(fromBucket, rest.join('/'));
  const versionId = new URLSearchParams(query).get('versionId');
  const source = versionId === null ? versions[0] : versions.find((version) => version.versionId === versionId);
  if (source?.file == null) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  const replace = headers['x-amz-metadata-directive'] === 'REPLACE';
  const kept = replace ? keptHeaders(headers) : { ...source.headers, ...encryptionOnly(headers) };
  const copy = await store(call, await call.store.readBytes(source.file), kept, source.checksums);
  const body = xmlElement('CopyObjectResult', [
    xmlElement('LastModified', copy.lastModified),
    xmlElement('ETag', copy.etag),
  ]);
  return { status: 200, headers: versionHeaders(call.bucket, copy), body };
}

/** DeleteObject: without a version a delete marker where the bucket has versions, with one the version itself. */
export async function deleteObject(call: ObjectCall): Promise<ServiceResponse> {
  const deleted = await deleteOne(call, call.key, call.request.query.get('versionId') ?? undefined);
  const marker: Record<string, string> = deleted.marker ? { 'x-amz-delete-marker': 'true' } : {};
  const version: Record<string, string> =
    deleted.versionId === undefined ? {} : { 'x-amz-version-id': deleted.versionId };
  return { status: 204, headers: { ...marker, ...version } };
}

/** DeleteObjects: an answer for each object, refusals among them. */
export async function deleteObjects(call: ObjectCall): Promise<ServiceResponse> {
  const xml = receiveBody(call.request).bytes.toString('utf8');
  const answers: string[] = [];
  for (const item of xmlValues(xml, 'Object')) {
    const key = xmlText(item, 'Key') ?? '';
    const versionId = xmlText(item, 'VersionId');
    const named = [xmlElement('Key', key), ...(versionId === undefined ? [] : [xmlElement('VersionId', versionId)])];
    try {
      await deleteOne(call, key, versionId);
      answers.push(xmlElement('Deleted', named));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      answers.push(
        xmlElement('Error', [...named, xmlElement('Code', error.code), xmlElement('Message', error.message)]),
      );
    }
  }
  return { status: 200, body: xmlElement('DeleteResult', answers) };
}

/** PutObjectRetention: a lock may be made longer, and shorter only as it may be taken away. */
export async function putRetention(call: ObjectCall, version: ObjectVersion): Promise<ServiceResponse> {
  const xml = receiveBody(call.request).bytes.toString('utf8');
  const now = call.clock.now();
  const asked = retentionAsked(call.bucket, xmlText(xml, 'Mode'), xmlText(xml, 'RetainUntilDate'), now);
  const held = version.retention;
  const weaker =
    held !== null && (asked.until < held.until || (held.mode === 'COMPLIANCE' && asked.mode !== held.mode));
  if (weaker) refuseIfLocked(version, call.request.headers, now);
  await call.store.retain(version, asked);
  return { status: 200 };
}

/** The headers that tell a version apart. */
export function versionHeaders(bucket: Bucket, version: ObjectVersion): Record<string, string> {
  return { etag: version.etag, ...(bucket.versioned ? { 'x-amz-version-id': version.versionId } : {}) };
}

async function store(
  call: ObjectCall,
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
  checksums: Readonly<Record<string, string>>,
): Promise<ObjectVersion> {
  const now = call.clock.now();
  const file = await call.store.writeBytes(bytes);
  const version: ObjectVersion = {
    bucket: call.bucket.name,
    key: call.key,
    versionId: call.bucket.versioned ? randomUUID().replaceAll('-', '') : 'null',
    file,
    size: bytes.length,
    etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    lastModified: new Date(now).toISOString(),
    headers,
    checksums,
    retention: retentionOfWrite(call.bucket, call.request.headers, now),
  };
  // The condition is looked at in the same turn as the index takes the version, so that one of two writers loses.
  if (!meetsConditions(call)) {
    await call.store.dropBytes(file);
    const message = 'At least one of the pre-conditions you specified did not hold';
    throw new AwsError('PreconditionFailed', message, 412);
  }
  await call.store.add(version);
  return version;
}

function meetsConditions({ store: objects, bucket, key, request }: ObjectCall): boolean {
  const current = objects.versions(bucket.name, key)[0];
  const etag = current?.file == null ? undefined : current.etag;
  if (request.headers['if-none-match'] === '*' && etag !== undefined) return false;
  const match = request.headers['if-match'];
  return match === undefined || match === etag;
}

async function deleteOne(
  { store: objects, bucket, clock, request }: ObjectCall,
  key: string,
  versionId: string | undefined,
): Promise<{ marker: boolean; versionId: string | undefined }> {
  const versions = objects.versions(bucket.name, key);
  const named = versionId ?? (bucket.versioned ? undefined : 'null');
  if (named !== undefined) {
    const version = versions.find((candidate) => candidate.versionId === named);
    if (version === undefined) return { marker: false, versionId };
    refuseIfLocked(version, request.headers, clock.now());
    await objects.remove(version);
    return { marker: version.file === null, versionId };
  }
  const marker = randomUUID().replaceAll('-', '');
  const lastModified = new Date(clock.now()).toISOString();
  const nothing = { file: null, size: 0, etag: '', headers: {}, checksums: {}, retention: null };
  await objects.add({ bucket: bucket.name, key, versionId: marker, lastModified, ...nothing });
  return { marker: true, versionId: marker };
}

function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => KEPT_HEADERS.test(name));
  const plain = kept.map(([name, value]): [string, string] => [
    name,
    name === 'content-encoding' ? value.replace(/,?\s*aws-chunked\s*,?/, '') : value,
  ]);
  return Object.fromEntries(plain.filter(([, value]) => value !== ''));
}

function encryptionOnly(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('x-amz-server-side-encryption')),
  );
}

function encryptionHeaders(version: ObjectVersion): Record<string, string> {
  return encryptionOnly(version.headers);
}
