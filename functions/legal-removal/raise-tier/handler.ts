import type * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { nextStep } from '#domain/case-run';
import { countedFrom } from '#domain/clock-restart';
import { leaseHolds } from '#domain/lease';
import { isHourAtRisk, reviewWakeAt } from '#domain/review-wait';
import { tierAt } from '#domain/tiers';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { LogMessage, log } from '#runtime/logger';
import { pageOnce } from '#runtime/page-change';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import type { CaseChange, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf } from '../shared/load-case.ts';
import { openMessages, soonest } from '../shared/open-messages.ts';
import { raiseTier } from './contract.ts';

type Output = z.input<typeof raiseTier.output>;

/** What reading uses. */
export interface RaiseTierDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'listRows'>;
  readonly clock: Clock;
}

/** From this tier on somebody on call is paged. */
const PAGED_TIER = 3;

/**
 * Says by the record's state where the run goes on, whatever woke it: a decision recorded before a timeout wins, and
 * so does a withdrawal. A case that still waits for a person rises when its time has come.
 */
export async function raiseTierStep(
  { cases, clock }: RaiseTierDependencies,
  { caseId, run, timedOut, riskTold }: z.output<typeof raiseTier.input>,
): Promise<Output> {
  const { output, alarming } = await cases.change(caseId, async (record): Promise<Decided<Raised>> => {
    const now = clock.now();
    const quiet = { atRisk: false, owes: false };
    if (record.run !== run) return { result: quietly({ stage: 'done', wakeAt: now, ...quiet }) };
    const basis = basisOf(record);
    const stage = nextStep(record);
    const wakeAt = reviewWakeAt(record, basis, now);
    if (stage !== 'review' && stage !== 'approval') return { result: quietly({ stage, wakeAt, ...quiet }) };
    const atRisk = !riskTold && record.decisionId === null && isHourAtRisk(record, basis, now);
    const { owes, nextAt } = await openMessages(cases, caseId, now);
    // Waking up for a message is no reason to page.
    const change = await raise(cases, record, { now, timedOut: timedOut && !owes, atRisk });
    const goesOn = change?.set?.stage ?? stage;
    const result = quietly({ stage: goesOn, wakeAt: soonest(wakeAt, nextAt), atRisk, owes });
    return change === null ? { result } : { change, result: { ...result, alarming: change.outbox !== undefined } };
  });
  if (alarming) log('info', LogMessage.deadlineAtRisk, { caseId, run });
  return output;
}

/** What the step answers, and whether the wait has come to where somebody on call is paged. */
interface Raised {
  readonly output: Output;
  readonly alarming: boolean;
}

function quietly(output: Output): Raised {
  return { output, alarming: false };
}

/**
 * Whether the basis has a rule act, reversibly, since the deadline nears and nobody works on the case. A demand that
 * lacks what makes it one of its kind waits for a person however late it is.
 */
function actsUnattended(record: CaseRecord, tier: number, now: string): boolean {
  const { unattended: meanwhile, unattendedNeeds = [] } = basisOf(record);
  const untouched = record.state === 'in-review' && !leaseHolds(record.lease, now) && record.decisionId === null;
  const substantiated = unattendedNeeds.every((element) => !record.missing.includes(element));
  return meanwhile === 'disable-at-75-percent' && tier >= PAGED_TIER && untouched && substantiated;
}

function unattended(tier: CaseRecord['tier']): CaseChange {
  return {
    transition: 'resumeValidation',
    set: { tier, stage: 'act-first', planned: true },
    events: [
      stepEvent(raiseTier.step, 'tier.raised', { tier, waitsFor: 'in-review' }),
      stepEvent(raiseTier.step, 'deadline.at-risk', { tier }, 'unattended'),
    ],
  };
}

/** The rise of a case, or that it still waits; both page, once until the page is over. Null when neither is due. */
async function raise(
  cases: Pick<CaseStore, 'listRows'>,
  record: CaseRecord,
  { now, timedOut, atRisk }: { readonly now: string; readonly timedOut: boolean; readonly atRisk: boolean },
): Promise<CaseChange | null> {
  const tier = tierAt(countedFrom(record), record.dueAt, now);
  const cause = { caseId: record.caseId, about: 'waiting', reason: 'waits-for-a-person' } as const;
  if (actsUnattended(record, tier, now)) return unattended(tier);
  if (tier > record.tier) {
    return {
      set: { tier },
      events: [stepEvent(raiseTier.step, 'tier.raised', { tier, waitsFor: record.state })],
      ...(tier >= PAGED_TIER && (await pageOnce(cases, cause, now))),
    };
  }
  if (!atRisk && (!timedOut || tier < PAGED_TIER)) return null;
  return {
    events: [stepEvent(raiseTier.step, 'deadline.at-risk', { tier }, atRisk ? 'hour-at-risk' : 'still-waiting')],
    ...(await pageOnce(cases, cause, now)),
  };
}

const dependencies = lazily(() => ({ cases: buildCases(), clock: systemClock }));

/** Lambda entry: after every wait. */
export const handler = stepHandler(raiseTier, (input) => raiseTierStep(dependencies(), input));
