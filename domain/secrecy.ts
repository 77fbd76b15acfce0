import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import { clocksStartedBy } from './case-clocks.ts';
import type { ComputedClock } from './clock.ts';
import { normalInstant } from './instant.ts';
import type { LegalBasis } from './legal-basis.ts';

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
  if (requested === null) return null;
  const maximum = clocksStartedBy(basis, 'authority-decision', decidedAt, calendar).find(
    (clock) => clock.direction === 'hold-until',
  );
  if (maximum === undefined) return null;
  const shorter = Temporal.Instant.compare(requested, maximum.dueAt) < 0;
  return { until: normalInstant(shorter ? requested : maximum.dueAt), clock: maximum };
}
