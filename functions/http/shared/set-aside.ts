import type { Actor, NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import type { DecisionRecord } from '#domain/decision';
import { itemsNamedBy, type KeptInformation } from '#domain/submission';
import type { AnotherLook } from './another-look.ts';
import { newEvent } from './events.ts';

/** What a decision is set aside for. */
export interface SettingAside {
  /** The decision whose restrictions are in place, which the case stands on again. */
  readonly inForce: DecisionRecord | null;
  /** The number, instant and sender of the piece of information. */
  readonly number: number;
  readonly at: string;
  readonly actor: Actor;
}

/**
 * Sets aside the decision that waits for a second person, where the demand has to be looked at again: the case stands on
 * what is in force, and the reviewer sees which piece of information came since.
 */
export function settingAside(
  { state, decisionId }: CaseRecord,
  look: AnotherLook,
  { inForce, number, at, actor }: SettingAside,
): { readonly set: Partial<CaseRecord>; readonly events: readonly NewAuditEvent[] } {
  const again = look.kind === 'now' || look.kind === 'review';
  if (state !== 'awaiting-approval' || decisionId === null || !again) return { set: {}, events: [] };
  const set = { decisionId: inForce?.decisionId ?? null, setAside: { decisionId, at, piece: number } };
  return { set, events: [newEvent('decision.set-aside', actor, { decisionId, information: number })] };
}

/** Whoever looked at the case before items or an amendment arrived looks again: the case is claimed anew. */
export function endingLease({ state, lease }: CaseRecord, content: KeptInformation): Partial<CaseRecord> {
  const adds = content.kind === 'amendment' || itemsNamedBy(content).length > 0;
  return state === 'in-review' && lease !== null && adds ? { lease: null } : {};
}
