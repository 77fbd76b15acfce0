import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ServiceRequest } from '../../ports.ts';
import { AwsError } from '../responses.ts';

/** The bytes a caller meant to store, and the checksums it gave for them (`x-amz-checksum-*`). */
export interface ReceivedBody {
  readonly bytes: Buffer;
  readonly checksums: Readonly<Record<string, string>>;
}

const ALGORITHMS: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'x-amz-checksum-crc32': (bytes) => {
    const value = Buffer.alloc(4);
    value.writeUInt32BE(crc32(bytes));
    return value.toString('base64');
  },
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
};

/**
 * Reads the body of a write: takes `aws-chunked` framing apart, with its trailing headers, and refuses bytes that
 * do not match a checksum given (BadDigest).
 */
export function receiveBody(request: ServiceRequest): ReceivedBody {
  const { headers } = request;
  const framed = headers['content-encoding']?.includes('aws-chunked') || isStreaming(headers['x-amz-content-sha256']);
  const { bytes, trailers } = framed ? readChunks(request.body) : { bytes: request.body, trailers: {} };
  const given = Object.entries({ ...headers, ...trailers }).filter(([name]) =>
    /^x-amz-checksum-(?:crc|sha)/.test(name),
  );
  for (const [name, value] of given) {
    const compute = ALGORITHMS[name];
    if (compute !== undefined && compute(bytes) !== value) throw badDigest(name);
  }
  const md5 = headers['content-md5'];
  if (md5 !== undefined && createHash('md5').update(bytes).digest('base64') !== md5) throw badDigest('Content-MD5');
  return { bytes, checksums: Object.fromEntries(given) };
}

function isStreaming(contentSha256: string | undefined): boolean {
  return contentSha256?.startsWith('STREAMING-') ?? false;
}

function badDigest(name: string): AwsError {
  return new AwsError('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
}

/** Chunks are `<size in hex>[;extension] CRLF <bytes> CRLF`, ended by one of size zero and the trailing headers. */
function readChunks(body: Buffer): { bytes: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', position);
    const size = Number.parseInt(body.toString('latin1', position, lineEnd), 16);
    if (lineEnd < 0 || Number.isNaN(size)) throw new AwsError('IncompleteBody', 'The chunked body cannot be read.');
    position = lineEnd + 2;
    if (size === 0) break;
    chunks.push(body.subarray(position, position + size));
    position += size + 2;
  }
  const lines = body.toString('latin1', position).split('\r\n');
  const trailers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 0 ? [] : [[line.slice(0, colon).toLowerCase().trim(), line.slice(colon + 1).trim()]];
  });
  return { bytes: Buffer.concat(chunks), trailers: Object.fromEntries(trailers) };
}
