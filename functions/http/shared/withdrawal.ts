import type { Actor, NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import type { DecisionDocument } from '#domain/decision';
import { closeHearing } from '#domain/hearing';
import { allows } from '#domain/lifecycle';
import { commitTo } from '#runtime/commitment';
import { type Answer, problem } from '#runtime/problem';
import type { RouteRequest } from '#runtime/route';
import type { CaseChange, CaseRows, CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { caseStatus } from './case-status.ts';
import { newEvent } from './events.ts';
import { refusing, remarkPart, wordsOf } from './refused-words.ts';
import { decisionsOf, decisionToLift, nextDecisionId } from './restrictions-in-force.ts';
import { doorbellOf, type RestoringDependencies, restoringChange, takingBackDecision } from './taking-back.ts';

/** What a withdrawal needs. */
export interface WithdrawalDependencies {
  readonly cases: Pick<CaseStore, 'change'>;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'id'>;
}

/** Who withdraws what, and why; only an authority's withdrawal lifts what was restricted. */
export type Withdrawal = {
  readonly caseId: string;
  readonly actor: Actor;
  readonly reason: string;
} & ({ readonly reader: 'sender' } | ({ readonly reader: 'authority' } & RestoringDependencies));

/**
 * Withdraws a demand. Before any effect the case ends as withdrawn; an order is lifted whatever has become of it, and
 * what it restricted is restored. A notice that was decided on is not withdrawn any more: 409. The reason is kept only
 * once the case takes the withdrawal, under a name of its own; a signal of danger in it pages somebody either way.
 */
export async function withdraw(
  dependencies: WithdrawalDependencies,
  withdrawal: Withdrawal,
  request: Pick<RouteRequest, 'keeping'>,
): Promise<Answer> {
  const { cases, documents, vault, clock, ids } = dependencies;
  const { caseId, reader, actor, reason } = withdrawal;
  const text = textOf(reason);
  const words = wordsOf(reader, [reason]);
  return await cases.change<Answer>(caseId, async (record, rows) => {
    const name = `withdrawals/${ids.id('withdrawal')}`;
    const documentKey = `${caseId}/${reader}/${name}`;
    const commitments = [commitTo(await vault.key(caseId, CASE_SECRET), documentKey, text)];
    const event = newEvent('case.withdrawn', actor, { from: record.state, document: documentKey }, { commitments });
    const lifting = { actor, documentKey, now: clock.now() };
    const lifted = withdrawal.reader === 'authority' ? await liftedBy(withdrawal, rows, record, lifting) : null;
    const change = lifted ?? (record.firstEffectAt === null ? plainWithdrawal(record, event, lifting.now) : null);
    if (change === null || change.transition === undefined || !allows(change.transition, record.state)) {
      return await refusing(dependencies, words, record, rows, refusal(record));
    }
    await documents.put(caseId, reader, name, text);
    const state = change.transition === 'restore' ? 'restoring' : 'notifying';
    const body = caseStatus({ ...record, ...change.set, state }, reader);
    const danger = await remarkPart(dependencies, words, record, rows);
    return {
      change: {
        ...change,
        set: { ...change.set, ...danger.set },
        events: [event, ...(lifted?.events ?? []), ...danger.events],
        rows: [...(change.rows ?? []), ...danger.rows],
        outbox: [...(change.outbox ?? []), ...danger.outbox],
        ...request.keeping(202, body),
      },
      result: { status: 202, body },
    };
  });
}

/** The reason in the form of a decision's text, since lifting an order is recorded as a decision. */
function textOf(reason: string): DecisionDocument {
  return { ground: null, facts: '', reason, items: [] };
}

function plainWithdrawal(record: CaseRecord, event: NewAuditEvent, now: string): CaseChange {
  const doorbell = doorbellOf(record.state);
  return {
    transition: 'withdraw',
    set: { outcome: 'withdrawn', stage: 'notify', lease: null, informationDueAt: null, ...endedHearing(record, now) },
    events: [event],
    outbox: doorbell === null ? [] : [{ kind: 'ring', doorbell }],
  };
}

/** Nobody is heard any more on what was withdrawn: a later answer is late. */
function endedHearing({ hearing }: CaseRecord, now: string): Pick<CaseRecord, 'hearing'> {
  return hearing ? { hearing: closeHearing(hearing, now) } : {};
}

async function liftedBy(
  dependencies: RestoringDependencies,
  rows: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  { actor, documentKey, now }: { readonly actor: Actor; readonly documentKey: string; readonly now: string },
): Promise<CaseChange | null> {
  const decisions = await decisionsOf(rows, record.caseId);
  const taken = decisionToLift(record, decisions);
  if (taken === null) return null;
  const decision = takingBackDecision({
    decisionId: nextDecisionId(record.caseId, decisions),
    effect: 'overturn',
    taken,
    decidedBy: actor.id,
    decidedByRule: true,
    documentKey,
    now,
  });
  const recorded = newEvent('decision.recorded', actor, {
    decisionId: decision.decisionId,
    effect: decision.effect,
    reverses: taken.decisionId,
  });
  return await restoringChange(dependencies, record, decision, [recorded], 'withdrawn');
}

function refusal(record: CaseRecord): Answer {
  if (record.outcome === 'withdrawn') return problem(409, 'The demand is withdrawn already.');
  if (record.state === 'closed') return problem(409, 'The case is closed.');
  if (record.nature === 'order') return problem(409, 'Nothing of this order is in force any more.');
  return problem(409, 'The notice was decided on: it can no longer be withdrawn.');
}
