import { AuditEvent, type ChainHead, type NewAuditEvent } from './audit-event.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export type TextHash = (text: string) => string;

/** What all events of one change share: the instant (RFC 3339 UTC) and the version of the legal basis. */
export interface EventContext {
  readonly at: string;
  readonly basisVersion: string | null;
}

/** The first fault of a chain: at which sequence number, and why that event does not fit. */
export interface ChainFault {
  readonly seq: number;
  readonly reason: string;
}

/** What a verification of a chain found; `head` is the hash of the last event that fits, null when none does. */
export interface ChainReport {
  readonly valid: boolean;
  readonly events: number;
  readonly firstBad: ChainFault | null;
  readonly head: string | null;
}

/** What the first event of a chain names as the hash before it. */
export const GENESIS_HASH = '0'.repeat(64);

/** The head of a chain that has no event yet. */
export function emptyHead(chain: string): ChainHead {
  return { chain, seq: 0, hash: GENESIS_HASH };
}

/** Gives new events their places in a chain: numbers, links and hashes, in the order given. */
export function appendEvents(
  head: ChainHead,
  newEvents: readonly NewAuditEvent[],
  context: EventContext,
  hash: TextHash,
): AuditEvent[] {
  const appended: AuditEvent[] = [];
  let last = head;
  for (const { type, actor, reason, data, commitments } of newEvents) {
    const body = {
      type,
      actor,
      reason,
      data,
      commitments,
      chain: head.chain,
      seq: last.seq + 1,
      at: context.at,
      basisVersion: context.basisVersion,
      prev: last.hash,
    };
    const sealed = { ...body, hash: hash(canonicalJson(body)) };
    appended.push(sealed);
    last = headOf(sealed);
  }
  return appended;
}

/** The head of a chain that ends with `event`. */
export function headOf(event: AuditEvent): ChainHead {
  return { chain: event.chain, seq: event.seq, hash: event.hash };
}

/**
 * Verifies a whole chain from its first event: shape, number, link and hash. Instants are not compared, since honest
 * writers' clocks differ by some milliseconds. Takes values of any shape and never throws; names the first event that does not fit.
 */
export function verifyChain(events: readonly unknown[], hash: TextHash): ChainReport {
  let head: ChainHead | null = null;
  let before: AuditEvent | null = null;
  for (const [index, candidate] of events.entries()) {
    const parsed = AuditEvent.safeParse(candidate);
    const reason: string | null = parsed.success
      ? misfit(candidate, parsed.data, before, hash)
      : 'the event lacks a field or has one of the wrong form';
    if (reason !== null || !parsed.success) {
      const firstBad = { seq: index + 1, reason: reason ?? '' };
      return { valid: false, events: events.length, firstBad, head: head?.hash ?? null };
    }
    before = parsed.data;
    head = headOf(parsed.data);
  }
  return { valid: true, events: events.length, firstBad: null, head: head?.hash ?? null };
}

function misfit(raw: unknown, event: AuditEvent, before: AuditEvent | null, hash: TextHash): string | null {
  const expectedSeq = (before?.seq ?? 0) + 1;
  if (event.seq > expectedSeq) return `an event is missing: number ${expectedSeq} was expected, ${event.seq} was found`;
  if (event.seq < expectedSeq) return `the order is wrong: number ${expectedSeq} was expected, ${event.seq} was found`;
  if (before !== null && event.chain !== before.chain) return 'the event belongs to another chain';
  if (event.hash !== hashOf(raw, hash)) return 'the content of the event does not match its hash';
  if (event.prev !== (before?.hash ?? GENESIS_HASH)) return 'the event does not link to the one before it';
  return null;
}

/** The hash an event should have: over every member it really holds but the hash itself. */
function hashOf(raw: unknown, hash: TextHash): string | null {
  if (typeof raw !== 'object' || raw === null) return null;
  try {
    return hash(canonicalJson({ ...raw, hash: undefined }));
  } catch {
    return null;
  }
}
