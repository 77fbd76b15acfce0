import type { CaseRecord } from './case.ts';
import type { PageRow } from './case-rows.ts';
import { plus } from './instant.ts';

/** A page to the person on call: which one, and the code of why. */
export interface Page {
  readonly pageId: string;
  readonly reason: string;
}

/** The code of a page about a message that the law owes and that is parked. */
export const UNDELIVERED = 'message-undelivered';

/** Tells whether a page is the one about the danger signals found in a case. */
export function isDangerPage(record: CaseRecord, { pageId }: Page): boolean {
  return record.danger?.pageId === pageId;
}

/** The id of a page about danger in a case; `number` counts from 1, one for each time that none was under way. */
export function dangerPageId(caseId: string, number: number): string {
  return number === 1 ? `${caseId}-danger` : `${caseId}-danger-n${number}`;
}

/** Tells whether a page is about signals of danger for which another page has gone out since. */
function isSuperseded(record: CaseRecord, { pageId }: Page): boolean {
  return pageId.startsWith(dangerPageId(record.caseId, 1)) && record.danger?.pageId !== pageId;
}

/**
 * Tells whether a page still needs somebody: one about danger until a person has taken it up, whatever becomes of the
 * case, and one about messages until none is parked any more; one about the hour until the effect is proven or nobody
 * brings it about any more; any other until its reason is gone.
 */
export function isPageDue(record: CaseRecord, page: Page): boolean {
  if (isDangerPage(record, page)) return record.danger?.acknowledgedAt === null;
  if (isSuperseded(record, page)) return false;
  if (page.reason === UNDELIVERED) return record.undelivered > 0;
  if (record.state === 'closed') return false;
  switch (page.reason) {
    case 'case-parked':
    case 'effect-unproven':
    case 'platform-unavailable':
      return record.parked !== null;
    case 'waits-for-a-person':
      return (record.state === 'in-review' && record.lease === null) || record.state === 'awaiting-approval';
    case 'hour-at-risk':
      return (record.state === 'acting' || record.state === 'proving') && record.provenAt === null;
    default:
      return record.lease === null;
  }
}

/** Hours after which a page is over, whatever is recorded of it: no run of the paging machine lives longer. */
export const LONGEST_PAGE_HOURS = 84;

/** Tells whether a page is under way: asked for, not taken up, and its run not over. */
export function isPageUnderWay({ acknowledged, over, startedAt }: PageRow, now: string): boolean {
  if (acknowledged || over === true) return false;
  return startedAt === undefined || plus(startedAt, { hours: LONGEST_PAGE_HOURS }) > now;
}
