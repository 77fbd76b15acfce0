import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { withheldUntil } from '#domain/notifications';
import { withholding } from '#runtime/withhold-change';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf } from '../shared/load-case.ts';
import { tell } from './contract.ts';

interface WithholdDependencies {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly clock: Clock;
}

/** Holds a message back until the secrecy of its case ends, since it was amended after the message became owed. */
export async function withhold(
  { cases, clock }: WithholdDependencies,
  { caseId, deliveryId }: Delivery,
): Promise<void> {
  await cases.change(caseId, async (record, rows) => {
    const delivery = await rows.readRow(caseId, deliveryKey(deliveryId), Delivery);
    const change = delivery === null ? null : withheldChange(record, delivery, clock.now());
    return change === null ? { result: null } : { change, result: null };
  });
}

/** The change that holds back a message that has not left; null when secrecy does not, or it has left. */
export function withheldChange(record: CaseRecord, delivery: Delivery, now: string): CaseChange | null {
  const { state, notBefore, deliveryId } = delivery;
  if (state !== 'owed' && state !== 'claimed' && state !== 'scheduled') return null;
  const secrecy = { nonDisclosureUntil: record.nonDisclosureUntil, now };
  const until = withheldUntil(basisOf(record), delivery, secrecy);
  if (until === null || (state === 'scheduled' && notBefore === until)) return null;
  const event = stepEvent(tell.step, 'delivery.scheduled', { deliveryId, notBefore: until }, 'non-disclosure');
  return { ...withholding(record.caseId, [delivery], until), events: [event] };
}

/** Tells whether secrecy keeps a message back that has not left. */
export function isSecret(record: CaseRecord, duty: Delivery, now: string): boolean {
  if (duty.state !== 'owed' && duty.state !== 'claimed' && duty.state !== 'scheduled') return false;
  return withheldUntil(basisOf(record), duty, { nonDisclosureUntil: record.nonDisclosureUntil, now }) !== null;
}
