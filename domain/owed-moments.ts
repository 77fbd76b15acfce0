import type { CaseRecord } from './case.ts';
import type { DecisionRecord } from './decision.ts';
import type { NotificationRule } from './legal-basis.ts';
import type { NotificationOutcome } from './notifications.ts';

/** A moment of a case at which messages are owed. */
export type Moment = NotificationRule['moment'];

/**
 * The moments whose messages are owed once a case is being told about: by its outcome where no decision made it, else
 * by what the decision did. A restriction is reported as proven only when nothing of it is open; an order that review
 * rejects after it was acted on is challenged. What is taken back before anything of it was in place is told of as not
 * made at all.
 * @param restricted whether anything was restricted that is lifted now
 */
export function owedMoments(
  record: Pick<CaseRecord, 'outcome' | 'effects'>,
  decision: Pick<DecisionRecord, 'effect' | 'outcome'> | null,
  restricted = true,
): readonly Moment[] {
  const lifting = decision?.effect === 'overturn' || decision?.effect === 'reverse';
  const taken = lifting && restricted;
  if (record.outcome === 'withdrawn') return taken ? ['withdrawn', 'restored'] : ['withdrawn'];
  if (record.outcome === 'rerouted') return ['rerouted'];
  if (decision === null) return [];
  if (lifting && !restricted) return ['decided'];
  switch (decision.effect) {
    case 'restrict':
      if (isAllGone(record.effects)) return ['decided'];
      return record.effects.pending + record.effects.failed === 0 ? ['first-effect', 'proven'] : ['first-effect'];
    case 'disclose':
      return ['first-effect', 'proven'];
    case 'none':
    case 'uphold':
      return ['decided'];
    case 'overturn':
      return decision.outcome === 'reject' ? ['challenged', 'restored'] : ['restored'];
    case 'reverse':
      return ['restored'];
    case 'confirm':
      return [];
  }
}

/** Whether a decision restricts or discloses something, as the catalogue of notifications asks. */
export function notificationOutcome(
  { effects }: Pick<CaseRecord, 'effects'>,
  decision: (Pick<DecisionRecord, 'effect'> & Partial<Pick<DecisionRecord, 'outcome'>>) | null,
): NotificationOutcome {
  if (decision?.effect === 'disclose') return 'disclosed';
  if (decision?.outcome === 'refused') return 'refused';
  return decision?.effect === 'restrict' && !isAllGone(effects) ? 'restricted' : 'not-restricted';
}

/** Nothing is restricted where every item was gone before anything could be done. */
function isAllGone({ pending, proven, failed, gone = 0 }: CaseRecord['effects']): boolean {
  return gone > 0 && pending + proven + failed === 0;
}
