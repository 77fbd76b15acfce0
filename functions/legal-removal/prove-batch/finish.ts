import type { CaseRecord } from '#domain/case';
import type { NextStep } from '#domain/case-run';
import { nextStep } from '#domain/case-run';
import type { DecisionRecord } from '#domain/decision';
import { outcomeOf } from '#domain/outcome';
import { restrictionEndTimer } from '#runtime/restriction-end';
import type { CaseChange, CaseRows, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { readBatches } from '../shared/acting.ts';
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
export async function finishActing(
  { cases }: Pick<FinishPorts, 'cases'>,
  caseId: string,
  { decisionId }: Pick<DecisionRecord, 'decisionId'>,
): Promise<void> {
  await cases.change(caseId, (record): Decided<undefined> => {
    const [transition, type] = endOf(record);
    if (transition === null || record.decisionId !== decisionId) return { result: undefined };
    const change = { transition, set: { stage: 'prove' as const }, events: [stepEvent(proveBatch.step, type)] };
    return { change, result: undefined };
  });
}

/** Whether a limited decision was over before anything of it was shown to be in place. */
async function hasLapsed(
  rows: Pick<CaseRows, 'listRows'>,
  { caseId, effects }: CaseRecord,
  { decisionId, firstEndAt }: DecisionRecord,
): Promise<boolean> {
  if (!firstEndAt || effects.proven > 0) return false;
  const batches = await readBatches(rows, caseId, decisionId);
  return batches.some(({ items }) => items.some((item) => item.lapsed));
}

/** Nobody is told of a decision that came to nothing: a person decides anew. */
function decidedAgain(record: CaseRecord, { decisionId }: DecisionRecord): Decided<NextStep> {
  const nothing = { effects: { pending: 0, proven: 0, failed: 0 }, firstEffectAt: null, decisionId: null };
  const change: CaseChange = {
    transition: 'decideAgain',
    set: { ...nothing, stage: 'review', lease: null, parked: null, approvalVerdict: null },
    events: [stepEvent(proveBatch.step, 'decision.lapsed', { decisionId })],
    outbox: [{ kind: 'page', pageId: `${record.caseId}-lapsed-${record.version}`, reason: 'decision-lapsed' }],
  };
  return { change, result: 'review' };
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
  return await cases.change(caseId, async (record, rows): Promise<Decided<NextStep>> => {
    if (record.state !== 'proving' || record.decisionId !== decision.decisionId) return { result: nextStep(record) };
    if (await hasLapsed(rows, record, decision)) return decidedAgain(record, decision);
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
