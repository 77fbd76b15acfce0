import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { judgeActFirst } from '#domain/act-first';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clocksAtReceipt, tightestDeadline } from '#domain/case-clocks';
import { nextStep } from '#domain/case-run';
import type { ComputedClock } from '#domain/clock';
import { withEntries } from '#domain/clock-entries';
import { ClockEntryRow, clockEntryKey } from '#domain/clock-entry';
import { countedFrom, withAdditions, withRestarts } from '#domain/clock-restart';
import { isInformationDemand } from '#domain/disclosure';
import { normalInstant, plus } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { reviewWakeAt } from '#domain/review-wait';
import { conditionsOf } from '#domain/submission';
import { tierAt } from '#domain/tiers';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import type { CaseStore, Decided, OpenCase } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf, openCase } from '../shared/load-case.ts';
import { soonerForMessages } from '../shared/open-messages.ts';
import { readInformation, readRequest } from '../shared/submission.ts';
import { begunBy, lacks, metClocks } from './begun-by.ts';
import { plan } from './contract.ts';

type Output = z.input<typeof plan.output>;

/** What planning uses. */
export interface PlanDependencies {
  readonly cases: Pick<CaseStore, 'open' | 'change' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** The deadline of a case for which no clock of ours runs, in hours from its receipt. */
const FALLBACK_HOURS = 72;

/** Plans the case and sends it to review, or on to acting first when its basis allows that. */
export async function planStep(dependencies: PlanDependencies, input: z.output<typeof plan.input>): Promise<Output> {
  const { cases, clock } = dependencies;
  const { caseId } = input;
  const started = await clocksOf(dependencies, await openCase(cases, caseId));
  const planned = await cases.change(caseId, async (record, rows) => {
    const { calendar } = dependencies;
    const basis = basisOf(record);
    const { clarifiedAt, additions, isOpen } = await begunBy(rows, record);
    const entries = await rows.listRows(caseId, clockEntryKey(), ClockEntryRow);
    const entered = withEntries(basis, started, entries, calendar);
    const restarted = withRestarts(basis, entered, { running: record.clocks, clarifiedAt }, calendar);
    // Those entered since a clarification change what that began.
    const clocks = withAdditions(basis, withEntries(basis, restarted, entries, calendar), additions, calendar);
    const met = await metClocks(rows, record, basis);
    const open = clocks.filter((running) => isOpen(running) && !met.has(running.clock));
    return judged(record, { clocks, open }, clock.now());
  });
  const wakeAt = await soonerForMessages(cases, caseId, planned.wakeAt, clock.now());
  return { ...planned, wakeAt };
}

/** The clocks that a demand and what followed it started, and those among them that something is still open under. */
interface Started {
  readonly clocks: readonly ComputedClock[];
  readonly open: readonly ComputedClock[];
}

function judged(record: CaseRecord, started: Started, now: string): Decided<Output> {
  const basis = basisOf(record);
  if (record.state !== 'validating' && record.state !== 'awaiting-information') {
    return { result: { stage: nextStep(record), wakeAt: reviewWakeAt(record, basis, now) } };
  }
  if (record.planned) return { result: { stage: nextStep(record), wakeAt: now } };
  // What was waited for came after the wait was given up: it is looked at before anybody reviews without it.
  if (record.state === 'validating' && record.stage === 'validate')
    return { result: { stage: 'validate', wakeAt: now } };
  const fields = plannedFields(record, basis, started, now);
  const event = stepEvent('plan', 'case.planned', { queue: basis.queue, tier: fields.tier, dueAt: fields.dueAt });
  if (record.state === 'validating' && isInformationDemand(basis)) {
    const wakeAt = reviewWakeAt({ ...record, ...fields }, basis, now);
    return {
      change: { set: { ...fields, stage: 'preserve' }, events: [event] },
      result: { stage: 'preserve', wakeAt },
    };
  }
  if (record.state === 'validating' && mayActFirst(record, basis)) {
    const change = { set: { ...fields, stage: 'act-first' as const }, events: [event] };
    return { change, result: { stage: 'act-first', wakeAt: now } };
  }
  if (record.state === 'validating' && isHeardFirst(record, basis)) {
    return { change: { set: { ...fields, stage: 'hear' }, events: [event] }, result: { stage: 'hear', wakeAt: now } };
  }
  const pageId = `${record.caseId}-not-acted-first-${record.informationRead ?? 0}`;
  return {
    change: {
      transition: 'sendToReview',
      set: { ...fields, stage: 'review' },
      events: [event, stepEvent('plan', 'review.started')],
      outbox: basis.unattended === 'never-waits' ? [{ kind: 'page', pageId, reason: 'not-acted-first' }] : [],
    },
    result: { stage: 'review', wakeAt: reviewWakeAt({ ...record, ...fields }, basis, now) },
  };
}

async function clocksOf({ calendar, documents }: PlanDependencies, opened: OpenCase): Promise<ComputedClock[]> {
  const { record } = opened;
  const kept = record.nature === 'order' ? await readRequest(documents, record) : null;
  if (kept?.kind !== 'order') return clocksAtReceipt(basisOf(record), record.receivedAt, calendar);
  const complyBy = await complyByOf(documents, opened, kept.complyBy ?? null);
  const ordered = complyBy === null ? {} : { ordered: { complyBy } };
  const options = { ...ordered, conditions: conditionsOf(kept) };
  return clocksAtReceipt(basisOf(record), record.receivedAt, calendar, options);
}

/** The clocks of planning with those that something else has started, as the record holds them by now. */
function withOthers(started: readonly ComputedClock[], record: CaseRecord): ComputedClock[] {
  const others = record.clocks.filter(({ clock: id }) => started.every((clock) => clock.clock !== id));
  return [...started, ...others].map((clock) => ({
    ...clock,
    startAt: normalInstant(clock.startAt),
    dueAt: normalInstant(clock.dueAt),
  }));
}

/** What the order itself sets, or the authority changed since. */
async function complyByOf(
  documents: PlanDependencies['documents'],
  { record, rows }: OpenCase,
  stated: string | null,
): Promise<string | null> {
  const amended = (await readInformation({ cases: rows, documents }, record.caseId)).flatMap((piece) =>
    piece.kind === 'amendment' ? (piece.amendment.complyBy ?? []) : [],
  );
  return amended.at(-1) ?? stated;
}

function plannedFields(
  record: CaseRecord,
  basis: LegalBasis,
  started: Started,
  now: string,
): Pick<CaseRecord, 'clocks' | 'dueAt' | 'tier' | 'queue' | 'planned'> {
  const clocks = withOthers(started.clocks, record);
  const ranking = (tightestDeadline(started.open) ?? tightestDeadline(started.clocks))?.dueAt;
  const dueAt = ranking === undefined ? plus(record.receivedAt, { hours: FALLBACK_HOURS }) : normalInstant(ranking);
  return {
    clocks,
    dueAt,
    tier: tierAt(countedFrom({ ...record, clocks, dueAt }), dueAt, now),
    queue: basis.queue,
    planned: true,
  };
}

/** Somebody is heard on a demand that is whole, once. What it lacks is asked for meanwhile, and a person looks at it. */
function isHeardFirst(record: CaseRecord, { hearing }: LegalBasis): boolean {
  const heard = record.hearing ?? null;
  return hearing?.opens === 'before-review' && heard === null && !record.actFirst && !lacks(record);
}

/** Whether the demand came in is judged next: here only what its basis and its completeness say. */
function mayActFirst(record: CaseRecord, basis: LegalBasis): boolean {
  const verdict = lacks(record) ? 'incomplete-locatable' : 'complete';
  return judgeActFirst(basis, { verdict, authenticated: true }).eligible;
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  calendar: holidayCalendar(),
  clock: systemClock,
}));

/** Lambda entry: planning. */
export const handler = stepHandler(plan, (input) => planStep(dependencies(), input));
