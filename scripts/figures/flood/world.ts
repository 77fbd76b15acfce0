import type { Agenda } from './agenda.ts';
import { arrivalSecond, type Flood, type FloodCase, seededRandom } from './scenario.ts';
import { StageMeasure } from './stage-measure.ts';
import { DailyQuota, TokenBucket } from './token-bucket.ts';

/** The stages that demands wait at, in order. */
export const STAGES = ['sender', 'relay', 'failures', 'machine', 'mail'] as const;
export type Stage = (typeof STAGES)[number];

/** A row of the outbox on its way to Step Functions. */
export interface OutboxRow {
  readonly notice: number;
  failed: number;
  started: boolean;
}

/** What an execution has done. */
export interface Execution {
  transitions: number;
  failed: number;
}

/** Everything that goes on: each demand lies in exactly one of the holders, and so does the mail of each that was kept. */
export interface World {
  readonly flood: Flood;
  readonly random: () => number;
  /** Demands not yet kept: to be sent, or to be sent again. */
  readonly senders: Agenda;
  /** The relay's lanes, each in order. */
  readonly lanes: OutboxRow[][];
  /** Rows that the relay gave up, until the sweep finds their cases. */
  readonly failures: Agenda;
  readonly machine: Agenda;
  readonly executions: Map<number, Execution>;
  /** Cases that a person has next, and those parked for an operator. */
  readonly inReview: number[];
  readonly parked: number[];
  /** Whose mails are owed: each is in one of the three that follow. */
  readonly owed: number[];
  /** Mails to be tried; how often each was. */
  readonly mails: Agenda;
  readonly tries: Map<number, number>;
  readonly mailsLeft: number[];
  readonly mailsParked: number[];
  readonly measures: Readonly<Record<Stage, StageMeasure>>;
  readonly buckets: Buckets;
  /** Answers to senders, by status. */
  readonly answers: Record<'202' | '429' | '503', number>;
  /** The first and the last second of an answer other than 202. */
  readonly refused: { first: number | null; last: number | null };
  /** Requests of network addresses in the present window. */
  readonly networks: { window: number; readonly counts: Map<number, number> };
  /** Demands that the bulk sender was told to send later. */
  readonly heldBack: Set<number>;
  /** When the order had its effect, and when its mails had left. */
  readonly order: { effect: number | null; told: number | null };
  /** Function-seconds used in the present second. */
  readonly functions: { second: number; used: number };
}

interface Buckets {
  readonly gateway: TokenBucket;
  readonly writes: TokenBucket;
  readonly starts: TokenBucket;
  readonly transitions: TokenBucket;
  readonly mails: TokenBucket;
  readonly daily: DailyQuota;
}

/** The world before the first second. `makeAgenda` is there for a test that loses something. */
export function openWorld(flood: Flood, lanes: number, makeAgenda: (name: string) => Agenda): World {
  const random = seededRandom(flood.seed);
  const senders = makeAgenda('senders');
  for (let notice = 0; notice < flood.notices; notice += 1) senders.add(notice, arrivalSecond(random));
  senders.add(orderOf(flood), flood.orderAt);
  const { gateway, writes, starts, transitions, mails, mailsADay } = flood.quotas;
  return {
    flood,
    random,
    senders,
    lanes: Array.from({ length: lanes }, () => []),
    failures: makeAgenda('failures'),
    machine: makeAgenda('machine'),
    executions: new Map(),
    inReview: [],
    parked: [],
    owed: [],
    mails: makeAgenda('mails'),
    tries: new Map(),
    mailsLeft: [],
    mailsParked: [],
    measures: {
      sender: new StageMeasure(),
      relay: new StageMeasure(),
      failures: new StageMeasure(),
      machine: new StageMeasure(),
      mail: new StageMeasure(),
    },
    buckets: {
      gateway: new TokenBucket(gateway),
      writes: new TokenBucket(writes),
      starts: new TokenBucket(starts),
      transitions: new TokenBucket(transitions),
      mails: new TokenBucket(mails),
      daily: new DailyQuota(mailsADay),
    },
    answers: { '202': 0, '429': 0, '503': 0 },
    refused: { first: null, last: null },
    networks: { window: 0, counts: new Map() },
    heldBack: new Set(),
    order: { effect: null, told: null },
    functions: { second: 0, used: 0 },
  };
}

/** The order has the number behind the last notice. */
export function orderOf({ notices }: Pick<Flood, 'notices'>): number {
  return notices;
}

/** What a demand takes. */
export function caseOf(flood: Flood, notice: number): FloodCase {
  return notice === orderOf(flood) ? flood.order : flood.notice;
}

/** Whether a function finds a place to run for some seconds, and takes it. */
export function runs({ functions, flood }: World, second: number, seconds: number): boolean {
  if (functions.second !== second) Object.assign(functions, { second, used: 0 });
  if (functions.used + seconds > flood.quotas.concurrency) return false;
  functions.used += seconds;
  return true;
}
