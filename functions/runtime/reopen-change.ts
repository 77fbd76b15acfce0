import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { allows } from '#domain/lifecycle';
import type { CaseChange } from '../ports/case-store.ts';

/**
 * The change that opens a closed or sealing case again at its notifications, with a new run, or null from any other
 * state: there a run is under way that tells people itself.
 */
export function reopenChange(record: CaseRecord, by: string, reason: string): CaseChange | null {
  if (!allows('reopenNotification', record.state)) return null;
  const run = record.run + 1;
  const event: NewAuditEvent = {
    type: 'case.reopened',
    actor: { kind: 'system', id: by },
    reason,
    data: { run, stage: 'notify' },
    commitments: [],
  };
  return {
    transition: 'reopenNotification',
    set: { run, stage: 'notify', closedAt: null, parked: null },
    events: [event],
    outbox: [{ kind: 'start', run, stage: 'notify' }],
  };
}
