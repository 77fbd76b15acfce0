import type { Counts } from '../../bench/usage/counts.ts';
import { UNITS, type Usage } from '../../bench/usage/usage.ts';

/**
 * How far a new count may lie from the one kept: ids and times of other lengths, by which a record that lies at the edge
 * of a kilobyte costs a unit more with each of its writes, and a race that one run loses.
 */
const TOLERANCE = 0.08;
/** Below this many it may differ by one. */
const ONE = 1;

/** What differs between counts as kept and as measured, each in a line; none when they agree. */
export function compareCounts(kept: Counts, measured: Counts): readonly string[] {
  const [before, after] = [partsOf(kept), partsOf(measured)];
  return [...before].flatMap(([name, usage]) => differences(name, usage, after.get(name) ?? usage));
}

function partsOf({ restricted, rejected, order, look, intake }: Counts): ReadonlyMap<string, Usage> {
  const kinds = Object.entries({ restricted, rejected, order });
  return new Map([
    ...kinds.flatMap(([kind, phases]) =>
      Object.entries(phases).map(([phase, usage]) => [`${kind} ${phase}`, usage] as const),
    ),
    ['look', look] as const,
    ['intake', intake] as const,
  ]);
}

function differences(name: string, kept: Usage, measured: Usage): readonly string[] {
  return UNITS.flatMap((unit) => {
    const distance = Math.abs(kept[unit] - measured[unit]);
    return distance <= Math.max(ONE, kept[unit] * TOLERANCE)
      ? []
      : [`${name}: ${unit} is kept as ${kept[unit]}, measured as ${measured[unit]}`];
  });
}
