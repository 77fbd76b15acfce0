import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity, LocalClock, ServiceHandler } from '#local/ports';

/** Serves a handler over real HTTP on a free port of 127.0.0.1. */
export async function listen(handler: ServiceHandler): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = Buffer.concat(chunks);
    try {
      const method = request.method ?? 'GET';
      const answer = await handler({ method, path: url.pathname, query: url.searchParams, headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** A clock that stands still until told; timers that are due fire in order, each after the one before has settled. */
export class TestClock implements LocalClock {
  #now: number;
  #timers: { dueAt: number; callback: () => void }[] = [];

  constructor(now: string) {
    this.#now = Date.parse(now);
  }

  now(): number {
    return this.#now;
  }

  setTimer(dueAt: number, callback: () => void): () => void {
    const timer = { dueAt, callback };
    this.#timers.push(timer);
    if (dueAt <= this.#now) setImmediate(() => this.#fire());
    return () => {
      this.#timers = this.#timers.filter((candidate) => candidate !== timer);
    };
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    this.#fire();
  }

  #fire(): void {
    const due = this.#timers.filter(({ dueAt }) => dueAt <= this.#now).sort((a, b) => a.dueAt - b.dueAt);
    this.#timers = this.#timers.filter((timer) => !due.includes(timer));
    for (const { callback } of due) callback();
  }
}

/** Counts open pieces of work and lets a test wait until there are none. */
export class TestActivity implements Activity {
  #open = 0;
  #waiting: (() => void)[] = [];

  begin(): () => void {
    this.#open += 1;
    return () => {
      this.#open -= 1;
      if (this.#open === 0) for (const done of this.#waiting.splice(0)) done();
    };
  }

  async idle(): Promise<void> {
    await new Promise((done) => setImmediate(done));
    if (this.#open > 0) await new Promise<void>((done) => this.#waiting.push(done));
  }
}

/** Credentials and place for the AWS clients of a test. */
export function clientConfig(endpoint: string): {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
} {
  return { endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
}
