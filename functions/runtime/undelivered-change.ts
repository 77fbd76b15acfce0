import type { CaseRecord } from '#domain/case';
import type { PageRow } from '#domain/case-rows';
import { type Delivery, isPagedWhenParked, isUndelivered, needsPerson } from '#domain/delivery';
import { UNDELIVERED } from '#domain/page-due';
import type { CaseChange } from '../ports/case-store.ts';
import { pageAmong } from './page-change.ts';

type Part = Required<Pick<CaseChange, 'set' | 'rows' | 'outbox'>>;

/**
 * The part of a change that keeps count of the messages of a case that a person has to bring further, as one duty goes
 * from one state to another; parking one that the law owes pages somebody on call, once beside `pages`.
 */
export function undeliveredChange(
  record: CaseRecord,
  { before, after, pages }: { readonly before: Delivery; readonly after: Delivery; readonly pages: readonly PageRow[] },
  now: string,
): Part {
  const difference = Number(isUndelivered(after)) - Number(isUndelivered(before));
  const set = difference === 0 ? {} : { undelivered: Math.max(0, record.undelivered + difference) };
  const parked = needsPerson(after) && !needsPerson(before);
  if (!parked || !isPagedWhenParked(after.kind)) return { set, rows: [], outbox: [] };
  const { caseId } = record;
  return { set, ...pageAmong(pages, { caseId, about: 'undelivered', reason: UNDELIVERED }, now) };
}
