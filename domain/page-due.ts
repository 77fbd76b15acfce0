import type { CaseRecord } from './case.ts';

/** A page to the person on call: which one, and the code of why. */
export interface Page {
  readonly pageId: string;
  readonly reason: string;
}

/** Tells whether a page is the one about the danger signals found in a case. */
export function isDangerPage(record: CaseRecord, { pageId }: Page): boolean {
  return record.danger?.pageId === pageId;
}

/**
 * Tells whether a page still needs somebody: one about danger until a person has taken it up, whatever becomes of the
 * case; any other until its reason is gone.
 */
export function isPageDue(record: CaseRecord, page: Page): boolean {
  if (isDangerPage(record, page)) return record.danger?.acknowledgedAt === null;
  if (record.state === 'closed') return false;
  switch (page.reason) {
    case 'case-parked':
      return record.parked !== null;
    case 'waits-for-a-person':
      return (record.state === 'in-review' && record.lease === null) || record.state === 'awaiting-approval';
    default:
      return record.lease === null;
  }
}
