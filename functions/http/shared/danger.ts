import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import type { Caller } from '../../ports/callers.ts';
import { actorOf, newEvent } from './events.ts';

/** What changes when somebody takes up the signal of danger of a case; nothing when there is none to take up. */
export function acknowledged(
  { danger }: CaseRecord,
  caller: Caller,
  now: string,
): { readonly set: Partial<Pick<CaseRecord, 'danger'>>; readonly events: readonly NewAuditEvent[] } {
  if (danger === null || danger.acknowledgedAt !== null) return { set: {}, events: [] };
  return {
    set: { danger: { ...danger, acknowledgedBy: caller.subject, acknowledgedAt: now } },
    events: [newEvent('danger.acknowledged', actorOf(caller), { role: caller.role, signals: danger.signals })],
  };
}
