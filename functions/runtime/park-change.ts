import type { CaseRecord, Stage } from '#domain/case';
import type { CaseChange } from '../ports/case-store.ts';

/** Why a case is parked: the stage to go on at, a code, and which part of Writ saw it. */
export interface Parking {
  readonly stage: Stage;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/**
 * The change that parks a case with an operator and pages somebody, or null when it is closed or parked already.
 * The page's id is derived from the record, so that a change decided anew asks for the same page.
 */
export function parkChange(record: CaseRecord, { stage, reason, by, at }: Parking): CaseChange | null {
  if (record.state === 'closed' || record.parked !== null) return null;
  return {
    set: { parked: { stage, reason, owner: 'operator', at }, stage },
    events: [
      {
        type: 'case.parked',
        actor: { kind: 'system', id: by },
        reason,
        data: { stage, run: record.run, owner: 'operator' },
        commitments: [],
      },
    ],
    outbox: [{ kind: 'page', pageId: parkPageId(record), reason: 'case-parked' }],
  };
}

function parkPageId({ caseId, version }: CaseRecord): string {
  return `${caseId}-parked-${version}`;
}
