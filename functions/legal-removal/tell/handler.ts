import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { deliveryKey } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import { isSettled } from '#domain/closing';
import { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import { type Moment, owedMoments } from '#domain/owed-moments';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildMailer, mailFrom } from '../../parts/mailer.ts';
import { platformUrl } from '../../parts/platform.ts';
import { buildVault } from '../../parts/vault.ts';
import { publicUrl } from '../../parts/verifier.ts';
import { buildWebhooks } from '../../parts/webhooks.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { awaitsReview } from '../shared/decisions.ts';
import { loadCase } from '../shared/load-case.ts';
import { compose } from './compose.ts';
import { tell } from './contract.ts';
import { type DeliverDependencies, deliver } from './deliver.ts';
import { dutiesAt, PLANNED_AT_ONCE, planningChange } from './duties.ts';
import { factSheetOf, type House } from './fact-sheet-of.ts';
import { readSources, type Sources } from './sources.ts';

type Input = z.output<typeof tell.input>;
type Output = z.input<typeof tell.output>;

/** What telling uses. */
export interface TellDependencies extends DeliverDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow' | 'listRows'>;
  readonly house: House;
}

/** Duties taken up by one invocation. */
const AT_ONCE = 20;
/** Seconds until the next look at what is open, by the looks taken so far; news of a delivery comes before. */
const LOOK_SECONDS = [5, 30, 120, 600, 1_800] as const;
const LONGEST_LOOK_SECONDS = 3_600;

/** Plans what is owed at the moment and takes it up; one duty that cannot be fulfilled never holds up another. */
export async function tellStep(dependencies: TellDependencies, input: Input): Promise<Output> {
  const { cases, clock } = dependencies;
  const { caseId, moment, round } = input;
  const record = await loadCase(cases, caseId);
  const closing = record.state === 'notifying' || record.state === 'sealing';
  const base = { wakeAt: clock.now(), round: round + 1, unsent: 0 };
  if (moment === 'outcome' && !closing) return { ...base, stage: nextStep(record) };
  const sources = await readSources(dependencies, record);
  const moments = momentsMeant(moment, sources);
  const { planned, duties } = await plan(dependencies, sources, moments);
  const everything = moment === 'outcome' || moment === 'open';
  const meant = everything ? duties : duties.filter(({ deliveryId }) => planned.has(deliveryId));
  const ready = meant.filter((duty) => isReady(duty, clock.now()));
  const looks: string[] = [];
  const bySources = new Map([[record.decisionId, sources]]);
  for (const duty of ready.slice(0, AT_ONCE)) {
    const look = await deliver(dependencies, duty, (delivery) => write(dependencies, bySources, sources, delivery));
    if (look !== null) looks.push(look);
  }
  const ids = new Set(meant.map(({ deliveryId }) => deliveryId));
  const review = awaitsReview(record, sources.decision?.record ?? null);
  return await summary(dependencies, input, { more: ready.length > AT_ONCE, looks, ids, review });
}

function momentsMeant(moment: Input['moment'], { record, decision }: Sources): readonly Moment[] {
  if (moment === 'open') return [];
  return moment === 'outcome' ? owedMoments(record, decision?.record ?? null) : [moment];
}

interface Planned {
  /** The ids of what is owed at the moments, known before or new. */
  readonly planned: ReadonlySet<string>;
  /** Every duty of the case. */
  readonly duties: readonly Delivery[];
}

/** Records the duties of the moments. */
async function plan(
  { cases, clock }: TellDependencies,
  sources: Sources,
  moments: readonly Moment[],
): Promise<Planned> {
  const { caseId } = sources.record;
  const owed = moments.flatMap((moment) => dutiesAt(sources, moment, clock.now()));
  const planned = new Set(owed.map(({ deliveryId }) => deliveryId));
  for (;;) {
    const duties = await cases.change<readonly Delivery[] | null>(caseId, async (record) => {
      const known = await cases.listRows(caseId, deliveryKey(''), Delivery);
      const { change, fresh } = planningChange(record, owed, known);
      if (change === null) return { result: known };
      return { change, result: fresh.length < PLANNED_AT_ONCE ? [...known, ...fresh] : null };
    });
    if (duties !== null) return { planned, duties };
  }
}

function isReady({ state, notBefore }: Delivery, now: string): boolean {
  if (state === 'scheduled') return (notBefore ?? now) <= now;
  return state !== 'delivered' && state !== 'parked';
}

/** Writes a message from what the decision that owes it says, whatever was decided since. */
async function write(
  dependencies: TellDependencies,
  bySources: Map<string | null, Sources>,
  present: Sources,
  delivery: Delivery,
): ReturnType<typeof compose> {
  const { house, from, clock } = dependencies;
  const { decisionId, personId, to, language } = delivery;
  const owing = decisionId ?? present.record.decisionId;
  const sources = bySources.get(owing) ?? (await readSources(dependencies, present.record, owing));
  bySources.set(owing, sources);
  const unknown = { personId, role: to, name: null, email: null, language, country: null };
  const reader = sources.parties.get(personId) ?? unknown;
  return await compose(delivery, factSheetOf(sources, reader, house, clock.now()), reader, from);
}

/** What one invocation has done: whether duties were left for the next, when to look again, and at which duties. */
interface Taken {
  readonly more: boolean;
  readonly looks: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** Whether review comes next, which waits for no delivery. */
  readonly review: boolean;
}

async function summary(
  { cases, clock }: TellDependencies,
  { caseId, round }: Input,
  { more, looks, ids, review }: Taken,
): Promise<Output> {
  const duties = await cases.listRows(caseId, deliveryKey(''), Delivery);
  const now = clock.now();
  const unsent = duties.filter((duty) => ids.has(duty.deliveryId) && isUnsent(duty)).length;
  const open = review ? unsent > 0 : duties.some((duty) => !isSettled(duty));
  const next = plus(now, { seconds: LOOK_SECONDS[round] ?? LONGEST_LOOK_SECONDS });
  const [first = next] = looks.toSorted();
  const wakeAt = first > now && first < next ? first : next;
  return { stage: more ? 'notify' : open ? 'deliveries' : 'seal', wakeAt, round: more ? round : round + 1, unsent };
}

function isUnsent({ state }: Delivery): boolean {
  return state === 'owed' || state === 'claimed';
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  vault: buildVault(),
  mailer: buildMailer(),
  webhooks: buildWebhooks(),
  from: mailFrom(),
  house: { publicUrl: publicUrl(), platformUrl: platformUrl(), contact: mailFrom(), calendar: holidayCalendar() },
  clock: systemClock,
}));

/** Lambda entry: whenever somebody is owed a message. */
export const handler = stepHandler(tell, (input) => tellStep(dependencies(), input));
