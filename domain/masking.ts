import type { CaseRecord } from './case.ts';
import { findClock } from './catalogue/catalogue.ts';
import type { ComputedClock } from './clock.ts';
import type { PartyRole, Role } from './party.ts';

/** Fields of a case view that a vendor's reviewers do not see: who else is involved, and how the house works. */
const HIDDEN_FROM_VENDORS = [
  'approval',
  'authorityId',
  'authorityCountry',
  'complaints',
  'counterNotices',
  'danger',
  'deliveries',
  'erasures',
  'execution',
  'hearing',
  'holds',
  'lease',
  'nonDisclosureUntil',
  'owner',
  'parked',
  'parties',
  'senderId',
] as const;

/** Fields inside a decision that a vendor does not see. */
const HIDDEN_FROM_VENDORS_IN_DECISION: readonly string[] = [
  'approvedBy',
  'decidedBy',
  'documentKey',
  'facts',
  'reason',
];

/** The queues whose cases a vendor may see: never orders, never terrorism or child safety. */
export const VENDOR_QUEUES: readonly string[] = ['notices', 'copyright'];

/** A case view as a reader of that role may see it: for a vendor, hidden fields become null; others see all. */
export function maskCase<View extends object>(role: Role, view: View): Partial<View> | View {
  if (role !== 'vendor') return view;
  const hidden: readonly string[] = HIDDEN_FROM_VENDORS;
  const entries = Object.entries(view).map(([field, value]: [string, unknown]) => {
    if (hidden.includes(field)) return [field, null];
    const mask = MASKS[field];
    return [field, mask === undefined ? value : mask(value)];
  });
  return Object.fromEntries(entries);
}

/**
 * Tells whether a reader of that role may see a case at all; if not, it does not exist for them. A vendor never sees one
 * in which a signal of danger was found, whoever has taken it up.
 */
export function maySeeCase(role: Role, { queue, danger }: Pick<CaseRecord, 'queue' | 'danger'>): boolean {
  return role !== 'vendor' || (VENDOR_QUEUES.includes(queue) && danger === null);
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

/** What becomes of the fields of a view that a vendor sees in part. */
const MASKS: Readonly<Record<string, (value: unknown) => unknown>> = {
  decision: maskDecision,
  items: (items) => (Array.isArray(items) ? items.map(withoutTextSent) : items),
  request: maskRequest,
};

function maskDecision(decision: unknown): unknown {
  if (!isFields(decision)) return decision;
  const entries = Object.entries(decision).filter(([field]) => !HIDDEN_FROM_VENDORS_IN_DECISION.includes(field));
  const { items } = decision;
  return {
    ...Object.fromEntries(entries),
    ...('ground' in decision && { ground: null }),
    ...(Array.isArray(items) && { items: items.map(withoutReason) }),
  };
}

/** A vendor's reviewer judges the content, and learns neither who complained nor what they wrote. */
function maskRequest(request: unknown): unknown {
  if (!isFields(request) || request['kind'] !== 'notice') return null;
  const { items } = request;
  return { ...request, ...WITHOUT_SENDER, items: Array.isArray(items) ? items.map(withoutNoteSent) : [] };
}

/** The fields of a notice in which a sender is named, or writes as they like. */
const WITHOUT_SENDER = {
  submitter: {},
  signature: null,
  explanation: null,
  meaning: null,
  inaccuracies: null,
  works: [],
  attachments: [],
  bodySha256: '',
} as const;

function withoutTextSent(item: unknown): unknown {
  return isFields(item) ? { ...item, ...addressOnly(item), note: null } : item;
}

function withoutNoteSent(item: unknown): unknown {
  return isFields(item) ? { ...without('note', item), ...addressOnly(item) } : item;
}

/** Why nothing is done to an item is written to the one who asked, and may name them. */
function withoutReason(item: unknown): unknown {
  return isFields(item) ? without('reason', item) : item;
}

function without(left: string, item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([field]) => field !== left));
}

/** Stands for what is no address. */
const NO_ADDRESS = 'about:blank';

/** Of an address what finds the content: the rest, or what is no address at all, is text that a sender wrote. */
function addressOnly({ url }: Record<string, unknown>): { readonly url?: string } {
  if (typeof url !== 'string') return {};
  const parsed = URL.parse(url.trim());
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return { url: NO_ADDRESS };
  return { url: `${parsed.origin}${parsed.pathname}` };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
