import type { CaseRecord } from '#domain/case';
import { BATCH_SIZE, BatchRow, batchKey, type ItemEffect } from '#domain/case-rows';
import { expandEffects, type PlannedEffect } from '#domain/effects';
import type { ContentReference } from '#domain/item';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { type Decision, isLifting, readDecision, restrictingDecision } from './decisions.ts';
import { DecisionNotExecutableError, RecordIncompleteError } from './errors.ts';
import { basisOf } from './load-case.ts';
import { readItems } from './submission.ts';

/** An effect of a decision with the place of its item on the platform. */
export interface LocatedEffect extends PlannedEffect {
  readonly reference: ContentReference;
}

/** What is being carried out: the decision, the one whose restrictions are meant, and their effects in order. */
export interface Undertaking {
  readonly decision: Decision;
  readonly restricting: Decision;
  /** True when restrictions are lifted rather than put in place. */
  readonly lifting: boolean;
  readonly effects: readonly LocatedEffect[];
}

/** The ports that an undertaking is read through. */
export interface UndertakingReaders {
  readonly cases: Pick<CaseStore, 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/** Tells whether a case is in a state in which effects are brought about. */
export function isActing(record: Pick<CaseRecord, 'state'>): boolean {
  return record.state === 'acting' || record.state === 'proving' || record.state === 'restoring';
}

/**
 * What the case's present decision undertakes.
 * @throws RecordIncompleteError when the case acts without a decision
 * @throws DecisionNotExecutableError when the decision cannot be carried out as written
 */
export async function readUndertaking(readers: UndertakingReaders, record: CaseRecord): Promise<Undertaking> {
  if (record.decisionId === null) throw new RecordIncompleteError(`${record.caseId} acts without a decision`);
  const decision = await readDecision(readers, record.caseId, record.decisionId);
  const restricting = await restrictingDecision(readers, decision);
  const items = await readItems(readers.documents, record.caseId);
  const expanded = expandEffects(restricting.document.items, items, basisOf(record), restricting.record.decidedAt);
  if (expanded.kind === 'refused') {
    const problems = expanded.problems.map(({ itemId, reason }) => `${itemId}: ${reason}`).join(', ');
    throw new DecisionNotExecutableError(problems);
  }
  const references = new Map(items.map((item) => [item.itemId, item.reference]));
  const effects = expanded.effects.flatMap((effect) => {
    const reference = references.get(effect.itemId) ?? null;
    return reference === null ? [] : [{ ...effect, reference }];
  });
  return { decision, restricting, lifting: isLifting(decision.record), effects };
}

/** How many batches an undertaking has. */
export function batchesOf({ effects }: Pick<Undertaking, 'effects'>): number {
  return Math.ceil(effects.length / BATCH_SIZE);
}

/** The effects of one batch. */
export function effectsOfBatch(undertaking: Undertaking, batch: number): readonly LocatedEffect[] {
  return undertaking.effects.slice(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE);
}

/** The batches of a decision that are recorded, in order. */
export async function readBatches(
  cases: Pick<CaseStore, 'listRows'>,
  caseId: string,
  decisionId: string,
): Promise<readonly BatchRow[]> {
  const prefix = batchKey(decisionId, 0).slice(0, -5);
  return await cases.listRows(caseId, prefix, BatchRow);
}

/** Tells whether an item still has something to be done or shown. */
export function isOpen(item: Pick<ItemEffect, 'state'>): boolean {
  return item.state === 'pending' || item.state === 'failed';
}
