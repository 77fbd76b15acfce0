import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import type { ComputedClock } from './clock.ts';
import type { DemandCondition } from './clock-conditions.ts';
import { computeClock, type OrderedPeriod } from './compute-clock.ts';
import { normalInstant } from './instant.ts';
import type { ClockRule, LegalBasis } from './legal-basis.ts';
import { computePeriod } from './period.ts';

/** What a case says about its clocks beyond its basis. */
export interface CaseClockOptions {
  /** What the order sets for clocks that run as ordered; without it such clocks are not planned. */
  readonly ordered?: OrderedPeriod | undefined;
  /** What the order says of itself. @default neither an emergency nor a notified authority */
  readonly conditions?: readonly DemandCondition[] | undefined;
  /** Our own targets in hours, by clock id, where the deployment sets others. */
  readonly targets?: Readonly<Record<string, number>> | undefined;
}

/** The clocks of a basis that an event of the case starts at `startAt` (RFC 3339). */
export function clocksStartedBy(
  basis: LegalBasis,
  event: ClockRule['startsAt'],
  startAt: string,
  calendar: Calendar,
  options: CaseClockOptions = {},
): ComputedClock[] {
  const { conditions = ['no-emergency'] } = options;
  return basis.clocks
    .filter((rule) => rule.startsAt === event)
    .filter((rule) => rule.period.unit !== 'as-ordered' || options.ordered !== undefined)
    .filter(({ onlyWhen }) => onlyWhen === undefined || conditions.includes(onlyWhen))
    .map((rule) =>
      computeClock(rule, startAt, calendar, {
        ordered: options.ordered,
        targetHours: options.targets?.[rule.clock],
        legalBasis: basis.id,
      }),
    );
}

/** One clock of a basis as a step of its procedure starts it, at `startAt` (RFC 3339); null where it has no such clock. */
export function clockOfStep(
  basis: LegalBasis,
  clockId: string | null | undefined,
  startAt: string,
  calendar: Calendar,
): ComputedClock | null {
  const rule = basis.clocks.find(({ clock }) => clock === clockId);
  if (rule === undefined) return null;
  const computed = computeClock(rule, startAt, calendar, { legalBasis: basis.id });
  return { ...computed, startAt: normalInstant(computed.startAt), dueAt: normalInstant(computed.dueAt) };
}

/** Clocks with one more; the same clock of an earlier step has been met and goes. */
export function withClock(clocks: readonly ComputedClock[], started: ComputedClock | null): ComputedClock[] {
  if (started === null) return [...clocks];
  return [...clocks.filter(({ clock }) => clock !== started.clock), started];
}

/** The clocks that run from the receipt of a request: those that its receipt starts, and ours to send what is heard on. */
export function clocksAtReceipt(
  basis: LegalBasis,
  receivedAt: string,
  calendar: Calendar,
  options: CaseClockOptions = {},
): ComputedClock[] {
  const sending = clockOfStep(basis, basis.hearing?.clocks.send, receivedAt, calendar);
  return [...clocksStartedBy(basis, 'receipt', receivedAt, calendar, options), ...(sending === null ? [] : [sending])];
}

/** The deadline of ours that ends first, of those that run; it ranks the queue. Null when there is none. */
export function tightestDeadline(clocks: readonly ComputedClock[]): ComputedClock | null {
  const ours = clocks.filter(({ direction, pausedSince }) => direction === 'our-deadline' && pausedSince === undefined);
  return ours.toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0] ?? null;
}

/** How a clock of ours stands at `now`: running, nearly over (from 75 % on), breached. A target is never breached. */
export function clockStanding(clock: ComputedClock, now: string): 'running' | 'at-risk' | 'missed-target' | 'breached' {
  const [start, due, instant] = [clock.startAt, clock.dueAt, now].map(
    (text) => Temporal.Instant.from(text).epochMilliseconds,
  );
  if (clock.direction !== 'our-deadline' || start === undefined || due === undefined || instant === undefined) {
    return 'running';
  }
  if (instant > due) return clock.kind === 'target' ? 'missed-target' : 'breached';
  return instant - start >= (due - start) * 0.75 ? 'at-risk' : 'running';
}

/** Until when (RFC 3339 UTC) to wait for information asked for at `askedAt`; null when the basis does not wait. */
export function informationDueAt(basis: LegalBasis, askedAt: string, calendar: Calendar): string | null {
  const wait = basis.informationWait;
  const establishment = { place: 'DE-BE', zone: 'Europe/Berlin', direction: 'their-window', calendar } as const;
  switch (wait.kind) {
    case 'none':
      return null;
    case 'hours':
      return computePeriod({ unit: 'hours', amount: wait.amount }, askedAt, establishment).dueAt;
    case 'days':
      return computePeriod({ unit: 'days', amount: wait.amount, rolls: false }, askedAt, establishment).dueAt;
    case 'business-days':
      return computePeriod({ unit: 'business-days', amount: wait.amount }, askedAt, {
        ...establishment,
        place: wait.place,
        zone: wait.zone,
      }).dueAt;
  }
}
