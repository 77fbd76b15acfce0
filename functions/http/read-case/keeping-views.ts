import * as z from 'zod';
import type { CaseView } from '#domain/api/case-views';
import type { HoldView } from '#domain/api/hold-views';
import { ErasureRow, erasureKey } from '#domain/erasure';
import { HoldRow, holdKey } from '#domain/hold';
import type { HearingViewSources } from './hearing-view.ts';
import { readText } from './read-text.ts';

const Reason = z.object({ reason: z.string() });

/** What keeps a case from being erased, and what was erased of it. */
export async function viewKeeping(
  sources: HearingViewSources,
  caseId: string,
): Promise<Pick<CaseView, 'holds' | 'erasures'>> {
  const erasures = await sources.cases.listRows(caseId, erasureKey(), ErasureRow);
  return { holds: await viewHolds(sources, caseId), erasures: [...erasures] };
}

/** The holds of a case in the order in which they were placed, those released among them. */
async function viewHolds({ cases, documents }: HearingViewSources, caseId: string): Promise<HoldView[]> {
  const rows = await cases.listRows(caseId, holdKey(), HoldRow);
  return await Promise.all(
    rows.map(async ({ documentKey, released, ...hold }) => {
      const [why, whyReleased] = await Promise.all([
        readText(documents, documentKey, Reason),
        released === null ? null : readText(documents, released.documentKey, Reason),
      ]);
      const end = released && { by: released.by, at: released.at, reason: whyReleased?.reason ?? null };
      return { ...hold, reason: why?.reason ?? null, released: end };
    }),
  );
}
