import { deliveryKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import type { CaseStore } from '../../ports/case-store.ts';

/** Minutes after which a message that was not handed over is taken up again while a person is waited for. */
const AGAIN_MINUTES = 2;

/** The messages of a case that no channel has taken. */
export interface OpenMessages {
  /** Whether one may leave at the present instant. */
  readonly owes: boolean;
  /** When the next one that is withheld may leave, RFC 3339; null when none is. */
  readonly nextAt: string | null;
}

/** What a case still has to hand over, at `now` and later. */
export async function openMessages(
  cases: Pick<CaseStore, 'listRows'>,
  caseId: string,
  now: string,
): Promise<OpenMessages> {
  const deliveries = await cases.listRows(caseId, deliveryKey(''), Delivery);
  const dates = deliveries.flatMap(({ state, notBefore }) => (state === 'scheduled' ? [notBefore ?? now] : []));
  const owes = deliveries.some(({ state }) => state === 'owed' || state === 'claimed') || dates.some((at) => at <= now);
  return { owes, nextAt: dates.filter((at) => at > now).sort()[0] ?? null };
}

/**
 * Until when to wait for a person: `wakeAt`, or sooner while a message is still to be handed over or comes due before.
 */
export async function soonerForMessages(
  cases: Pick<CaseStore, 'listRows'>,
  caseId: string,
  wakeAt: string,
  now: string,
): Promise<string> {
  const again = plus(now, { minutes: AGAIN_MINUTES });
  if (again >= wakeAt) return wakeAt;
  const { owes, nextAt } = await openMessages(cases, caseId, now);
  return owes ? again : soonest(wakeAt, nextAt);
}

/** The sooner of two instants, in UTC with milliseconds; `other` may be none. */
export function soonest(wakeAt: string, other: string | null): string {
  return other !== null && other < wakeAt ? other : wakeAt;
}
