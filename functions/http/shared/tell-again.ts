import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { reopenChange } from '#runtime/reopen-change';
import type { CaseChange } from '../../ports/case-store.ts';
import { ring } from './going-on.ts';
import { doorbellOf } from './taking-back.ts';

/** The part of a change that has a message sent, and the state that the case is in then. */
export interface Again {
  readonly state: CaseRecord['state'];
  readonly change: Pick<CaseChange, 'transition'> &
    Required<Pick<CaseChange, 'outbox' | 'set'>> & { readonly events: readonly NewAuditEvent[] };
}

/**
 * Has a case tell what is owed, whatever it does: a closed one is opened again, the run that waits is woken, and one that
 * is under way tells it at its next telling. `by` is the operation and `reason` the code of why.
 */
export function tellAgain(record: CaseRecord, by: string, reason: string): Again {
  const reopened = reopenChange(record, by, reason);
  if (reopened !== null) {
    const { set = {}, outbox = [] } = reopened;
    return { state: 'notifying', change: { ...reopened, set, outbox } };
  }
  const doorbell = doorbellOf(record.state);
  const outbox = doorbell === null ? [] : [ring(doorbell)];
  return { state: record.state, change: { set: {}, events: [], outbox } };
}
