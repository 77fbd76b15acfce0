import type { CaseRecord } from '#domain/case';
import { type DecisionDocument, DecisionRecord, type ItemDecision } from '#domain/decision';
import { actFirstDecision } from '#domain/effects';
import type { Component, Item } from '#domain/item';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { type Decision, readDecision } from '../shared/decisions.ts';

/** What was decided by rule on an order before: how often, and the decision that stands. */
export interface ActedBefore {
  readonly acts: number;
  readonly last: Decision | null;
}

/** What was decided by rule on an order before it was added to. */
export async function actedBefore(
  readers: { readonly cases: Pick<CaseStore, 'listRows' | 'readRow'>; readonly documents: Pick<DocumentStore, 'get'> },
  { caseId }: Pick<CaseRecord, 'caseId'>,
): Promise<ActedBefore> {
  const decisions = await readers.cases.listRows(caseId, 'DECISION#', DecisionRecord);
  const acts = decisions
    .filter(({ decidedByRule, effect }) => decidedByRule && effect === 'restrict')
    .toSorted((one, other) => Date.parse(one.decidedAt) - Date.parse(other.decidedAt));
  const last = acts.at(-1);
  return { acts: acts.length, last: last === undefined ? null : await readDecision(readers, caseId, last.decisionId) };
}

/** The id of an act by rule: a second one on the same order carries an id of its own. */
export function actId(caseId: string, { acts }: ActedBefore): string {
  return acts === 0 ? `${caseId}.order` : `${caseId}.order-${acts + 1}`;
}

/**
 * What the rule decides: each item that was found, and all that was decided before, no narrower: what is in place stays
 * so until a person lifts it.
 */
export function decideItems(
  found: readonly Item[],
  territories: readonly string[],
  before: DecisionDocument | null,
): readonly ItemDecision[] {
  const standing = (before?.items ?? []).map((decided) => widened(decided, found));
  const known = new Set(standing.map(({ itemId }) => itemId));
  const fresh = found.filter(({ itemId }) => !known.has(itemId));
  return [...standing, ...fresh.map((item) => actFirstDecision(item, territories))];
}

/** Tells whether a decision adds nothing to the one before. */
export function addsNothing(decided: readonly ItemDecision[], before: DecisionDocument | null): boolean {
  return JSON.stringify(decided) === JSON.stringify(before?.items);
}

function widened(decided: ItemDecision, found: readonly Item[]): ItemDecision {
  const item = found.find(({ itemId }) => itemId === decided.itemId);
  return item === undefined ? decided : { ...decided, components: joined(decided.components, item.components) };
}

/** No component named means the whole item. */
function joined(one: readonly Component[], other: readonly Component[]): Component[] {
  return one.length === 0 || other.length === 0 ? [] : [...new Set([...one, ...other])];
}
