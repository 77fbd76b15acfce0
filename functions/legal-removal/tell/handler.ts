import type * as z from 'zod';
import { deliveryKey } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import { isSettled } from '#domain/closing';
import { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import { type Moment, owedMoments } from '#domain/owed-moments';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import type { CaseRows, CaseStore } from '../../ports/case-store.ts';
import { awaitsReview, isLifting } from '../shared/decisions.ts';
import { openCase } from '../shared/load-case.ts';
import { buildTelling } from './build-telling.ts';
import { LONGEST_LOOK_SECONDS, LOOK_SECONDS, LOOK_SPREAD, tell } from './contract.ts';
import { dutiesAt, PLANNED_AT_ONCE, planningChange } from './duties.ts';
import { liftedItems } from './lifted-items.ts';
import { noteOutdatedEntries } from './outdated-entries.ts';
import { readSources, type Sources } from './sources.ts';
import { type TakeUpDependencies, takeUp } from './take-up.ts';
import type { TakenUp } from './take-up-entries.ts';

/** What telling uses. */
export interface TellDependencies extends TakeUpDependencies {
  readonly cases: TakeUpDependencies['cases'] & Pick<CaseStore, 'open'>;
}

type Input = z.output<typeof tell.input>;
type Output = z.input<typeof tell.output>;

/** Plans what is owed at the moment and takes it up; one duty that cannot be fulfilled never holds up another. */
export async function tellStep(dependencies: TellDependencies, input: Input): Promise<Output> {
  const { cases, documents, clock } = dependencies;
  const { caseId, moment, round } = input;
  const { record, rows } = await openCase(cases, caseId);
  const closing = record.state === 'notifying' || record.state === 'sealing';
  const base = { wakeAt: clock.now(), round: round + 1, unsent: 0 };
  if (moment === 'outcome' && !closing) return { ...base, stage: nextStep(record) };
  const sources = await readSources({ cases: rows, documents }, record);
  const moments = momentsMeant(moment, sources);
  const { planned, duties } = await plan(dependencies, sources, rows, moments);
  const everything = moment === 'outcome' || moment === 'open';
  const meant = everything ? duties : duties.filter(({ deliveryId }) => planned.has(deliveryId));
  const taken = await takeUp(dependencies, sources, meant, duties);
  await noteOutdatedEntries(dependencies, caseId, sources.decision);
  const ids = new Set(meant.map(({ deliveryId }) => deliveryId));
  const review = awaitsReview(record, sources.decision?.record ?? null);
  return await summary(dependencies, input, { ...taken, ids, review });
}

function momentsMeant(moment: Input['moment'], sources: Sources): readonly Moment[] {
  const { record, decision } = sources;
  if (moment === 'open') return [];
  if (moment === 'outcome') return owedMoments(record, decision?.record ?? null, liftedItems(sources).length > 0);
  // The decision that took effect was taken back since.
  const isTakenBack = moment === 'first-effect' && decision !== null && isLifting(decision.record);
  return isTakenBack ? [] : [moment];
}

interface Planned {
  /** The ids of what is owed at the moments, known before or new. */
  readonly planned: ReadonlySet<string>;
  /** Every duty of the case. */
  readonly duties: readonly Delivery[];
}

/** Records the duties of the moments. */
async function plan(
  { cases, clock, lumen }: TakeUpDependencies,
  sources: Sources,
  seen: CaseRows,
  moments: readonly Moment[],
): Promise<Planned> {
  const { caseId } = sources.record;
  const owed = moments
    .flatMap((moment) => dutiesAt(sources, moment, clock.now()))
    .filter(({ channel }) => channel !== 'lumen' || lumen !== null);
  const planned = new Set(owed.map(({ deliveryId }) => deliveryId));
  const before = await seen.listRows(caseId, deliveryKey(''), Delivery);
  if (owed.every(({ deliveryId }) => before.some((duty) => duty.deliveryId === deliveryId))) {
    return { planned, duties: before };
  }
  for (;;) {
    const duties = await cases.change<readonly Delivery[] | null>(caseId, async (record, rows) => {
      const known = await rows.listRows(caseId, deliveryKey(''), Delivery);
      const { change, fresh } = planningChange(record, owed, known, clock.now());
      if (change === null) return { result: known };
      return { change, result: fresh.length < PLANNED_AT_ONCE ? [...known, ...fresh] : null };
    });
    if (duties !== null) return { planned, duties };
  }
}

/** What one invocation has done: whether duties were left for the next, when to look again, and at which duties. */
interface Taken extends TakenUp {
  readonly ids: ReadonlySet<string>;
  /** Whether review comes next, which waits for no delivery. */
  readonly review: boolean;
}

async function summary(
  { cases, clock, ids: random }: TakeUpDependencies,
  { caseId, round }: Input,
  { more, looks, ids, review }: Taken,
): Promise<Output> {
  const duties = await cases.listRows(caseId, deliveryKey(''), Delivery);
  const now = clock.now();
  const unsent = duties.filter((duty) => ids.has(duty.deliveryId) && isUnsent(duty)).length;
  const open = review ? unsent > 0 : duties.some((duty) => !isSettled(duty));
  const seconds = LOOK_SECONDS[round] ?? LONGEST_LOOK_SECONDS;
  const next = plus(now, { seconds: seconds + random.number(Math.ceil(seconds * LOOK_SPREAD)) });
  const [first = next] = looks.toSorted();
  const wakeAt = first > now && first < next ? first : next;
  return { stage: more ? 'notify' : open ? 'deliveries' : 'seal', wakeAt, round: more ? round : round + 1, unsent };
}

function isUnsent({ state }: Delivery): boolean {
  return state === 'owed' || state === 'claimed';
}

const dependencies = lazily(buildTelling);

/** Lambda entry: whenever somebody is owed a message. */
export const handler = stepHandler(tell, (input) => tellStep(dependencies(), input));
