import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { decisionKey } from '#domain/case-rows';
import type { DecisionRecord } from '#domain/decision';
import type { CaseChange, Doorbell } from '../../ports/case-store.ts';
import type { Executions } from '../../ports/workflow.ts';
import { type Going, goOn, ring, startAgain } from './going-on.ts';

/** The doorbell that a case in a state waits at, or null when no wait is open. */
export function doorbellOf(state: CaseRecord['state']): Doorbell | null {
  switch (state) {
    case 'awaiting-information':
      return 'information';
    case 'in-review':
      return 'decision';
    case 'awaiting-approval':
      return 'approval';
    case 'awaiting-response':
      return 'response';
    case 'notifying':
    case 'sealing':
      return 'deliveries';
    default:
      return null;
  }
}

/** A decision that takes back the restrictions of another, and what is known about it. */
export interface TakingBack {
  readonly decisionId: string;
  readonly effect: 'overturn' | 'reverse';
  readonly taken: DecisionRecord;
  readonly decidedBy: string;
  readonly decidedByRule: boolean;
  readonly documentKey: string;
  readonly now: string;
}

/** The record of a decision that takes back the restrictions of another, item by item, in every country. */
export function takingBackDecision(facts: TakingBack): DecisionRecord {
  const { taken } = facts;
  return {
    decisionId: facts.decisionId,
    caseId: taken.caseId,
    outcome: 'reject',
    effect: facts.effect,
    decidedBy: facts.decidedBy,
    decidedByRule: facts.decidedByRule,
    decidedAt: facts.now,
    groundType: null,
    itemCount: taken.itemCount,
    territories: taken.territories,
    until: null,
    automation: { detection: false, decision: 'not-automated' },
    documentKey: facts.documentKey,
    fourEyes: false,
    reverses: taken.decisionId,
  };
}

/** What starting to restore needs. */
export interface RestoringDependencies {
  readonly executions: Pick<Executions, 'status'>;
}

/**
 * The change that starts restoring, whatever the case is doing: one that waits is woken, one that is parked goes on, a
 * closed one gets another run, and a run in the middle of acting turns round at its next step.
 */
export async function restoringChange(
  { executions }: RestoringDependencies,
  record: CaseRecord,
  decision: DecisionRecord,
  events: readonly NewAuditEvent[],
  outcome: CaseRecord['outcome'],
): Promise<CaseChange> {
  const going = await goingOf(executions, record, decision.decidedAt);
  return restoringFrom(decision, events, outcome, going);
}

/** The same change, where it is known how the case goes on. */
export function restoringFrom(
  decision: DecisionRecord,
  events: readonly NewAuditEvent[],
  outcome: CaseRecord['outcome'],
  going: Going,
): CaseChange {
  return {
    transition: 'restore',
    set: {
      decisionId: decision.decisionId,
      approvalVerdict: null,
      lease: null,
      outcome,
      stage: 'restore',
      provenAt: null,
      informationDueAt: null,
      // Until the batches are taken over nothing counts as lifted.
      effects: { pending: decision.itemCount, proven: 0, failed: 0 },
      ...going.set,
    },
    events,
    rows: [{ key: decisionKey(decision.decisionId), value: decision, when: 'new' }],
    outbox: going.outbox,
  };
}

async function goingOf(
  executions: RestoringDependencies['executions'],
  record: CaseRecord,
  now: string,
): Promise<Going> {
  const going = goingUnparked(record, now);
  if (record.state === 'closed' || record.parked === null) return going;
  const parked = await goOn(executions, record, 'restore', now);
  return { ...parked, outbox: [...parked.outbox, ...going.outbox] };
}

/** What makes a case restore that is not parked: a closed one gets another run, one that waits is woken. */
export function goingUnparked(record: CaseRecord, now: string): Going {
  if (record.state === 'closed') {
    const again = startAgain(record, 'restore', now);
    return { ...again, set: { ...again.set, closedAt: null } };
  }
  const doorbell = doorbellOf(record.state);
  return { set: {}, outbox: doorbell === null ? [] : [ring(doorbell)] };
}
