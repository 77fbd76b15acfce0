import type { CaseRecord } from '#domain/case';
import type { PageRow } from '#domain/case-rows';
import { type Delivery, isPagedWhenParked, needsPerson } from '#domain/delivery';
import { UNDELIVERED } from '#domain/page-due';
import type { CaseChange } from '../ports/case-store.ts';
import { pageAmong } from './page-change.ts';

type Part = Required<Pick<CaseChange, 'set' | 'rows' | 'outbox'>>;

/**
 * The part of a change that keeps count of the messages of a case that are parked with a person, as one duty goes from
 * one state to another; parking one that the law owes pages somebody on call, once beside `pages`.
 */
export function undeliveredChange(
  record: CaseRecord,
  { before, after, pages }: { readonly before: Delivery; readonly after: Delivery; readonly pages: readonly PageRow[] },
  now: string,
): Part {
  const difference = Number(needsPerson(after)) - Number(needsPerson(before));
  if (difference === 0) return { set: {}, rows: [], outbox: [] };
  const set = { undelivered: Math.max(0, record.undelivered + difference) };
  if (difference < 0 || !isPagedWhenParked(after.kind)) return { set, rows: [], outbox: [] };
  const { caseId } = record;
  return { set, ...pageAmong(pages, { caseId, about: 'undelivered', reason: UNDELIVERED }, now) };
}
