import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { installDrivenDate } from './driven-date.ts';
import type { FunctionError, InvocationAnswer, InvocationRequest, WorkerSettings } from './messages.ts';

/** Real milliseconds after which most of what a function needs is compiled. */
const compiledAfterMs = 3_000;

/** Real milliseconds that a worker which ends waits for its last words to be read. */
const printedWithinMs = 1_000;

type Handler = (event: unknown, context: object) => unknown;

const settings: WorkerSettings = workerData;
let countInvocation = (): void => undefined;

function describe(thrown: unknown): FunctionError {
  if (!(thrown instanceof Error)) return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') };
}

function answer(message: InvocationAnswer): void {
  parentPort?.postMessage(message);
}

function contextOf({ id, timeoutMs }: InvocationRequest): object {
  const endsAt = performance.now() + timeoutMs;
  return {
    ...settings.context,
    awsRequestId: id,
    functionVersion: '$LATEST',
    logGroupName: `/aws/lambda/${settings.context.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  };
}

async function load(): Promise<Handler> {
  const { recordCalls: recorded, countCalls: counted, context } = settings;
  // Neither is loaded where it is not asked for: dozens of workers start.
  if (recorded !== undefined) (await import('./record-calls.ts')).recordCalls(context.functionName, recorded);
  if (counted !== undefined) {
    countInvocation = (await import('./count-calls.ts')).countCalls(context.functionName, counted);
  }
  const module: Record<string, unknown> = await import(pathToFileURL(settings.file).href);
  const handler = module[settings.handler];
  if (typeof handler === 'function') return (event, context) => Reflect.apply(handler, undefined, [event, context]);
  const error = new Error(`${settings.handler} is undefined or not exported`);
  error.name = 'Runtime.HandlerNotFound';
  throw error;
}

async function run(loading: Promise<Handler>, request: InvocationRequest): Promise<void> {
  try {
    const handler = await loading;
    const payload = JSON.stringify((await handler(request.event, contextOf(request))) ?? null);
    countInvocation();
    answer({ id: request.id, payload });
  } catch (thrown) {
    console.error(thrown);
    answer({ id: request.id, error: describe(thrown) });
  }
}

process.on('unhandledRejection', (reason) => {
  const { errorMessage, trace } = describe(reason);
  answer({ error: { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage, trace } });
  const exit = (): never => process.exit(1);
  // What a worker printed and nobody has read yet is gone when it ends.
  process.stderr.write(`${inspect(reason)}\n`, exit);
  setTimeout(exit, printedWithinMs);
});

installDrivenDate(settings.clock);
// A worker is ended from outside, so what it compiled is written while it lives.
setTimeout(flushCompileCache, compiledAfterMs).unref();
const loading = load();
loading.catch(() => undefined);
parentPort?.on('message', (request: InvocationRequest) => {
  run(loading, request).catch(() => undefined);
});
