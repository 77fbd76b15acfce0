import { randomUUID } from 'node:crypto';

/** An answer of the interface. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body parsed as JSON, or null. */
  readonly json: unknown;
}

/** Calls the interface over HTTP, each request under a key of its own. */
export class ApiClient {
  readonly #base: string;

  /** @param base where the interface is, without a slash at its end */
  constructor(base: string) {
    this.#base = base;
  }

  /** One call; `token` goes into the Authorization header. */
  async call(method: string, path: string, body?: unknown, token?: string): Promise<ApiAnswer> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }

  /** As `call`, for a call that must succeed. @throws Error with the problem document otherwise */
  async must(method: string, path: string, body?: unknown, token?: string): Promise<unknown> {
    const answer = await this.call(method, path, body, token);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.json;
  }

  /** The bytes of what a path answers with. @throws Error with the problem document when it is no success */
  async download(path: string, token: string): Promise<Buffer> {
    const response = await fetch(`${this.#base}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`GET ${path} answered ${response.status}: ${bytes.toString()}`);
    return bytes;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
