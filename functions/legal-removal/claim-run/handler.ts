import type * as z from 'zod';
import { nextStep } from '#domain/case-run';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import type { CaseStore, Decided } from '../../ports/case-store.ts';
import { stepEvent } from '../shared/events.ts';
import { claimRun } from './contract.ts';

type Output = z.input<typeof claimRun.output>;

/** What claiming uses. */
export interface ClaimRunDependencies {
  readonly cases: Pick<CaseStore, 'change'>;
}

/**
 * Claims the run, or says that it is done: a stray second run, or a closed case. A closed case whose run starts at
 * `notify` is opened again for the messages that were withheld until now.
 */
export async function claimRunStep(
  { cases }: ClaimRunDependencies,
  { caseId, run, stage }: z.output<typeof claimRun.input>,
): Promise<Output> {
  return await cases.change(caseId, (record): Decided<Output> => {
    if (record.run !== run) return { result: { stage: 'done' } };
    const claimed = stepEvent('claim-run', 'run.claimed', { run, stage });
    if (record.state === 'closed' && stage === 'notify' && record.claimedRun < run) {
      const events = [claimed, stepEvent('claim-run', 'case.reopened', {}, 'withheld-message-due')];
      const set = { claimedRun: run, stage, closedAt: null };
      return { change: { transition: 'reopenNotification', set, events }, result: { stage } };
    }
    const result = { stage: nextStep(record, stage) };
    if (record.claimedRun >= run) return { result };
    return { change: { set: { claimedRun: run }, events: [claimed] }, result };
  });
}

const dependencies = lazily(() => ({ cases: buildCases() }));

/** Lambda entry: the first task of every run. */
export const handler = stepHandler(claimRun, (input) => claimRunStep(dependencies(), input));
