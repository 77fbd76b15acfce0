import { Temporal } from 'temporal-polyfill';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { clockIds, findClock } from '#domain/catalogue/catalogue';
import { computeClock } from '#domain/compute-clock';
import type { ClockRule } from '#domain/legal-basis';
import type { BenchEntry } from './engine.ts';
import { perSecondEntry, type Rates, sideBySide, type Work } from './side-by-side.ts';

/** Starts that the rules are computed from: spread over two years, at all hours. */
const STARTS = Array.from({ length: 200 }, (_, index) =>
  Temporal.Instant.from('2026-01-01T00:00:00Z')
    .add({ hours: index * 87 })
    .toString(),
);
const FLOOR = 'bare addition of a day in the zone of the rule';
const ORDERED = { period: { unit: 'days', amount: 14, rolls: true } } as const;

const SECONDS = 0.05;

/**
 * Clocks computed a second, with their steps in both languages, by the unit of their period (those that a day off moves
 * apart) and for the one that is slowest beside its floor: bare date arithmetic in the zone of the rule.
 */
export async function benchClocks(): Promise<readonly BenchEntry[]> {
  const rules = clockIds().flatMap((id) => findClock(id)?.rule ?? []);
  // Holidays of a year are looked up once in the life of a process.
  const calendar = holidayCalendar();
  const measured: (Rates & { readonly rule: ClockRule })[] = [];
  for (const rule of rules) {
    const compute = overStarts((start) => computeClock(rule, start, calendar, { ordered: ORDERED }));
    const add = overStarts((start) => addDay(start, rule.zone));
    measured.push({ rule, ...(await sideBySide(compute, add, SECONDS)) });
  }
  const slowest = measured.toSorted((one, other) => one.rate / one.floor - other.rate / other.floor).slice(0, 1);
  const kinds = [...new Set(rules.map(kindOf))].toSorted();
  return [
    ...kinds.map((kind) => {
      const group = measured.filter(({ rule }) => kindOf(rule) === kind);
      return perSecondEntry(`clocks: ${kind}`, { rate: mean(group, 'rate'), floor: mean(group, 'floor') }, FLOOR);
    }),
    ...slowest.map(({ rule, ...rates }) => perSecondEntry(`clocks: the slowest, ${rule.clock}`, rates, FLOOR)),
  ];
}

function kindOf({ period }: ClockRule): string {
  return 'rolls' in period && period.rolls ? `periods in ${period.unit} that roll` : `periods in ${period.unit}`;
}

function overStarts(each: (start: string) => unknown): Work {
  return { round: () => STARTS.forEach(each), results: STARTS.length };
}

function addDay(start: string, zone: string): string {
  const local = Temporal.Instant.from(start).toZonedDateTimeISO(zone);
  return local.add({ days: 1 }).toInstant().toString();
}

/** The rate of one after the other: the harmonic mean. */
function mean(group: readonly Rates[], field: keyof Rates): number {
  return group.length / group.reduce((sum, one) => sum + 1 / one[field], 0);
}
