import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, replaceFile } from '../files.ts';
import type { LocalClock } from '../ports.ts';

/** The longest wait that `setTimeout` takes, in milliseconds. */
const longestWait = 2_147_483_647;
const Stored = z.object({ offset: z.number().int() });

/** The driven clock with the means to drive it. */
export interface DrivenClock extends LocalClock {
  /** The offset in milliseconds, as one signed 64-bit integer shared with every function worker. */
  readonly shared: SharedArrayBuffer;
  /** Puts the clock to an instant (epoch milliseconds) once the disk has it, and fires what is due; false when that lies in the past. */
  moveTo(instant: number): boolean;
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

/**
 * Makes the driven clock: real time plus an offset kept in `clock.json` of the directory.
 * `startAt` (epoch milliseconds) counts only when no offset is stored yet; offsets only grow.
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

  const stored = Stored.optional().parse(readJsonFile(path));
  store(stored?.offset ?? (options.startAt === undefined ? 0 : Math.round(options.startAt - Date.now())));
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
    moveTo(instant) {
      const next = Math.ceil(instant) - Date.now();
      if (next < Number(Atomics.load(offset, 0))) return false;
      store(next);
      fire();
      return true;
    },
    timerIsDue: () => timers.some(({ dueAt, callback }) => callback !== undefined && dueAt <= now()),
    close: () => clearTimeout(alarm),
  };
}
