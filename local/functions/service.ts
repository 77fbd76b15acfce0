import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { z } from 'zod';
import type { Activity, InvocationResult, InvokeFunction } from '../ports.ts';
import { account, region } from '../template/place.ts';
import type { LoadedTemplate, TemplateResource } from '../template/template.ts';
import { type FunctionWorker, startWorker } from './function-worker.ts';

/** How many invocations of one function run at once; further ones wait their turn. */
const concurrency = 32;
/** The size in bytes at which a log file is put aside at the next start. */
const largestLog = 20 * 1024 * 1024;

const Properties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
});

/** What the functions need from the runtime. */
export interface FunctionServiceOptions {
  readonly template: LoadedTemplate;
  readonly clock: SharedArrayBuffer;
  readonly activity: Activity;
  /** Where each function's log file goes. */
  readonly logDirectory: string;
  /** The addresses by which the AWS SDK finds the runtime: `AWS_ENDPOINT_URL_…`. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The folder to write down in what the functions ask of AWS. */
  readonly recordCalls?: string | undefined;
  /** The folder to write down in every call and invocation, with sizes. */
  readonly countCalls?: string | undefined;
  /** Called whenever an invocation has ended, so that what it wrote is looked at soon. */
  readonly onEnd: () => void;
}

/** The functions of the template. */
export interface FunctionService {
  readonly invoke: InvokeFunction;
  close(): Promise<void>;
}

type Properties = z.infer<typeof Properties>;

function environmentOf(
  name: string,
  properties: Properties,
  endpoints: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    TZ: 'UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCOUNT_ID: account,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    // The database keeps real time and a function the driven one: to the SDK that is a skew, and a reason to send again whatever was refused.
    AWS_DISABLE_CLOCK_SKEW_CORRECTION: 'true',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    ...endpoints,
    ...properties.Environment?.Variables,
  };
}

function openLog(directory: string, name: string): Writable {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${name}.log`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(path, `${path}.1`);
  const log = createWriteStream(path, { flags: 'a' });
  log.setMaxListeners(0);
  return log;
}

/** Makes the starter of a function's workers; nothing runs before the first invocation. */
function describe(resource: TemplateResource, options: FunctionServiceOptions): () => FunctionWorker {
  const properties = Properties.parse(resource.properties);
  const directory = options.template.assets.get(properties.Code.S3Key.replace(/\.zip$/, ''));
  if (!directory) throw new Error(`${resource.name}: no asset ${properties.Code.S3Key} in the assembly`);
  const [file = '', handler = ''] = properties.Handler.split(/\.(?=[^.]*$)/);
  const environment = environmentOf(resource.name, properties, options.endpoints);
  const module = ['.mjs', '.js', '.cjs'].map((ending) => join(directory, file + ending));
  let log: Writable | undefined;
  return () => {
    log ??= openLog(options.logDirectory, resource.name);
    return startWorker({
      settings: {
        file: module.find((path) => statSync(path, { throwIfNoEntry: false })) ?? join(directory, file),
        handler,
        clock: options.clock,
        recordCalls: options.recordCalls,
        countCalls: options.countCalls,
        context: {
          functionName: resource.name,
          invokedFunctionArn: resource.arn,
          memoryLimitInMB: String(properties.MemorySize),
        },
      },
      environment,
      timeoutMs: properties.Timeout * 1000,
      log,
    });
  };
}

function createInvoker(
  start: () => FunctionWorker,
  workers: Set<FunctionWorker>,
): (event: unknown) => Promise<InvocationResult> {
  const queue: (() => void)[] = [];
  let running = 0;
  let worker: FunctionWorker | undefined;
  return async (event) => {
    if (running >= concurrency) await new Promise<void>((next) => queue.push(next));
    else running++;
    try {
      if (!worker || worker.isRetired()) {
        if (worker) workers.delete(worker);
        worker = start();
        workers.add(worker);
      }
      return await worker.invoke(event);
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}

/** Makes the runner of the template's functions, each in a worker thread of its own with its own environment. */
export function createFunctions(options: FunctionServiceOptions): FunctionService {
  const workers = new Set<FunctionWorker>();
  let closed = false;
  const invokers = new Map(
    options.template
      .ofType('AWS::Lambda::Function')
      .map((resource) => [resource.name, createInvoker(describe(resource, options), workers)]),
  );
  return {
    async invoke(functionName, payload) {
      // A runtime that goes down answers no more: a failure would be counted and kept.
      if (closed) return new Promise(() => undefined);
      const name = functionName.replace(/^arn:aws:lambda:[^:]*:[^:]*:function:([^:]+).*$/, '$1');
      const invoker = invokers.get(name);
      if (!invoker) {
        const errorMessage = `Function not found: ${functionName}`;
        return { kind: 'failed', errorType: 'Lambda.ResourceNotFoundException', errorMessage, trace: [] };
      }
      const end = options.activity.begin(`function ${name}`);
      try {
        return await invoker(payload);
      } finally {
        options.onEnd();
        end();
      }
    },
    close: async () => {
      closed = true;
      await Promise.all([...workers].map((worker) => worker.close()));
    },
  };
}
