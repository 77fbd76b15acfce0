import { join } from 'node:path';
import * as z from 'zod';
import type { Activity, InvokeFunction, LocalClock } from '../ports.ts';
import { type DurableLog, openDurableLog } from './durable-log.ts';

/** Puts a message on a queue of the template, named by its ARN; resolves when it is on disk. */
export type SendToQueue = (queueArn: string, body: string) => Promise<void>;

/** A call of a function that nobody waits for. The same id is taken once as long as the call is not done. */
const NewInvocation = z.object({
  id: z.string(),
  functionName: z.string(),
  payload: z.unknown(),
  /** How often a failed call is made again: Lambda's default for asynchronous calls is 2. */
  retries: z.int().nonnegative().default(2),
  /** ARN of the queue that takes the call when the last one fails. */
  deadLetterQueue: z.string().optional(),
});
export type NewInvocation = z.input<typeof NewInvocation>;

const Invocation = NewInvocation.required({ retries: true }).extend({ attempt: z.int(), dueAt: z.number() });
type Invocation = z.infer<typeof Invocation>;

const QueueRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('queued'), invocations: z.array(Invocation) }),
  z.object({ type: z.literal('retry'), id: z.string(), attempt: z.int(), dueAt: z.number() }),
  z.object({ type: z.literal('done'), id: z.string() }),
  z.object({ type: z.literal('dead'), id: z.string(), reason: z.string() }),
]);
type QueueRecord = z.infer<typeof QueueRecord>;

/** What the queue of asynchronous calls needs. */
export interface InvocationQueueOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly invokeFunction: InvokeFunction;
  readonly sendToQueue?: SendToQueue;
}

/** Lambda waits one minute before the first retry of an asynchronous call and two before the second. */
const BACKOFF_MS = [60_000, 120_000];
const PARALLEL = 16;

/**
 * The queue behind everything that calls a function without waiting for it, as Lambda's asynchronous calls do:
 * kept on disk until the function has taken the call, or the last retry failed. At least once.
 */
export class InvocationQueue {
  readonly #options: InvocationQueueOptions;
  readonly #pending = new Map<string, Invocation>();
  readonly #begun = new Set<string>();
  readonly #ready: (() => Promise<void>)[] = [];
  #dead: { id: string; functionName: string; reason: string }[] = [];
  #log: DurableLog<QueueRecord> | undefined;
  #running = 0;
  #started = false;

  /** Use `openInvocationQueue`. */
  constructor(options: InvocationQueueOptions) {
    this.#options = options;
  }

  /** Reads what is on disk; calls nothing yet. */
  async open(): Promise<void> {
    this.#log = await openDurableLog({
      file: join(this.#options.directory, 'invocations.jsonl'),
      schema: QueueRecord,
      apply: (record) => this.#apply(record),
      snapshot: () => (this.#pending.size === 0 ? [] : [{ type: 'queued', invocations: [...this.#pending.values()] }]),
    });
  }

  /** Begins to make the calls, first those left from before a crash. */
  start(): void {
    this.#started = true;
    for (const { id } of this.#pending.values()) this.#plan(id);
  }

  /** Takes calls, all or none; resolves when they are on disk. */
  async enqueue(calls: readonly NewInvocation[]): Promise<void> {
    const dueAt = this.#options.clock.now();
    const fresh = calls.map((call) => NewInvocation.parse(call)).filter(({ id }) => !this.#pending.has(id));
    if (fresh.length === 0) return this.#log?.flushed();
    const invocations = fresh.map((call) => ({ ...call, attempt: 0, dueAt }));
    const end = this.#options.activity.begin('an asynchronous call on its way to disk');
    try {
      await this.#append({ type: 'queued', invocations });
      if (this.#started) for (const { id } of invocations) this.#plan(id);
    } finally {
      end();
    }
  }

  /** The calls whose last retry failed. */
  deadLetters(): readonly { readonly id: string; readonly functionName: string; readonly reason: string }[] {
    return this.#dead;
  }

  /** How many calls are not done. */
  pending(): number {
    return this.#pending.size;
  }

  #plan(id: string): void {
    const invocation = this.#pending.get(id);
    if (invocation === undefined || this.#begun.has(id)) return;
    this.#begun.add(id);
    const { clock, activity } = this.#options;
    const run = () => {
      const end = activity.begin(`asynchronous call of ${invocation.functionName}`);
      this.#ready.push(() => this.#call(invocation).finally(end));
      this.#next();
    };
    if (invocation.dueAt <= clock.now()) run();
    else clock.setTimer(invocation.dueAt, run);
  }

  #next(): void {
    const call = this.#running < PARALLEL ? this.#ready.shift() : undefined;
    if (call === undefined) return;
    this.#running += 1;
    void call().finally(() => {
      this.#running -= 1;
      this.#next();
    });
  }

  async #call(invocation: Invocation): Promise<void> {
    const { id, functionName, payload } = invocation;
    const reason = await this.#failureOf(functionName, payload);
    this.#begun.delete(id);
    if (reason === undefined) return this.#append({ type: 'done', id });
    const attempt = invocation.attempt + 1;
    if (attempt > invocation.retries) return this.#giveUp(invocation, reason);
    const dueAt = this.#options.clock.now() + (BACKOFF_MS[attempt - 1] ?? 120_000);
    await this.#append({ type: 'retry', id, attempt, dueAt });
    this.#plan(id);
  }

  async #failureOf(functionName: string, payload: unknown): Promise<string | undefined> {
    try {
      const result = await this.#options.invokeFunction(functionName, payload);
      return result.kind === 'succeeded' ? undefined : `${result.errorType}: ${result.errorMessage}`;
    } catch (error) {
      return String(error);
    }
  }

  async #giveUp({ id, payload, deadLetterQueue }: Invocation, reason: string): Promise<void> {
    if (deadLetterQueue !== undefined) await this.#options.sendToQueue?.(deadLetterQueue, JSON.stringify(payload));
    await this.#append({ type: 'dead', id, reason });
  }

  async #append(record: QueueRecord): Promise<void> {
    if (this.#log === undefined) throw new Error('the queue of asynchronous calls is not open');
    await this.#log.append(record);
  }

  #apply(record: QueueRecord): void {
    if (record.type === 'queued') {
      for (const invocation of record.invocations) this.#pending.set(invocation.id, invocation);
      return;
    }
    const invocation = this.#pending.get(record.id);
    if (invocation === undefined) return;
    const { id, functionName } = invocation;
    if (record.type === 'retry') {
      this.#pending.set(id, { ...invocation, attempt: record.attempt, dueAt: record.dueAt });
      return;
    }
    this.#pending.delete(id);
    if (record.type === 'dead') this.#dead = [...this.#dead, { id, functionName, reason: record.reason }].slice(-1_000);
  }
}

/** Opens the queue in a directory of its own; `start()` begins the calls. */
export async function openInvocationQueue(options: InvocationQueueOptions): Promise<InvocationQueue> {
  const queue = new InvocationQueue(options);
  await queue.open();
  return queue;
}
