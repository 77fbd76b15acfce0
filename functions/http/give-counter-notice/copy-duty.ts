import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import type { Delivery } from '#domain/delivery';
import type { LegalBasis } from '#domain/legal-basis';
import { owedNotifications } from '#domain/notifications';
import { reopenChange } from '#runtime/reopen-change';
import { newDuty } from '../../legal-removal/tell/new-duty.ts';
import type { CaseChange } from '../../ports/case-store.ts';
import { ring } from '../shared/going-on.ts';
import { giveCounterNotice } from './contract.ts';

/**
 * The duty to send the one who complained a copy.
 * @throws Error where the basis owes nobody a copy
 */
export function copyDuty(
  record: CaseRecord,
  basis: LegalBasis,
  decisionId: string,
  number: number,
  now: string,
): Delivery {
  const secrecy = { nonDisclosureUntil: record.nonDisclosureUntil, now };
  const [owed] = owedNotifications(basis, 'counter-notice', 'restricted', secrecy);
  if (owed === undefined) throw new Error(`${basis.id} owes nobody a copy of a counter-notice`);
  const reader = { personId: 'sender', language: record.language };
  const deliveryId = `${decisionId}.${owed.kind}.sender.${number}`;
  return { ...newDuty(record, owed, reader, now), deliveryId, decisionId };
}

/** The part of a change that has a case tell what is owed: it is opened again, or the run that waits is woken. */
export function tellAgain(
  record: CaseRecord,
): Required<Pick<CaseChange, 'outbox' | 'set'>> &
  Pick<CaseChange, 'transition'> & { events: readonly NewAuditEvent[] } {
  const reopened = reopenChange(record, giveCounterNotice.operationId, 'counter-notice');
  if (reopened === null) return { set: {}, events: [], outbox: [ring('deliveries')] };
  return { ...reopened, set: reopened.set ?? {}, outbox: reopened.outbox ?? [] };
}
