import type { DecisionAnswer } from '#domain/api/work';
import type { CaseRecord } from '#domain/case';
import { decisionKey } from '#domain/case-rows';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import type { DecisionDocument, DecisionRecord, DecisionRequest } from '#domain/decision';
import { isExempt, newHearing } from '#domain/hearing';
import { stateAfter } from '#domain/lifecycle';
import { wordsOfDecision } from '#domain/messages/told-words';
import { lazily } from '#runtime/lazily';
import { describingOnce } from '#runtime/look-up-uploaders';
import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { isKeptByRule } from '../../legal-removal/shared/decisions.ts';
import { buildCaseWriting } from '../../parts/case-writing.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { effectOf, outcomeOf, stageOf, transitionOf } from '../shared/decision-effect.ts';
import { actorOf, newEvent } from '../shared/events.ts';
import { refusePartial } from '../shared/impartial.ts';
import { keepText, type TextDependencies } from '../shared/keep-text.ts';
import { refuseLeaks } from '../shared/refuse-leaks.ts';
import { requestedCase } from '../shared/requested-case.ts';
import { currentOf, decisionInForce, decisionsOf, nextDecisionId } from '../shared/restrictions-in-force.ts';
import { decideCase } from './contract.ts';
import { earlierReference } from './earlier-case.ts';
import { refuseUnheard } from './heard-before.ts';
import { type JudgedDecision, type JudgingPorts, judgeDecision } from './judge-decision.ts';
import { refuseDecision } from './refuse-decision.ts';
import { type Before, readBefore } from './standing.ts';
import { refuseUpholding } from './upholding.ts';

/** What deciding needs. */
export interface DecideDependencies extends TextDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows' | 'readRow'>;
  readonly platform: JudgingPorts['platform'];
  readonly platformUrl: string;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
}

/** Records a decision under a lease: one conditional change with its audit event and the ringing of the waiting run. */
export async function recordDecision(
  ports: DecideDependencies,
  request: RouteRequest<DecisionRequest>,
): Promise<Answer> {
  const dependencies = { ...ports, platform: describingOnce(ports.platform) };
  const { cases, clock } = dependencies;
  const { body, caller } = request;
  const loaded = await requestedCase(cases, request);
  const early = refuseDecision(loaded, body, caller, clock.now()) ?? (await refusePartial(cases, loaded, caller));
  if (early !== null) return early;
  const unfit = await refuseUpholding(dependencies, loaded, body);
  if (unfit !== null) return unfit;
  const before = await readBefore(dependencies, loaded);
  const judged = await judgeDecision(dependencies, loaded, body, before, clock.now());
  if ('status' in judged) return judged;
  const groundType = body.ground?.type ?? 'illegal';
  const unheard = await refuseUnheard(dependencies, loaded, { items: judged.items, groundType, crisis: body.crisis });
  if (unheard !== null) return unheard;
  const earlier = await earlierReference(dependencies, loaded, body);
  if ('status' in earlier) return earlier;
  const leaking = await refuseLeakingWords(dependencies, loaded, body, before);
  if (leaking !== null) return leaking;
  const { caseId } = loaded;
  const { reference } = earlier;
  const { ground, facts, disclosure } = body;
  const decided = { ground, facts, items: judged.items, ...(disclosure !== undefined && { disclosure }) };
  const text: DecisionDocument = reference === null ? decided : { ...decided, duplicateOf: reference };
  const { documentKey, commitment } = await keepText(dependencies, caseId, 'decision', text);
  return await cases.change<Answer>(caseId, async (record) => {
    const refused = refuseDecision(record, body, caller, clock.now());
    if (refused !== null) return { result: refused };
    const decisions = await decisionsOf(cases, caseId);
    const inForce = decisionInForce(record, decisions);
    const kept = isKeptByRule(currentOf(record, decisions));
    if (inForce?.decisionId !== before.standing?.decisionId || kept !== before.kept) {
      return { result: problem(409, CHANGED) };
    }
    const decidedAt = clock.now();
    const circumstances = { decisions, inForce, kept, documentKey, decidedAt };
    const decision = decisionRecord(record, request, judged, circumstances);
    const change = isIntended(record, decision) ? hearingOn(decision) : changeFor(record, decision);
    const state = change.transition === undefined ? record.state : stateAfter(change.transition);
    const answer = answerOf(decision, state);
    const data = codesOf(decision);
    const event = newEvent('decision.recorded', actorOf(caller), data, { commitments: [commitment] });
    const asked =
      change.transition === 'holdForApproval' ? [newEvent('approval.requested', actorOf(caller), data)] : [];
    const sent = change.set?.outcome === 'rerouted' ? [newEvent('case.rerouted', actorOf(caller))] : [];
    const heard = change.transition === 'openHearing' ? [newEvent('hearing.opened', actorOf(caller), data)] : [];
    const events = [event, ...asked, ...heard, ...sent];
    return {
      change: { ...change, events, ...request.keeping(200, answer) },
      result: { status: 200, body: answer },
    };
  });
}

