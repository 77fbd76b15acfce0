import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { LocalClient } from '../../scripts/local-client.ts';
import type { ProductUrls } from './shared-product.ts';

const PROCESS = join(import.meta.dirname, 'product-process.ts');

/** A product in a process of its own, which can be killed together with its database and started again. */
export class KillableProduct {
  readonly #assembly: string;
  readonly #dataDirectory: string;
  readonly #startAt: string;
  #child: ChildProcess | undefined;
  #port = 0;

  constructor(assembly: string, dataDirectory: string, startAt: string) {
    this.#assembly = assembly;
    this.#dataDirectory = dataDirectory;
    this.#startAt = startAt;
  }

  /** The address of the product, the same after every start. */
  get api(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Where it is reached since its last start. */
  get urls(): ProductUrls {
    return { api: this.api, states: this.#run().urls.states };
  }

  /** A client with no tokens of before. */
  get client(): LocalClient {
    return new LocalClient(this.api);
  }

  /** Starts it on the same data and waits until it serves. */
  async start(): Promise<void> {
    this.#port ||= await freePort();
    const parameters = [this.#assembly, this.#dataDirectory, this.#startAt, String(this.#port)];
    const child = fork(PROCESS, parameters, { stdio: 'inherit' });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it served`)));
    });
  }

  /** Kills the runtime and its database at once with SIGKILL. */
  async kill(): Promise<void> {
    const { databasePid } = this.#run();
    const gone = new Promise((resolve) => this.#child?.once('exit', resolve));
    process.kill(databasePid, 'SIGKILL');
    this.#child?.kill('SIGKILL');
    await gone;
  }

  #run(): { databasePid: number; urls: ProductUrls } {
    return JSON.parse(readFileSync(join(this.#dataDirectory, 'run.json'), 'utf8')) as never;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
