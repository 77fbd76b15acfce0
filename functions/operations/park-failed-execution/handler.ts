import type * as z from 'zod';
import { systemClock } from '#runtime/clock';
import { runOfExecution } from '#runtime/execution-name';
import { lazily } from '#runtime/lazily';
import { parkChange } from '#runtime/park-change';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { CaseNotFoundError } from '../../ports/errors.ts';
import { parkFailedExecution } from './contract.ts';

/** What parking uses. */
export interface ParkFailedExecutionDependencies {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly clock: Clock;
}

type Parked = z.input<typeof parkFailedExecution.output>;

/** The reason a case is parked with, by the status its execution ended in. */
const REASONS: Readonly<Record<string, string>> = {
  FAILED: 'execution-failed',
  TIMED_OUT: 'execution-timed-out',
  ABORTED: 'execution-aborted',
};

/** Parks an open case whose present run ended in a way that no Catch of the machine could see. */
export async function parkFailedExecutionStep(
  { cases, clock }: ParkFailedExecutionDependencies,
  { detail: { name, status } }: z.output<typeof parkFailedExecution.input>,
): Promise<Parked> {
  const ended = runOfExecution(name);
  const reason = REASONS[status];
  if (ended === null || reason === undefined) return { parked: false };
  try {
    return await cases.change<Parked>(ended.caseId, (record) => {
      const parking = { stage: record.stage, reason, by: parkFailedExecution.step, at: clock.now() };
      const change = record.run === ended.run ? parkChange(record, parking) : null;
      return change === null ? { result: { parked: false } } : { change, result: { parked: true } };
    });
  } catch (error) {
    // An execution that somebody started by hand may speak of no case.
    if (error instanceof CaseNotFoundError) return { parked: false };
    throw error;
  }
}

const dependencies = lazily(() => ({ cases: buildCases(), clock: systemClock }));

/** Lambda entry: the rule on status changes of the legal-removal machine. */
export const handler = stepHandler(parkFailedExecution, (input) => parkFailedExecutionStep(dependencies(), input));
