import { deliveryKey } from '#domain/case-rows';
import type { Delivery } from '#domain/delivery';
import type { CaseChange, OutboxEntry } from '../ports/case-store.ts';

/** The timer that wakes a case for messages withheld until `at`: one for each instant. */
export function withheldTimer(caseId: string, at: string): OutboxEntry {
  return { kind: 'schedule', name: withheldTimerName(caseId, at), at, purpose: 'withheld-message' };
}

/** The name of that timer; a timer of a name is made once. */
export function withheldTimerName(caseId: string, at: string): string {
  return `${caseId}-withheld-${at.replace(/\D/g, '')}`;
}

/**
 * The part of a change that withholds messages until an instant. One that was about to be handed over may have left:
 * whatever goes later is then a copy.
 */
export function withholding(
  caseId: string,
  duties: readonly Delivery[],
  until: string,
): Required<Pick<CaseChange, 'rows' | 'outbox'>> {
  const rows = duties.map((duty) => {
    const copy = duty.state === 'claimed' && duty.channel === 'mail';
    const value = { ...duty, state: 'scheduled', notBefore: until, possibleDuplicate: duty.possibleDuplicate || copy };
    return { key: deliveryKey(duty.deliveryId), value, when: 'replace' } as const;
  });
  return { rows, outbox: duties.length === 0 ? [] : [withheldTimer(caseId, until)] };
}
