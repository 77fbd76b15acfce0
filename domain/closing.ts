import type { EffectCounts } from './case.ts';
import { type Delivery, SETTLED_DELIVERY_STATES } from './delivery.ts';

/** What stands between a case and its closing. */
export type ClosingObstacle =
  | { readonly kind: 'effects-unproven'; readonly pending: number; readonly failed: number }
  | { readonly kind: 'delivery-open'; readonly deliveryId: string; readonly state: Delivery['state'] }
  | { readonly kind: 'delivery-without-owner'; readonly deliveryId: string }
  | { readonly kind: 'delivery-without-date'; readonly deliveryId: string }
  | { readonly kind: 'draft-unsent'; readonly deliveryId: string }
  | { readonly kind: 'confirmation-missing' }
  | { readonly kind: 'needs-operator' };

/** What is known when a case is about to close. */
export interface ClosingFacts {
  readonly effects: EffectCounts;
  readonly deliveries: readonly Pick<Delivery, 'deliveryId' | 'state' | 'owner' | 'notBefore' | 'channel'>[];
  /** True when a second person has yet to confirm the decision. */
  readonly confirmationOwed: boolean;
  readonly parked: boolean;
}

/** Whether a case may close, and everything that is still missing. */
export interface Closing {
  readonly mayClose: boolean;
  readonly missing: readonly ClosingObstacle[];
}

/**
 * Judges whether a case may close: every effect proven, every duty to tell somebody delivered, parked with a named
 * owner, or scheduled until a legal date, nobody's confirmation owed, nothing waiting for an operator.
 */
export function judgeClosing(facts: ClosingFacts): Closing {
  const missing: ClosingObstacle[] = facts.deliveries.flatMap(obstacleOf);
  const { pending, failed } = facts.effects;
  if (pending + failed > 0) missing.unshift({ kind: 'effects-unproven', pending, failed });
  if (facts.confirmationOwed) missing.push({ kind: 'confirmation-missing' });
  if (facts.parked) missing.push({ kind: 'needs-operator' });
  return { mayClose: missing.length === 0, missing };
}

/** Tells whether a duty no longer keeps its case from closing. */
export function isSettled(delivery: ClosingFacts['deliveries'][number]): boolean {
  return obstacleOf(delivery).length === 0;
}

function obstacleOf(delivery: ClosingFacts['deliveries'][number]): ClosingObstacle[] {
  const { deliveryId, state } = delivery;
  const settled: readonly Delivery['state'][] = SETTLED_DELIVERY_STATES;
  if (!settled.includes(state)) {
    return [
      delivery.channel === 'draft'
        ? { kind: 'draft-unsent', deliveryId }
        : { kind: 'delivery-open', deliveryId, state },
    ];
  }
  if (state === 'parked' && (delivery.owner ?? '') === '') return [{ kind: 'delivery-without-owner', deliveryId }];
  if (state === 'scheduled' && delivery.notBefore === null) return [{ kind: 'delivery-without-date', deliveryId }];
  return [];
}
