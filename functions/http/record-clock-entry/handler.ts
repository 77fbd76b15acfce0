import { holidayCalendar } from '#adapters/holiday-calendar';
import type { ClockEntryAnswer } from '#domain/api/work';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { basisOfCase } from '#domain/catalogue/catalogue';
import type { ComputedClock } from '#domain/clock';
import { replayed } from '#domain/clock-entries';
import { type ClockEntryRequest, ClockEntryRow, clockEntryKey } from '#domain/clock-entry';
import { normalInstant } from '#domain/instant';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { annexSentAt } from '../../legal-removal/plan/begun-by.ts';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import type { CaseRows } from '../../ports/case-store.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { doorbellOf } from '../shared/taking-back.ts';
import { recordClockEntry } from './contract.ts';
import { rankedAnew } from './ranked-anew.ts';
import { REFUSALS } from './refusals.ts';

/** What entering something in the ledger of a clock needs. */
export interface EntryDependencies extends TextDependencies {
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
  const text = { evidence: request.body.evidence };
  const kept = await keepText(dependencies, record.caseId, 'clock-proof', text);
  return await cases.change<Answer>(record.caseId, async (current, rows) => {
    const next = await entered(dependencies, request, current, rows, kept.documentKey);
    if ('refused' in next) return { result: next.refused };
    const { clocks, clock, row } = next;
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
        events: [newEvent('clock.changed', actorOf(request.caller), data, { commitments: [kept.commitment] })],
        rows: [{ key: clockEntryKey(number), value: row, when: 'new' }],
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
  const row: ClockEntryRow = {
    number: known.length + 1,
    clock: body.clock,
    kind: body.kind,
    because: 'because' in body ? body.because : null,
    at: normalInstant(body.at),
    until: endOf(body),
    reportedAt,
    recordedAt: now,
    by: caller.subject,
    documentKey,
  };
  const result = replayed(basis, before, [...known, row], calendar);
  if ('refused' in result) return refusing(REFUSALS[result.refused]);
  const clocks = record.clocks.map((one) => (one === before ? result.clock : one));
  return { row, clocks, clock: { before, after: result.clock } };
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
  lazily(() => ({ ...buildCaseWriting(), calendar: holidayCalendar() })),
  enterOnClock,
);
