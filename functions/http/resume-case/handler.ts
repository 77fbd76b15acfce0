import type { CaseRecord } from '#domain/case';
import { plus } from '#domain/instant';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCases } from '../../parts/cases.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildVerifier } from '../../parts/verifier.ts';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Executions } from '../../ports/workflow.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { caseIdOf } from '../shared/requested-case.ts';
import { resumeCase } from './contract.ts';

/** What resuming needs. */
export interface ResumeDependencies {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly executions: Pick<Executions, 'status'>;
  readonly clock: Clock;
}

/** Minutes after which the sweep looks for a run that nobody started. */
const START_WATCH_MINUTES = 2;

/** Lets a parked case go on: its waiting run is woken, or another run starts at the stage where it stopped. */
export async function letGoOn(dependencies: ResumeDependencies, request: RouteRequest): Promise<Answer> {
  const { cases, executions, clock } = dependencies;
  return await cases.change<Answer>(caseIdOf(request), async (record) => {
    const { parked, caseId } = record;
    if (parked === null) return { result: problem(409, 'The case is not parked.') };
    const running = (await executions.status(caseId, record.run)) === 'running';
    const going = running ? wake() : startAgain(record, parked.stage, clock.now());
    const answer = { caseId, state: record.state };
    const data = { stage: parked.stage, run: going.set.run ?? record.run, role: request.caller.role };
    const events = [newEvent('case.resumed', actorOf(request.caller), data, { reason: parked.reason })];
    return {
      change: { ...going, events, ...request.keeping(202, answer) },
      result: { status: 202, body: answer },
    };
  });
}

type Going = Pick<CaseChange, 'outbox'> & { readonly set: Partial<CaseRecord> };

function wake(): Going {
  return { set: { parked: null }, outbox: [{ kind: 'ring', doorbell: 'operator' }] };
}

function startAgain(record: CaseRecord, stage: CaseRecord['stage'], now: string): Going {
  const run = record.run + 1;
  const watchAt = plus(now, { minutes: START_WATCH_MINUTES });
  return { set: { parked: null, run, stage, watchAt }, outbox: [{ kind: 'start', run, stage }] };
}

/** The Lambda function of `POST /v1/cases/{caseId}/resume`. */
export const handler = route(
  resumeCase,
  lazily(() => ({
    verifier: buildVerifier(),
    cases: buildCases(),
    executions: buildExecutions(),
    clock: systemClock,
  })),
  letGoOn,
);
