import { randomUUID } from 'node:crypto';
import type { LocalClock, ServiceHandler, ServiceRequest, ServiceResponse } from '../../ports.ts';
import { AwsError, pathSegments, xmlElement } from '../responses.ts';
import type { Bucket } from './bucket.ts';
import { listObjects, listVersions } from './list-operations.ts';
import { type ObjectStore, openObjectStore } from './object-store.ts';
import { findVersion, getLockConfiguration, getObject, getRetention, headObject } from './read-operations.ts';
import {
  copyObject,
  deleteObject,
  deleteObjects,
  type ObjectCall,
  putObject,
  putRetention,
} from './write-operations.ts';

/** What the S3 endpoint needs: a directory of its own, the clock, and the template's buckets (`bucketFromTemplate`). */
export interface S3Options {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly buckets: readonly Bucket[];
}

/** S3 with path-style addresses: objects, versions and Object Lock, with S3's own refusals. */
export async function createS3(options: S3Options): Promise<ServiceHandler> {
  const store = await openObjectStore(options.directory);
  const buckets = new Map(options.buckets.map((bucket) => [bucket.name, bucket]));
  return async (request) => {
    try {
      const response = await route(options.clock, store, buckets, request);
      await store.flushed();
      if (typeof response.body !== 'string') return response;
      return { ...response, headers: { 'content-type': 'application/xml', ...response.headers } };
    } catch (error) {
      if (error instanceof AwsError) return refusal(request, error);
      throw error;
    }
  };
}

async function route(
  clock: LocalClock,
  store: ObjectStore,
  buckets: ReadonlyMap<string, Bucket>,
  request: ServiceRequest,
): Promise<ServiceResponse> {
  const [name = ''] = pathSegments(request.path);
  const key = keyOf(request.path);
  const bucket = buckets.get(name);
  if (bucket === undefined) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  const call = { store, clock, bucket, key, request };
  return key === '' ? onBucket(call) : onObject(call);
}

function keyOf(path: string): string {
  try {
    return decodeURIComponent(path.replace(/^\/[^/]*\/?/, ''));
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

async function onBucket(call: ObjectCall): Promise<ServiceResponse> {
  const { method, query } = call.request;
  if (method === 'HEAD') return { status: 200 };
  if (method === 'POST' && query.has('delete')) return deleteObjects(call);
  if (method === 'GET' && query.has('object-lock')) return getLockConfiguration(call.bucket);
  if (method === 'GET' && query.has('versions')) return listVersions(call.store, call.bucket, query);
  if (method === 'GET' && query.get('list-type') === '2') return listObjects(call.store, call.bucket, query);
  throw new AwsError('NotImplemented', 'This bucket operation is not served locally', 501);
}

async function onObject(call: ObjectCall): Promise<ServiceResponse> {
  const { method, query, headers } = call.request;
  if (query.has('retention')) {
    return method === 'PUT' ? putRetention(call, findVersion(call)) : getRetention(findVersion(call));
  }
  if (query.has('uploads') || query.has('uploadId') || query.has('tagging') || query.has('legal-hold')) {
    throw new AwsError('NotImplemented', 'This object operation is not served locally', 501);
  }
  switch (method) {
    case 'PUT':
      return headers['x-amz-copy-source'] === undefined ? putObject(call) : copyObject(call);
    case 'GET':
      return getObject(call);
    case 'HEAD':
      return headObject(call);
    case 'DELETE':
      return deleteObject(call);
    default:
      throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  }
}

function refusal(request: ServiceRequest, error: AwsError): ServiceResponse {
  const requestId = randomUUID();
  const body = xmlElement('Error', [
    xmlElement('Code', error.code),
    xmlElement('Message', error.message),
    xmlElement('Resource', request.path),
    xmlElement('RequestId', requestId),
  ]);
  const headers = { 'content-type': 'application/xml', 'x-amz-request-id': requestId };
  return request.method === 'HEAD' ? { status: error.status, headers } : { status: error.status, headers, body };
}
