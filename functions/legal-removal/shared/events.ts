import type { AuditEventType, NewAuditEvent } from '#domain/audit-event';

/** An event recorded by a step: what happened, with codes, ids and counts, and why where there is a reason. */
export function stepEvent(
  step: string,
  type: AuditEventType,
  data: NewAuditEvent['data'] = {},
  reason: string | null = null,
): NewAuditEvent {
  return { type, actor: { kind: 'step', id: step }, reason, data, commitments: [] };
}
