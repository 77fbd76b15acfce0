import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, replaceFile } from '../files.ts';
import type { LocalClock } from '../ports.ts';

/** The longest wait that `setTimeout` takes, in milliseconds. */
const longestWait = 2_147_483_647;
/** The clock is not driven to here or beyond: later years overflow what periods are added to. */
const end = Date.UTC(2200, 0, 1);
const Stored = z.object({ offset: z.number().int() });

/** What became of moving the clock: done, or refused because it would go back, or beyond the year 2199. */
export type ClockMove = 'moved' | 'past' | 'beyond';

/** The driven clock with the means to drive it. */
export interface DrivenClock extends LocalClock {
  /** The offset in milliseconds, as one signed 64-bit integer shared with every function worker. */
  readonly shared: SharedArrayBuffer;
  /** Puts the clock to an instant (epoch milliseconds) once the disk has it, and fires what is due. */
  moveTo(instant: number): ClockMove;
  /** Moves the clock on by so many milliseconds once the disk has it, and fires what is due. */
  advance(milliseconds: number): ClockMove;
  /** Whether a timer is due and has not fired yet. */
  timerIsDue(): boolean;
  close(): void;
}

interface Timer {
  readonly dueAt: number;
  callback: (() => void) | undefined;
}

/** The index at which a timer goes, behind those due at the same instant. */
function placeOf(timers: readonly Timer[], dueAt: number): number {
  let low = 0;
  let high = timers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timers[middle]?.dueAt ?? 0) <= dueAt) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @throws RangeError when the clock could not start there */
function firstOffset(startAt: number | undefined): number {
  if (startAt === undefined) return 0;
  if (startAt >= 0 && startAt < end) return Math.round(startAt - Date.now());
  throw new RangeError('The clock starts at an instant of the years 1970 to 2199.');
}

/**
 * Makes the driven clock: real time plus an offset kept in `clock.json` of the directory.
 * `startAt` (epoch milliseconds) counts only when no offset is stored yet; offsets only grow.
 * @throws RangeError when `startAt` lies outside the years 1970 to 2199
 */
export function createClock(options: { readonly directory: string; readonly startAt?: number }): DrivenClock {
  const path = join(options.directory, 'clock.json');
  const shared = new SharedArrayBuffer(8);
  const offset = new BigInt64Array(shared);
  const timers: Timer[] = [];
  let alarm: NodeJS.Timeout | undefined;
  const now = (): number => Date.now() + Number(Atomics.load(offset, 0));

  const store = (next: number): void => {
    replaceFile(path, JSON.stringify({ offset: next }), true);
    Atomics.store(offset, 0, BigInt(next));
  };
  const fire = (): void => {
    const instant = now();
    for (let first = timers[0]; first && first.dueAt <= instant; first = timers[0]) {
      timers.shift();
      first.callback?.();
    }
    arm();
  };
  const arm = (): void => {
    clearTimeout(alarm);
    while (timers[0] && !timers[0].callback) timers.shift();
    if (timers[0]) alarm = setTimeout(fire, Math.min(Math.max(timers[0].dueAt - now(), 0), longestWait));
  };

  const moveBy = (next: number): ClockMove => {
    const before = Number(Atomics.load(offset, 0));
    if (next < before) return 'past';
    if (next > before && Date.now() + next >= end) return 'beyond';
    store(next);
    fire();
    return 'moved';
  };

  const stored = Stored.optional().parse(readJsonFile(path));
  store(stored?.offset ?? firstOffset(options.startAt));
  return {
    shared,
    now,
    setTimer(dueAt, callback) {
      const timer: Timer = { dueAt, callback };
      const place = placeOf(timers, dueAt);
      timers.splice(place, 0, timer);
      if (place === 0) arm();
      return () => {
        timer.callback = undefined;
      };
    },
    moveTo: (instant) => moveBy(Math.ceil(instant) - Date.now()),
    advance: (milliseconds) => moveBy(Number(Atomics.load(offset, 0)) + Math.ceil(milliseconds)),
    timerIsDue: () => timers.some(({ dueAt, callback }) => callback !== undefined && dueAt <= now()),
    close: () => clearTimeout(alarm),
  };
}
