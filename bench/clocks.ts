import { Temporal } from 'temporal-polyfill';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { clockIds, findClock } from '#domain/catalogue/catalogue';
import { computeClock } from '#domain/compute-clock';
import type { ClockRule } from '#domain/legal-basis';
import type { BenchEntry } from './engine.ts';

/** Starts that the rules are computed from: spread over two years, at all hours. */
const STARTS = Array.from({ length: 200 }, (_, index) =>
  Temporal.Instant.from('2026-01-01T00:00:00Z')
    .add({ hours: index * 87 })
    .toString(),
);
const ORDERED = { period: { unit: 'days', amount: 14, rolls: true } } as const;

/**
 * Clocks computed a second, with their steps in both languages, by the unit of their period and for the slowest single
 * one, beside bare date arithmetic in the zone of each rule in the same run: the floor of any computation of one.
 */
export function benchClocks(): readonly BenchEntry[] {
  const rules = clockIds().flatMap((id) => findClock(id)?.rule ?? []);
  // Holidays of a year are looked up once in the life of a process.
  const calendar = holidayCalendar();
  const compute = (rule: ClockRule) => () => {
    for (const start of STARTS) computeClock(rule, start, calendar, { ordered: ORDERED });
  };
  for (const rule of rules) compute(rule)();
  const measured = rules.map((rule) => ({
    rule,
    rate: perSecond(compute(rule)),
    floor: perSecond(() => {
      for (const start of STARTS) addDays(start, rule.zone);
    }),
  }));
  const slowest = measured.toSorted((one, other) => one.rate - other.rate).at(0);
  const units = [...new Set(rules.map(({ period }) => period.unit))].toSorted();
  return [
    ...units.map((unit) => {
      const group = measured.filter(({ rule }) => rule.period.unit === unit);
      return entry(`clocks: periods in ${unit}`, mean(group, 'rate'), mean(group, 'floor'));
    }),
    ...(slowest === undefined
      ? []
      : [entry(`clocks: the slowest, ${slowest.rule.clock}`, slowest.rate, slowest.floor)]),
  ];
}

function addDays(start: string, zone: string): string {
  const local = Temporal.Instant.from(start).toZonedDateTimeISO(zone);
  return local.add({ days: 1 }).toInstant().toString();
}

/** Computations a second, from as many rounds as take a tenth of a second. */
function perSecond(round: () => void): number {
  const since = performance.now();
  let rounds = 0;
  while (performance.now() - since < 100) {
    round();
    rounds += 1;
  }
  return (rounds * STARTS.length) / ((performance.now() - since) / 1_000);
}

/** The rate of one after the other: the harmonic mean. */
function mean<F extends 'rate' | 'floor'>(group: readonly Readonly<Record<F, number>>[], field: F): number {
  return group.length / group.reduce((sum, one) => sum + 1 / one[field], 0);
}

function entry(name: string, value: number, peerValue: number): BenchEntry {
  const peer = 'bare addition of a day in the zone of the rule';
  return { name, value, unit: '1/s', peer, peerValue, ratio: value / peerValue };
}
