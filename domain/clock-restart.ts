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
    const rule = basis.clocks.find(({ clock, startsAnewAt }) => clock === fresh.clock && startsAnewAt !== undefined);
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

/** When (RFC 3339 UTC) the time of a case counts from: the start of its leading clock, else its receipt. */
export function countedFrom(
  { receivedAt, clocks = [] }: { readonly receivedAt: string; readonly clocks?: readonly ComputedClock[] | undefined },
  { leadingClock }: Pick<LegalBasis, 'leadingClock'>,
): string {
  const leading = clocks.find(({ clock, restarts }) => clock === leadingClock && restarts !== undefined);
  return leading === undefined ? receivedAt : normalInstant(leading.startAt);
}

function startedAnew(at: string): ComputedClock['steps'][number] {
  return {
    en: `The clarification that makes it possible to act was received on ${at}: the period begins anew then.`,
    de: `Die Klarstellung, die das Handeln ermöglicht, ging am ${at} ein: Die Frist beginnt damit neu.`,
  };
}
