import type { CaseKey } from '../case-link.ts';

/** The key of a case's status among the answers that are kept while the page is open. */
export function statusKey({ caseId }: CaseKey): readonly string[] {
  return ['status', caseId];
}
