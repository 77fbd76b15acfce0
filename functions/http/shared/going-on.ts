import type { CaseRecord } from '#domain/case';
import { plus } from '#domain/instant';
import type { CaseChange, Doorbell } from '../../ports/case-store.ts';
import type { Executions } from '../../ports/workflow.ts';

/** Minutes after which the sweep looks for a run that nobody started. */
const START_WATCH_MINUTES = 2;

/** What makes a case go on. */
export type Going = Required<Pick<CaseChange, 'outbox'>> & { readonly set: Partial<CaseRecord> };

/** The change that starts another run of a case at a stage. */
export function startAgain(record: Pick<CaseRecord, 'run'>, stage: CaseRecord['stage'], now: string): Going {
  const run = record.run + 1;
  const watchAt = plus(now, { minutes: START_WATCH_MINUTES });
  return { set: { parked: null, run, stage, watchAt }, outbox: [{ kind: 'start', run, stage }] };
}

/** The change that lets a parked case go on at a stage: its waiting run is woken, or another one starts. */
export async function goOn(
  executions: Pick<Executions, 'status'>,
  record: Pick<CaseRecord, 'caseId' | 'run'>,
  stage: CaseRecord['stage'],
  now: string,
): Promise<Going> {
  const running = (await executions.status(record.caseId, record.run)) === 'running';
  return running ? { set: { parked: null }, outbox: [ring('operator')] } : startAgain(record, stage, now);
}

/** The entry that rings a doorbell; where nothing waits, nothing happens. */
export function ring(doorbell: Doorbell): Going['outbox'][number] {
  return { kind: 'ring', doorbell };
}
