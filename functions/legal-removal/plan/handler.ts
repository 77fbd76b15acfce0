import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { judgeActFirst } from '#domain/act-first';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clocksAtReceipt, tightestDeadline } from '#domain/case-clocks';
import { nextStep } from '#domain/case-run';
import type { ComputedClock } from '#domain/clock';
import { normalInstant, plus } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { reviewWakeAt } from '#domain/review-wait';
import { tierAt } from '#domain/tiers';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import type { CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf, loadCase } from '../shared/load-case.ts';
import { soonerForMessages } from '../shared/open-messages.ts';
import { readInformation, readRequest } from '../shared/submission.ts';
import { plan } from './contract.ts';

type Output = z.input<typeof plan.output>;

/** What planning uses. */
export interface PlanDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows'>;
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
  const clocks = await clocksOf(dependencies, await loadCase(cases, caseId));
  const planned = await cases.change(caseId, (record) => judged(record, clocks, clock.now()));
  const wakeAt = await soonerForMessages(cases, caseId, planned.wakeAt, clock.now());
  return { ...planned, wakeAt };
}

function judged(record: CaseRecord, clocks: ComputedClock[], now: string): Decided<Output> {
  const basis = basisOf(record);
  if (record.state !== 'validating' && record.state !== 'awaiting-information') {
    return { result: { stage: nextStep(record), wakeAt: reviewWakeAt(record, basis, now) } };
  }
  if (record.planned) return { result: { stage: 'act-first', wakeAt: now } };
  const fields = plannedFields(record, basis, clocks, now);
  const event = stepEvent('plan', 'case.planned', { queue: basis.queue, tier: fields.tier, dueAt: fields.dueAt });
  if (record.state === 'validating' && mayActFirst(record, basis)) {
    const change = { set: { ...fields, stage: 'act-first' as const }, events: [event] };
    return { change, result: { stage: 'act-first', wakeAt: now } };
  }
  const pageId = `${record.caseId}-not-acted-first`;
  return {
    change: {
      transition: 'sendToReview',
      set: { ...fields, stage: 'review' },
      events: [event, stepEvent('plan', 'review.started')],
      outbox: basis.actFirst === 'no' ? [] : [{ kind: 'page', pageId, reason: 'not-acted-first' }],
    },
    result: { stage: 'review', wakeAt: reviewWakeAt({ ...record, ...fields }, basis, now) },
  };
}

async function clocksOf(dependencies: PlanDependencies, record: CaseRecord): Promise<ComputedClock[]> {
  const { calendar } = dependencies;
  const complyBy = await complyByOf(dependencies, record);
  const ordered = complyBy === null ? {} : { ordered: { complyBy } };
  const started = clocksAtReceipt(basisOf(record), record.receivedAt, calendar, ordered);
  const elsewhere = record.clocks.filter(({ clock: id }) => started.every((clock) => clock.clock !== id));
  return [...started, ...elsewhere].map((clock) => ({
    ...clock,
    startAt: normalInstant(clock.startAt),
    dueAt: normalInstant(clock.dueAt),
  }));
}

/** What the order itself sets, or the authority changed since. */
async function complyByOf(dependencies: PlanDependencies, record: CaseRecord): Promise<string | null> {
  if (record.nature !== 'order') return null;
  const kept = await readRequest(dependencies.documents, record);
  const amended = (await readInformation(dependencies, record.caseId)).flatMap((piece) =>
    piece.kind === 'amendment' ? (piece.amendment.complyBy ?? []) : [],
  );
  return amended.at(-1) ?? (kept.kind === 'order' ? kept.complyBy : null) ?? null;
}

function plannedFields(
  record: CaseRecord,
  basis: LegalBasis,
  clocks: ComputedClock[],
  now: string,
): Pick<CaseRecord, 'clocks' | 'dueAt' | 'tier' | 'queue' | 'planned'> {
  const dueAt = tightestDeadline(clocks)?.dueAt ?? plus(record.receivedAt, { hours: FALLBACK_HOURS });
  return { clocks, dueAt, tier: tierAt(record.receivedAt, dueAt, now), queue: basis.queue, planned: true };
}

/** Whether the demand came in is judged next: here only what its basis and its completeness say. */
function mayActFirst(record: CaseRecord, basis: LegalBasis): boolean {
  const verdict = record.missing.length === 0 ? 'complete' : 'incomplete-locatable';
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
