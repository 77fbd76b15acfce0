import type { ItemEffect } from '#domain/case-rows';
import { isLifting } from '../shared/decisions.ts';
import type { Sources } from './sources.ts';

/** The items whose restriction a decision lifts: those that were restricted, and not those gone before. */
export function liftedItems({ decision, effects, restricted }: Sources): readonly ItemEffect[] {
  if (decision === null || !isLifting(decision.record)) return [];
  return [...effects.values()].filter(({ itemId, state, appliedAt, restrictedBy }) => {
    const was = restrictedBy !== undefined || (restricted.get(itemId)?.appliedAt ?? null) !== null;
    return was && (state !== 'gone' || appliedAt !== null);
  });
}
