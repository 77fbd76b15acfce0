import { holidayCalendar } from '#adapters/holiday-calendar';
import type { ClockEntryAnswer } from '#domain/api/work';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { basisOfCase } from '#domain/catalogue/catalogue';
import type { ComputedClock } from '#domain/clock';
import { replayed } from '#domain/clock-entries';
import { type ClockEntryRequest, ClockEntryRow, clockEntryKey } from '#domain/clock-entry';
import type { Delivery } from '#domain/delivery';
import { normalInstant } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { owedNotifications } from '#domain/notifications';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { annexSentAt } from '../../legal-removal/plan/begun-by.ts';
import { extensionNoticeId } from '../../legal-removal/tell/extension-facts.ts';
import { newDuty } from '../../legal-removal/tell/new-duty.ts';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import type { CaseRows } from '../../ports/case-store.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { type LeakPorts, refuseLeaks } from '../shared/refuse-leaks.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { doorbellOf } from '../shared/taking-back.ts';
import { recordClockEntry } from './contract.ts';
import { rankedAnew } from './ranked-anew.ts';
import { REFUSALS } from './refusals.ts';

/** What entering something in the ledger of a clock needs. */
export interface EntryDependencies extends TextDependencies, LeakPorts {
  readonly cases: TextDependencies['cases'] & LeakPorts['cases'];
  readonly documents: TextDependencies['documents'] & LeakPorts['documents'];
  readonly calendar: Calendar;
}

/**
 * Enters what changed a clock, with its evidence, and computes the clock anew from all its entries. What the law does not
 * know on that clock is refused, and nothing is kept of it. Whoever waits for the case sees its new place at once.
 */
export async function enterOnClock(
  dependencies: EntryDependencies,
  request: RouteRequest<ClockEntryRequest>,
): Promise<Answer> {
  const { cases } = dependencies;
  const record = await requestedCase(cases, request);
  const early = await entered(dependencies, request, record, cases, 'unkept');
  if ('refused' in early) return early.refused;
  const { body } = request;
  const reason = body.kind === 'extension' ? body.reason : undefined;
  const leaking = await refuseLeaks(dependencies, record, ({ asker }) =>
    reason === undefined ? [] : [{ path: 'reason', text: reason, readers: [asker] }],
  );
  if (leaking !== null) return leaking;
  const text = { evidence: body.evidence, ...(reason !== undefined && { reason }) };
  const kept = await keepText(dependencies, record.caseId, 'clock-proof', text);
  return await cases.change<Answer>(record.caseId, async (current, rows) => {
    const next = await entered(dependencies, request, current, rows, kept.documentKey);
    if ('refused' in next) return { result: next.refused };
    const { clocks, clock, row, notices } = next;
    const ranked = await rankedAnew(rows, current, clocks, dependencies.clock.now());
    const doorbell = doorbellOf(current.state);
    const { number, kind, because, at } = row;
    const data = {
      ...{ number, clock: row.clock, kind, because, at, role: request.caller.role, document: kept.documentKey },
      ...{ dueBefore: clock.before.dueAt, dueAfter: clock.after.dueAt },
    };
    const answer: ClockEntryAnswer = { caseId: current.caseId, number, dueAt: ranked.dueAt, clock: clock.after };
    return {
      change: {
        set: { clocks, ...ranked },
        events: [
          newEvent('clock.changed', actorOf(request.caller), data, { commitments: [kept.commitment] }),
          ...notices.map(({ deliveryId, kind: owed }) =>
            newEvent('delivery.owed', actorOf(request.caller), { deliveryId, kind: owed }),
          ),
        ],
        rows: [
          { key: clockEntryKey(number), value: row, when: 'new' },
          ...notices.map((duty) => ({ key: deliveryKey(duty.deliveryId), value: duty, when: 'new' as const })),
        ],
        outbox: doorbell === null ? [] : [{ kind: 'ring', doorbell }],
        ...request.keeping(201, answer),
      },
      result: { status: 201, body: answer },
    };
  });
}

