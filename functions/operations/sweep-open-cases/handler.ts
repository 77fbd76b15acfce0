import type * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { plus } from '#domain/instant';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { faultFields, LogMessage, log } from '#runtime/logger';
import { parkChange } from '#runtime/park-change';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildExecutions } from '../../parts/executions.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Executions } from '../../ports/workflow.ts';
import {
  CASES_EACH_SWEEP,
  MINUTES_AFTER_FAULT,
  MINUTES_AFTER_START,
  MINUTES_WHILE_RUNNING,
  sweepOpenCases,
} from './contract.ts';

/** What the sweep uses. */
export interface SweepOpenCasesDependencies {
  readonly cases: Pick<CaseStore, 'listToWatch' | 'watchAgain' | 'change'>;
  readonly executions: Pick<Executions, 'status' | 'startRun'>;
  readonly clock: Clock;
}

type Finding = 'started' | 'running' | 'parked' | 'failed';

/** How many cases are looked at side by side. */
const SIDE_BY_SIDE = 10;

/**
 * Compares open cases with their executions, since neither the outbox's relay nor the events of executions are
 * certain: a run that never began is started, one that ended under an open case parks it.
 */
export async function sweepOpenCasesStep(
  dependencies: SweepOpenCasesDependencies,
): Promise<z.input<typeof sweepOpenCases.output>> {
  const due = await dependencies.cases.listToWatch(dependencies.clock.now(), CASES_EACH_SWEEP);
  const counts: Record<Finding, number> = { started: 0, running: 0, parked: 0, failed: 0 };
  for (let from = 0; from < due.length; from += SIDE_BY_SIDE) {
    const findings = await Promise.all(
      due.slice(from, from + SIDE_BY_SIDE).map((record) => lookAt(dependencies, record)),
    );
    for (const finding of findings) counts[finding] += 1;
  }
  return counts;
}

/** A case that cannot be looked at is put off, so that it keeps nobody else's from being seen. */
async function lookAt(dependencies: SweepOpenCasesDependencies, record: CaseRecord): Promise<Finding> {
  try {
    return await compare(dependencies, record);
  } catch (error) {
    log('error', LogMessage.stepFailed, { step: sweepOpenCases.step, caseId: record.caseId, ...faultFields(error) });
    await watchIn(dependencies, record, MINUTES_AFTER_FAULT);
    return 'failed';
  }
}

async function compare(dependencies: SweepOpenCasesDependencies, record: CaseRecord): Promise<Finding> {
  const status = await dependencies.executions.status(record.caseId, record.run);
  // An execution that Step Functions has forgotten is absent too, but its run was claimed on the case.
  if (status === 'absent' && record.claimedRun < record.run) {
    await dependencies.executions.startRun(record.caseId, record.run, record.stage);
    await watchIn(dependencies, record, MINUTES_AFTER_START);
    return 'started';
  }
  if (status !== 'running' && record.parked === null) return await park(dependencies, record);
  await watchIn(dependencies, record, MINUTES_WHILE_RUNNING);
  return 'running';
}

/** Decided on the record as it is now: the list it came from may be older. */
async function park({ cases, clock }: SweepOpenCasesDependencies, seen: CaseRecord): Promise<Finding> {
  return await cases.change(seen.caseId, (record) => {
    const parking = { reason: 'execution-ended', by: sweepOpenCases.step, at: clock.now() };
    const change = record.run === seen.run ? parkChange(record, { ...parking, stage: record.stage }) : null;
    return change === null ? { result: 'running' } : { change, result: 'parked' };
  });
}

async function watchIn(
  { cases, clock }: SweepOpenCasesDependencies,
  record: CaseRecord,
  minutes: number,
): Promise<void> {
  await cases.watchAgain(record, plus(clock.now(), { minutes }));
}

const dependencies = lazily(() => ({ cases: buildCases(), executions: buildExecutions(), clock: systemClock }));

/** Lambda entry: called every minute by a schedule. */
export const handler = stepHandler(sweepOpenCases, () => sweepOpenCasesStep(dependencies()));
