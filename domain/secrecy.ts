import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import { clocksStartedBy } from './case-clocks.ts';
import type { ComputedClock } from './clock.ts';
import { normalInstant, plus } from './instant.ts';
import type { ClockRule, LegalBasis } from './legal-basis.ts';

/**
 * Hours by which an order may seem to be issued after it arrived. An offset that was left out or written wrongly moves
 * an instant by up to 14 hours, and machines' clocks differ; more than a day is no slip, and is refused.
 */
export const HOURS_ISSUED_AHEAD = 24;

/** Whether an order says that it was issued further ahead of its receipt (both RFC 3339) than a slip explains. */
export function isIssuedAhead(issuedAt: string, receivedAt: string): boolean {
  return Temporal.Instant.compare(issuedAt, plus(receivedAt, { hours: HOURS_ISSUED_AHEAD })) > 0;
}

/**
 * When an authority decided, in UTC: when it says so, but never after the order was here, since what a sender writes
 * must not lengthen a period that runs from its decision.
 */
export function decidedInstant(issuedAt: string | null | undefined, receivedAt: string): string {
  const issued = issuedAt ?? receivedAt;
  return normalInstant(Temporal.Instant.compare(issued, receivedAt) < 0 ? issued : receivedAt);
}

/** Until when an order may be kept from the people it affects, and the clock that says so. */
export interface Secrecy {
  /** RFC 3339 in UTC. */
  readonly until: string;
  readonly clock: ComputedClock;
}

/**
 * The secrecy an authority asks for until `requested`, from its decision at `decidedAt` (RFC 3339): never more than
 * the maximum of the basis (Reg. (EU) 2021/784 Art 11(3)). Null when it asks for none or the basis knows none.
 */
export function secrecyClock(
  basis: LegalBasis,
  requested: string | null,
  decidedAt: string,
  calendar: Calendar,
): Secrecy | null {
  const maximum = maximumFrom(basis, decidedAt, requested, calendar);
  return requested === null || maximum === null ? null : capped(requested, maximum);
}

/** How the secrecy of a case stands when its authority asks for another end. */
export interface SecrecyStanding {
  /** When the authority decided, RFC 3339. */
  readonly decidedAt: string;
  /** Until when it runs, RFC 3339; null when none was asked for. */
  readonly until: string | null;
  /** The clocks of the case, each period of secrecy among them. */
  readonly clocks: readonly ComputedClock[];
}

/**
 * The secrecy after an authority asks for another end. While it runs it can be extended, as often as the rule allows
 * and each time by no more than its period again, from the end it has; else the maximum of the first period holds.
 */
export function amendedSecrecy(
  basis: LegalBasis,
  requested: string,
  standing: SecrecyStanding,
  calendar: Calendar,
  now: string,
): Secrecy | null {
  const first = secrecyClock(basis, requested, standing.decidedAt, calendar);
  if (first === null) return null;
  const { until } = standing;
  const runs = until !== null && Temporal.Instant.compare(until, now) > 0;
  const within = Temporal.Instant.compare(requested, maximumOf(first.clock)) <= 0;
  if (!runs || within) return first;
  const periods = standing.clocks.filter(({ clock }) => clock === first.clock.clock);
  const allowed = ruleOf(basis)?.extensions ?? 0;
  const extended = periods.length > allowed ? periods.at(-1) : maximumFrom(basis, until, requested, calendar);
  return capped(requested, allowed === 0 ? first.clock : (extended ?? first.clock));
}

/** The clocks of a case with a period of secrecy: one more, or in the place of the one that began when it does. */
export function withSecrecy(clocks: readonly ComputedClock[], { clock: period }: Secrecy): ComputedClock[] {
  const others = clocks.filter(({ clock, startAt }) => clock !== period.clock || startAt !== period.startAt);
  return others.length === clocks.length
    ? [...clocks, period]
    : clocks.map((clock) => (others.includes(clock) ? clock : period));
}

function ruleOf(basis: LegalBasis): ClockRule | undefined {
  return basis.clocks.find(
    ({ startsAt, direction }) => startsAt === 'authority-decision' && direction === 'hold-until',
  );
}

/** The end that the rule sets; where it lets the order say so, the one that is asked for. */
function maximumFrom(
  basis: LegalBasis,
  startAt: string,
  requested: string | null,
  calendar: Calendar,
): ComputedClock | null {
  const rule = ruleOf(basis);
  const ordered = requested === null ? {} : { ordered: { complyBy: requested } };
  const clocks = clocksStartedBy(basis, 'authority-decision', startAt, calendar, ordered);
  const maximum = clocks.find(({ clock }) => clock === rule?.clock);
  if (maximum === undefined) return null;
  return { ...maximum, startAt: normalInstant(maximum.startAt), dueAt: normalInstant(maximum.dueAt) };
}

/** The latest end that the law allows a period of secrecy. */
function maximumOf({ maximumAt, dueAt }: ComputedClock): string {
  return maximumAt ?? dueAt;
}

/** The secrecy that an authority asks for, as far as the law allows it: the clock ends when the secrecy does. */
function capped(requested: string, period: ComputedClock): Secrecy {
  const latest = maximumOf(period);
  if (Temporal.Instant.compare(requested, latest) >= 0)
    return { until: normalInstant(latest), clock: atMaximum(period) };
  const until = normalInstant(requested);
  const { dueDate: _, ...rest } = period;
  const steps = [...period.steps.slice(0, ownSteps(period)), asked(until)];
  return { until, clock: { ...rest, kind: 'ordered', dueAt: until, maximumAt: latest, steps } };
}

/** A period of secrecy that runs as long as the law allows, though an earlier end was asked for before. */
function atMaximum({ maximumAt, ...period }: ComputedClock): ComputedClock {
  if (maximumAt === undefined) return { ...period, kind: 'ordered' };
  return {
    ...period,
    kind: 'ordered',
    dueAt: maximumAt,
    steps: period.steps.slice(0, ownSteps({ ...period, maximumAt })),
  };
}

/** How many steps compute the period itself: the end that was asked for is the last one where there is one. */
function ownSteps({ steps, maximumAt }: ComputedClock): number {
  return maximumAt === undefined ? steps.length : steps.length - 1;
}

function asked(until: string): ComputedClock['steps'][number] {
  return {
    en: `The authority asks for secrecy until ${until}, which is within that.`,
    de: `Die Behörde verlangt Geheimhaltung bis ${until}; das liegt innerhalb dieser Frist.`,
  };
}
