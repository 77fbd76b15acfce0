import { join } from 'node:path';
import * as z from 'zod';
import type { Activity, LocalClock } from '../../ports.ts';
import { type DurableLog, openDurableLog } from '../durable-log.ts';
import type { InvocationQueue } from '../invocation-queue.ts';
import { nextRun, readExpression } from './expression.ts';
import { Schedule } from './schedule.ts';

const StoreRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('set'), schedule: Schedule }),
  z.object({ type: z.literal('deleted'), arn: z.string() }),
]);
type StoreRecord = z.infer<typeof StoreRecord>;

/** What the schedules need to fire. */
export interface ScheduleStoreOptions {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly queue: InvocationQueue;
}

/**
 * The schedules on disk and their timers. A schedule that is due puts its call on the queue first and then moves on,
 * so that a crash in between repeats the call and never loses it.
 */
export class ScheduleStore {
  readonly #options: ScheduleStoreOptions;
  readonly #schedules = new Map<string, Schedule>();
  readonly #timers = new Map<string, () => void>();
  #log: DurableLog<StoreRecord> | undefined;
  #started = false;

  /** Use `open` next. */
  constructor(options: ScheduleStoreOptions) {
    this.#options = options;
  }

  /** Reads what is on disk; nothing fires yet. */
  async open(): Promise<void> {
    this.#log = await openDurableLog({
      file: join(this.#options.directory, 'schedules.jsonl'),
      schema: StoreRecord,
      apply: (record) => {
        if (record.type === 'set') this.#schedules.set(record.schedule.arn, record.schedule);
        else this.#schedules.delete(record.arn);
      },
      snapshot: () => [...this.#schedules.values()].map((schedule) => ({ type: 'set', schedule }) as const),
    });
  }

  /** Lets schedules fire, those missed while the process was down at once. */
  start(): void {
    this.#started = true;
    for (const arn of this.#schedules.keys()) this.#arm(arn);
  }

  /** One schedule. */
  get(arn: string): Schedule | undefined {
    return this.#schedules.get(arn);
  }

  /** All schedules, in order of their ARNs. */
  list(): readonly Schedule[] {
    return [...this.#schedules.values()].sort((a, b) => (a.arn < b.arn ? -1 : 1));
  }

  /** Adds or replaces a schedule; resolves when it is on disk. */
  async set(schedule: Schedule): Promise<void> {
    const saved = this.#append({ type: 'set', schedule });
    this.#arm(schedule.arn);
    await saved;
  }

  /** Takes a schedule away; resolves when that is on disk. */
  async delete(arn: string): Promise<void> {
    this.#timers.get(arn)?.();
    await this.#append({ type: 'deleted', arn });
  }

  #arm(arn: string): void {
    const { clock, activity } = this.#options;
    this.#timers.get(arn)?.();
    const schedule = this.#schedules.get(arn);
    if (!this.#started || schedule === undefined || schedule.nextAt === null) return;
    if (schedule.input.State === 'DISABLED') return;
    const dueAt = schedule.nextAt;
    const fire = () => {
      const end = activity.begin(`schedule ${schedule.name}`);
      void this.#fire(arn, dueAt).finally(end);
    };
    this.#timers.set(arn, clock.setTimer(dueAt, fire));
  }

  async #fire(arn: string, dueAt: number): Promise<void> {
    const schedule = this.#schedules.get(arn);
    if (schedule === undefined || schedule.nextAt !== dueAt) return;
    const { Target, ScheduleExpression, ScheduleExpressionTimezone, ActionAfterCompletion } = schedule.input;
    const id = `${arn}@${dueAt}`;
    const scheduledTime = `${new Date(dueAt).toISOString().slice(0, 19)}Z`;
    const input = (Target.Input ?? '{}')
      .replaceAll('<aws.scheduler.schedule-arn>', arn)
      .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime)
      .replaceAll('<aws.scheduler.execution-id>', id);
    const deadLetterQueue = Target.DeadLetterConfig?.Arn;
    await this.#options.queue.enqueue([{ id, functionName: Target.Arn, payload: payloadOf(input), deadLetterQueue }]);
    // A caller may have changed or deleted the schedule while its call went to disk.
    if (this.#schedules.get(arn) !== schedule) return;
    const timing = readExpression(ScheduleExpression, ScheduleExpressionTimezone);
    const nextAt = nextRun(timing, dueAt, this.#options.clock.now());
    if (nextAt === null && ActionAfterCompletion === 'DELETE') await this.delete(arn);
    else await this.set({ ...schedule, nextAt });
  }

  async #append(record: StoreRecord): Promise<void> {
    if (this.#log === undefined) throw new Error('the schedules are not open');
    await this.#log.append(record);
  }
}

/** The input as JSON where it is JSON, else as it stands. */
function payloadOf(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
}
