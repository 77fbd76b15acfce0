import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import type { NewAuditEvent } from '#domain/audit-event';
import { deliveryKey } from '#domain/case-rows';
import { Delivery, isReport } from '#domain/delivery';
import { plus } from '#domain/instant';
import { ERASE } from '#runtime/erasure-timer';
import { lazily } from '#runtime/lazily';
import { PUT_BACK } from '#runtime/put-back-timer';
import { reopenChange } from '#runtime/reopen-change';
import { reportTimerName, SEND_REPORTS } from '#runtime/report-timer';
import { RESTRICTION_END } from '#runtime/restriction-end';
import { stepHandler } from '#runtime/step-handler';
import { withheldTimerName } from '#runtime/withhold-change';
import { loadCase } from '../../legal-removal/shared/load-case.ts';
import { buildTelling } from '../../legal-removal/tell/build-telling.ts';
import { REPORT_PRESERVATION_END } from '../../legal-removal/tell/deliver-ncmec.ts';
import { readSources } from '../../legal-removal/tell/sources.ts';
import { isReady, type TakeUpDependencies, takeUp } from '../../legal-removal/tell/take-up.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildEraser } from '../../parts/eraser.ts';
import { buildSigner } from '../../parts/signer.ts';
import { buildTimers } from '../../parts/timers.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Timers } from '../../ports/workflow.ts';
import type { CarryOutPorts } from './carry-out-erasure.ts';
import { fireTimer, MINUTES_UNTIL_AGAIN } from './contract.ts';
import { endRestrictions } from './end-restrictions.ts';
import { eraseDue } from './erase.ts';
import { type PutBackPorts, putBack } from './put-back.ts';

/** What a timer that fires uses. */
export interface FireTimerDependencies
  extends TakeUpDependencies,
    Pick<CarryOutPorts, 'eraser' | 'signer' | 'calendar'> {
  readonly cases: TakeUpDependencies['cases'] & Pick<CaseStore, 'load'>;
  readonly documents: TakeUpDependencies['documents'] & CarryOutPorts['documents'];
  readonly ids: TakeUpDependencies['ids'] & PutBackPorts['ids'];
  readonly timers: Timers;
}

type Fired = z.input<typeof fireTimer.output>;

/** Periods whose end is only noted: nothing is owed at that moment, but the end is part of the record. */
const NOTED: Readonly<Record<string, NewAuditEvent['type']>> = {
  'complaint-window-end': 'complaint-window.ended',
  'preservation-end': 'preservation.ended',
  [REPORT_PRESERVATION_END]: 'preservation.ended',
};

/** Does what a one-off schedule was made for. The rows are the truth: a schedule that fires twice finds it done. */
export async function fireTimerStep(
  dependencies: FireTimerDependencies,
  { caseId, purpose }: z.output<typeof fireTimer.input>,
): Promise<Fired> {
  if (purpose === 'withheld-message') return await releaseMessages(dependencies, caseId);
  if (purpose === SEND_REPORTS) return await sendReports(dependencies, caseId);
  if (purpose === RESTRICTION_END) return await endRestrictions(dependencies, caseId);
  if (purpose === ERASE) return await eraseDue(dependencies, caseId);
  if (purpose === PUT_BACK) return await putBack(dependencies, caseId);
  const type = NOTED[purpose];
  return type === undefined ? { fired: 'nothing' } : await noteEnd(dependencies, caseId, purpose, type);
}

