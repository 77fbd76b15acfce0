import type { Actor, AuditEventType, Commitment, NewAuditEvent } from '#domain/audit-event';
import type { Caller } from '../../ports/callers.ts';

/** Who acts, as the audit names them: a person by the subject of the token, an authority by its client. */
export function actorOf(caller: Caller): Actor {
  if (caller.role === 'authority') return { kind: 'authority', id: caller.client };
  if (caller.role === 'public' || caller.role === 'trusted-flagger') return { kind: 'sender', id: caller.client };
  return { kind: 'person', id: caller.subject };
}

/** An event with codes, ids and counts only. */
export function newEvent(
  type: AuditEventType,
  actor: Actor,
  data: NewAuditEvent['data'] = {},
  more: { readonly reason?: string | null; readonly commitments?: readonly Commitment[] } = {},
): NewAuditEvent {
  return { type, actor, reason: more.reason ?? null, data, commitments: [...(more.commitments ?? [])] };
}
