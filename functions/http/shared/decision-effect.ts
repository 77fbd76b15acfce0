import type { CaseRecord } from '#domain/case';
import type { DecisionRecord, DecisionRequest } from '#domain/decision';
import type { TransitionName } from '#domain/lifecycle';

/** What a decision does: restrict, nothing, or judge the effects that a rule put in place before anybody reviewed. */
export function effectOf(
  outcome: DecisionRequest['outcome'],
  inForce: Pick<DecisionRecord, 'decisionId'> | null,
): Exclude<DecisionRecord['effect'], 'reverse'> {
  if (inForce === null) return outcome === 'restrict' ? 'restrict' : 'none';
  return outcome === 'restrict' ? 'confirm' : 'overturn';
}

/** The change of state that a decision waits for, or makes at once when nobody has to approve it. */
export function transitionOf(effect: DecisionRecord['effect']): TransitionName {
  switch (effect) {
    case 'restrict':
      return 'act';
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
      return 'act';
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
  if (effect === 'restrict' || effect === 'confirm') return null;
  // To refuse what belongs elsewhere is to take up the proposal to send it there.
  if (effect === 'none' && outcome === 'reject' && proposal === 'reroute') return 'rerouted';
  switch (outcome) {
    case 'duplicate':
    case 'already-unavailable':
      return outcome;
    case 'reject':
    case 'restrict':
      return 'rejected';
  }
}
