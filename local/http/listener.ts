import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ServiceRequest, ServiceResponse } from '../ports.ts';
import { jsonResponse, problemResponse } from '../services/responses.ts';

const Address = z.object({ port: z.number() });

/** A request together with what only the connection knows. */
export interface ListenerRequest extends ServiceRequest {
  /** Path and query as the client sent them. */
  readonly url: URL;
  readonly sourceIp: string;
}

/** Answers every request of a listener. */
export type ListenerHandler = (request: ListenerRequest) => Promise<ServiceResponse>;

/** An HTTP listener on the loopback address; until it is given a handler it answers 503. */
export interface Listener {
  readonly port: number;
  serve(handler: ListenerHandler): void;
  close(): Promise<void>;
}

/** Reads a body up to a size in bytes; undefined when it is longer. */
async function readBody(request: IncomingMessage, largest: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size <= largest) parts.push(bytes);
  }
  return size <= largest ? Buffer.concat(parts) : undefined;
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values = []]) => [name, values.join(',')]),
  );
}

async function answer(
  request: IncomingMessage,
  handler: ListenerHandler,
  largestBody: number,
): Promise<ServiceResponse> {
  const body = await readBody(request, largestBody);
  if (!body) {
    return jsonResponse(413, { message: 'Request Entity Too Large' });
  }
  const target = request.url ?? '/';
  const url = URL.parse(target.startsWith('/') ? `http://127.0.0.1${target.replace(/^\/+/, '/')}` : target);
  if (url === null) return problemResponse(400, 'The request line names no path');
  return handler({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: headersOf(request),
    body,
    url,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
  });
}

function send(
  response: ServerResponse,
  { status, headers = {}, body = '' }: ServiceResponse,
  cookies?: readonly string[],
): void {
  if (cookies && cookies.length > 0) response.setHeader('set-cookie', cookies);
  const known = Object.keys(headers).some((name) => name.toLowerCase() === 'content-length');
  const mayHaveBody = status !== 204 && status !== 304;
  response.writeHead(
    status,
    known || !mayHaveBody ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) },
  );
  response.end(mayHaveBody ? body : undefined);
}

/** An answer that also sets cookies, as only the API gateway gives it. */
export interface CookieResponse extends ServiceResponse {
  readonly cookies?: readonly string[];
}

function cookiesOf(response: CookieResponse): readonly string[] | undefined {
  return response.cookies;
}

/** Opens a listener on 127.0.0.1; port 0 takes a free one. Bodies over `largestBody` bytes are refused with 413. */
export async function openListener(port: number, largestBody: number): Promise<Listener> {
  let handler: ListenerHandler = async () => problemResponse(503, 'The local runtime is starting');
  const server: Server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    answer(request, handler, largestBody)
      .catch((error: unknown) => problemResponse(500, `The local runtime failed: ${String(error)}`))
      .then((result) => send(response, result, cookiesOf(result)))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: Address.parse(server.address()).port,
    serve: (next) => {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Cuts a path prefix off a request; undefined when the path lies elsewhere. */
export function under(prefix: string, request: ServiceRequest): ServiceRequest | undefined {
  if (request.path === prefix) return { ...request, path: '/' };
  return request.path.startsWith(`${prefix}/`) ? { ...request, path: request.path.slice(prefix.length) } : undefined;
}
