import type { CaseView, ResponseView } from '#domain/api/case-views';
import type { CaseRecord } from '#domain/case';
import { countingAnswer, KeptResponse, ResponseRow, responseKey } from '#domain/hearing';
import type { CaseRows } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { readText } from './read-text.ts';

/** What the view of a hearing is read through. */
export interface HearingViewSources {
  readonly cases: Pick<CaseRows, 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/** The hearing of a case with every answer, in order of arrival; null where nobody is heard. */
export async function viewHearing(
  { cases, documents }: HearingViewSources,
  { caseId, hearing }: CaseRecord,
): Promise<CaseView['hearing']> {
  if (hearing === null || hearing === undefined) return null;
  const rows = await cases.listRows(caseId, responseKey(), ResponseRow);
  const responses = await Promise.all(
    rows.map(async ({ documentKey, ...row }): Promise<ResponseView> => {
      const kept = await readText(documents, documentKey, KeptResponse);
      const { explanation = null, name = null, postalAddress = null } = kept ?? {};
      const counts = countingAnswer(rows, row.personId)?.number === row.number;
      return { ...row, counts, explanation, name, postalAddress };
    }),
  );
  return { ...hearing, responses };
}
