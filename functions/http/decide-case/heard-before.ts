import type { CaseRecord } from '#domain/case';
import { decisionKey } from '#domain/case-rows';
import { findLegalBasis } from '#domain/catalogue/catalogue';
import { DecisionDocument, DecisionRecord, type ItemDecision } from '#domain/decision';
import { isNoWider, type PlannedEffect } from '#domain/effects';
import { isExempt } from '#domain/hearing';
import { type Answer, problem } from '#runtime/problem';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';

/** What is read to know on what somebody was heard. */
export interface HeardBeforeReaders {
  readonly cases: Pick<CaseStore, 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/** A restriction about to be decided, on which ground, and whether in a crisis. */
export interface Restriction {
  readonly items: readonly ItemDecision[];
  readonly groundType: string;
  readonly crisis: boolean;
}

/**
 * Refuses a restriction that is wider than the one on which those concerned were heard before; null for any other, and
 * where the basis wants nobody heard on an intended restriction.
 */
export async function refuseUnheard(
  { cases, documents }: HeardBeforeReaders,
  { caseId, legalBasis, legalBasisVersion, hearing }: CaseRecord,
  { items, groundType, crisis }: Restriction,
): Promise<Answer | null> {
  const rule = findLegalBasis(legalBasis, legalBasisVersion)?.hearing;
  const proposalId = hearing?.closedAt ? hearing.proposalId : null;
  if (!rule || proposalId === null || isExempt(rule, { groundType, crisis })) return null;
  const proposal = await cases.readRow(caseId, decisionKey(proposalId), DecisionRecord);
  if (proposal === null) return null;
  const heard = effectsIn(DecisionDocument.parse(await documents.get(proposal.documentKey)).items);
  const isHeard = (effect: PlannedEffect): boolean =>
    heard.some((before) => before.action === effect.action && isNoWider(effect, before));
  if (effectsIn(items).every(isHeard)) return null;
  return problem(409, `Those concerned were heard on the restriction ${proposalId}: restrict no more than that.`);
}

function effectsIn(items: readonly ItemDecision[]): PlannedEffect[] {
  return items.flatMap(({ action, ...item }) => (action === 'none' ? [] : [{ ...item, action }]));
}
