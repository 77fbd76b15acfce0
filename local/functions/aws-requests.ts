import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, type IncomingMessage } from 'node:http';

/** A request of this process as it was sent. */
export interface SentRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<'authorization' | 'x-amz-target', string | undefined>>;
  readonly body: Buffer;
}

/** Tells every HTTP request of this process once its body is written, with the request itself for whoever waits for the answer. */
export function onRequests(tell: (sent: SentRequest, request: ClientRequest) => void): void {
  subscribe('http.client.request.created', (message) => {
    const request = requestIn(message);
    if (request === null) return;
    const header = (name: string): string | undefined => request.getHeader(name)?.toString();
    onBody(request, (body) => {
      const headers = { authorization: header('authorization'), 'x-amz-target': header('x-amz-target') };
      tell({ method: request.method, path: request.path, headers, body }, request);
    });
  });
}

/** Tells the answer's status and body once it is whole, without taking it from whoever reads it. */
export function onAnswer(request: ClientRequest, tell: (status: number, body: Buffer) => void): void {
  request.once('response', (response: IncomingMessage) => {
    const chunks: Buffer[] = [];
    const push = response.push;
    response.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
      if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
      if (chunk === null) tell(response.statusCode ?? 0, Buffer.concat(chunks));
      return push.call(response, chunk, encoding);
    };
  });
}

function requestIn(message: unknown): ClientRequest | null {
  const request: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'request') : null;
  return request instanceof ClientRequest ? request : null;
}

/** Tells the body once it is written: the SDK writes it whole, as text or as bytes. */
function onBody(request: ClientRequest, tell: (body: Buffer) => void): void {
  const end = request.end;
  request.end = (...given: readonly unknown[]): ClientRequest => {
    const [body] = given;
    tell(typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : Buffer.alloc(0));
    return Reflect.apply(end, request, given);
  };
}
