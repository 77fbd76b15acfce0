import type * as z from 'zod';
import { judgeActFirst } from '#domain/act-first';
import type { Commitment } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { decisionKey } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import type { DecisionDocument, DecisionRecord } from '#domain/decision';
import { actFirstDecision } from '#domain/effects';
import { reviewWakeAt } from '#domain/review-wait';
import { systemClock } from '#runtime/clock';
import { commitTo } from '#runtime/commitment';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildVault } from '../../parts/vault.ts';
import type { CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf, loadCase } from '../shared/load-case.ts';
import { readItems, readRequest } from '../shared/submission.ts';
import { authenticateDemand } from './contract.ts';

type Output = z.input<typeof authenticateDemand.output>;

/** What authentication uses. */
export interface AuthenticateDemandDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly clock: Clock;
}

/**
 * Lets the rule decide on an authenticated demand: the items that were found, no wider than the basis demands. No
 * effect ever rests on a demand that is not authenticated: that one is paged and reviewed by a person.
 */
export async function authenticateDemandStep(
  { cases, documents, vault, clock }: AuthenticateDemandDependencies,
  { caseId }: z.output<typeof authenticateDemand.input>,
): Promise<Output> {
  const loaded = await loadCase(cases, caseId);
  if (loaded.state !== 'validating') return elsewhere(loaded, clock.now());
  const basis = basisOf(loaded);
  const authenticated = await isAuthenticated(documents, loaded);
  const items = (await readItems(documents, caseId)).filter(({ reference }) => reference !== null);
  const judged = judgeActFirst(basis, { verdict: 'complete', authenticated });
  if (!judged.eligible || items.length === 0) {
    const reason = judged.eligible ? 'nothing-located' : judged.reason;
    return await cases.change(caseId, (record) => toReview(record, reason, clock.now()));
  }
  const decisionId = `${caseId}.order`;
  const decided = items.map((item) => actFirstDecision(item, basis));
  const document: DecisionDocument = { ground: null, facts: '', items: decided };
  const documentKey = await documents.put(caseId, CASE_SECRET, `decisions/${decisionId}`, document);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, document);
  const ruled = { decisionId, documentKey, itemCount: decided.length, territories: [...basis.territory.default] };
  return await cases.change(caseId, (record) => acting(record, ruled, commitment, clock.now()));
}

/** The channel verified the client as the authority's own, and the authority signed the order. */
async function isAuthenticated(documents: Pick<DocumentStore, 'get'>, record: CaseRecord): Promise<boolean> {
  if (record.nature !== 'order' || record.authorityId === null || record.channel !== 'api') return false;
  const kept = await readRequest(documents, record);
  return kept.kind === 'order' && kept.submittedBy === 'authority' && kept.signed;
}

function elsewhere(record: CaseRecord, now: string): Output {
  return { stage: nextStep(record), wakeAt: reviewWakeAt(record, basisOf(record), now) };
}

function acting(
  record: CaseRecord,
  ruled: Pick<DecisionRecord, 'decisionId' | 'documentKey' | 'itemCount' | 'territories'>,
  commitment: Commitment,
  now: string,
): Decided<Output> {
  if (record.state !== 'validating') return { result: elsewhere(record, now) };
  const { caseId } = record;
  const decision: DecisionRecord = {
    ...ruled,
    caseId,
    outcome: 'restrict',
    effect: 'restrict',
    decidedBy: 'rule',
    decidedByRule: true,
    decidedAt: now,
    groundType: 'order',
    until: null,
    automation: { detection: false, decision: 'fully-automated' },
    fourEyes: false,
    reverses: null,
  };
  const { decisionId, itemCount } = ruled;
  const step = authenticateDemand.step;
  return {
    change: {
      transition: 'actFirst',
      set: { actFirst: true, authenticated: true, decisionId, stage: 'act' },
      events: [
        stepEvent(step, 'demand.authenticated'),
        {
          ...stepEvent(step, 'decision.recorded', { decisionId, effect: 'restrict', items: itemCount }, 'rule'),
          commitments: [commitment],
        },
        stepEvent(step, 'acting.started', { decisionId }),
      ],
      rows: [{ key: decisionKey(decisionId), value: decision, when: 'new' }],
    },
    result: { stage: 'act', wakeAt: now },
  };
}

function toReview(record: CaseRecord, reason: string, now: string): Decided<Output> {
  if (record.state !== 'validating') return { result: elsewhere(record, now) };
  return {
    change: {
      transition: 'sendToReview',
      set: { stage: 'review' },
      events: [stepEvent(authenticateDemand.step, 'review.started', {}, reason)],
      outbox: [{ kind: 'page', pageId: `${record.caseId}-${reason}`, reason }],
    },
    result: { stage: 'review', wakeAt: reviewWakeAt(record, basisOf(record), now) },
  };
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  vault: buildVault(),
  clock: systemClock,
}));

/** Lambda entry: before acting first. */
export const handler = stepHandler(authenticateDemand, (input) => authenticateDemandStep(dependencies(), input));
