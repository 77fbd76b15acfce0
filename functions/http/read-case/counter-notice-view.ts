import type { CaseView } from '#domain/api/case-views';
import {
  CounterNoticeRow,
  CourtActionRequest,
  CourtActionRow,
  counterNoticeKey,
  courtActionKey,
  KeptCounterNotice,
} from '#domain/counter-notice';
import type { HearingViewSources } from './hearing-view.ts';
import { readText } from './read-text.ts';

/** The counter-notices of a case and the court actions notified, in order of arrival; null where there is none. */
export async function viewCounterNotices(
  { cases, documents }: HearingViewSources,
  caseId: string,
): Promise<CaseView['counterNotices']> {
  const [rows, actions] = await Promise.all([
    cases.listRows(caseId, counterNoticeKey(), CounterNoticeRow),
    cases.listRows(caseId, courtActionKey(), CourtActionRow),
  ]);
  if (rows.length === 0) return null;
  const given = rows.map(async ({ documentKey, ...row }) => {
    const kept = await readText(documents, documentKey, KeptCounterNotice);
    const { name = null, postalAddress = null, telephone = null } = kept ?? {};
    return { ...row, name, postalAddress, telephone };
  });
  const courtActions = actions.map(async ({ documentKey, ...row }) => {
    const kept = await readText(documents, documentKey, CourtActionRequest);
    const { court = null, caseNumber = null, filedOn = null } = kept ?? {};
    return { ...row, court, caseNumber, filedOn };
  });
  return { given: await Promise.all(given), courtActions: await Promise.all(courtActions) };
}
