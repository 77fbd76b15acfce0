import type { CaseRecord } from './case.ts';
import type { Delivery } from './delivery.ts';
import { actFirstTerritories } from './effects.ts';
import type { LegalBasis } from './legal-basis.ts';

/** Why a draft that an order cannot be executed must not be sent: what it states no longer holds. */
export type Overtaken = 'effect-proven' | 'decided-anew' | 'order-executed' | 'order-complete';

/** The reason that a draft bears which was overtaken. */
export const OVERTAKEN = 'overtaken';

/** What a draft is held against: the case, its basis, and how many of its items were found. */
export interface OvertakingFacts {
  readonly record: CaseRecord;
  readonly basis: LegalBasis;
  readonly located: number;
}

/** Tells whether a duty is the draft of a report that an order cannot be executed. */
export function isExecutionDraft({ kind }: Pick<Delivery, 'kind'>): boolean {
  return kind === 'impossibility-report-draft';
}

/**
 * Tells by what the draft of a report that an order cannot be executed was overtaken, or null while it holds. One about
 * the effect of a decision holds until that is proven or another decision takes its place; one about what the order lacks
 * until nothing of it is missing, or all of it was executed all the same.
 */
export function overtakenBy(
  draft: Pick<Delivery, 'kind' | 'decisionId'>,
  { record, basis, located }: OvertakingFacts,
): Overtaken | null {
  if (!isExecutionDraft(draft)) return null;
  const { decisionId } = draft;
  if (decisionId === null) return isExecuted(record) ? 'order-executed' : completeNow(record, basis, located);
  // A decision that came to nothing leaves none behind: its effect stays unproven.
  if (record.decisionId !== null && record.decisionId !== decisionId) return 'decided-anew';
  return record.provenAt === null ? null : 'effect-proven';
}

/** Whether nothing of an order is left to be done: each of its items was acted on, or was gone. */
function isExecuted({ provenAt, effects, itemCount }: CaseRecord): boolean {
  return provenAt !== null && itemCount > 0 && effects.proven + (effects.gone ?? 0) >= itemCount;
}

function completeNow(
  { missing, itemCount, territories, territoriesAmendedAt }: CaseRecord,
  basis: LegalBasis,
  located: number,
): Overtaken | null {
  const amended = territoriesAmendedAt === null ? null : territories;
  const lacks = missing.length > 0 || located < itemCount || actFirstTerritories(basis, amended).length === 0;
  return lacks ? null : 'order-complete';
}
