import type { CaseRecord } from '#domain/case';
import { decisionKey, type ItemEffect } from '#domain/case-rows';
import { DecisionDocument, DecisionRecord } from '#domain/decision';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { RecordIncompleteError } from './errors.ts';

/** A decision with its text and items. */
export interface Decision {
  readonly record: DecisionRecord;
  readonly document: DecisionDocument;
}

/** The ports that decisions are read through. */
export interface DecisionReaders {
  readonly cases: Pick<CaseStore, 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/** One decision of a case, with its text. @throws RecordIncompleteError when there is none of that id */
export async function readDecision(readers: DecisionReaders, caseId: string, decisionId: string): Promise<Decision> {
  const record = await readers.cases.readRow(caseId, decisionKey(decisionId), DecisionRecord);
  if (record === null) throw new RecordIncompleteError(`${caseId} has no decision ${decisionId}`);
  const document = DecisionDocument.parse(await readers.documents.get(record.documentKey));
  return { record, document };
}

/** The codes of the decision that the case stands on now, or null when nobody decided yet. */
export async function currentDecision(
  cases: Pick<CaseStore, 'readRow'>,
  { caseId, decisionId }: Pick<CaseRecord, 'caseId' | 'decisionId'>,
): Promise<DecisionRecord | null> {
  return decisionId === null ? null : await cases.readRow(caseId, decisionKey(decisionId), DecisionRecord);
}

/** Tells whether a decision lifts restrictions instead of putting them in place. */
export function isLifting(decision: Pick<DecisionRecord, 'effect'>): boolean {
  return decision.effect === 'overturn' || decision.effect === 'reverse';
}

/** Tells whether an item of a restriction was put in place, and told of, by an earlier act that this one goes on with. */
export function isCarriedOn(item: Pick<ItemEffect, 'restrictedBy'> | undefined, decision: Decision | null): boolean {
  if (decision === null || isLifting(decision.record)) return false;
  return item?.restrictedBy?.includes(decision.record.decisionId) === false;
}

/**
 * The decision whose restrictions are meant: the decision itself, or the one it takes back.
 * @throws RecordIncompleteError when it takes back a decision without naming it
 */
export async function restrictingDecision(readers: DecisionReaders, decision: Decision): Promise<Decision> {
  if (!isLifting(decision.record)) return decision;
  const { caseId, decisionId, reverses } = decision.record;
  if (reverses === null) throw new RecordIncompleteError(`${decisionId} takes back a decision that it does not name`);
  return await readDecision(readers, caseId, reverses);
}

/** Tells whether a rule left everything as it is, which a person is yet to confirm. */
export function isKeptByRule(decision: Pick<DecisionRecord, 'decidedByRule' | 'effect'> | null | undefined): boolean {
  return decision?.decidedByRule === true && decision.effect === 'none';
}

/** Tells whether a rule decided what no person has judged yet: that something goes at once, or that it stays. */
export function awaitsReview(
  record: Pick<CaseRecord, 'actFirst' | 'outcome'>,
  decision: Pick<DecisionRecord, 'decidedByRule' | 'effect'> | null,
): boolean {
  if (record.outcome === 'withdrawn') return false;
  const acted = decision?.decidedByRule === true && decision.effect === 'restrict' && record.actFirst;
  return acted || isKeptByRule(decision);
}
