import type { OutboxEntry } from '../ports/case-store.ts';

/** The purpose of the timer at which content is put back on a counter-notice. */
export const PUT_BACK = 'put-back';

/** The timer that wakes a case to put content back, `at` in RFC 3339 UTC: one for each instant. */
export function putBackTimer(caseId: string, at: string): Extract<OutboxEntry, { readonly kind: 'schedule' }> {
  return { kind: 'schedule', name: `${caseId}-${PUT_BACK}-${at.replace(/\D/g, '')}`, at, purpose: PUT_BACK };
}
