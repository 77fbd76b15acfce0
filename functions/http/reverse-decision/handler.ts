import type { ReversalRequest } from '#domain/api/work';
import type { CaseRecord } from '#domain/case';
import { DecisionDocument, type DecisionRecord } from '#domain/decision';
import { allows } from '#domain/lifecycle';
import { type DecisionReaders, type ToldWords, wordsOfDecision } from '#domain/messages/told-words';
import { lazily } from '#runtime/lazily';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { erasedOf } from '#runtime/unerased';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildExecutions } from '../../parts/executions.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { CASE_SECRET, type DocumentStore } from '../../ports/vault.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { type LeakPorts, refuseLeaks } from '../shared/refuse-leaks.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { decisionsOf, decisionToLift, nextDecisionId } from '../shared/restrictions-in-force.ts';
import { type RestoringDependencies, restoringChange, takingBackDecision } from '../shared/taking-back.ts';
import { reverseDecision } from './contract.ts';

/** What reversing needs. */
export interface ReverseDependencies
  extends Omit<TextDependencies, 'cases' | 'documents'>,
    RestoringDependencies,
    Omit<LeakPorts, 'cases' | 'documents'> {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows' | 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
}

/** Takes back what a case restricts, by a decision of its own: of a closed one, and of one that is being carried out. */
export async function recordReversal(
  dependencies: ReverseDependencies,
  request: RouteRequest<ReversalRequest>,
): Promise<Answer> {
  const { cases, documents, clock } = dependencies;
  const { caller, body } = request;
  const loaded = await requestedCase(cases, request);
  const { caseId } = loaded;
  const early = await inForce(cases, loaded);
  if ('status' in early) return early;
  const reversed = DecisionDocument.parse(await documents.get(early.taken.documentKey));
  const leaking = await refuseLeaks(
    dependencies,
    loaded,
    (readers) => wordsOfReversal(body, readers),
    restrictedBy(reversed),
  );
  if (leaking !== null) return leaking;
  const text: DecisionDocument = { ground: null, facts: '', reason: body.reason, items: reversed.items };
  const { documentKey, commitment } = await keepText(dependencies, caseId, 'decision', text);
  return await cases.change<Answer>(caseId, async (record) => {
    const found = await inForce(cases, record);
    if ('status' in found) return { result: found };
    const decisionId = nextDecisionId(caseId, found.decisions);
    const decision = takingBackDecision({
      decisionId,
      effect: 'reverse',
      taken: found.taken,
      decidedBy: caller.subject,
      decidedByRule: false,
      documentKey,
      now: clock.now(),
    });
    const { outcome, effect } = decision;
    const answer = { caseId, decisionId, outcome, effect, state: 'restoring', fourEyes: false };
    const data = { decisionId, reverses: found.taken.decisionId, role: caller.role, document: documentKey };
    const events = [newEvent('reversal.recorded', actorOf(caller), data, { commitments: [commitment] })];
    const restoring = await restoringChange(dependencies, record, decision, events, 'rejected');
    return {
      change: { ...restoring, ...request.keeping(202, answer) },
      result: { status: 202, body: answer },
    };
  });
}

function wordsOfReversal({ reason }: ReversalRequest, readers: DecisionReaders): readonly ToldWords[] {
  return wordsOfDecision('reverse', { ground: null, facts: '', items: [], reason }, readers);
}

function restrictedBy({ items }: DecisionDocument): readonly string[] {
  return items.filter(({ action }) => action !== 'none').map(({ itemId }) => itemId);
}

async function inForce(
  cases: Pick<CaseStore, 'listRows'>,
  record: CaseRecord,
): Promise<{ readonly taken: DecisionRecord; readonly decisions: readonly DecisionRecord[] } | Answer> {
  if (record.state === 'in-review' || record.state === 'awaiting-approval') {
    return problem(409, `The case is in state ${record.state}: decide it instead.`);
  }
  if ((await erasedOf(cases, record.caseId)).has(CASE_SECRET)) {
    return problem(410, 'The case was erased as a whole: what it restricted can be restored by the platform alone.');
  }
  const decisions = await decisionsOf(cases, record.caseId);
  const taken = allows('restore', record.state) ? decisionToLift(record, decisions) : null;
  return taken === null ? problem(409, 'Nothing is restricted by this case.') : { taken, decisions };
}

/** The Lambda function of `POST /v1/cases/{caseId}/reversal`. */
export const handler = route(
  reverseDecision,
  lazily(() => ({
    ...buildCaseWriting(),
    executions: buildExecutions(),
    platform: buildPlatform(),
    platformUrl: platformUrl(),
  })),
  recordReversal,
);
