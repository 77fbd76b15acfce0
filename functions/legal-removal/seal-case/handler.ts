import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clocksStartedBy, tightestDeadline } from '#domain/case-clocks';
import { deliveryKey, InformationRow } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import { buildSeal, checkpointPayload } from '#domain/checkpoints';
import { type Closing, judgeClosing } from '#domain/closing';
import type { DecisionRecord } from '#domain/decision';
import { Delivery } from '#domain/delivery';
import { normalInstant, plus } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { outcomeOf } from '#domain/outcome';
import { reviewWakeAt } from '#domain/review-wait';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildEvidence } from '../../parts/evidence.ts';
import { buildSigner } from '../../parts/signer.ts';
import type { CaseRows, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Signer } from '../../ports/outside.ts';
import type { EvidenceStore } from '../../ports/vault.ts';
import { awaitsReview, currentDecision } from '../shared/decisions.ts';
import { CannotCloseError } from '../shared/errors.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf, loadCase, openCase } from '../shared/load-case.ts';
import { sealCase } from './contract.ts';
import { followUps } from './follow-ups.ts';

type Output = z.input<typeof sealCase.output>;

/** What sealing uses. */
export interface SealCaseDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'open' | 'change' | 'listRows'>;
  readonly evidence: Pick<EvidenceStore, 'put'>;
  readonly signer: Pick<Signer, 'keyId' | 'sign'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** Seconds until an open delivery is looked at again when nobody rings before. */
const LOOK_SECONDS = 60;
/** Hours for the review after acting first, where the basis has no clock for it. */
const CONFIRM_HOURS = 24;

/** Closes the case once everything is proven and told, and seals the end of its chain under Object Lock. */
export async function sealCaseStep(
  dependencies: SealCaseDependencies,
  { caseId }: z.output<typeof sealCase.input>,
): Promise<Output> {
  const { cases, clock } = dependencies;
  const { record: loaded, rows } = await openCase(cases, caseId);
  const decision = await currentDecision(rows, loaded);
  if (loaded.state === 'notifying' && awaitsReview(loaded, decision)) return await toReview(dependencies, caseId);
  if (loaded.state === 'notifying') await finishNotifying(dependencies, caseId, decision);
  const record = await loadCase(cases, caseId);
  if (record.state === 'notifying') return whatIsMissing(await closingOf(cases, record, decision), clock.now());
  if (record.state === 'sealing') {
    const missing = await close(dependencies, caseId, decision);
    if (missing !== null) return missing;
  }
  const closed = await loadCase(cases, caseId);
  if (closed.state !== 'closed') return { stage: nextStep(closed), wakeAt: clock.now() };
  await seal(dependencies, closed);
  return { stage: 'done', wakeAt: clock.now() };
}

async function toReview({ cases, calendar, clock }: SealCaseDependencies, caseId: string): Promise<Output> {
  return await cases.change(caseId, async (record, rows): Promise<Decided<Output>> => {
    const now = clock.now();
    const basis = basisOf(record);
    if (record.state !== 'notifying') return { result: { stage: nextStep(record), wakeAt: now } };
    if (await wasAddedTo(rows, record)) return actAgain(now);
    const clocks = withReview(record, basis, calendar, now);
    const review = tightestDeadline(clocks.filter(({ clock }) => startsAtReview(basis, clock)));
    const dueAt = review?.dueAt ?? plus(now, { hours: CONFIRM_HOURS });
    const set = { stage: 'review', clocks, dueAt, tier: 1, lease: null } as const;
    const change = { transition: 'sendToReview' as const, set, events: [stepEvent(sealCase.step, 'review.started')] };
    return { change, result: { stage: 'review', wakeAt: reviewWakeAt({ ...record, clocks, dueAt }, basis, now) } };
  });
}

/** The clocks with those that the review starts; one that runs already goes on, whatever was acted on since. */
function withReview({ clocks }: CaseRecord, basis: LegalBasis, calendar: Calendar, now: string): CaseRecord['clocks'] {
  const started = clocksStartedBy(basis, 'review', now, calendar);
  const fresh = started.filter(({ clock: id }) => clocks.every(({ clock }) => clock !== id));
  return [
    ...clocks,
    ...fresh.map((clock) => ({ ...clock, startAt: normalInstant(clock.startAt), dueAt: normalInstant(clock.dueAt) })),
  ];
}

function startsAtReview(basis: LegalBasis, id: string): boolean {
  return basis.clocks.some(({ clock, startsAt }) => clock === id && startsAt === 'review');
}

