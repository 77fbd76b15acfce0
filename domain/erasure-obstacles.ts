import type { Calendar } from './calendar.ts';
import type { CaseRecord } from './case.ts';
import { clocksStartedBy } from './case-clocks.ts';
import type { ComputedClock } from './clock.ts';
import type { CounterNoticeRow } from './counter-notice.ts';
import type { Delivery } from './delivery.ts';
import { type HoldRow, standingHolds } from './hold.ts';
import { normalInstant, plus } from './instant.ts';
import type { LegalBasis } from './legal-basis.ts';

/** What stands in the way of an erasure: what it is, which one, and until when where a date ends it (RFC 3339 UTC). */
export interface Obstacle {
  readonly kind:
    | 'legal-hold'
    | 'case-open'
    | 'danger-open'
    | 'message-undelivered'
    | 'message-owed'
    | 'statutory-period'
    | 'open-window'
    | 'counter-notice';
  /** The matter of a hold, the id of a clock or a message; null where there is only one. */
  readonly which: string | null;
  readonly until: string | null;
}

/** What is looked at before anything of a case is erased. */
export interface ErasureFacts {
  readonly record: CaseRecord;
  readonly basis: LegalBasis;
  readonly holds: readonly HoldRow[];
  readonly deliveries: readonly Delivery[];
  readonly counterNotices: readonly CounterNoticeRow[];
}

/**
 * All that stands in the way of erasing anything of a case at `now` (RFC 3339): a legal hold, a period in which the law
 * wants something preserved or kept secret, and what is still owed to somebody (GDPR Art 17(3)(b) and (e)).
 */
export function obstaclesTo(facts: ErasureFacts, calendar: Calendar, now: string): Obstacle[] {
  const { record, holds, deliveries, counterNotices } = facts;
  const at = normalInstant(now);
  return [
    ...standingHolds(holds).map(({ matter }) => obstacle('legal-hold', matter)),
    ...(record.state === 'closed' ? [] : [obstacle('case-open')]),
    ...(record.danger !== null && record.danger.acknowledgedAt === null ? [obstacle('danger-open')] : []),
    ...(record.undelivered > 0 ? [obstacle('message-undelivered')] : []),
    ...deliveries.filter(isOwed).map(({ deliveryId, notBefore }) => obstacle('message-owed', deliveryId, notBefore)),
    ...periodsOf(facts, calendar).flatMap(({ clock, direction, dueAt }) => {
      const until = normalInstant(dueAt);
      const kind = direction === 'hold-until' ? 'statutory-period' : 'open-window';
      return until > at ? [obstacle(kind, clock, until)] : [];
    }),
    ...counterNotices
      .filter(({ state }) => state === 'waiting')
      .map(({ number, notAfter }) => obstacle('counter-notice', String(number), notAfter)),
  ];
}

/** Hours until it is looked again at what no date ends. */
const HOURS_UNTIL_NEXT_LOOK = 24;

/**
 * When to look again at what these stand in the way of: as the last date among them ends, or after a day where nothing has
 * a date. Null while a hold stands: its release has it looked at.
 */
export function nextLook(obstacles: readonly Obstacle[], now: string): string | null {
  if (obstacles.some(({ kind }) => kind === 'legal-hold')) return null;
  const last = obstacles
    .flatMap(({ until }) => until ?? [])
    .toSorted()
    .at(-1);
  const tomorrow = plus(now, { hours: HOURS_UNTIL_NEXT_LOOK });
  return last === undefined || last < tomorrow ? tomorrow : last;
}

function obstacle(kind: Obstacle['kind'], which: string | null = null, until: string | null = null): Obstacle {
  return { kind, which, until };
}

/** No channel has taken it, or nobody knows yet whether it arrived. */
function isOwed({ state }: Delivery): boolean {
  return state === 'owed' || state === 'claimed' || state === 'scheduled' || state === 'accepted';
}

/** Periods that run on after a case is closed: what has to be kept, and what others may still do. */
function periodsOf({ record, basis }: ErasureFacts, calendar: Calendar): readonly ComputedClock[] {
  const { clocks, closedAt, decisionId, firstEffectAt } = record;
  // Nobody can complain of a decision that nobody made.
  const told = closedAt === null || decisionId === null ? [] : clocksStartedBy(basis, 'informed', closedAt, calendar);
  const removed = firstEffectAt === null ? [] : clocksStartedBy(basis, 'removal', firstEffectAt, calendar);
  const lasting = [...clocks, ...told, ...removed].filter(({ direction }) => direction !== 'our-deadline');
  return [...new Map(lasting.map((clock) => [`${clock.clock} ${clock.dueAt}`, clock])).values()];
}
