import type * as z from 'zod';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clockOfStep, withClock } from '#domain/case-clocks';
import { nextStep } from '#domain/case-run';
import type { ComplainedOf } from '#domain/complained-of';
import { ComplaintRow, complaintKey } from '#domain/complaint';
import type { DecisionDocument, DecisionRecord } from '#domain/decision';
import { plus } from '#domain/instant';
import type { Language } from '#domain/party';
import { startAgain } from '../../http/shared/going-on.ts';
import { type RestrictedNow, restrictedNow } from '../../http/shared/restricted-now.ts';
import { decisionInForce, decisionsOf, nextDecisionId } from '../../http/shared/restrictions-in-force.ts';
import { goingUnparked, restoringFrom, takingBackDecision } from '../../http/shared/taking-back.ts';
import type { CaseChange, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { DocumentStore, Vault } from '../../ports/vault.ts';
import { readDecision } from '../shared/decisions.ts';
import { RecordIncompleteError } from '../shared/errors.ts';
import { stepEvent } from '../shared/events.ts';
import { type KeptDecision, keepDecision } from '../shared/keep-decision.ts';
import { basisOf, loadCase } from '../shared/load-case.ts';
import { sealCapsules } from './contract.ts';

/** What carrying out a complaint uses. */
export interface CarryOutDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly ids: Pick<Ids, 'id'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

type Output = z.input<typeof sealCapsules.output>;

/** What became of the case complained of. */
type Carried = 'restored' | 'reopened' | 'nothing' | 'busy';

/** What others are told of why: the words for the one who complained are for that person alone. */
const REASON: Readonly<Record<Language, string>> = {
  en: 'The decision was examined again on an internal complaint, by a person who had no part in it, and is not upheld.',
  de: 'Die Entscheidung wurde auf eine interne Beschwerde hin von einer daran unbeteiligten Person überprüft und wird nicht aufrechterhalten.',
};
const HOURS_UNRANKED = 72;

/**
 * Has a complaint that was upheld carried out on the case complained of: what it restricts of the complainant is taken
 * back, as by any reversal, or a notice that was not followed is opened for somebody else to decide. While something else
 * is being done about that case, it is tried again. Nothing is done twice: the case complained of says by which complaint
 * something was done.
 */
export async function carryOut(
  dependencies: CarryOutDependencies,
  record: CaseRecord,
  complaint: ComplainedOf,
  batch: number,
): Promise<Output> {
  const { cases } = dependencies;
  const { caseId, earlierCase, decisionId } = record;
  if (earlierCase === undefined || decisionId === null) {
    throw new RecordIncompleteError(`${caseId} does not say which case it complains of, or how it was decided`);
  }
  const row = await cases.readRow(earlierCase, complaintKey(complaint), ComplaintRow);
  if (row === null) throw new RecordIncompleteError(`${earlierCase} has no complaint of ${complaint.personId}`);
  const { record: upholding } = await readDecision(dependencies, caseId, decisionId);
  const carried =
    complaint.by === 'sender'
      ? await reopen(dependencies, earlierCase, row)
      : await restore(dependencies, earlierCase, row, upholding);
  if (carried === 'busy') return { stage: 'pause', batch, reachable: true };
  return await cases.change<Output>(caseId, (current) => {
    if (current.state !== 'acting') return { result: { stage: nextStep(current), batch, reachable: true } };
    const events = [stepEvent(sealCapsules.step, 'complaint.carried-out', { case: earlierCase, carried })];
    const set = { stage: 'notify', parked: null } as const;
    return { change: { transition: 'carryOut', set, events }, result: { stage: 'notify', batch, reachable: true } };
  });
}

/** Takes back what is restricted of the items complained of, whatever decision restricts them by now. */
async function restore(
  dependencies: CarryOutDependencies,
  caseId: string,
  row: ComplaintRow,
  upholding: DecisionRecord,
): Promise<Carried> {
  const { cases, clock } = dependencies;
  const loaded = await loadCase(cases, caseId);
  const known = await decisionsOf(cases, caseId);
  if (isDoneBy(known, row)) return 'restored';
  const now = clock.now();
  const early = await restrictedNow(cases, loaded, known, now);
  if (early === null) return isFree(loaded) ? 'nothing' : 'busy';
  const { document } = await readDecision(dependencies, caseId, early.decision.decisionId);
  const items = document.items.filter(({ itemId }) => row.itemIds.includes(itemId));
  const text: DecisionDocument = { ground: null, facts: '', reason: REASON[loaded.language], items };
  const kept = await keepDecision(dependencies, caseId, nextDecisionId(caseId, known), text);
  return await cases.change<Carried>(caseId, async (current, rows): Promise<Decided<Carried>> => {
    const decisions = await decisionsOf(rows, caseId);
    if (isDoneBy(decisions, row)) return { result: 'restored' };
    if (!isFree(current)) return { result: 'busy' };
    const restricted = await restrictedNow(rows, current, decisions, now);
    const lifts = (restricted?.items ?? []).flatMap(({ itemId }) => (row.itemIds.includes(itemId) ? itemId : []));
    if (restricted === null || lifts.length === 0) return { result: 'nothing' };
    const decisionId = nextDecisionId(caseId, decisions);
    const facts = { restricted, lifts, kept: { ...kept, decisionId }, row, upholding, now };
    return { change: restoringChange(current, facts), result: 'restored' };
  });
}

/** What a reversal on a complaint is made of. */
interface Restoring {
  readonly restricted: RestrictedNow;
  readonly lifts: string[];
  readonly kept: KeptDecision;
  readonly row: ComplaintRow;
  readonly upholding: DecisionRecord;
  readonly now: string;
}

function restoringChange(record: CaseRecord, { restricted, lifts, kept, row, upholding, now }: Restoring): CaseChange {
  const { decision: taken, items } = restricted;
  const { decisionId, documentKey, commitment } = kept;
  const { decidedBy, automation } = upholding;
  const isPart = lifts.length < items.length;
  const facts = { effect: 'reverse', taken, decidedBy, decidedByRule: false, documentKey, decisionId, now } as const;
  const decision: DecisionRecord = {
    ...takingBackDecision(facts),
    itemCount: lifts.length,
    automation,
    because: 'complaint-upheld',
    complaintCase: row.complaintCase,
    ...(isPart && { lifts }),
  };
  const data = { decisionId, reverses: taken.decisionId, complaintCase: row.complaintCase, document: documentKey };
  const event = stepEvent(sealCapsules.step, 'reversal.recorded', data, 'complaint-upheld');
  const events = [{ ...event, commitments: [commitment] }];
  return restoringFrom(decision, events, isPart ? 'partly-actioned' : 'rejected', goingUnparked(record, now));
}

/**
 * Opens a case again whose notice was not followed, with our target running anew. Nothing is left to do where the notice
 * was withdrawn, or was decided anew since the decision complained of.
 */
async function reopen(
  { cases, calendar, clock }: CarryOutDependencies,
  caseId: string,
  { complaintCase, decisionId }: ComplaintRow,
): Promise<Carried> {
  return await cases.change<Carried>(caseId, async (current, rows): Promise<Decided<Carried>> => {
    if (current.reopened?.complaintCase === complaintCase) return { result: 'reopened' };
    if (current.state !== 'closed' || current.parked !== null) return { result: 'busy' };
    const isLast = current.decisionId === decisionId && current.outcome !== 'withdrawn';
    if (!isLast || decisionInForce(current, await decisionsOf(rows, caseId)) !== null) return { result: 'nothing' };
    const now = clock.now();
    const basis = basisOf(current);
    const leading = clockOfStep(basis, basis.leadingClock, now, calendar);
    const again = startAgain(current, 'review', now);
    const { run } = again.set;
    return {
      change: {
        transition: 'reopenReview',
        set: {
          ...again.set,
          ...UNDECIDED,
          clocks: withClock(current.clocks, leading),
          dueAt: leading?.dueAt ?? plus(now, { hours: HOURS_UNRANKED }),
          reopened: { at: now, complaintCase },
        },
        events: [
          stepEvent(sealCapsules.step, 'review.reopened', { run: run ?? current.run, complaintCase }),
          stepEvent(sealCapsules.step, 'review.started'),
        ],
        outbox: again.outbox,
      },
      result: 'reopened',
    };
  });
}

/** A case on which nobody has decided anything that is in force. */
const UNDECIDED = {
  outcome: null,
  tier: 1,
  decisionId: null,
  approvalVerdict: null,
  lease: null,
  effects: { pending: 0, proven: 0, failed: 0 },
  firstEffectAt: null,
  provenAt: null,
  closedAt: null,
  planned: true,
} satisfies Partial<CaseRecord>;

function isDoneBy(decisions: readonly DecisionRecord[], { complaintCase }: ComplaintRow): boolean {
  return decisions.some((decision) => decision.complaintCase === complaintCase);
}

/** Tells whether nothing else is being done about a case: it is closed, or only told about. */
function isFree({ state, parked }: CaseRecord): boolean {
  return parked === null && (state === 'closed' || state === 'sealing' || state === 'notifying');
}
