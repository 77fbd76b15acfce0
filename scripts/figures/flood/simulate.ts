import { RELAY_LANES } from '../../../infra/constructs/outbox-relay.ts';
import { Agenda } from './agenda.ts';
import type { Flood } from './scenario.ts';
import { execute, relay, send, sweep, takeIn } from './stages.ts';
import { openWorld, STAGES, type Stage, type World } from './world.ts';

/** Where demands and mails lie: how many in each place. */
export type Places = Readonly<Record<string, number>>;

/** What a wave came to. */
export interface FloodResult {
  /** When nothing was on its way any more, in seconds; null when the time was too short. */
  readonly through: number | null;
  readonly cases: Places;
  readonly mails: Places;
  /** Demands that lie in no place, or in two: none, or the model or the design loses something. */
  readonly lost: readonly number[];
  readonly twice: readonly number[];
  readonly stages: Readonly<Record<Stage, StageResult>>;
  readonly answers: World['answers'];
  readonly refused: World['refused'];
  /** Seconds from sending until the order waited for review, which is after its effect, and until its mails had left. */
  readonly order: { readonly effect: number | null; readonly told: number | null };
}

/** A stage's peak backlog, its longest wait in seconds, and when the last one left it. */
export interface StageResult {
  readonly peak: number;
  readonly longest: number;
  readonly through: number | null;
}

/** The longest that is simulated: three weeks, in seconds. */
const LONGEST = 21 * 86_400;

/**
 * Plays a wave second by second through the quotas, with the batches and retries of the code. The same flood gives the
 * same result. `makeAgenda` is there for a test that loses something.
 */
export function simulate(flood: Flood, makeAgenda: (name: string) => Agenda = () => new Agenda()): FloodResult {
  const world = openWorld(flood, flood.quotas.shards * RELAY_LANES, makeAgenda);
  let second = 0;
  for (; second < LONGEST && isUnderWay(world); second += 1) {
    takeIn(world, second);
    relay(world, second);
    sweep(world, second);
    execute(world, second);
    send(world, second);
    for (const stage of STAGES) world.measures[stage].tick();
  }
  return { ...resultOf(world), through: isUnderWay(world) ? null : second };
}

function isUnderWay({ senders, lanes, failures, machine, mails }: World): boolean {
  return [senders, failures, machine, mails].some(({ size }) => size > 0) || lanes.some(({ length }) => length > 0);
}

function resultOf(world: World): Omit<FloodResult, 'through'> {
  const { flood, measures, answers, refused, owed, order } = world;
  const cases = casePlaces(world);
  const mails = mailPlaces(world);
  const all = Array.from({ length: flood.notices + 1 }, (_, notice) => notice);
  const counted = countEach([...cases.values()].flat());
  const mailed = countEach([...mails.values()].flat());
  const result = (stage: Stage): StageResult => {
    const { peak, longest, through } = measures[stage];
    return { peak, longest, through };
  };
  return {
    cases: sizes(cases),
    mails: sizes(mails),
    lost: [...all.filter((notice) => !counted.has(notice)), ...owed.filter((notice) => !mailed.has(notice))],
    twice: all.filter((notice) => (counted.get(notice) ?? 0) > 1 || (mailed.get(notice) ?? 0) > 1),
    stages: {
      sender: result('sender'),
      relay: result('relay'),
      failures: result('failures'),
      machine: result('machine'),
      mail: result('mail'),
    },
    answers,
    refused,
    order: { effect: after(order.effect, flood), told: after(order.told, flood) },
  };
}

function after(second: number | null, { orderAt }: Flood): number | null {
  return second === null ? null : second - orderAt;
}

function casePlaces(world: World): ReadonlyMap<string, readonly number[]> {
  const { senders, lanes, failures, machine, inReview, parked } = world;
  return new Map([
    ['with its sender', senders.held()],
    ['in the outbox', lanes.flat().flatMap((row) => (row.started ? [] : [row.notice]))],
    ['in the queue of failures', failures.held()],
    ['in its execution', machine.held()],
    ['waits for a person', inReview],
    ['parked for an operator', parked],
  ]);
}

function mailPlaces({ mails, mailsLeft, mailsParked }: World): ReadonlyMap<string, readonly number[]> {
  return new Map([
    ['to be tried again', mails.held()],
    ['left', mailsLeft],
    ['given to an operator', mailsParked],
  ]);
}

function sizes(places: ReadonlyMap<string, readonly number[]>): Places {
  return Object.fromEntries([...places].map(([name, held]) => [name, held.length]));
}

function countEach(held: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const notice of held) counts.set(notice, (counts.get(notice) ?? 0) + 1);
  return counts;
}
