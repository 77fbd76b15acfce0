import type { DecisionRecord } from './decision.ts';
import type { CaseOutcome } from './lifecycle.ts';

/** What an outcome is judged by: the decision, how many items it acts on, and how many the case has. */
export interface OutcomeFacts {
  readonly decision: Pick<DecisionRecord, 'effect' | 'outcome'>;
  readonly actedOn: number;
  readonly itemCount: number;
}

/** How a case ends by a decision. */
export function outcomeOf({ decision, actedOn, itemCount }: OutcomeFacts): CaseOutcome {
  switch (decision.effect) {
    case 'overturn':
      return 'challenged';
    case 'reverse':
      return 'rejected';
    case 'none':
      return decision.outcome === 'restrict' || decision.outcome === 'reject' ? 'rejected' : decision.outcome;
    case 'restrict':
    case 'confirm':
      if (actedOn === 0) return 'rejected';
      return actedOn < itemCount ? 'partly-actioned' : 'actioned';
  }
}
