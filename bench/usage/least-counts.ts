import type { CaseCounts, Counts } from './counts.ts';
import { leastOf } from './usage.ts';

/** Of two countings of the same, phase by phase the one of the case that took the fewest calls of the database. */
export function leastCounts(one: Counts, other: Counts): Counts {
  return {
    restricted: leastPhases(one.restricted, other.restricted),
    rejected: leastPhases(one.rejected, other.rejected),
    order: leastPhases(one.order, other.order),
    look: leastOf([one.look, other.look]),
    intake: leastOf([one.intake, other.intake]),
    designs: one.designs,
  };
}

function leastPhases(one: CaseCounts, other: CaseCounts): CaseCounts {
  return {
    untilReview: leastOf([one.untilReview, other.untilReview]),
    untilClosed: leastOf([one.untilClosed, other.untilClosed]),
    afterwards: leastOf([one.afterwards, other.afterwards]),
  };
}