/** Whether items came while the order was being carried out that nobody has looked at. */
async function wasAddedTo(
  rows: Pick<CaseRows, 'listRows'>,
  { caseId, informationRead = 0 }: CaseRecord,
): Promise<boolean> {
  const pieces = await rows.listRows(caseId, 'INFORMATION#', InformationRow);
  return pieces.slice(informationRead).some(({ clarifies }) => clarifies === 'items' || clarifies === 'rest');
}

function actAgain(now: string): Decided<Output> {
  const events = [stepEvent(sealCase.step, 'validation.started', {}, 'order-added-to')];
  const set = { stage: 'validate', planned: false } as const;
  return { change: { transition: 'resumeValidation', set, events }, result: { stage: 'validate', wakeAt: now } };
}

async function closingOf(
  rows: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  decision: DecisionRecord | null,
): Promise<Closing> {
  const acts = decision !== null && decision.effect !== 'none' && record.outcome !== 'rerouted';
  const effects = acts ? record.effects : { pending: 0, proven: 0, failed: 0 };
  const deliveries = await rows.listRows(record.caseId, deliveryKey(''), Delivery);
  return judgeClosing({ effects, deliveries, confirmationOwed: false, parked: record.parked !== null });
}

/** @throws CannotCloseError when something is missing that no wait can bring */
function whatIsMissing({ missing }: Closing, now: string): Output {
  const kinds = new Set(missing.map(({ kind }) => kind));
  if (kinds.has('needs-operator')) return { stage: 'operator', wakeAt: now };
  if (kinds.has('delivery-open')) return { stage: 'deliveries', wakeAt: plus(now, { seconds: LOOK_SECONDS }) };
  throw new CannotCloseError([...kinds].join(', '));
}

async function finishNotifying(
  { cases }: SealCaseDependencies,
  caseId: string,
  decision: DecisionRecord | null,
): Promise<void> {
  await cases.change(caseId, async (record, rows): Promise<Decided<undefined>> => {
    if (record.state !== 'notifying') return { result: undefined };
    const closing = await closingOf(rows, record, decision);
    if (!closing.mayClose) return { result: undefined };
    const events = [stepEvent(sealCase.step, 'notifying.finished')];
    return { change: { transition: 'finishNotifying', set: { stage: 'seal' }, events }, result: undefined };
  });
}

/** Null once the case is closed, or was closed before; else what it waits for. */
async function close(
  { cases, calendar, clock }: SealCaseDependencies,
  caseId: string,
  decision: DecisionRecord | null,
): Promise<Output | null> {
  return await cases.change(caseId, async (record, rows): Promise<Decided<Output | null>> => {
    if (record.state !== 'sealing') return { result: null };
    const now = clock.now();
    const closing = await closingOf(rows, record, decision);
    if (!closing.mayClose) return { result: whatIsMissing(closing, now) };
    const actedOn = decision?.effect === 'confirm' ? record.effects.proven : (decision?.itemCount ?? 0);
    const facts = { actedOn, gone: record.effects.gone, itemCount: record.itemCount };
    const outcome = record.outcome ?? (decision === null ? null : outcomeOf({ ...facts, decision }));
    return {
      change: {
        transition: 'close',
        set: { closedAt: now, outcome, lease: null, stage: 'seal' },
        events: [
          stepEvent(sealCase.step, 'case.sealed', { proven: record.effects.proven }),
          stepEvent(sealCase.step, 'case.closed', { outcome }),
        ],
        outbox: followUps(record, basisOf(record), now, calendar),
      },
      result: null,
    };
  });
}

/** The name is derived from the head, so that an earlier attempt's seal of the same head stays the one that counts. */
async function seal({ evidence, signer, clock }: SealCaseDependencies, record: CaseRecord): Promise<void> {
  const { caseId, audit } = record;
  const checkpoint = buildSeal({ chain: caseId, seq: audit.seq, hash: audit.hash }, clock.now(), await signer.keyId());
  const jws = await signer.sign(checkpointPayload(checkpoint));
  const signed = Buffer.from(JSON.stringify({ checkpoint, jws }));
  await evidence.put(`seals/${caseId}/${audit.seq}.json`, signed, 'application/json');
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  evidence: buildEvidence(),
  signer: buildSigner(),
  calendar: holidayCalendar(),
  clock: systemClock,
}));

/** Lambda entry: the end of a run. */
export const handler = stepHandler(sealCase, (input) => sealCaseStep(dependencies(), input));
