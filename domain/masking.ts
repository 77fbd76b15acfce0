import { findClock } from './catalogue/catalogue.ts';
import type { ComputedClock } from './clock.ts';
import type { PartyRole, Role } from './party.ts';

/** Fields of a case view that a vendor's reviewers do not see: who else is involved, and how the house works. */
const HIDDEN_FROM_VENDORS = [
  'approval',
  'authorityId',
  'danger',
  'deliveries',
  'execution',
  'lease',
  'nonDisclosureUntil',
  'owner',
  'parked',
  'parties',
  'senderId',
] as const;

/** Fields inside a decision that a vendor does not see. */
const HIDDEN_FROM_VENDORS_IN_DECISION: readonly string[] = ['approvedBy', 'decidedBy', 'documentKey', 'facts'];

/** The queues whose cases a vendor may see: never orders, never terrorism or child safety. */
export const VENDOR_QUEUES: readonly string[] = ['notices', 'copyright'];

/** A case view as a reader of that role may see it: for a vendor, hidden fields become null; others see all. */
export function maskCase<View extends object>(role: Role, view: View): Partial<View> | View {
  if (role !== 'vendor') return view;
  const hidden: readonly string[] = HIDDEN_FROM_VENDORS;
  const entries = Object.entries(view).map(([field, value]: [string, unknown]) => {
    if (hidden.includes(field)) return [field, null];
    return [field, field === 'decision' ? maskDecision(value) : value];
  });
  return Object.fromEntries(entries);
}

/** Tells whether a reader of that role may see a case of that queue at all; if not, it does not exist for them. */
export function maySeeQueue(role: Role, queue: string): boolean {
  return role !== 'vendor' || VENDOR_QUEUES.includes(queue);
}

/** The clocks that a party sees: those owed to it. */
export function clocksOwedTo(party: PartyRole, clocks: readonly ComputedClock[]): readonly ComputedClock[] {
  return clocks.filter((clock) => findClock(clock.clock)?.rule.shownTo?.includes(party) === true);
}

/** The clocks that a reader at the console sees: a vendor only what ranks its queue, everybody else all. */
export function clocksFor(role: Role, clocks: readonly ComputedClock[]): readonly ComputedClock[] {
  switch (role) {
    case 'public':
    case 'trusted-flagger':
      return clocksOwedTo('sender', clocks);
    case 'authority':
      return clocksOwedTo('authority', clocks);
    case 'vendor':
      return clocks.filter((clock) => clock.direction === 'our-deadline');
    case 'specialist':
    case 'counsel':
    case 'lead':
    case 'operator':
    case 'auditor':
      return clocks;
  }
}

function maskDecision(decision: unknown): unknown {
  if (typeof decision !== 'object' || decision === null) return decision;
  const entries = Object.entries(decision).filter(([field]) => !HIDDEN_FROM_VENDORS_IN_DECISION.includes(field));
  return Object.fromEntries(entries);
}
