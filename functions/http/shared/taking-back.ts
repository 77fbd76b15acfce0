import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { decisionKey } from '#domain/case-rows';
import type { DecisionRecord } from '#domain/decision';
import { plus } from '#domain/instant';
import type { CaseChange, Doorbell } from '../../ports/case-store.ts';

/** Minutes after which the sweep looks for a run that nobody started. */
const START_WATCH_MINUTES = 2;

/** The doorbell that a case in a state waits at, or null when no wait is open. */
export function doorbellOf(state: CaseRecord['state']): Doorbell | null {
  switch (state) {
    case 'awaiting-information':
      return 'information';
    case 'in-review':
      return 'decision';
    case 'awaiting-approval':
      return 'approval';
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
    groundType: taken.groundType,
    itemCount: taken.itemCount,
    territories: taken.territories,
    until: null,
    automation: { detection: false, decision: 'not-automated' },
    documentKey: facts.documentKey,
    fourEyes: false,
    reverses: taken.decisionId,
  };
}

/** The change that starts restoring: an open case is woken, a closed one gets another run. */
export function restoringChange(
  record: CaseRecord,
  decision: DecisionRecord,
  events: readonly NewAuditEvent[],
  outcome: CaseRecord['outcome'],
): CaseChange {
  const row = { key: decisionKey(decision.decisionId), value: decision, when: 'new' } as const;
  const set = {
    decisionId: decision.decisionId,
    approvalVerdict: null,
    lease: null,
    outcome,
    stage: 'restore',
    provenAt: null,
  } as const;
  const doorbell = doorbellOf(record.state);
  if (record.state !== 'closed') {
    const outbox = doorbell === null ? [] : [{ kind: 'ring', doorbell } as const];
    return { transition: 'restore', set, events, rows: [row], outbox };
  }
  const run = record.run + 1;
  return {
    transition: 'restore',
    set: { ...set, run, closedAt: null, watchAt: plus(decision.decidedAt, { minutes: START_WATCH_MINUTES }) },
    events,
    rows: [row],
    outbox: [{ kind: 'start', run, stage: 'restore' }],
  };
}
