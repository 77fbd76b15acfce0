import { describe, expect, it } from 'vitest';
import { createActivity } from '#local/activity';
import { createDelivery, type Delivery } from '#local/dynamodb/batch-delivery';
import type { MappingSettings } from '#local/dynamodb/mapping-settings';
import type { StreamRecord } from '#local/dynamodb/stream-reader';
import type { InvocationResult } from '#local/ports';

interface Call {
  readonly numbers: readonly string[];
}

interface Setup {
  readonly delivery: Delivery;
  readonly calls: string[];
  readonly queued: { arn: string; body: { DDBStreamBatchInfo: object } }[];
  readonly waits: number[];
}

function records(count: number): StreamRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(index + 1), Keys: { pk: { S: String(index) } } },
  }));
}

/** A delivery whose waits are over at once and whose function fails as told. */
function setUp(
  answer: (call: Call, attempt: number) => InvocationResult,
  changes: Partial<MappingSettings> = {},
): Setup {
  const calls: string[] = [];
  const queued: Setup['queued'] = [];
  const waits: number[] = [];
  const settings: MappingSettings = {
    name: 'mapping',
    table: 'cases',
    streamArn: 'arn:stream',
    functionName: 'relay',
    patterns: [],
    batchSize: 10,
    lanes: 1,
    bisects: true,
    retries: 2,
    reportsItems: true,
    failureQueue: 'arn:queue',
    ...changes,
  };
  const delivery = createDelivery({
    settings,
    activity: createActivity(),
    clock: {
      now: () => 0,
      setTimer: (dueAt, callback) => {
        waits.push(dueAt);
        queueMicrotask(callback);
        return () => undefined;
      },
    },
    invoke: async (_, payload) => {
      const numbers = (payload as { Records: StreamRecord[] }).Records.map(({ dynamodb }) => dynamodb.SequenceNumber);
      calls.push(numbers.join(' '));
      return answer({ numbers }, calls.length);
    },
    sendToQueue: async (arn, body) => {
      queued.push({ arn, body: JSON.parse(body) });
    },
  });
  return { delivery, calls, queued, waits };
}

const success: InvocationResult = { kind: 'succeeded', payload: { batchItemFailures: [] } };
const failure: InvocationResult = { kind: 'failed', errorType: 'Error', errorMessage: 'no', trace: [] };

function failing(...items: string[]): InvocationResult {
  return { kind: 'succeeded', payload: { batchItemFailures: items.map((itemIdentifier) => ({ itemIdentifier })) } };
}

describe('createDelivery', () => {
  it.each([[success], [{ kind: 'succeeded', payload: null } as const], [{ kind: 'succeeded', payload: {} } as const]])(
    'takes %j for the success of all',
    async (result) => {
      const { delivery, calls, queued } = setUp(() => result);
      await delivery.deliver(records(3), 'shard');
      expect([calls, queued]).toEqual([['1 2 3'], []]);
    },
  );

  it('tries again from the first record that failed', async () => {
    const { delivery, calls } = setUp((_, attempt) => (attempt === 1 ? failing('4', '3') : success));
    await delivery.deliver(records(5), 'shard');
    expect(calls).toEqual(['1 2 3 4 5', '3 4 5']);
  });

  it('splits a batch that failed as a whole until the poison stands alone, and sends that to the failure queue', async () => {
    const { delivery, calls, queued } = setUp(({ numbers }) => (numbers.includes('3') ? failure : success));
    await delivery.deliver(records(4), 'shard');
    expect(calls).toEqual(['1 2 3 4', '1 2', '3 4', '3', '3', '3', '4']);
    expect(queued).toMatchObject([
      {
        arn: 'arn:queue',
        body: {
          DDBStreamBatchInfo: { shardId: 'shard', startSequenceNumber: '3', endSequenceNumber: '3', batchSize: 1 },
        },
      },
    ]);
  });

  it('isolates a poison that the function reports itself', async () => {
    const { delivery, calls, queued } = setUp(({ numbers }) => (numbers.includes('2') ? failing('2') : success));
    await delivery.deliver(records(3), 'shard');
    expect(calls).toEqual(['1 2 3', '2 3', '2', '2', '3']);
    expect(queued).toMatchObject([{ body: { DDBStreamBatchInfo: { startSequenceNumber: '2', batchSize: 1 } } }]);
  });

  it('treats an unknown item as a failure of all', async () => {
    const { delivery, calls } = setUp((_, attempt) => (attempt === 1 ? failing('99') : success), { bisects: false });
    await delivery.deliver(records(2), 'shard');
    expect(calls).toEqual(['1 2', '1 2']);
  });

  it('takes any answer for success when items are not reported', async () => {
    const { delivery, calls } = setUp(() => failing('1'), { reportsItems: false });
    await delivery.deliver(records(2), 'shard');
    expect(calls).toEqual(['1 2']);
  });

  it('gives the whole batch up when it may not be split', async () => {
    const { delivery, calls, queued } = setUp(() => failure, { bisects: false, retries: 1 });
    await delivery.deliver(records(2), 'shard');
    expect([calls, queued.length]).toEqual([['1 2', '1 2'], 1]);
  });

  it('waits longer before each retry, at most a minute, and never gives up without a limit', async () => {
    const { delivery, waits, queued } = setUp((_, attempt) => (attempt <= 12 ? failure : success), {
      retries: Number.POSITIVE_INFINITY,
    });
    await delivery.deliver(records(1), 'shard');
    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 51_200, 60_000, 60_000]);
    expect(queued).toEqual([]);
  });
});
