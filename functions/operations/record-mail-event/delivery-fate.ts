import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { deliveryKey, type PageRow } from '#domain/case-rows';
import { isSettled } from '#domain/closing';
import type { Delivery } from '#domain/delivery';
import { reopenChange } from '#runtime/reopen-change';
import { undeliveredChange } from '#runtime/undelivered-change';
import type { CaseChange } from '../../ports/case-store.ts';

/** What the mail service tells of a mail. */
export interface MailFate {
  readonly kind: 'delivered' | 'bounced' | 'complained';
  readonly messageId: string;
  /** A code: how it bounced. */
  readonly reason: string | null;
  /** When it happened, RFC 3339 UTC. */
  readonly at: string;
}

const BY = 'record-mail-event';

/**
 * The change that a mail's fate makes on its duty, beside the case's other duties and pages, or null when it changes
 * nothing: said before, about an earlier copy, or overtaken. A bounce counts even after a delivery, since mail servers refuse late.
 */
export function fateChange(
  record: CaseRecord,
  delivery: Delivery,
  others: readonly Delivery[],
  fate: MailFate,
  pages: readonly PageRow[] = [],
): CaseChange | null {
  const earlierCopy = delivery.providerMessageId !== null && delivery.providerMessageId !== fate.messageId;
  if (earlierCopy) return null;
  switch (fate.kind) {
    case 'delivered':
      return deliveredChange(record, delivery, others, fate);
    case 'bounced':
      return bouncedChange(record, delivery, fate, pages);
    case 'complained':
      return { events: [eventOf('delivery.complained', delivery, fate)] };
    default:
      return fate.kind satisfies never;
  }
}

/** Why a mail was parked that may have arrived all the same: word of its delivery settles it, however late. */
const SETTLED_BY_LATE_NEWS: ReadonlySet<string> = new Set(['no-word-of-delivery', 'not-accepted']);

/** Whoever waits is woken by the last delivery that is open, or by one whose fate was unknown: not by each. */
function deliveredChange(
  record: CaseRecord,
  delivery: Delivery,
  others: readonly Delivery[],
  fate: MailFate,
): CaseChange | null {
  // One that was handed over just as secrecy came to hold it back has left all the same.
  const left = delivery.state === 'scheduled' && delivery.attempt > 0;
  const late = delivery.state === 'parked' && SETTLED_BY_LATE_NEWS.has(delivery.reason ?? '');
  if (delivery.state !== 'claimed' && delivery.state !== 'accepted' && !left && !late) return null;
  const wakes = delivery.state === 'claimed' || (!late && others.every(isSettled));
  const known = {
    providerMessageId: fate.messageId,
    acceptedAt: delivery.acceptedAt ?? fate.at,
    deliveredAt: fate.at,
  };
  const after = { ...delivery, ...known, state: 'delivered', owner: null, reason: null } as const;
  const { set } = undeliveredChange(record, { before: delivery, after, pages: [] }, fate.at);
  return {
    set,
    events: [eventOf('delivery.delivered', delivery, fate)],
    rows: [rowOf(after)],
    outbox: wakes ? [{ kind: 'ring', doorbell: 'deliveries' }] : [],
  };
}

/** A closed case opens again to tell the person another way; an open one shows the duty to an operator. */
function bouncedChange(
  record: CaseRecord,
  delivery: Delivery,
  fate: MailFate,
  pages: readonly PageRow[],
): CaseChange | null {
  const open = delivery.state === 'claimed' || delivery.state === 'accepted' || delivery.state === 'delivered';
  if (!open) return null;
  const bounced = { ...delivery, providerMessageId: fate.messageId, deliveredAt: null, reason: fate.reason };
  const event = eventOf('delivery.bounced', delivery, fate);
  const reopen = reopenChange(record, BY, 'delivery-bounced');
  if (reopen !== null) {
    return { ...reopen, events: [event, ...reopen.events], rows: [rowOf({ ...bounced, state: 'bounced' })] };
  }
  const after = { ...bounced, state: 'parked', owner: 'operator' } as const;
  const { set, rows, outbox } = undeliveredChange(record, { before: delivery, after, pages }, fate.at);
  return {
    set,
    events: [event, eventOf('delivery.parked', delivery, fate)],
    rows: [rowOf(after), ...rows],
    outbox: [{ kind: 'ring', doorbell: record.state === 'awaiting-response' ? 'response' : 'deliveries' }, ...outbox],
  };
}

function rowOf(delivery: Delivery): NonNullable<CaseChange['rows']>[number] {
  return { key: deliveryKey(delivery.deliveryId), value: delivery, when: 'replace' };
}

function eventOf(type: NewAuditEvent['type'], delivery: Delivery, fate: MailFate): NewAuditEvent {
  const { deliveryId, kind, personId, attempt } = delivery;
  return {
    type,
    actor: { kind: 'system', id: BY },
    reason: fate.reason,
    data: { deliveryId, kind, personId, attempt, toldAt: fate.at },
    commitments: [],
  };
}
