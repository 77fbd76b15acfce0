import type { ScrutinyAnswer } from '#domain/api/work';
import type { CaseRecord } from '#domain/case';
import { basisOfCase } from '#domain/catalogue/catalogue';
import { DecisionDocument, type DecisionRecord } from '#domain/decision';
import { normalInstant } from '#domain/instant';
import { allows } from '#domain/lifecycle';
import { type ScrutinyDecision, ScrutinyDecisionRow, scrutinyDecisionKey } from '#domain/scrutiny';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildExecutions } from '../../parts/executions.ts';
import type { CaseChange, CaseRows } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { type KeptText, keepText, type TextDependencies } from '../shared/keep-text.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { decisionsOf, decisionToLift, nextDecisionId } from '../shared/restrictions-in-force.ts';
import { type RestoringDependencies, restoringChange, takingBackDecision } from '../shared/taking-back.ts';
import { recordScrutinyDecision } from './contract.ts';

/** What recording a decision on scrutiny needs. */
export interface ScrutinyDecisionDependencies extends Omit<TextDependencies, 'documents'>, RestoringDependencies {
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
}

/**
 * Records what the authority of the establishment found. Where the order infringes it has ceased to have effect, and all
 * that it restricted is put back at once, in whatever state the case is, with nobody's approval; everybody told before is
 * told. Whoever asked for scrutiny hears of it from the authority.
 */
export async function keepScrutinyDecision(
  dependencies: ScrutinyDecisionDependencies,
  request: RouteRequest<ScrutinyDecision>,
): Promise<Answer> {
  const { cases, clock } = dependencies;
  const { body, caller } = request;
  const loaded = await requestedCase(cases, request);
  const early = refusal(loaded, body, clock.now());
  if (early !== null) return early;
  const { caseId } = loaded;
  const kept = await keepText(dependencies, caseId, 'scrutiny-decision', { evidence: body.evidence });
  const infringes = body.infringement !== 'none';
  const text = infringes ? await keepDecision(dependencies, loaded) : null;
  return await cases.change<Answer>(caseId, async (record, rows) => {
    const number = (await rows.listRows(caseId, scrutinyDecisionKey(), ScrutinyDecisionRow)).length + 1;
    const lifting = text === null ? null : await liftingOf(dependencies, rows, record, text, caller.subject);
    if (infringes && lifting === null && (await isUntouched(rows, record))) return { result: UNTOUCHED };
    const decisionId = lifting?.decision.decisionId ?? null;
    const row: ScrutinyDecisionRow = {
      ...{ number, at: clock.now(), by: caller.subject, decidedAt: normalInstant(body.decidedAt) },
      ...{ infringement: body.infringement, initiative: body.initiative, decisionId, documentKey: kept.documentKey },
    };
    const { infringement, initiative, decidedAt } = row;
    const data = { number, infringement, initiative, decidedAt, role: caller.role, document: kept.documentKey };
    const event = newEvent('scrutiny.decided', actorOf(caller), data, { commitments: [kept.commitment] });
    const state = lifting === null ? record.state : 'restoring';
    const answer: ScrutinyAnswer = { caseId, state, decisionId };
    return {
      change: {
        ...lifting?.change,
        events: [event, ...(lifting?.change.events ?? [])],
        rows: [...(lifting?.change.rows ?? []), { key: scrutinyDecisionKey(number), value: row, when: 'new' }],
        ...request.keeping(202, answer),
      },
      result: { status: 202, body: answer },
    };
  });
}

function refusal(record: CaseRecord, { decidedAt }: ScrutinyDecision, now: string): Answer | null {
  const rule = basisOfCase(record)?.scrutiny;
  if (!rule || record.clocks.every(({ clock }) => clock !== rule.clocks.request)) {
    return problem(409, 'Only a removal order of another Member State is scrutinised at the establishment.');
  }
  const at = normalInstant(decidedAt);
  if (at > now) return problem(409, 'The decision lies in the future: record it once it was made.');
  if (at < normalInstant(record.receivedAt)) return problem(409, 'The decision is older than the order.');
  return null;
}

const UNTOUCHED = problem(
  409,
  'Nothing of this order is carried out yet, so that nothing can be put back. Decide on the order first, or record the finding once it was carried out.',
);

/** Tells whether a case is still open on which nothing was decided, by a rule or by a person. */
async function isUntouched(rows: Pick<CaseRows, 'listRows'>, { caseId, state }: CaseRecord): Promise<boolean> {
  return state !== 'closed' && (await decisionsOf(rows, caseId)).length === 0;
}

/** The text of our decision says nothing of its own: the messages give the finding as their reason. */
async function keepDecision(dependencies: ScrutinyDecisionDependencies, record: CaseRecord): Promise<KeptText | null> {
  const { cases, documents } = dependencies;
  const taken = decisionToLift(record, await decisionsOf(cases, record.caseId));
  if (taken === null) return null;
  const { items } = DecisionDocument.parse(await documents.get(taken.documentKey));
  const text: DecisionDocument = { ground: null, facts: '', reason: '', items };
  return await keepText(dependencies, record.caseId, 'decision', text);
}

/** The change that puts back what the order restricts; null where nothing of it is restricted any more. */
async function liftingOf(
  dependencies: ScrutinyDecisionDependencies,
  rows: Pick<CaseRows, 'listRows'>,
  record: CaseRecord,
  { documentKey, commitment }: KeptText,
  decidedBy: string,
): Promise<{ readonly decision: DecisionRecord; readonly change: CaseChange } | null> {
  const decisions = await decisionsOf(rows, record.caseId);
  const taken = allows('restore', record.state) ? decisionToLift(record, decisions) : null;
  if (taken === null) return null;
  const facts = {
    ...({ decisionId: nextDecisionId(record.caseId, decisions), effect: 'reverse', taken, decidedBy } as const),
    ...{ decidedByRule: true, documentKey, now: dependencies.clock.now() },
  };
  const decision = { ...takingBackDecision(facts), because: 'scrutiny' as const };
  const data = { decisionId: decision.decisionId, reverses: taken.decisionId, document: documentKey };
  const actor = { kind: 'person', id: decidedBy } as const;
  const event = newEvent('reversal.recorded', actor, data, { reason: 'scrutiny', commitments: [commitment] });
  const change = await restoringChange(dependencies, record, decision, [event], 'rejected');
  return { decision, change };
}

/** The Lambda function of `POST /v1/cases/{caseId}/scrutiny-decision`. */
export const handler = route(
  recordScrutinyDecision,
  lazily(() => ({ ...buildCaseWriting(), executions: buildExecutions() })),
  keepScrutinyDecision,
);
