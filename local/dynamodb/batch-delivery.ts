import { z } from 'zod';
import type { Activity, InvocationResult, InvokeFunction, LocalClock } from '../ports.ts';
import type { MappingSettings } from './mapping-settings.ts';
import type { StreamRecord } from './stream-reader.ts';

/** The wait before the first retry and the longest one, in milliseconds of the driven clock; each doubles. */
const firstWait = 100;
const longestWait = 60_000;
/** A wait up to this many milliseconds counts as work going on, a longer one as a timer in the future. */
const shortWait = 1000;

const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) }).nullish();

/** What the delivery of a mapping's batches needs from the runtime. */
export interface DeliveryOptions {
  readonly settings: MappingSettings;
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly invoke: InvokeFunction;
  /** Puts a message into the queue with this ARN. */
  readonly sendToQueue: (queueArn: string, body: string) => Promise<void>;
}

/** Delivers batches to the function of a mapping. */
export interface Delivery {
  /** Resolves once each record was handled or its retries are used up and the failure queue has it. */
  deliver(records: readonly StreamRecord[], shard: string): Promise<void>;
  /** Resolves while a long wait before a retry goes on, at once or when one begins. */
  resting(): Promise<void>;
}

/** The index of the first record that has to be tried again; the number of records when all succeeded. */
function firstFailure(records: readonly StreamRecord[], result: InvocationResult, reportsItems: boolean): number {
  if (result.kind === 'failed') return 0;
  if (!reportsItems) return records.length;
  const answer = Answer.safeParse(result.payload);
  if (!answer.success) return 0;
  const failed = (answer.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  if (failed.length === 0) return records.length;
  return Math.max(
    0,
    Math.min(...failed.map((id) => records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id))),
  );
}

/** What Lambda writes to the failure destination of a stream. */
function failureMessage(
  records: readonly StreamRecord[],
  shardId: string,
  { settings, clock }: DeliveryOptions,
): string {
  return JSON.stringify({
    requestContext: {
      functionArn: settings.functionName,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: settings.retries + 1,
    },
    version: '1.0',
    timestamp: new Date(clock.now()).toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      batchSize: records.length,
      streamArn: settings.streamArn,
    },
  });
}

/** Makes the delivery of a mapping's batches: retries with growing waits, bisecting, and the failure queue at the end. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { settings, clock, activity, invoke, sendToQueue } = options;
  let asleep = Promise.withResolvers<void>();

  const wait = async (attempt: number): Promise<void> => {
    const ms = Math.min(firstWait * 2 ** attempt, longestWait);
    const end = ms > shortWait ? undefined : activity.begin(`retry of ${settings.name}`);
    if (!end) asleep.resolve();
    await new Promise<void>((wake) => clock.setTimer(clock.now() + ms, wake));
    if (!end) asleep = Promise.withResolvers();
    end?.();
  };
  const attempt = async (records: readonly StreamRecord[], shard: string, tried: number): Promise<void> => {
    const result = await invoke(settings.functionName, { Records: records });
    const start = firstFailure(records, result, settings.reportsItems);
    if (start === records.length) return;
    const rest = records.slice(start);
    if (start === 0 && settings.bisects && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      await attempt(rest.slice(0, middle), shard, tried);
      await attempt(rest.slice(middle), shard, tried);
      return;
    }
    const retries = start > 0 ? 0 : tried;
    if (retries < settings.retries) {
      await wait(retries);
      await attempt(rest, shard, retries + 1);
    } else if (settings.failureQueue) {
      await sendToQueue(settings.failureQueue, failureMessage(rest, shard, options));
    }
  };
  return { deliver: (records, shard) => attempt(records, shard, 0), resting: () => asleep.promise };
}
