import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudClients } from '../../scripts/deploy/clients.ts';

/** What is answered: XML or JSON text, and its status. */
export interface AwsReply {
  readonly status?: number;
  readonly body: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call as it arrived. */
export interface AwsCall {
  readonly operation: string;
  readonly body: string;
}

/** An HTTP server that answers as AWS does, operation by operation. */
export interface AwsServer {
  readonly clients: ReturnType<typeof cloudClients>;
  readonly calls: readonly AwsCall[];
  /** Sets the answer to an operation; a function is asked anew for each call. */
  answer(operation: string, reply: AwsReply | ((body: string) => AwsReply)): void;
  close(): Promise<void>;
}

/** Starts it on a free loopback port. An operation without an answer is answered with 501. */
export async function startAwsServer(): Promise<AwsServer> {
  const replies = new Map<string, AwsReply | ((body: string) => AwsReply)>();
  const calls: AwsCall[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const operation = operationOf(request, body);
    calls.push({ operation, body });
    const found = replies.get(operation);
    const reply = typeof found === 'function' ? found(body) : found;
    const {
      status = 200,
      body: answer,
      headers = {},
    }: AwsReply = reply ?? { status: 501, body: `no answer to ${operation}` };
    const isJson = typeof answer !== 'string';
    response.writeHead(status, { 'content-type': isJson ? 'application/json' : 'text/xml', ...headers });
    response.end(isJson ? JSON.stringify(answer) : answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return {
    clients: cloudClients('eu-central-1', { endpoint: `http://127.0.0.1:${port}`, credentials, maxAttempts: 1 }),
    calls,
    answer: (operation, reply) => replies.set(operation, reply),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The name of a JSON or query operation, or method and path of a REST one. */
function operationOf({ method, url = '', headers }: IncomingMessage, body: string): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').at(-1) ?? '';
  const action = new URLSearchParams(body).get('Action');
  return action ?? `${method} ${url.replace(/([?&])x-id=\w+&?/, '$1').replace(/[?&]$/, '')}`;
}

/** An answer of the query protocol. */
export function xml(operation: string, result: string): AwsReply {
  return { body: `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>` };
}

/** An error of the query protocol. */
export function xmlError(code: string, message: string, status = 400): AwsReply {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, body: `<ErrorResponse>${error}</ErrorResponse>` };
}

/** An error of the JSON protocols. */
export function jsonError(code: string, message: string, status = 400): AwsReply {
  return { status, body: { __type: code, message } };
}
