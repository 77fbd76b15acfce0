import type * as z from 'zod';
import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { CounterNoticeRow, counterNoticeKey } from '#domain/counter-notice';
import type { DecisionDocument } from '#domain/decision';
import { plus } from '#domain/instant';
import { pageOnce } from '#runtime/page-change';
import { PUT_BACK, putBackTimer } from '#runtime/put-back-timer';
import { type RestrictedNow, restrictedNow } from '../../http/shared/restricted-now.ts';
import { decisionsOf, nextDecisionId } from '../../http/shared/restrictions-in-force.ts';
import { goingUnparked, restoringFrom, takingBackDecision } from '../../http/shared/taking-back.ts';
import { readDecision } from '../../legal-removal/shared/decisions.ts';
import { type KeptDecision, keepDecision } from '../../legal-removal/shared/keep-decision.ts';
import { loadCase } from '../../legal-removal/shared/load-case.ts';
import type { CaseChange, CaseRows, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { DocumentStore, Vault } from '../../ports/vault.ts';
import type { Timers } from '../../ports/workflow.ts';
import { fireTimer } from './contract.ts';

/** What putting content back uses. */
export interface PutBackPorts {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows' | 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly ids: Pick<Ids, 'id'>;
  readonly timers: Timers;
  readonly clock: Clock;
}

type Fired = z.input<typeof fireTimer.output>;

/** Minutes until it is looked again at a case that something else is being done about. */
const MINUTES_WHILE_BUSY = 10;
/** Hours after which somebody is called, where that goes on: days of the window are left then. */
const HOURS_UNTIL_PAGED = 1;

/** Why the restriction is taken back, as the decision keeps it. */
const REASON = {
  en: 'A valid counter-notice was received, and no notice of a court action before the content was put back.',
  de: 'Eine gültige Gegendarstellung ist eingegangen, und vor der Wiederfreischaltung keine Mitteilung über ein gerichtliches Verfahren.',
} as const;

/**
 * Starts to put back what a counter-notice names, once its time has come and no court action was notified. While
 * something else is being done about the case it comes back, and calls a person when that takes long.
 */
export async function putBack(ports: PutBackPorts, caseId: string): Promise<Fired> {
  const { cases, timers, clock } = ports;
  const now = clock.now();
  const waiting = await waitingOf(cases, caseId);
  const [row, next] = waiting;
  if (row === undefined) return { fired: 'nothing' };
  if (row.putBackAt > now) {
    await wakeAt(timers, caseId, row.putBackAt);
    return { fired: 'nothing' };
  }
  const fired = await begin(ports, caseId, row, now);
  // Two of the same day share their timer, and a case puts back one after the other.
  const left = fired === 'later' || (next !== undefined && next.putBackAt <= now);
  if (left) await wakeAt(timers, caseId, plus(now, { minutes: MINUTES_WHILE_BUSY }));
  return { fired };
}

async function waitingOf(cases: Pick<CaseRows, 'listRows'>, caseId: string): Promise<CounterNoticeRow[]> {
  const rows = await cases.listRows(caseId, counterNoticeKey(), CounterNoticeRow);
  const waiting = rows.filter(({ state }) => state === 'waiting');
  return waiting.toSorted((one, other) => Date.parse(one.putBackAt) - Date.parse(other.putBackAt));
}

async function begin(ports: PutBackPorts, caseId: string, row: CounterNoticeRow, now: string): Promise<Fired['fired']> {
  const { cases } = ports;
  const { language } = await loadCase(cases, caseId);
  const { document } = await readDecision(ports, caseId, row.decisionId);
  const items = document.items.filter(({ itemId }) => row.itemIds.includes(itemId));
  const text: DecisionDocument = { ground: null, facts: '', reason: REASON[language], items };
  const known = await decisionsOf(cases, caseId);
  const kept = await keepDecision(ports, caseId, nextDecisionId(caseId, known), text);
  return await cases.change<Fired['fired']>(caseId, async (record, rows): Promise<Decided<Fired['fired']>> => {
    const still = await rows.readRow(caseId, counterNoticeKey(row.number), CounterNoticeRow);
    if (still?.state !== 'waiting') return { result: 'nothing' };
    if (!isFree(record)) return await waitsOn(rows, record, still, now);
    const decisions = await decisionsOf(rows, caseId);
    const restricted = await restrictedNow(rows, record, decisions, now);
    const isMeant = ({ itemId }: { readonly itemId: string }) => still.itemIds.includes(itemId);
    if (restricted?.decision.decisionId !== still.decisionId || !restricted.items.some(isMeant)) {
      return { change: overtaken(still), result: 'noted' };
    }
    const decisionId = nextDecisionId(caseId, decisions);
    return { change: restoring(record, restricted, still, { ...kept, decisionId }, now), result: 'restoring' };
  });
}

/** Tells whether nothing else is being done about a case: it is closed, or only told about. */
function isFree({ state, parked }: CaseRecord): boolean {
  return parked === null && (state === 'closed' || state === 'sealing' || state === 'notifying');
}

function restoring(
  record: CaseRecord,
  { decision: taken, items }: RestrictedNow,
  row: CounterNoticeRow,
  { decisionId, documentKey, commitment }: KeptDecision,
  now: string,
): CaseChange {
  const lifts = items.map(({ itemId }) => itemId).filter((itemId) => row.itemIds.includes(itemId));
  const isPart = lifts.length < items.length;
  const decision = {
    ...takingBackDecision({
      decisionId,
      effect: 'reverse',
      taken,
      decidedBy: 'rule',
      decidedByRule: true,
      documentKey,
      now,
    }),
    itemCount: lifts.length,
    automation: { detection: false, decision: 'fully-automated' } as const,
    because: 'counter-notice' as const,
    ...(isPart && { lifts }),
  };
  const data = { decisionId, reverses: taken.decisionId, counterNotice: row.number, document: documentKey };
  const event = { ...eventOf('reversal.recorded', data, 'counter-notice'), commitments: [commitment] };
  const outcome = isPart ? 'partly-actioned' : 'rejected';
  const change = restoringFrom(decision, [event], outcome, goingUnparked(record, now));
  return { ...change, rows: [...(change.rows ?? []), settled(row, 'put-back')] };
}

function overtaken(row: CounterNoticeRow): CaseChange {
  const events = [eventOf('counter-notice.overtaken', { number: row.number, decisionId: row.decisionId }, null)];
  return { events, rows: [settled(row, 'overtaken')] };
}

/** A case that something else is being done about is left to that; a person is called when it takes long. */
async function waitsOn(
  rows: CaseRows,
  { caseId }: CaseRecord,
  { number, putBackAt }: CounterNoticeRow,
  now: string,
): Promise<Decided<Fired['fired']>> {
  if (plus(putBackAt, { hours: HOURS_UNTIL_PAGED }) > now) return { result: 'later' };
  const page = await pageOnce(rows, { caseId, about: 'waiting', reason: 'put-back-waits' }, now);
  if (page.outbox.length === 0) return { result: 'later' };
  const event = eventOf('deadline.at-risk', { counterNotice: number }, 'put-back-waits');
  return { change: { events: [event], ...page }, result: 'later' };
}

function settled(row: CounterNoticeRow, state: CounterNoticeRow['state']) {
  return { key: counterNoticeKey(row.number), value: { ...row, state }, when: 'replace' as const };
}

function eventOf(type: NewAuditEvent['type'], data: NewAuditEvent['data'], reason: string | null): NewAuditEvent {
  return { type, actor: { kind: 'system', id: fireTimer.step }, reason, data, commitments: [] };
}

async function wakeAt(timers: Timers, caseId: string, at: string): Promise<void> {
  await timers.schedule(putBackTimer(caseId, at).name, at, { caseId, purpose: PUT_BACK });
}
