import type { CaseRecord } from '#domain/case';
import type { Delivery } from '#domain/delivery';
import type { LegalBasis } from '#domain/legal-basis';
import { owedNotifications } from '#domain/notifications';
import { newDuty } from '../../legal-removal/tell/new-duty.ts';

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
