import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { ItemEffect } from './case-rows.ts';
import type { ComputedClock } from './clock.ts';
import type { ApprovalRecord, DecisionRecord } from './decision.ts';
import type { Delivery } from './delivery.ts';
import type { ClockRule } from './legal-basis.ts';

/**
 * How a clock came out: it runs, it was met or missed (`at` is when what it asks for was done, null where it is still
 * open), or the window or hold that it sets is over.
 */
export const ClockOutcome = z.object({
  state: z.enum(['running', 'met', 'missed', 'over']),
  at: z.iso.datetime().nullable(),
  /** Seconds from `at`, or from now, to the end of the clock: negative when that was before. */
  secondsLeft: z.int(),
});
export type ClockOutcome = z.infer<typeof ClockOutcome>;

/** What of a case may show how its clocks came out. */
export interface OutcomeFacts {
  readonly closed: boolean;
  readonly decisions: readonly DecisionRecord[];
  readonly approvals: readonly ApprovalRecord[];
  readonly deliveries: readonly Pick<Delivery, 'kind' | 'acceptedAt'>[];
  /** What is known of each item of the last decision that restricts. */
  readonly restricted: readonly ItemEffect[];
}

/** Clocks with how each stands at `now` (RFC 3339) by what the case shows; null where that does not tell. */
export function clockOutcomes<Clock extends ComputedClock>(
  clocks: readonly Clock[],
  rules: readonly ClockRule[],
  facts: OutcomeFacts,
  now: string,
): (Clock & { readonly outcome: ClockOutcome | null })[] {
  return clocks.map((clock) => {
    const rule = rules.find((candidate) => candidate.clock === clock.clock);
    // What was added later has a clock of its own, and what a case shows does not say which of them it met.
    const isOneOfSeveral = clocks.some((other) => other !== clock && other.clock === clock.clock);
    return { ...clock, outcome: isOneOfSeveral ? null : clockOutcome(clock, rule, facts, now) };
  });
}

function clockOutcome(
  clock: ComputedClock,
  rule: ClockRule | undefined,
  facts: OutcomeFacts,
  now: string,
): ClockOutcome | null {
  // The end of a pause is not known yet, and so is not the end of the clock.
  if (clock.pausedSince !== undefined) return null;
  const left = secondsTo(clock.dueAt, now);
  if (clock.direction !== 'our-deadline') return { state: left >= 0 ? 'running' : 'over', at: null, secondsLeft: left };
  const at = rule === undefined ? null : metAt(rule, facts);
  if (at !== null) {
    const spare = secondsTo(clock.dueAt, at);
    return { state: spare >= 0 ? 'met' : 'missed', at, secondsLeft: spare };
  }
  if (facts.closed) return null;
  if (left >= 0) return { state: 'running', at: null, secondsLeft: left };
  return rule?.metWhen === undefined && rule?.metBy === undefined
    ? null
    : { state: 'missed', at: null, secondsLeft: left };
}

/** When a case did what a clock asks for, null where it did not or where that is not known. */
function metAt({ metWhen, metBy }: ClockRule, facts: OutcomeFacts): string | null {
  switch (metWhen) {
    case 'effect':
      return effectAt(facts.restricted);
    case 'decision':
      return facts.decisions.flatMap((decision) => decidedAt(decision, facts) ?? []).toSorted()[0] ?? null;
    default: {
      const kind = metWhen ?? metBy;
      const sent = facts.deliveries.filter((delivery) => delivery.kind === kind);
      return sent.flatMap(({ acceptedAt }) => acceptedAt ?? []).toSorted()[0] ?? null;
    }
  }
}

/** When the last item went dark, once each that was there was shown to be. */
function effectAt(restricted: readonly ItemEffect[]): string | null {
  const here = restricted.filter(({ state }) => state !== 'gone');
  const applied = here.flatMap(({ state, appliedAt }) => (state === 'proven' && appliedAt !== null ? [appliedAt] : []));
  return applied.length < here.length ? null : (applied.toSorted().at(-1) ?? null);
}

/** When a person's decision stood: once a second person agreed, where one is needed. */
function decidedAt(decision: DecisionRecord, { approvals }: OutcomeFacts): string | null {
  if (decision.decidedByRule) return null;
  if (!decision.fourEyes) return decision.decidedAt;
  const approval = approvals.find(
    ({ decisionId, verdict }) => decisionId === decision.decisionId && verdict === 'approve',
  );
  return approval?.approvedAt ?? null;
}

function secondsTo(end: string, from: string): number {
  const apart = Temporal.Instant.from(from).until(Temporal.Instant.from(end));
  return Math.floor(apart.total('seconds'));
}
