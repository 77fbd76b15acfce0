import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActivity } from '#local/activity';
import { createClock, type DrivenClock } from '#local/clock/clock';
import { createDatabaseCall, type DatabaseCall } from '#local/dynamodb/call';
import type { EventSource } from '#local/dynamodb/event-source';
import { type Database, startDatabase } from '#local/dynamodb/process';
import type { StreamRecord } from '#local/dynamodb/stream-reader';
import { openStreams } from '#local/dynamodb/streams';
import { createTables, sweepExpired } from '#local/dynamodb/tables';
import type { InvocationResult } from '#local/ports';
import type { LoadedTemplate, TemplateResource } from '#local/template/template';

const directory = mkdtempSync(join(tmpdir(), 'writ-streams-'));
const activity = createActivity();
let clock: DrivenClock;
let database: Database;
let call: DatabaseCall;

beforeAll(async () => {
  clock = createClock({ directory });
  database = await startDatabase({ directory });
  call = createDatabaseCall(database.endpoint);
});

afterAll(async () => {
  clock.close();
  await database.close();
  rmSync(directory, { recursive: true });
});

function resource(type: string, name: string, properties: object): TemplateResource {
  return { type, logicalId: name, stackName: 's', name, ref: name, arn: '', properties: { ...properties } };
}

function templateOf(table: string, mapping: object = {}): LoadedTemplate {
  const resources = [
    resource('AWS::DynamoDB::GlobalTable', table, {
      AttributeDefinitions: ['pk', 'holder'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-holder',
          KeySchema: [{ AttributeName: 'holder', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    }),
    resource('AWS::Lambda::EventSourceMapping', `${table}-mapping`, {
      FunctionName: 'relay',
      EventSourceArn: `arn:aws:dynamodb:eu-central-1:000000000000:table/${table}/stream/local`,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"in-"}]}}}}' }],
      },
      ...mapping,
    }),
  ];
  return { ofType: (...types) => resources.filter(({ type }) => types.includes(type)), assets: new Map() };
}

function put(table: string, pk: string, more: object = {}): Promise<unknown> {
  return call('PutItem', { TableName: table, Item: { pk: { S: pk }, holder: { S: 'o' }, ...more } });
}

function keysOf(payload: unknown): string[] {
  return (payload as { Records: StreamRecord[] }).Records.map(
    ({ dynamodb }) => (dynamodb.Keys['pk'] as { S: string }).S,
  );
}

async function open(
  template: LoadedTemplate,
  relay: (keys: string[]) => InvocationResult,
  log: (line: string) => void = () => undefined,
): Promise<EventSource> {
  const streams = await openStreams({
    template,
    call,
    directory: join(directory, 'streams'),
    clock,
    activity,
    invoke: async (_, payload) => relay(keysOf(payload)),
    sendToQueue: async () => undefined,
    log,
  });
  streams.start();
  return streams;
}

const success: InvocationResult = { kind: 'succeeded', payload: null };

describe('createTables', () => {
  it('may be repeated, and its indexes answer', async () => {
    await createTables(call, templateOf('repeated'));
    await put('repeated', 'in-1');
    await createTables(call, templateOf('repeated'));
    const query = { KeyConditionExpression: 'holder = :o', ExpressionAttributeValues: { ':o': { S: 'o' } } };
    expect(await call('Query', { TableName: 'repeated', IndexName: 'by-holder', ...query })).toMatchObject({
      Count: 1,
    });
  });
});

describe('sweepExpired', () => {
  it('deletes what has expired by the driven clock, and nothing else', async () => {
    const expiries = await createTables(call, templateOf('swept'));
    const stop = sweepExpired(call, expiries, { clock, activity });
    const inHours = (hours: number) => ({ expiresAt: { N: String(Math.floor(clock.now() / 1000) + hours * 3600) } });
    await put('swept', 'soon', inHours(1));
    await put('swept', 'late', inHours(48));
    await put('swept', 'never');
    clock.moveTo(clock.now() + 24 * 3_600_000);
    await activity.quiet();
    stop();
    const { Items } = (await call('Scan', { TableName: 'swept' })) as { Items: { pk: { S: string } }[] };
    expect(Items.map(({ pk }) => pk.S).sort()).toEqual(['late', 'never']);
  });
});

