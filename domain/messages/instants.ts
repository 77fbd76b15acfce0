import { Temporal } from 'temporal-polyfill';

/** Orders two RFC 3339 instants, whatever their precision. */
export function compareInstants(left: string, right: string): number {
  return Temporal.Instant.compare(left, right);
}

/** The earliest of some instants; undefined if there are none. */
export function earliest(instants: readonly string[]): string | undefined {
  return [...instants].sort(compareInstants)[0];
}

/** The latest of some instants; undefined if there are none. */
export function latest(instants: readonly string[]): string | undefined {
  return [...instants].sort(compareInstants).at(-1);
}
