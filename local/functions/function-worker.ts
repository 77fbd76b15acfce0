import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { InvocationResult } from '../ports.ts';
import type { FunctionError, InvocationAnswer, InvocationRequest, WorkerSettings } from './messages.ts';

/** The largest answer that Lambda passes on, in bytes. */
const largestAnswer = 6 * 1024 * 1024;

/** Megabytes of each worker's heap for what is new: dozens of workers with V8's own limit take half as much memory again. */
const youngGenerationMb = 4;

/** What workers compile is kept here: dozens of them start with the same modules. */
const compileCache = process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'node-compile-cache');

/** A worker of one function. */
export interface FunctionWorker {
  invoke(event: unknown): Promise<InvocationResult>;
  /** Whether it takes no further invocations: it crashed or let one run out of time. */
  isRetired(): boolean;
  close(): Promise<void>;
}

/** How a worker runs. */
export interface WorkerOptions {
  readonly settings: WorkerSettings;
  readonly environment: Readonly<Record<string, string>>;
  /** Real milliseconds after which an invocation has failed. */
  readonly timeoutMs: number;
  /** Where standard output and error go. */
  readonly log: Writable;
}

function failure(error: FunctionError): InvocationResult {
  return { kind: 'failed', ...error };
}

function read(message: InvocationAnswer): InvocationResult {
  if ('error' in message) return failure(message.error);
  if (Buffer.byteLength(message.payload) <= largestAnswer) {
    return { kind: 'succeeded', payload: JSON.parse(message.payload) };
  }
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${largestAnswer} bytes).`;
  return failure({ errorType: 'Function.ResponseSizeTooLarge', errorMessage, trace: [] });
}

function timedOut(id: string, timeoutMs: number): InvocationResult {
  const errorMessage = `RequestId: ${id} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;
  return failure({ errorType: 'Sandbox.Timedout', errorMessage, trace: [] });
}

/** Starts a worker thread that runs one function's bundle, several invocations at once. */
export function startWorker({ settings, environment, timeoutMs, log }: WorkerOptions): FunctionWorker {
  const pending = new Map<string, (result: InvocationResult) => void>();
  let retired = false;
  // A worker that says that it crashed ends by itself, once what it printed is read.
  let endsItself = false;
  const worker = new Worker(new URL('./worker-entry.ts', import.meta.url), {
    workerData: settings,
    env: { ...environment, NODE_COMPILE_CACHE: compileCache },
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
    stdout: true,
    stderr: true,
  });
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });

  const fail = (error: FunctionError): void => {
    retired = true;
    for (const settle of [...pending.values()]) settle(failure(error));
  };
  worker.on('message', (message: InvocationAnswer) => {
    if (message.id !== undefined) pending.get(message.id)?.(read(message));
    else if ('error' in message) {
      endsItself = true;
      fail(message.error);
    }
  });
  worker.on('error', (error) =>
    fail({ errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }),
  );
  worker.on('exit', (code) =>
    fail({ errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with error: exit status ${code}`, trace: [] }),
  );

  return {
    isRetired: () => retired,
    invoke: (event) =>
      new Promise((resolve) => {
        const id = randomUUID();
        const settle = (result: InvocationResult): void => {
          clearTimeout(timer);
          if (!pending.delete(id)) return;
          resolve(result);
          if (retired && !endsItself && pending.size === 0) worker.terminate().catch(() => undefined);
        };
        const timer = setTimeout(() => {
          retired = true;
          settle(timedOut(id, timeoutMs));
        }, timeoutMs);
        pending.set(id, settle);
        const request: InvocationRequest = { id, event, timeoutMs };
        worker.postMessage(request);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
