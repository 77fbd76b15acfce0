import type { DecisionRecord } from './decision.ts';
import type { CaseOutcome, CaseState } from './lifecycle.ts';

/** What an outcome is judged by: the decision, how many items it acts on, how many were gone, and how many there are. */
export interface OutcomeFacts {
  readonly decision: Pick<DecisionRecord, 'effect' | 'outcome' | 'lifts'>;
  readonly actedOn: number;
  readonly gone?: number | undefined;
  readonly itemCount: number;
}

/** How a case ends by a decision. */
export function outcomeOf({ decision, actedOn, gone = 0, itemCount }: OutcomeFacts): CaseOutcome {
  switch (decision.effect) {
    case 'overturn':
      return 'challenged';
    case 'reverse':
      return decision.lifts === undefined ? 'rejected' : 'partly-actioned';
    case 'disclose':
      return 'disclosed';
    case 'uphold':
      return 'actioned';
    case 'none':
      return isNamed(decision.outcome) ? decision.outcome : 'rejected';
    case 'restrict':
    case 'confirm':
      if (actedOn === 0) return gone > 0 ? 'already-unavailable' : 'rejected';
      return actedOn < itemCount ? 'partly-actioned' : 'actioned';
  }
}

function isNamed(
  outcome: DecisionRecord['outcome'],
): outcome is Exclude<typeof outcome, 'restrict' | 'reject' | 'upheld'> {
  return outcome !== 'restrict' && outcome !== 'reject' && outcome !== 'upheld';
}

/** How acting ends a case, whoever decided on it. */
const OF_ACTING: readonly (CaseOutcome | null)[] = ['actioned', 'partly-actioned', 'already-unavailable'];
/** The states in which a person has confirmed what was done first. */
const CONFIRMED: readonly CaseState[] = ['sealing', 'closed'];

/**
 * The outcome as the one who asked may be told it: what acting first has done is proven by its effects, but no outcome
 * until a person has confirmed it. Null while there is none.
 */
export function outcomeToTell({
  actFirst,
  outcome,
  state,
}: {
  readonly actFirst: boolean;
  readonly outcome: CaseOutcome | null;
  readonly state: CaseState;
}): CaseOutcome | null {
  return actFirst && OF_ACTING.includes(outcome) && !CONFIRMED.includes(state) ? null : outcome;
}
