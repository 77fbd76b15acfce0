import type { OutboxEntry } from '../ports/case-store.ts';

/** The purpose of the timer that carries erasures out, brings them to their end, and looks at what retention is over. */
export const ERASE = 'erase';

/** The timer that looks at what is to be erased of a case, `at` in RFC 3339 UTC: one for each instant. */
export function erasureTimer(caseId: string, at: string): Extract<OutboxEntry, { readonly kind: 'schedule' }> {
  return { kind: 'schedule', name: `${caseId}-${ERASE}-${at.replace(/\D/g, '')}`, at, purpose: ERASE };
}
