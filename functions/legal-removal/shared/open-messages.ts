import { deliveryKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import type { CaseStore } from '../../ports/case-store.ts';

/** Minutes after which a message that was not handed over is taken up again while a person is waited for. */
const AGAIN_MINUTES = 2;

/** Tells whether a case still has messages that no channel has taken. */
export async function owesMessages(cases: Pick<CaseStore, 'listRows'>, caseId: string): Promise<boolean> {
  const deliveries = await cases.listRows(caseId, deliveryKey(''), Delivery);
  return deliveries.some(({ state }) => state === 'owed' || state === 'claimed');
}

/** Until when to wait for a person: `wakeAt`, or sooner while a message is still to be handed over. */
export async function soonerForMessages(
  cases: Pick<CaseStore, 'listRows'>,
  caseId: string,
  wakeAt: string,
  now: string,
): Promise<string> {
  const again = plus(now, { minutes: AGAIN_MINUTES });
  return again < wakeAt && (await owesMessages(cases, caseId)) ? again : wakeAt;
}
