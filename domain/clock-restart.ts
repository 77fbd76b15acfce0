import type { Calendar } from './calendar.ts';
import type { ComputedClock } from './clock.ts';
import { computeClock } from './compute-clock.ts';
import { normalInstant } from './instant.ts';
import type { LegalBasis } from './legal-basis.ts';

/** What may begin the clocks of a case anew: its clocks as they run, and when it was clarified last, if ever. */
export interface Clarified {
  readonly running: readonly ComputedClock[];
  /** When the last clarification that counts arrived, RFC 3339; null when none did. */
  readonly clarifiedAt: string | null;
}

/**
 * The clocks of planning, with those begun anew that a clarification begins anew. The computation before stays in the
 * steps and in the ledger; a clock that was begun anew once never falls back to the receipt.
 */
export function withRestarts(
  basis: LegalBasis,
  planned: readonly ComputedClock[],
  { running, clarifiedAt }: Clarified,
  calendar: Calendar,
): ComputedClock[] {
  return planned.map((fresh) => {
    const rule = basis.clocks.find(
      ({ clock, startsAnewAt }) => clock === fresh.clock && startsAnewAt?.events.includes('clarification') === true,
    );
    if (rule === undefined) return fresh;
    const known = running.find(({ clock, restarts }) => clock === fresh.clock && restarts !== undefined) ?? fresh;
    if (clarifiedAt === null || Date.parse(clarifiedAt) <= Date.parse(known.startAt)) return known;
    const anew = computeClock(rule, clarifiedAt, calendar, { legalBasis: basis.id });
    const at = normalInstant(clarifiedAt);
    const entry = { at, because: 'clarification', dueBefore: normalInstant(known.dueAt) } as const;
    return {
      ...anew,
      restarts: [...(known.restarts ?? []), entry],
      steps: [...known.steps, startedAnew(at), ...anew.steps],
    };
  });
}

/**
 * The clocks with a leading one of its own for each addition to a demand, from its arrival: what was demanded first
 * keeps the period it has.
 */
export function withAdditions(
  basis: LegalBasis,
  clocks: readonly ComputedClock[],
  arrivals: readonly string[],
  calendar: Calendar,
): ComputedClock[] {
  const rule = basis.clocks.find(({ clock }) => clock === basis.leadingClock);
  if (rule === undefined) return [...clocks];
  const own = arrivals.map((arrival) => {
    const computed = computeClock(rule, arrival, calendar, { legalBasis: basis.id });
    const addedAt = normalInstant(arrival);
    return { ...computed, addedAt, steps: [added(addedAt), ...computed.steps] };
  });
  return [...clocks, ...own];
}

/** A case by the deadline that ranks it. */
export interface Ranked {
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly clocks?: readonly ComputedClock[] | undefined;
}

/** When (RFC 3339 UTC) the time of a case counts from: the start of the clock that ranks it, else its receipt. */
export function countedFrom({ receivedAt, dueAt, clocks = [] }: Ranked): string {
  const ranking = clocks.find(
    (clock) => clock.direction === 'our-deadline' && normalInstant(clock.dueAt) === normalInstant(dueAt),
  );
  return ranking === undefined ? receivedAt : normalInstant(ranking.startAt);
}

function added(at: string): ComputedClock['steps'][number] {
  return {
    en: `Something was added to the demand on ${at}: for that a period of its own runs.`,
    de: `Dem Begehren wurde am ${at} etwas hinzugefügt: Dafür läuft eine eigene Frist.`,
  };
}

function startedAnew(at: string): ComputedClock['steps'][number] {
  return {
    en: `The clarification that makes it possible to act was received on ${at}: the period begins anew then.`,
    de: `Die Klarstellung, die das Handeln ermöglicht, ging am ${at} ein: Die Frist beginnt damit neu.`,
  };
}
