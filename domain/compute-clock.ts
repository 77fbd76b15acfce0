import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import type { ComputedClock, InForce } from './clock.ts';
import type { ComputedPeriod } from './clock-trace.ts';
import { explainTrace } from './explain-clock.ts';
import { type ClockRule, LegalBasisId, type PeriodRule } from './legal-basis.ts';
import { computePeriod, type FixedPeriod } from './period.ts';
import { findPlace } from './places.ts';

/** Thrown when a clock cannot be computed from what was given: an unreadable instant, an unknown place, no order. */
export class ClockInputError extends Error {
  override readonly name = 'ClockInputError';
}

/** What an order says about its own period: the instant by which to comply, or a period. */
export type OrderedPeriod = { readonly complyBy: string } | { readonly period: FixedPeriod };

/** What a case changes about a clock's rule. */
export interface ClockOptions {
  /** ISO 3166 place that replaces the rule's own, with its zone. */
  readonly place?: string | undefined;
  /** For `as-ordered` rules. A `complyBy` of an order also caps nothing else. */
  readonly ordered?: OrderedPeriod | undefined;
  /** For targets of our own: another number of hours. */
  readonly targetHours?: number | undefined;
  /** The basis that holds the rule, named when the clock's prefix is only an article of it (`EU_TCO_ART6`). */
  readonly legalBasis?: string | undefined;
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Computes a clock: when it expires, in UTC, its last day where it has one, and every step in words.
 * `startAt` is RFC 3339 with an offset. Throws ClockInputError; never reads the clock of the machine.
 */
export function computeClock(
  rule: ClockRule,
  startAt: string,
  calendar: Calendar,
  options: ClockOptions = {},
): ComputedClock {
  const start = readInstant(startAt);
  const place = findPlace(options.place ?? rule.place);
  if (place === null) throw new ClockInputError(`No calendar is known for the place "${options.place ?? rule.place}".`);
  const zone = options.place === undefined ? rule.zone : place.zone;
  const setting = { place: place.code, zone, direction: rule.direction, calendar };
  const period = rule.kind === 'target' ? withTarget(rule.period, options.targetHours) : rule.period;
  const computed =
    period.unit === 'as-ordered'
      ? computeOrdered(rule.clock, start, options.ordered, setting)
      : computePeriod(period, start, setting);
  return {
    clock: rule.clock,
    legalBasis: legalBasisOf(rule.clock, options.legalBasis),
    kind: rule.kind,
    direction: rule.direction,
    startAt: start,
    dueAt: computed.dueAt,
    ...(computed.dueDate === null ? {} : { dueDate: computed.dueDate }),
    place: place.code,
    zone,
    rule: describePeriod(period, options.ordered),
    source: rule.source.cite,
    certainty: rule.source.certainty,
    inForce: inForceAt(rule, start, zone),
    steps: explainTrace(computed.trace),
  };
}

/** The rule of a period in one short phrase: `PT1H elapsed`, `P6M, rolls to the next working day`. */
export function describePeriod(period: PeriodRule, ordered?: OrderedPeriod): string {
  switch (period.unit) {
    case 'hours':
      return `PT${period.amount}H elapsed`;
    case 'working-hours':
      return `PT${period.amount}H, Saturdays, Sundays and holidays disregarded`;
    case 'business-days':
      return `${period.amount} business ${period.amount === 1 ? 'day' : 'days'}`;
    case 'as-ordered':
      return ordered !== undefined && 'period' in ordered
        ? `as ordered: ${describePeriod(ordered.period)}`
        : 'as ordered';
    case 'days':
    case 'weeks':
    case 'months':
    case 'years': {
      const letter = { days: 'D', weeks: 'W', months: 'M', years: 'Y' }[period.unit];
      return `P${period.amount}${letter}${period.rolls ? ', rolls to the next working day' : ''}`;
    }
  }
}

function computeOrdered(
  clock: string,
  start: string,
  ordered: OrderedPeriod | undefined,
  setting: Parameters<typeof computePeriod>[2],
): ComputedPeriod {
  if (ordered === undefined) {
    throw new ClockInputError(`${clock} runs as the order says: give the instant or the period that the order sets.`);
  }
  if ('period' in ordered) return computePeriod(ordered.period, start, setting);
  const dueAt = readInstant(ordered.complyBy);
  return {
    dueAt,
    dueDate: null,
    trace: [
      { kind: 'started', at: start, zone: setting.zone, place: setting.place },
      { kind: 'ordered', at: dueAt },
      { kind: 'ends-at', at: dueAt, zone: setting.zone },
    ],
  };
}

function legalBasisOf(clock: string, owner: string | undefined): string {
  const prefix = clock.replace(/\..*$/, '');
  return LegalBasisId.safeParse(prefix).success ? prefix : (owner ?? prefix);
}

function withTarget(period: PeriodRule, hours: number | undefined): PeriodRule {
  return hours === undefined ? period : { unit: 'hours', amount: hours };
}

function readInstant(value: string): string {
  try {
    if (RFC_3339.test(value)) return Temporal.Instant.from(value).toString();
  } catch (cause) {
    throw new ClockInputError(`"${value}" is no instant: no such date or time.`, { cause });
  }
  throw new ClockInputError(
    `"${value}" is no instant: RFC 3339 with an offset is needed, as 2026-10-17T23:40:00+02:00.`,
  );
}

function inForceAt(rule: ClockRule, start: string, zone: string): InForce {
  if (rule.inForce !== 'yes' || rule.inForceFrom === undefined) return rule.inForce;
  const date = Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(date, Temporal.PlainDate.from(rule.inForceFrom)) < 0 ? 'no' : 'yes';
}
