import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { matchesEvent } from '../event-pattern.ts';
import type { Activity } from '../ports.ts';
import type { Delivery } from './batch-delivery.ts';
import type { MappingSettings } from './mapping-settings.ts';
import type { Batch, Checkpoint, StreamReader, StreamRecord } from './stream-reader.ts';

/** How many records are read from a stream at once. */
const pageSize = 1000;
/** The wait between two polls when nobody asks for one, in real milliseconds. */
const quietWait = 300;
/** The shortest wait between two polls, in real milliseconds: under load a poll then finds many records. */
const shortestWait = 5;

/** What an event source mapping needs. */
export interface EventSourceOptions {
  readonly settings: MappingSettings;
  readonly reader: StreamReader;
  readonly delivery: Delivery;
  readonly activity: Activity;
  /** Keeps on disk how far the mapping has come. */
  readonly keep: (checkpoint: Checkpoint) => void;
  /** Told of each new fault of a poll; the next poll reads the same records again. */
  readonly log: (line: string) => void;
}

/** A running event source mapping. */
export interface EventSource {
  /** Begins to deliver. */
  start(): void;
  /** Looks at the stream soon. */
  poke(): void;
  /** Looks at the stream afresh; resolves when it is empty, or what is left waits long for a retry. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Keeps the changes of one item in one lane, in order. */
function lanesOf(records: readonly StreamRecord[], count: number): StreamRecord[][] {
  if (count === 1) return [[...records]];
  const lanes = Array.from({ length: count }, (): StreamRecord[] => []);
  for (const record of records) {
    const digest = createHash('md5').update(JSON.stringify(record.dynamodb.Keys)).digest();
    lanes[digest.readUInt32BE() % count]?.push(record);
  }
  return lanes.filter((lane) => lane.length > 0);
}

async function deliverPage(
  page: Batch,
  { settings, delivery, reader, activity, keep }: EventSourceOptions,
): Promise<void> {
  const { patterns, batchSize, lanes } = settings;
  const wanted = page.records.filter(
    (record) => patterns.length === 0 || patterns.some((pattern) => matchesEvent(pattern, record)),
  );
  const step = batchSize * lanes;
  for (let start = 0; start < wanted.length; start += step) {
    const batch = wanted.slice(start, start + step);
    await Promise.all(lanesOf(batch, lanes).map((lane) => deliverLane(lane)));
    const last = batch.at(-1);
    if (last && start + step < wanted.length) keep(reader.commit(page.shard, last.dynamodb.SequenceNumber));
  }
  const end = page.records.at(-1);
  if (end) keep(reader.commit(page.shard, end.dynamodb.SequenceNumber));

  async function deliverLane(lane: readonly StreamRecord[]): Promise<void> {
    for (let start = 0; start < lane.length; start += batchSize) {
      const end = activity.begin(`stream ${settings.name}`);
      const delivered = delivery.deliver(lane.slice(start, start + batchSize), page.shard);
      // A long wait before a retry is a timer in the future, not work going on.
      await Promise.race([delivered, delivery.resting()]).finally(end);
      await delivered;
    }
  }
}

/**
 * Opens a mapping: once started it reads its table's stream at once when poked and now and then when not, and delivers what matches.
 * How far it has come is kept after each batch, so a crash delivers a batch again and never skips one.
 */
export function openEventSource(options: EventSourceOptions): EventSource {
  const { reader, delivery, settings, log } = options;
  let open = false;
  let timer: NodeJS.Timeout | undefined;
  let queued: Promise<void> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let lastFault: string | undefined;

  /** An outage fails every poll, so a fault is told once until a poll succeeds. */
  const note = (error: unknown): void => {
    const fault = `The stream of ${settings.name} cannot be delivered: ${String(error)}`;
    if (fault !== lastFault) log(fault);
    lastFault = fault;
  };
  const empty = async (): Promise<void> => {
    while (open) {
      const page = await reader.next(pageSize);
      if (page.records.length === 0) return;
      await deliverPage(page, options);
    }
  };
  const poll = (): Promise<void> => {
    queued ??= turn.then(() => {
      queued = undefined;
      return empty();
    });
    turn = queued
      .then(() => {
        lastFault = undefined;
      }, note)
      .then(() => sleep(shortestWait));
    return queued;
  };
  const pollUnasked = (): void => {
    // `poll` has noted the fault, and the next poll comes by itself.
    poll().catch(() => undefined);
  };
  return {
    start() {
      open = true;
      timer = setInterval(pollUnasked, quietWait);
    },
    poke: pollUnasked,
    drain: () => Promise.race([poll(), delivery.resting()]),
    async close() {
      open = false;
      clearInterval(timer);
      await Promise.race([turn, sleep(1000)]);
    },
  };
}
