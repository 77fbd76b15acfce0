import type { OutboxEntry } from '../ports/case-store.ts';

/** The purpose of the timer of a limited restriction. */
export const RESTRICTION_END = 'restriction-end';

/** The timer that wakes a case when a limited restriction ends, `at` in RFC 3339 UTC. */
export function restrictionEndTimer(caseId: string, at: string): Extract<OutboxEntry, { readonly kind: 'schedule' }> {
  const name = `${caseId}-${RESTRICTION_END}-${at.replace(/\D/g, '')}`;
  return { kind: 'schedule', name, at, purpose: RESTRICTION_END };
}
