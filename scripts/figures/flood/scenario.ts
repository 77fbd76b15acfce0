import type { Rate } from './token-bucket.ts';

/** What AWS and we let through. */
export interface FloodQuotas {
  readonly gateway: Rate;
  /** Requests of one network address in a window of so many seconds. */
  readonly network: { readonly most: number; readonly seconds: number };
  /** Functions that run at once. */
  readonly concurrency: number;
  /** Write units of the case table a second. */
  readonly writes: Rate;
  /** Shards of the table's stream. */
  readonly shards: number;
  readonly starts: Rate;
  readonly transitions: Rate;
  readonly mails: Rate;
  readonly mailsADay: number;
}

/** What one demand takes. */
export interface FloodCase {
  readonly intakeSeconds: number;
  readonly intakeWrites: number;
  readonly transitions: number;
  /** Of functions and of writes, for each transition. */
  readonly secondsEach: number;
  readonly writesEach: number;
}

/** A wave of demands, and an order amid it. */
export interface Flood {
  readonly seed: number;
  readonly notices: number;
  /** The share of notices that one sender sends from one network address. */
  readonly bulkShare: number;
  /** The second in which the order comes. */
  readonly orderAt: number;
  readonly notice: FloodCase;
  readonly order: FloodCase;
  /** Mails that are owed before a person looks: a receipt; for the order also what was done. */
  readonly orderMails: number;
  readonly quotas: FloodQuotas;
}

/** A generator of numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const HOUR = 3_600;
const WAVE = 600;
const MINUTE = 60;
const STRIKE = 5;

/**
 * When a demand is sent, in seconds from the start of the hour: two in five in the first ten minutes, and of each
 * minute's half in its first five seconds, as programs that start on the minute do.
 */
export function arrivalSecond(random: () => number): number {
  const within = random() < 0.4 ? random() * WAVE : WAVE + random() * (HOUR - WAVE);
  const minute = Math.floor(within / MINUTE) * MINUTE;
  return random() < 0.5 ? Math.floor(minute + random() * STRIKE) : Math.floor(within);
}