async function refuseLeakingWords(
  ports: DecideDependencies,
  record: CaseRecord,
  body: DecisionRequest,
  { standing, kept }: Before,
): Promise<Answer | null> {
  const effect = effectOf(body.outcome, { inForce: standing !== null, kept });
  const decided = body.items.filter(({ action }) => action !== 'none');
  // What is overturned is told to those whose items were restricted.
  const restricted = (effect === 'overturn' ? (standing?.effects ?? []) : decided).map(({ itemId }) => itemId);
  return await refuseLeaks(ports, record, (readers) => wordsOfDecision(effect, body, readers), restricted);
}

const CHANGED = 'What is in force has changed meanwhile. Look at the case again, and decide on what is in force now.';

function decisionRecord(
  record: CaseRecord,
  { body, caller }: RouteRequest<DecisionRequest>,
  judged: JudgedDecision,
  facts: {
    readonly decisions: readonly DecisionRecord[];
    readonly inForce: DecisionRecord | null;
    readonly kept: boolean;
    readonly documentKey: string;
    readonly decidedAt: string;
  },
): DecisionRecord {
  const effect = effectOf(body.outcome, { inForce: facts.inForce !== null, kept: facts.kept });
  return {
    decisionId: nextDecisionId(record.caseId, facts.decisions),
    caseId: record.caseId,
    outcome: body.outcome,
    effect,
    decidedBy: caller.subject,
    decidedByRule: false,
    decidedAt: facts.decidedAt,
    groundType: groundTypeOf(record, body),
    itemCount: judged.items.filter((item) => item.action !== 'none').length,
    territories: [...judged.territories],
    until: judged.until,
    ...(judged.firstEndAt !== null && { firstEndAt: judged.firstEndAt }),
    automation: body.automation,
    documentKey: facts.documentKey,
    fourEyes: judged.fourEyes,
    protectedSpeech: body.protectedSpeech,
    ...(body.crisis && { crisis: true as const }),
    ...(body.manifestlyUnfounded && { manifestlyUnfounded: true as const }),
    reverses: effect === 'overturn' ? (facts.inForce?.decisionId ?? null) : null,
  };
}

/** A refusal rests on why the order cannot be followed: nothing is illegal, and no terms of ours apply. */
function groundTypeOf({ nature }: CaseRecord, { outcome, ground }: DecisionRequest): DecisionRecord['groundType'] {
  if (outcome === 'refused') return 'order';
  return ground?.type ?? (nature === 'order' ? 'order' : 'illegal');
}

function changeFor(record: CaseRecord, decision: DecisionRecord): Omit<CaseChange, 'events'> {
  const rows = [{ key: decisionKey(decision.decisionId), value: decision, when: 'new' }] as const;
  const outbox = [{ kind: 'ring', doorbell: 'decision' }] as const;
  const set = { decisionId: decision.decisionId, approvalVerdict: null, lease: null, setAside: null };
  if (decision.fourEyes) {
    return { transition: 'holdForApproval', set: { ...set, stage: 'approval' }, rows, outbox };
  }
  const taken = { ...set, stage: stageOf(decision.effect), outcome: outcomeOf(decision, record) };
  const provenAt = decision.effect === 'overturn' ? { provenAt: null } : {};
  return { transition: transitionOf(decision.effect), set: { ...taken, ...provenAt }, rows, outbox };
}

/** Whether a restriction is but intended, since those concerned are heard before, once. */
function isIntended(record: CaseRecord, { effect, groundType, crisis }: DecisionRecord): boolean {
  const rule = findLegalBasis(record.legalBasis, record.legalBasisVersion)?.hearing;
  if (rule?.opens !== 'before-restriction' || effect !== 'restrict') return false;
  return !record.hearing?.closedAt && !isExempt(rule, { groundType, crisis: crisis === true });
}

/** Those concerned are heard on it; whoever decides afterwards decides anew. */
function hearingOn(decision: DecisionRecord): Omit<CaseChange, 'events'> {
  const { decisionId, decidedAt } = decision;
  const hearing = newHearing(decidedAt, decisionId);
  return {
    transition: 'openHearing',
    set: { decisionId, approvalVerdict: null, lease: null, setAside: null, hearing, stage: 'hear' },
    rows: [{ key: decisionKey(decisionId), value: decision, when: 'new' }],
    outbox: [{ kind: 'ring', doorbell: 'decision' }],
  };
}

function answerOf(decision: DecisionRecord, state: DecisionAnswer['state']): DecisionAnswer {
  const { caseId, decisionId, outcome, effect, fourEyes } = decision;
  return { caseId, decisionId, outcome, effect, fourEyes, state };
}

function codesOf(decision: DecisionRecord) {
  const { decisionId, outcome, effect, itemCount, territories, fourEyes, documentKey } = decision;
  const { protectedSpeech = false } = decision;
  return {
    decisionId,
    outcome,
    effect,
    items: itemCount,
    territories,
    fourEyes,
    protectedSpeech,
    ...(decision.crisis === true && { crisis: true }),
    ...(decision.manifestlyUnfounded === true && { manifestlyUnfounded: true }),
    document: documentKey,
  };
}

/** The Lambda function of `POST /v1/cases/{caseId}/decision`. */
export const handler = route(
  decideCase,
  lazily(() => ({ ...buildCaseWriting(), platform: buildPlatform(), platformUrl: platformUrl() })),
  recordDecision,
);
