import { randomUUID } from 'node:crypto';
import { request } from 'node:https';

/** An answer of the deployed interface. */
export interface ApiAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  /** The body as JSON; null when it is none. */
  readonly json: unknown;
}

/** What is sent beside method and path. */
export interface ApiRequest {
  readonly token?: string | undefined;
  readonly body?: unknown;
}

/** Calls the deployed HTTP API by the host name it was given, at the address of ministack. */
export class HttpApi {
  readonly #host: string;

  constructor(url: string) {
    // Not by URL, which takes a host that ends in numbers for an address.
    this.#host = url.replace(/^https:\/\//, '').replace(/\/.*$/, '');
  }

  call(method: string, path: string, { token, body }: ApiRequest = {}): Promise<ApiAnswer> {
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    };
    return this.send(method, path, headers, body === undefined ? undefined : JSON.stringify(body));
  }

  /** One call exactly as given. */
  send(method: string, path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<ApiAnswer> {
    const target = {
      host: '127.0.0.1',
      port: this.#host.split(':')[1],
      servername: 'localhost',
      method,
      path,
      headers: { ...headers, host: this.#host },
    };
    return new Promise((resolve, reject) => {
      const sent = request(target, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const bytes = Buffer.concat(parts);
          const contentType = response.headers['content-type'] ?? '';
          resolve({ status: response.statusCode ?? 0, contentType, body: bytes, json: parsed(bytes.toString()) });
        });
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
