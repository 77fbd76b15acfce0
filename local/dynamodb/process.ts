import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { indexStreamRecords } from './stream-index.ts';

const Address = z.object({ port: z.number() });

/** How long the database may take to answer after its start, in milliseconds. */
const longestStart = 15_000;

/** The database that the runtime uses. */
export interface Database {
  readonly endpoint: string;
  /** The process id now, absent when somebody else runs the database. */
  pid(): number | undefined;
  /** Calls back whenever the database died and was started again. */
  onRestart(callback: () => void): void;
  /** From now on its end is no accident: a signal to the whole group reaches it before it is closed. */
  expectEnd(): void;
  close(): Promise<void>;
}

/** There is no database for this machine and none was named. */
class MissingDatabaseError extends Error {
  override readonly name = 'MissingDatabaseError';
}

/** Nobody answers where the database was said to be. */
class SilentDatabaseError extends Error {
  override readonly name = 'SilentDatabaseError';
}

/** How long a database of somebody else may take to answer, in milliseconds. */
const longestSilence = 10_000;

async function mustAnswer(endpoint: string): Promise<void> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(longestSilence) });
  } catch (cause) {
    throw new SilentDatabaseError(
      `No DynamoDB answers on ${endpoint}: start it, or correct or leave out DYNAMODB_ENDPOINT.`,
      { cause },
    );
  }
}

function findEngine(machine: string): string {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${machine}/dynoxide`);
  } catch {
    throw new MissingDatabaseError(
      `No embedded database for ${machine} is installed. Set DYNAMODB_ENDPOINT to the address of ` +
        'any DynamoDB, for example of Amazon DynamoDB Local on http://127.0.0.1:8000; on Linux x64 run npm ci with optional dependencies.',
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = Address.parse(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function argumentsOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** The databases at work on a file: those that a killed runtime left behind. */
function holdersOf(file: string): readonly number[] {
  if (!existsSync('/proc')) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const holders = pids.filter((pid) => {
    const [program = '', ...rest] = argumentsOf(pid);
    return basename(program) === 'dynoxide' && rest[rest.indexOf('--db-path') + 1] === file;
  });
  return holders.map(Number);
}

/** Ends a process of ours, first gently; resolves when it is gone. */
async function end(pid: number, isAlive: () => boolean): Promise<void> {
  for (let waited = 0; isAlive(); waited += 10) {
    if (waited === 0) process.kill(pid, 'SIGTERM');
    if (waited === 2000) process.kill(pid, 'SIGKILL');
    await sleep(10);
  }
}

async function untilReady(endpoint: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < longestStart; waited += 10) {
    if (child.exitCode !== null) break;
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await sleep(10);
  }
  throw new Error(`The database did not start on ${endpoint}; its log is database.log in the data directory.`);
}

/**
 * Starts the embedded database on a file of the directory, first ending one that a killed runtime left behind, and
 * starts it again should it die. With `endpoint` (DYNAMODB_ENDPOINT) nothing is started and that database is used.
 * @throws SilentDatabaseError when nobody answers there, MissingDatabaseError when there is none for this machine
 */
export async function startDatabase(options: {
  readonly directory: string;
  readonly endpoint?: string;
  /** Platform and processor, as Node names them; this machine's by default. */
  readonly machine?: string;
}): Promise<Database> {
  if (options.endpoint) {
    await mustAnswer(options.endpoint);
    return {
      endpoint: options.endpoint,
      pid: () => undefined,
      onRestart: () => undefined,
      expectEnd: () => undefined,
      close: async () => undefined,
    };
  }
  const engine = findEngine(options.machine ?? `${process.platform}-${process.arch}`);
  const file = join(options.directory, 'database.sqlite');
  const log = openSync(join(options.directory, 'database.log'), 'a');
  for (const pid of holdersOf(file)) await end(pid, () => holdersOf(file).includes(pid));

  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const callbacks: (() => void)[] = [];
  let closing = false;
  const start = (): ChildProcess => {
    const child = spawn(engine, ['--host', '127.0.0.1', '--port', String(port), '--db-path', file], {
      stdio: ['ignore', log, log],
    });
    child.once('exit', () => {
      setTimeout(() => {
        if (closing) return;
        database = start();
        for (const callback of callbacks) callback();
      }, 100);
    });
    return child;
  };
  let database = start();
  await untilReady(endpoint, database);
  indexStreamRecords(file);
  return {
    endpoint,
    pid: () => database.pid,
    onRestart: (callback) => void callbacks.push(callback),
    expectEnd: () => {
      closing = true;
    },
    close: async () => {
      closing = true;
      const { pid } = database;
      if (pid) await end(pid, () => database.exitCode === null && database.signalCode === null);
    },
  };
}