/** A clock with the entry, among the clocks of its case. */
interface Entered {
  readonly row: ClockEntryRow;
  readonly clocks: ComputedClock[];
  readonly clock: { readonly before: ComputedClock; readonly after: ComputedClock };
  /** Who has to be told of it. */
  readonly notices: readonly Delivery[];
}

async function entered(
  { calendar, clock }: Pick<EntryDependencies, 'calendar' | 'clock'>,
  { body, caller }: Pick<RouteRequest<ClockEntryRequest>, 'body' | 'caller'>,
  record: CaseRecord,
  rows: Pick<CaseRows, 'listRows'>,
  documentKey: string,
): Promise<Entered | { readonly refused: Answer }> {
  const now = clock.now();
  const basis = basisOfCase(record);
  const before = record.clocks.find((known) => known.clock === body.clock && known.addedAt === undefined);
  if (record.state === 'closed') return refusing('The case is closed: its clocks are over.');
  if (basis === null || before === undefined) return refusing(`The case has no clock ${body.clock}.`);
  if (normalInstant(body.at) < normalInstant(before.begun?.startAt ?? before.startAt)) {
    return refusing('It lies before the period began, which it cannot have changed.');
  }
  if (normalInstant(body.at) > now) return refusing('It lies in the future: enter it once it has happened.');
  const known = await rows.listRows(record.caseId, clockEntryKey(), ClockEntryRow);
  const reportedAt = body.kind === 'restart' ? await reported(rows, record, body.reportedAt) : null;
  if (body.kind === 'restart' && reportedAt === null) return refusing(REFUSALS['not-reported-before']);
  const notices = noticesOf(basis, record, body, known.length + 1, now);
  if (notices.length > 0 && body.kind === 'extension' && body.reason === undefined) {
    const fault = { path: 'reason', message: 'the one who asked is told why' };
    return { refused: problem(400, 'Say in "reason" why the period is extended.', [fault]) };
  }
  const row: ClockEntryRow = {
    number: known.length + 1,
    clock: body.clock,
    kind: body.kind,
    because: 'because' in body ? body.because : null,
    // The extension is as old as what tells of it.
    at: notices.length > 0 ? now : normalInstant(body.at),
    until: endOf(body),
    reportedAt,
    recordedAt: now,
    by: caller.subject,
    documentKey,
  };
  const result = replayed(basis, before, [...known, row], calendar);
  if ('refused' in result) return refusing(REFUSALS[result.refused]);
  const clocks = record.clocks.map((one) => (one === before ? result.clock : one));
  return { row, clocks, clock: { before, after: result.clock }, notices };
}

/** The messages that an extension of ours owes, as the basis says; nobody is told of anything else. */
function noticesOf(
  basis: LegalBasis,
  record: CaseRecord,
  body: ClockEntryRequest,
  number: number,
  now: string,
): readonly Delivery[] {
  const rule = basis.clocks.find(({ clock }) => clock === body.clock);
  if (body.kind !== 'extension' || rule?.extension?.by !== 'us') return [];
  const secrecy = { nonDisclosureUntil: record.nonDisclosureUntil, now };
  return owedNotifications(basis, 'extension', 'not-restricted', secrecy).map((owed) => {
    const deliveryId = extensionNoticeId(number, owed.to);
    const reader = { personId: owed.to, language: record.language };
    return { ...newDuty(record, owed, reader, now), deliveryId, decisionId: null };
  });
}

/** When the obstacle was reported: as stated, else when the report that the case holds was handed over. */
async function reported(
  rows: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  stated: string | undefined,
): Promise<string | null> {
  return stated === undefined ? await annexSentAt(rows, record) : normalInstant(stated);
}

function endOf(body: ClockEntryRequest): string | null {
  const end = body.kind === 'amendment' ? body.complyBy : 'until' in body ? body.until : undefined;
  return end === undefined ? null : normalInstant(end);
}

function refusing(detail: string): { readonly refused: Answer } {
  return { refused: problem(409, detail) };
}

/** The Lambda function of `POST /v1/cases/{caseId}/clock-entries`. */
export const handler = route(
  recordClockEntry,
  lazily(() => ({
    ...buildCaseWriting(),
    platform: buildPlatform(),
    platformUrl: platformUrl(),
    calendar: holidayCalendar(),
  })),
  enterOnClock,
);
