import type { BenchEntry } from './engine.ts';

/** One round of some work, and how many results it gives. */
export interface Work {
  readonly round: () => unknown;
  readonly results: number;
}

/** Results a second of some work and of its floor. */
export interface Rates {
  readonly rate: number;
  readonly floor: number;
}

/** The shortest slice of one of both, in milliseconds, so that reading the clock counts for nothing. */
const SLICE = 5;

/**
 * Measures a piece of work and its floor in turns, each for `seconds`: whatever else the machine does meanwhile slows
 * both alike.
 */
export async function sideBySide(work: Work, floor: Work, seconds: number): Promise<Rates> {
  await slice(work);
  await slice(floor);
  const [spent, spentOnFloor] = [
    { results: 0, seconds: 0 },
    { results: 0, seconds: 0 },
  ];
  while (spent.seconds < seconds || spentOnFloor.seconds < seconds) {
    await slice(work, spent);
    await slice(floor, spentOnFloor);
  }
  return { rate: spent.results / spent.seconds, floor: spentOnFloor.results / spentOnFloor.seconds };
}

async function slice({ round, results }: Work, spent = { results: 0, seconds: 0 }): Promise<void> {
  const since = performance.now();
  let taken = 0;
  while (taken < SLICE) {
    await round();
    spent.results += results;
    taken = performance.now() - since;
  }
  spent.seconds += taken / 1_000;
}

/** A line of the results: so many a second, beside a named floor. */
export function perSecondEntry(name: string, { rate, floor }: Rates, peer: string): BenchEntry {
  return { name, value: rate, unit: '1/s', peer, peerValue: floor, ratio: rate / floor };
}