/** Opens a closed case again for messages that had to wait until now; from an open one they are sent at once. */
async function releaseMessages(dependencies: FireTimerDependencies, caseId: string): Promise<Fired> {
  const { cases, timers, clock } = dependencies;
  const now = clock.now();
  const loaded = await loadCase(cases, caseId);
  const known = await cases.listRows(caseId, deliveryKey(''), Delivery);
  const waiting = known.filter(isWithheld);
  if (!waiting.some((duty) => isReady(loaded, duty, now))) {
    // Their date was moved, or the timer was early by a moment.
    const [next] = waiting.flatMap(({ notBefore }) => notBefore ?? []).sort();
    const soonest = plus(now, { minutes: 1 });
    const early = next !== undefined && next <= soonest;
    if (next !== undefined) await wakeAt(timers, caseId, early ? soonest : next);
    return { fired: 'nothing' };
  }
  const reopened = await cases.change(caseId, (record) => {
    const change = reopenChange(record, fireTimer.step, 'withheld-message-due');
    return change === null ? { result: false } : { change, result: true };
  });
  if (reopened) return { fired: 'reopened' };
  const record = await loadCase(cases, caseId);
  await takeUp(dependencies, await readSources(dependencies, record), waiting, known);
  const since = await cases.listRows(caseId, deliveryKey(''), Delivery);
  const left = since.some((duty) => isWithheld(duty) && isReady(record, duty, clock.now()));
  if (left) await wakeAt(timers, caseId, plus(now, { minutes: MINUTES_UNTIL_AGAIN }));
  return { fired: left ? 'later' : 'sent' };
}

/** Tells whether a message had to wait for a date and no channel has taken it. */
function isWithheld({ state, notBefore }: Delivery): boolean {
  return notBefore !== null && UNSENT.has(state);
}

const UNSENT: ReadonlySet<Delivery['state']> = new Set<Delivery['state']>(['scheduled', 'owed', 'claimed']);

/** Sends the reports that a person had sent, whatever their case waits for, and comes back until each is settled. */
async function sendReports(dependencies: FireTimerDependencies, caseId: string): Promise<Fired> {
  const { cases, timers, clock } = dependencies;
  const waiting = await unsettledReports(cases, caseId);
  if (waiting.length === 0) return { fired: 'nothing' };
  const record = await loadCase(cases, caseId);
  const { looks } = await takeUp(dependencies, await readSources(dependencies, record), waiting, waiting);
  const left = await unsettledReports(cases, caseId);
  if (left.length === 0) return { fired: 'sent' };
  const [next = plus(clock.now(), { minutes: MINUTES_UNTIL_AGAIN })] = looks.toSorted();
  await timers.schedule(reportTimerName(caseId, next), next, { caseId, purpose: SEND_REPORTS });
  return { fired: 'later' };
}

async function unsettledReports(cases: FireTimerDependencies['cases'], caseId: string): Promise<readonly Delivery[]> {
  const deliveries = await cases.listRows(caseId, deliveryKey(''), Delivery);
  return deliveries.filter(({ kind, state }) => isReport(kind) && state !== 'delivered' && state !== 'parked');
}

async function wakeAt(timers: Timers, caseId: string, at: string): Promise<void> {
  await timers.schedule(withheldTimerName(caseId, at), at, { caseId, purpose: 'withheld-message' });
}

async function noteEnd(
  { cases }: Pick<FireTimerDependencies, 'cases'>,
  caseId: string,
  purpose: string,
  type: NewAuditEvent['type'],
): Promise<Fired> {
  return await cases.change<Fired>(caseId, async (_record, rows) => {
    const noted = await rows.readRow(caseId, `TIMER#${purpose}`, fireTimer.input);
    if (noted !== null) return { result: { fired: 'nothing' } };
    const event = {
      type,
      actor: { kind: 'system' as const, id: fireTimer.step },
      reason: null,
      data: {},
      commitments: [],
    };
    const row = { key: `TIMER#${purpose}`, value: { caseId, purpose }, when: 'new' as const };
    return { change: { events: [event], rows: [row] }, result: { fired: 'noted' } };
  });
}

const dependencies = lazily(() => ({
  ...buildTelling(),
  documents: buildDocuments(),
  timers: buildTimers(),
  eraser: buildEraser(),
  signer: buildSigner(),
  calendar: holidayCalendar(),
}));

/** Lambda entry: the target of one-off schedules. */
export const handler = stepHandler(fireTimer, (input) => fireTimerStep(dependencies(), input));
