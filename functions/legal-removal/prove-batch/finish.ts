import type { CaseRecord } from '#domain/case';
import type { NextStep } from '#domain/case-run';
import { nextStep } from '#domain/case-run';
import { outcomeOf } from '#domain/outcome';
import { restrictionEndTimer } from '#runtime/restriction-end';
import type { CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { BatchWork } from '../shared/batch-work.ts';
import { stepEvent } from '../shared/events.ts';
import { isHealedByProof } from '../shared/reasons.ts';
import { proveBatch } from './contract.ts';

/** The ports that finishing uses. */
export interface FinishPorts {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly clock: Clock;
}

/** Ends acting, or restoring, once every item was asked for: from then on only proof is missing. */
export async function finishActing({ cases }: FinishPorts, caseId: string): Promise<void> {
  await cases.change(caseId, (record): Decided<undefined> => {
    const [transition, type] = endOf(record);
    if (transition === null) return { result: undefined };
    const change = { transition, set: { stage: 'prove' as const }, events: [stepEvent(proveBatch.step, type)] };
    return { change, result: undefined };
  });
}

/** The change of state that ends asking for effects, by where the case stands; null when it is past that. */
export function endOf(
  record: Pick<CaseRecord, 'state'>,
): readonly ['finishActing' | 'finishRestoring' | null, 'acting.finished' | 'restoring.finished'] {
  if (record.state === 'acting') return ['finishActing', 'acting.finished'];
  return [record.state === 'restoring' ? 'finishRestoring' : null, 'restoring.finished'];
}

/** Ends proving: everything was read back as decided. A case that was shown as stuck by us is no longer. */
export async function finishProving(
  { cases, clock }: FinishPorts,
  caseId: string,
  { decision, lifting }: Pick<BatchWork, 'decision' | 'lifting'>,
): Promise<NextStep> {
  return await cases.change(caseId, (record): Decided<NextStep> => {
    if (record.state !== 'proving') return { result: nextStep(record) };
    const healed = record.parked !== null && isHealedByProof(record.parked.reason);
    const { effects, itemCount } = record;
    const actedOn = effects.pending + effects.proven + effects.failed;
    const facts = { decision, actedOn, gone: effects.gone, itemCount };
    // A withdrawal stays one, whatever had to be lifted because of it.
    const outcome = lifting && record.outcome === 'withdrawn' ? record.outcome : outcomeOf(facts);
    return {
      change: {
        transition: 'finishProving',
        set: { provenAt: clock.now(), outcome, stage: 'notify', ...(healed && { parked: null }) },
        outbox: lifting || !decision.firstEndAt ? [] : [restrictionEndTimer(caseId, decision.firstEndAt)],
        events: [
          ...(healed ? [stepEvent(proveBatch.step, 'case.resumed', {}, 'effect-proven')] : []),
          stepEvent(proveBatch.step, 'proving.finished', { decisionId: decision.decisionId }),
        ],
      },
      result: 'notify',
    };
  });
}
