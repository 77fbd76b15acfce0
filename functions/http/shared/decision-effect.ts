import type { CaseRecord } from '#domain/case';
import type { DecisionRecord, DecisionRequest } from '#domain/decision';
import type { TransitionName } from '#domain/lifecycle';

/** What a rule has decided before anybody reviewed: that something is restricted, or that everything stays as it is. */
export interface Ruled {
  readonly inForce: boolean;
  readonly kept: boolean;
}

/** What a decision does: restrict, disclose, uphold, nothing, or judge what a rule decided before anybody reviewed. */
export function effectOf(
  outcome: DecisionRequest['outcome'],
  { inForce, kept }: Ruled,
): Exclude<DecisionRecord['effect'], 'reverse'> {
  if (outcome === 'disclosed') return 'disclose';
  if (outcome === 'refused') return 'none';
  if (outcome === 'upheld') return 'uphold';
  if (inForce) return outcome === 'restrict' ? 'confirm' : 'overturn';
  if (outcome === 'restrict') return 'restrict';
  return kept && outcome === 'reject' ? 'confirm' : 'none';
}

/** The change of state that a decision waits for, or makes at once when nobody has to approve it. */
export function transitionOf(effect: DecisionRecord['effect']): TransitionName {
  switch (effect) {
    case 'restrict':
    case 'uphold':
      return 'act';
    case 'disclose':
      return 'disclose';
    case 'none':
      return 'answerWithoutEffect';
    case 'confirm':
      return 'confirm';
    case 'overturn':
    case 'reverse':
      return 'restore';
  }
}

/** The stage at which a run goes on once a decision takes effect. */
export function stageOf(effect: DecisionRecord['effect']): CaseRecord['stage'] {
  switch (effect) {
    case 'restrict':
    case 'uphold':
      return 'act';
    case 'disclose':
    case 'none':
      return 'notify';
    case 'confirm':
      return 'seal';
    case 'overturn':
    case 'reverse':
      return 'restore';
  }
}

/** How the case ends when a decision that restricts nothing takes effect; null where proof has yet to tell. */
export function outcomeOf(
  { effect, outcome }: Pick<DecisionRecord, 'effect' | 'outcome'>,
  { proposal }: Pick<CaseRecord, 'proposal'>,
): CaseRecord['outcome'] {
  if (effect === 'restrict' || (effect === 'confirm' && outcome === 'restrict')) return null;
  // To refuse what belongs elsewhere is to take up the proposal to send it there.
  if (effect === 'none' && outcome === 'reject' && proposal === 'reroute') return 'rerouted';
  switch (outcome) {
    case 'duplicate':
    case 'already-unavailable':
    case 'disclosed':
    case 'refused':
      return outcome;
    case 'upheld':
      return 'actioned';
    case 'reject':
    case 'restrict':
      return 'rejected';
  }
}
