import type * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { nextStep } from '#domain/case-run';
import type { LegalBasis } from '#domain/legal-basis';
import { isHourAtRisk, MOST_ROUNDS, ROUNDS_UNTIL_PAGED, roundWakeAt } from '#domain/review-wait';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import type { CaseChange, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { isActing } from '../shared/acting.ts';
import { currentDecision, isLifting } from '../shared/decisions.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf } from '../shared/load-case.ts';
import { openMessages } from '../shared/open-messages.ts';
import { EFFECT_UNPROVEN, OTHER_CASE_BUSY, PLATFORM_UNAVAILABLE } from '../shared/reasons.ts';
import { paceRound } from './contract.ts';

type Input = z.output<typeof paceRound.input>;
type Output = z.input<typeof paceRound.output>;

/** What pacing uses. */
export interface PaceRoundDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'readRow' | 'listRows'>;
  readonly clock: Clock;
}

/**
 * Paces the rounds of trying. After about ten minutes the case is shown as needing an operator and somebody is paged,
 * while the trying goes on, so that it closes by itself once the platform heals. An operator who lets the case go on is
 * left alone for as many rounds again.
 */
export async function paceRoundStep({ cases, clock }: PaceRoundDependencies, input: Input): Promise<Output> {
  return await cases.change(input.caseId, async (record): Promise<Decided<Output>> => {
    const now = clock.now();
    const base = { wakeAt: now, round: input.round + 1, atRisk: false, owes: false, exhausted: false };
    if (!isActing(record)) return { result: { ...base, stage: nextStep(record) } };
    if (input.round >= MOST_ROUNDS) return { result: { ...base, stage: 'pause', exhausted: true } };
    const basis = basisOf(record);
    const decision = await currentDecision(cases, record);
    const lifting = decision !== null && isLifting(decision);
    const atRisk = !lifting && !input.riskTold && isHourAtRisk(record, basis, now);
    const change = tell(record, basis, input, atRisk, now);
    const { owes } = await openMessages(cases, record.caseId, now);
    const wakeAt = roundWakeAt(record, basis, input.round, now);
    const result: Output = { ...base, stage: 'pause', atRisk, owes, wakeAt };
    return change === null ? { result } : { change, result };
  });
}

/** Shows and pages what has gone on for too long; null when nobody needs to be told now. */
function tell(record: CaseRecord, basis: LegalBasis, input: Input, atRisk: boolean, now: string): CaseChange | null {
  const { caseId, version } = record;
  const due = input.round > 0 && input.round % ROUNDS_UNTIL_PAGED === 0;
  const stuck = due && record.parked === null;
  if (!stuck && !atRisk) return null;
  const { stage, reason, page } = causeOf(record, input);
  const parked = { stage, reason, owner: 'operator', at: now };
  const minutes = basis.atRiskAfterMinutes ?? 0;
  return {
    set: stuck ? { parked } : {},
    events: [
      ...(atRisk ? [stepEvent(paceRound.step, 'deadline.at-risk', { minutes }, page)] : []),
      ...(stuck ? [stepEvent(paceRound.step, 'case.parked', { stage, owner: 'operator' }, reason)] : []),
    ],
    outbox: [
      ...(atRisk ? [{ kind: 'page', pageId: `${caseId}-hour-at-risk`, reason: 'hour-at-risk' } as const] : []),
      ...(stuck ? [{ kind: 'page', pageId: `${caseId}-unproven-${version}`, reason: page } as const] : []),
    ],
  };
}

/**
 * What keeps the case from going on: a platform that does not answer, or one that does not show what it was told; for a
 * complaint that was upheld, something else that is done about the case complained of.
 */
function causeOf(
  { state, complaint }: Pick<CaseRecord, 'state' | 'complaint'>,
  { reachable }: Input,
): { readonly stage: CaseRecord['stage']; readonly reason: string; readonly page: string } {
  if (complaint !== undefined) return { stage: 'act', reason: OTHER_CASE_BUSY, page: 'case-parked' };
  if (reachable) return { stage: 'prove', reason: EFFECT_UNPROVEN, page: 'effect-unproven' };
  const stage = state === 'acting' ? 'act' : state === 'restoring' ? 'restore' : 'prove';
  return { stage, reason: PLATFORM_UNAVAILABLE, page: 'platform-unavailable' };
}

const dependencies = lazily(() => ({ cases: buildCases(), clock: systemClock }));

/** Lambda entry: between the rounds of trying. */
export const handler = stepHandler(paceRound, (input) => paceRoundStep(dependencies(), input));