describe('openStreams', () => {
  it('delivers each matching record once, in order, in batches no larger than said', async () => {
    const batches: string[][] = [];
    const template = templateOf('ordered', { BatchSize: 4 });
    await createTables(call, template);
    for (let index = 0; index < 10; index++) {
      await put('ordered', `in-${index}`);
      await put('ordered', `in-${index}`, { again: { BOOL: true } });
      await put('ordered', `out-${index}`);
    }
    const streams = await open(template, (keys) => {
      batches.push(keys);
      return success;
    });
    await streams.drain();
    await streams.close();
    expect(batches.flat()).toEqual(Array.from({ length: 10 }, (_, index) => `in-${index}`));
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(4);
  });

  it('goes on where it was when it is opened again', async () => {
    const template = templateOf('reopened');
    const seen: string[] = [];
    await createTables(call, template);
    for (const key of ['in-1', 'out-1', 'in-2']) {
      await put('reopened', key);
      const streams = await open(template, (keys) => {
        seen.push(...keys);
        return success;
      });
      await streams.drain();
      await streams.close();
    }
    expect(seen).toEqual(['in-1', 'in-2']);
  });

  it('skips nothing in the stream of a table that was made anew', async () => {
    const template = templateOf('renewed');
    const seen: string[] = [];
    for (const key of ['in-1', 'in-2']) {
      await createTables(call, template);
      await put('renewed', key);
      const streams = await open(template, (keys) => {
        seen.push(...keys);
        return success;
      });
      await streams.drain();
      await streams.close();
      await call('DeleteTable', { TableName: 'renewed' });
    }
    // The embedded database also tells the records of the deleted table of that name once more.
    expect([seen[0], seen.at(-1)]).toEqual(['in-1', 'in-2']);
  });

  it('keeps the changes of one item in order while lanes run side by side', async () => {
    const template = templateOf('lanes', { BatchSize: 1, ParallelizationFactor: 4, FilterCriteria: { Filters: [] } });
    await createTables(call, template);
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const round of [1, 2, 3]) for (const item of items) await put('lanes', item, { round: { N: String(round) } });
    const seen: string[] = [];
    const streams = await open(template, (keys) => {
      seen.push(...keys);
      return success;
    });
    await streams.drain();
    await streams.close();
    for (const item of items) expect(seen.filter((key) => key === item)).toHaveLength(3);
  });

  it('is at rest while a long wait before a retry goes on, and retries when the clock gets there', async () => {
    const template = templateOf('resting');
    await createTables(call, template);
    await put('resting', 'in-1');
    let healthy = false;
    const seen: string[] = [];
    const streams = await open(template, (keys) => {
      if (!healthy) return { kind: 'failed', errorType: 'Error', errorMessage: 'no', trace: [] };
      seen.push(...keys);
      return success;
    });
    await streams.drain();
    expect(activity.running()).toEqual([]);
    healthy = true;
    clock.moveTo(clock.now() + 60_000);
    await expect.poll(() => seen).toEqual(['in-1']);
    await streams.close();
  });

  it('tells of a fault once, is then at rest, and delivers the same record again', async () => {
    const template = templateOf('faulty');
    await createTables(call, template);
    await put('faulty', 'in-1');
    let broken = true;
    const seen: string[] = [];
    const lines: string[] = [];
    const relay = (keys: string[]): InvocationResult => {
      if (broken) throw new TypeError('no function of that name');
      seen.push(...keys);
      return success;
    };
    const streams = await open(template, relay, (line) => lines.push(line));
    await expect(streams.drain()).rejects.toThrow('no function of that name');
    await expect(streams.drain()).rejects.toThrow('no function of that name');
    expect(activity.running()).toEqual([]);
    expect(lines).toEqual(['The stream of faulty-mapping cannot be delivered: TypeError: no function of that name']);
    broken = false;
    await streams.drain();
    expect(seen).toEqual(['in-1']);
    await streams.close();
  });
});
