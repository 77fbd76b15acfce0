import type { ServiceResponse } from '../../ports.ts';
import { xmlElement } from '../responses.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectStore, ObjectVersion } from './object-store.ts';

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

/** ListObjectVersions with prefix and markers: every version of every object, newest first, delete markers among them. */
export function listVersions(store: ObjectStore, bucket: Bucket, query: URLSearchParams): ServiceResponse {
  const prefix = query.get('prefix') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? 1_000), 1_000);
  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;
  const all = store.all(bucket.name).filter(({ key }) => key.startsWith(prefix));
  const rest = behindMarker(all, query.get('key-marker'), query.get('version-id-marker'));
  const page = rest.slice(0, limit);
  const truncated = rest.length > page.length;
  const last = page.at(-1);
  const body = [
    xmlElement('Name', bucket.name),
    xmlElement('Prefix', encode(prefix)),
    xmlElement('MaxKeys', limit),
    xmlElement('IsTruncated', truncated),
    ...(query.has('encoding-type') ? [xmlElement('EncodingType', 'url')] : []),
    ...(truncated && last !== undefined
      ? [xmlElement('NextKeyMarker', encode(last.key)), xmlElement('NextVersionIdMarker', last.versionId)]
      : []),
    ...page.map((version) => versionEntry(encode(version.key), version, store)),
  ];
  return { status: 200, body: xmlElement('ListVersionsResult', body) };
}

/** A marked version that is gone meanwhile leaves its place in the order of keys. */
function behindMarker(
  versions: readonly ObjectVersion[],
  keyMarker: string | null,
  versionMarker: string | null,
): readonly ObjectVersion[] {
  if (keyMarker === null) return versions;
  const marked = versions.findIndex(({ key, versionId }) => key === keyMarker && versionId === versionMarker);
  return marked < 0 ? versions.filter(({ key }) => key > keyMarker) : versions.slice(marked + 1);
}

function versionEntry(name: string, version: ObjectVersion, store: ObjectStore): string {
  const { bucket, key, versionId, lastModified, etag, size, file } = version;
  const common = [
    xmlElement('Key', name),
    xmlElement('VersionId', versionId),
    xmlElement('IsLatest', store.versions(bucket, key)[0] === version),
    xmlElement('LastModified', lastModified),
  ];
  if (file === null) return xmlElement('DeleteMarker', common);
  return xmlElement('Version', [...common, xmlElement('ETag', etag), xmlElement('Size', size)]);
}
