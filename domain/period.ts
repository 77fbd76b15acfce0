import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import type { ClockDirection } from './clock.ts';
import type { CivilUnit, ComputedPeriod, NotWorking, TraceEntry } from './clock-trace.ts';
import type { PeriodRule } from './legal-basis.ts';

/** Where and for whom a period is counted. */
export interface PeriodSetting {
  /** ISO 3166 code. */
  readonly place: string;
  /** IANA zone of the civil dates. */
  readonly zone: string;
  /** A holiday kept in part of the place, or disputed, never lengthens a deadline of ours. */
  readonly direction: ClockDirection;
  readonly calendar: Calendar;
}

/** A period rule that the law fixes; what an order sets is put in its place before counting. */
export type FixedPeriod = Exclude<PeriodRule, { unit: 'as-ordered' }>;

/** Counts a period from an instant (RFC 3339) and says how. Hours run in UTC, everything else in civil dates. */
export function computePeriod(period: FixedPeriod, startAt: string, setting: PeriodSetting): ComputedPeriod {
  const start = Temporal.Instant.from(startAt);
  const started: TraceEntry = { kind: 'started', at: start.toString(), zone: setting.zone, place: setting.place };
  switch (period.unit) {
    case 'hours':
      return countHours(period.amount, start, setting, started);
    case 'working-hours':
      return countWorkingHours(period.amount, start, setting, started);
    case 'business-days':
      return countBusinessDays(period.amount, start, setting, started);
    case 'days':
    case 'weeks':
    case 'months':
    case 'years':
      return countCivil(period.unit, period.amount, period.rolls, start, setting, started);
  }
}

/** Why a civil date is no working day in the setting's place, or null when it is one. */
export function whyNotWorking(date: Temporal.PlainDate, setting: PeriodSetting): NotWorking | null {
  if (date.dayOfWeek === 6 || date.dayOfWeek === 7) return { kind: 'weekend', weekday: date.dayOfWeek };
  const holiday = setting.calendar.holiday(setting.place, date.toString());
  if (holiday === null) return null;
  return holiday.partOnly && setting.direction === 'our-deadline' ? null : { kind: 'holiday', name: holiday.name };
}

function countHours(
  hours: number,
  start: Temporal.Instant,
  setting: PeriodSetting,
  started: TraceEntry,
): ComputedPeriod {
  const dueAt = start.add({ hours }).toString();
  const trace: TraceEntry[] = [
    started,
    { kind: 'hours-added', from: start.toString(), hours, to: dueAt },
    { kind: 'ends-at', at: dueAt, zone: setting.zone },
  ];
  return { dueAt, dueDate: null, trace };
}

/** SI 2013/3028 reg 1(3): time that falls on a day that is no working day is disregarded. */
function countWorkingHours(
  hours: number,
  start: Temporal.Instant,
  setting: PeriodSetting,
  started: TraceEntry,
): ComputedPeriod {
  const trace: TraceEntry[] = [started];
  let remaining = hours * 3_600_000;
  let cursor = start;
  for (let date = civilDate(start, setting.zone); remaining > 0; date = date.add({ days: 1 })) {
    const midnight = endOfDay(date, setting.zone);
    const because = whyNotWorking(date, setting);
    if (because === null) {
      const milliseconds = Math.min(remaining, midnight.epochMilliseconds - cursor.epochMilliseconds);
      const to = cursor.add({ milliseconds });
      remaining -= milliseconds;
      trace.push({
        kind: 'time-counted',
        date: date.toString(),
        from: cursor.toString(),
        to: to.toString(),
        milliseconds,
        remaining,
      });
      cursor = remaining > 0 ? midnight : to;
    } else {
      trace.push({ kind: 'day-not-counted', date: date.toString(), because });
      cursor = midnight;
    }
  }
  const dueAt = cursor.toString();
  return { dueAt, dueDate: null, trace: [...trace, { kind: 'ends-at', at: dueAt, zone: setting.zone }] };
}

function countBusinessDays(
  amount: number,
  start: Temporal.Instant,
  setting: PeriodSetting,
  started: TraceEntry,
): ComputedPeriod {
  let date = civilDate(start, setting.zone);
  const trace: TraceEntry[] = [started, { kind: 'start-day-not-counted', date: date.toString() }];
  let counted = 0;
  while (counted < amount) {
    date = date.add({ days: 1 });
    const because = whyNotWorking(date, setting);
    if (because === null) counted += 1;
    trace.push(
      because === null
        ? { kind: 'day-counted', date: date.toString(), number: counted, of: amount }
        : { kind: 'day-not-counted', date: date.toString(), because },
    );
  }
  return endingWith(date, setting, trace);
}

/** Reg. 1182/71 Art 3(1), (2) and (4), BGB §§ 187(1), 188 and 193: the day of the event is not counted. */
function countCivil(
  unit: CivilUnit,
  amount: number,
  rolls: boolean,
  start: Temporal.Instant,
  setting: PeriodSetting,
  started: TraceEntry,
): ComputedPeriod {
  const first = civilDate(start, setting.zone);
  const last = first.add({ [unit]: amount }, { overflow: 'constrain' });
  const trace: TraceEntry[] = [
    started,
    { kind: 'start-day-not-counted', date: first.toString() },
    {
      kind: 'civil-added',
      from: first.toString(),
      amount,
      unit,
      to: last.toString(),
      shortened: (unit === 'months' || unit === 'years') && last.day !== first.day,
    },
  ];
  return endOn(last, rolls, setting, trace);
}

/** A period whose last day is found: it ends with it, or rolls where the rule says so and it is no working day. */
export function endOn(
  last: Temporal.PlainDate,
  rolls: boolean,
  setting: PeriodSetting,
  trace: readonly TraceEntry[] = [],
): ComputedPeriod {
  const because = whyNotWorking(last, setting);
  if (because === null) return endingWith(last, setting, trace);
  if (!rolls) return endingWith(last, setting, [...trace, { kind: 'not-rolled', date: last.toString(), because }]);
  return roll(last, because, setting, trace);
}

function roll(
  last: Temporal.PlainDate,
  because: NotWorking,
  setting: PeriodSetting,
  trace: readonly TraceEntry[],
): ComputedPeriod {
  const skipped: TraceEntry[] = [];
  let date = last;
  for (let reason: NotWorking | null = because; reason !== null; reason = whyNotWorking(date, setting)) {
    skipped.push({ kind: 'roll-skipped', date: date.toString(), because: reason });
    date = date.add({ days: 1 });
  }
  return endingWith(date, setting, [...trace, ...skipped, { kind: 'rolled', to: date.toString() }]);
}

function endingWith(date: Temporal.PlainDate, setting: PeriodSetting, trace: readonly TraceEntry[]): ComputedPeriod {
  const dueAt = endOfDay(date, setting.zone).toString();
  const end: TraceEntry = { kind: 'ends-with-day', date: date.toString(), at: dueAt, zone: setting.zone };
  return { dueAt, dueDate: date.toString(), trace: [...trace, end] };
}

function civilDate(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** 24:00 of a civil date: the start of the next, whatever the clocks do in between. */
export function endOfDay(date: Temporal.PlainDate, zone: string): Temporal.Instant {
  return date.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}
