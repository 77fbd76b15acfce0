import type * as z from 'zod';
import { Stage } from '#domain/case';
import { nextStep } from '#domain/case-run';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { pageOnce } from '#runtime/page-change';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import type { CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { stepEvent } from '../shared/events.ts';
import { park } from './contract.ts';

type Output = z.input<typeof park.output>;

/** What parking uses. */
export interface ParkDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'listRows'>;
  readonly clock: Clock;
}

/** Who has to look at a parked case. */
const OWNER = 'operator';

/**
 * Parks the case with stage, reason and owner. Repaging (`again`) leaves a case alone that was resumed meanwhile
 * and starts no page beside one that is under way; a
 * case of another run is not touched at all.
 */
export async function parkStep(
  { cases, clock }: ParkDependencies,
  { caseId, run, stage, reason, again }: z.output<typeof park.input>,
): Promise<Output> {
  return await cases.change(caseId, async (record): Promise<Decided<Output>> => {
    if (record.run !== run || (again && record.parked === null)) return { result: { parked: false } };
    if (!again && record.parked?.reason === reason) return { result: { parked: true } };
    const failed = Stage.safeParse(stage).data ?? Stage.safeParse(nextStep(record)).data ?? record.stage;
    const cause = { caseId, about: 'parked', reason: 'case-parked' } as const;
    const first = { kind: 'page', pageId: `${caseId}-parked-${record.version}`, reason: cause.reason } as const;
    const page = again ? await pageOnce(cases, cause, clock.now()) : { outbox: [first] };
    const event = stepEvent(park.step, 'case.parked', { stage: failed, owner: OWNER, again }, reason);
    const parked = again ? record.parked : { stage: failed, reason, owner: OWNER, at: clock.now() };
    const change = { set: { parked, stage: parked?.stage ?? failed }, events: [event], ...page };
    return { change, result: { parked: true } };
  });
}

const dependencies = lazily(() => ({ cases: buildCases(), clock: systemClock }));

/** Lambda entry: what every Catch of the machine leads to. */
export const handler = stepHandler(park, (input) => parkStep(dependencies(), input));
