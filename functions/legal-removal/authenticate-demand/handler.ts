import type * as z from 'zod';
import { judgeActFirst } from '#domain/act-first';
import type { Commitment } from '#domain/audit-event';
import type { CaseRecord } from '#domain/case';
import { decisionKey } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import type { DecisionDocument, DecisionRecord } from '#domain/decision';
import { actFirstTerritories } from '#domain/effects';
import { absenceOf } from '#domain/item';
import type { LegalBasis } from '#domain/legal-basis';
import { reviewWakeAt } from '#domain/review-wait';
import { elementsFilledBy } from '#domain/submission';
import { systemClock } from '#runtime/clock';
import { commitTo } from '#runtime/commitment';
import { randomIds } from '#runtime/ids';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildVault } from '../../parts/vault.ts';
import type { CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { CASE_SECRET, type DocumentStore, type Vault } from '../../ports/vault.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf, loadCase } from '../shared/load-case.ts';
import { ruledDecision } from '../shared/ruled-decision.ts';
import { readInformation, readItems, readRequest } from '../shared/submission.ts';
import { authenticateDemand } from './contract.ts';
import { actedBefore, actId, addsNothing, decideItems } from './second-act.ts';

type Output = z.input<typeof authenticateDemand.output>;

/** What authentication uses. */
export interface AuthenticateDemandDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows' | 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly vault: Pick<Vault, 'key'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'id'>;
}

/**
 * Lets the rule decide on a demand that its basis lets act first: the items that were found, no wider than the basis
 * demands. An order that is not authenticated is paged and reviewed by a person; one that was added to is acted on once
 * more, by a decision of its own.
 */
export async function authenticateDemandStep(
  dependencies: AuthenticateDemandDependencies,
  { caseId }: z.output<typeof authenticateDemand.input>,
): Promise<Output> {
  const { cases, documents, vault, clock, ids } = dependencies;
  const loaded = await loadCase(cases, caseId);
  if (loaded.state !== 'validating') return elsewhere(loaded, clock.now());
  const basis = basisOf(loaded);
  const authenticated = await isAuthenticated(dependencies, loaded);
  const items = (await readItems(documents, caseId)).filter((item) => absenceOf(item, undefined) === null);
  const judged = judgeActFirst(basis, { verdict: 'complete', authenticated });
  const territories = actFirstTerritories(basis, loaded.territoriesAmendedAt === null ? null : loaded.territories);
  if (!judged.eligible || items.length === 0 || territories.length === 0) {
    const nothing = items.length === 0 ? 'nothing-located' : 'territories-outside-basis';
    const refused = loaded.authorityId !== null && loaded.authorityCountry === null ? 'authority-not-registered' : null;
    const reason = judged.eligible ? nothing : (refused ?? judged.reason);
    return await cases.change(caseId, (record) => toReview(record, reason, clock.now()));
  }
  const before = await actedBefore(dependencies, loaded);
  const standing = before.last?.document ?? null;
  const decided = [...decideItems(items, territories, standing)];
  if (addsNothing(decided, standing)) {
    return await cases.change(caseId, (record) => toReview(record, 'nothing-located', clock.now()));
  }
  const decisionId = actId(caseId, before);
  const ground = groundOf(basis, loaded);
  const document: DecisionDocument = { ground, facts: '', items: decided };
  const documentKey = await documents.put(caseId, CASE_SECRET, `decisions/${ids.id('decision')}`, document);
  const commitment = commitTo(await vault.key(caseId, CASE_SECRET), documentKey, document);
  const goesOn = before.last === null ? {} : { goesOnWith: before.last.record.decisionId };
  const groundType: DecisionRecord['groundType'] = ground?.type ?? 'order';
  const itemCount = decided.length;
  const ruled = { decisionId, documentKey, itemCount, territories: [...territories], groundType, ...goesOn };
  return await cases.change(caseId, (record) => {
    // The order was amended while it was being judged: judged once more.
    if (record.territoriesAmendedAt !== loaded.territoriesAmendedAt) {
      return { result: elsewhere(record, clock.now()) };
    }
    return acting(record, { ...ruled, authenticated }, commitment, clock.now());
  });
}

/** The ground that a statement of reasons has to name; an order names its own. */
function groundOf({ groundByRule }: LegalBasis, { language }: CaseRecord): DecisionDocument['ground'] {
  if (groundByRule === null) return null;
  const { provision, explanation } = groundByRule;
  return { type: 'illegal', provision, explanation: explanation[language] };
}

/** The register knows the client as one of the authority's own, and the authority signed the order. */
async function isAuthenticated(
  readers: Pick<AuthenticateDemandDependencies, 'cases' | 'documents'>,
  record: CaseRecord,
): Promise<boolean> {
  if (record.nature !== 'order' || record.authorityCountry === null || record.channel !== 'api') return false;
  const kept = await readRequest(readers.documents, record);
  if (kept.kind !== 'order' || kept.submittedBy !== 'authority') return false;
  // Only the authority's own client can supply what is missing from its order.
  const supplied = (await readInformation(readers, record.caseId)).flatMap(elementsFilledBy);
  return kept.signed || supplied.includes('signed');
}

function elsewhere(record: CaseRecord, now: string): Output {
  return { stage: nextStep(record), wakeAt: reviewWakeAt(record, basisOf(record), now) };
}

type Ruled = Pick<
  DecisionRecord,
  'decisionId' | 'documentKey' | 'itemCount' | 'territories' | 'groundType' | 'goesOnWith'
> & { readonly authenticated: boolean };

function acting(
  record: CaseRecord,
  { authenticated, ...ruled }: Ruled,
  commitment: Commitment,
  now: string,
): Decided<Output> {
  if (record.state !== 'validating' || record.stage !== 'act-first') return { result: elsewhere(record, now) };
  const { caseId } = record;
  const decision = ruledDecision({ ...ruled, caseId, outcome: 'restrict', effect: 'restrict', decidedAt: now });
  const { decisionId, itemCount } = ruled;
  const step = authenticateDemand.step;
  return {
    change: {
      transition: 'actFirst',
      set: { actFirst: true, authenticated, decisionId, approvalVerdict: null, provenAt: null, stage: 'act' },
      events: [
        ...(authenticated ? [stepEvent(step, 'demand.authenticated')] : []),
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
  if (record.state !== 'validating' || record.stage !== 'act-first') return { result: elsewhere(record, now) };
  return {
    change: {
      transition: 'sendToReview',
      set: { stage: 'review' },
      events: [stepEvent(authenticateDemand.step, 'review.started', {}, reason)],
      outbox: [{ kind: 'page', pageId: `${record.caseId}-${reason}-${record.informationRead ?? 0}`, reason }],
    },
    result: { stage: 'review', wakeAt: reviewWakeAt(record, basisOf(record), now) },
  };
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  vault: buildVault(),
  clock: systemClock,
  ids: randomIds,
}));

/** Lambda entry: before acting first. */
export const handler = stepHandler(authenticateDemand, (input) => authenticateDemandStep(dependencies(), input));
