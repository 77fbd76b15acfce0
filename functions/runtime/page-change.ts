import { PageRow, pageKey } from '#domain/case-rows';
import { isPageUnderWay } from '#domain/page-due';
import type { CaseChange, CaseStore } from '../ports/case-store.ts';

/** A page that a change may ask for: what it is about, as part of its id, and the code of why. */
export interface PageCause {
  readonly caseId: string;
  readonly about: 'waiting' | 'parked' | 'undelivered';
  readonly reason: string;
}

/**
 * The part of a change that pages somebody on call, once: nothing while a page about the same is under way, which goes
 * on climbing by itself. Its id counts the pages of the case about the same, so that a change decided anew asks for
 * the same page.
 */
export async function pageOnce(
  cases: Pick<CaseStore, 'listRows'>,
  { caseId, about, reason }: PageCause,
  now: string,
): Promise<Required<Pick<CaseChange, 'outbox' | 'rows'>>> {
  const known = await cases.listRows(caseId, pageKey(`${caseId}-${about}-`), PageRow);
  return pageAmong(known, { caseId, about, reason }, now);
}

/** The same beside the pages of the case that are known. */
export function pageAmong(
  pages: readonly PageRow[],
  { caseId, about, reason }: PageCause,
  now: string,
): Required<Pick<CaseChange, 'outbox' | 'rows'>> {
  const known = pages.filter(({ pageId }) => pageId.startsWith(`${caseId}-${about}-`));
  if (known.some((row) => isPageUnderWay(row, now))) return { outbox: [], rows: [] };
  const pageId = `${caseId}-${about}-n${known.length + 1}`;
  const value: PageRow = { pageId, level: 0, acknowledged: false, startedAt: now };
  return {
    outbox: [{ kind: 'page', pageId, reason }],
    rows: [{ key: pageKey(pageId), value, when: 'new' }],
  };
}
