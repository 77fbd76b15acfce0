import type { CaseView } from '#domain/api/case-views';
import type { CaseRecord } from '#domain/case';
import { ComplaintRow, complaintKey } from '#domain/complaint';
import type { CaseRows } from '../../ports/case-store.ts';

/** The complaints of decisions in a case, and the one that the case itself is about; null where there is none. */
export async function viewComplaints(
  cases: CaseRows,
  { caseId, complaint, earlierCase }: CaseRecord,
): Promise<CaseView['complaints']> {
  const here = (await cases.listRows(caseId, complaintKey(), ComplaintRow)).map((row) => ({ ...row, about: caseId }));
  if (complaint === undefined || earlierCase === undefined) return here.length === 0 ? null : here;
  const own = await cases.readRow(earlierCase, complaintKey(complaint), ComplaintRow);
  return own === null ? here : [...here, { ...own, about: earlierCase }];
}
