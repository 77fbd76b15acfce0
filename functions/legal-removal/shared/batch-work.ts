import type { CaseRecord } from '#domain/case';
import { BatchRow, batchKey } from '#domain/case-rows';
import type { DecisionRecord } from '#domain/decision';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { isOpen } from './acting.ts';
import { type CapsuleItem, readCapsule } from './capsule.ts';
import { currentDecision, isLifting } from './decisions.ts';
import { RecordIncompleteError } from './errors.ts';

/** One batch of what a decision undertakes; a batch is all that its steps read, however many there are. */
export interface BatchWork {
  readonly decision: DecisionRecord;
  /** True when restrictions are lifted rather than put in place. */
  readonly lifting: boolean;
  /** Null when the batch has no row: then there is nothing to do. */
  readonly row: BatchRow | null;
  readonly items: ReadonlyMap<string, CapsuleItem>;
}

/** The ports that a batch is read through. */
export interface BatchReaders {
  readonly cases: Pick<CaseStore, 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/**
 * One batch of the case's present decision, with its capsule.
 * @throws RecordIncompleteError when the case acts without a decision
 */
export async function readBatchWork(readers: BatchReaders, record: CaseRecord, batch: number): Promise<BatchWork> {
  const decision = await currentDecision(readers.cases, record);
  if (decision === null) throw new RecordIncompleteError(`${record.caseId} acts without a decision`);
  const row = await readers.cases.readRow(record.caseId, batchKey(decision.decisionId, batch), BatchRow);
  const items = await readCapsule(readers.documents, row?.capsuleKey ?? null);
  return { decision, lifting: isLifting(decision), row, items };
}

/** The items of the batch that are open and fulfil a condition, with what their capsules say. */
export function openItems(
  { row, items }: BatchWork,
  condition: (item: BatchRow['items'][number]) => boolean = () => true,
): readonly CapsuleItem[] {
  const open = (row?.items ?? []).filter((item) => isOpen(item) && condition(item));
  return open.flatMap(({ itemId }) => items.get(itemId) ?? []);
}

/** The id under which the platform keeps the restriction of an item by a decision. */
export function restrictionIdOf({ decision }: Pick<BatchWork, 'decision'>, itemId: string): string {
  return `${decision.decisionId}.${itemId}`;
}

/** The ids under which the platform keeps all our restrictions of an item: of each decision that put one there. */
export function restrictionIdsOf({ decision, lifting, row }: BatchWork, itemId: string): readonly string[] {
  const by = row?.items.find((item) => item.itemId === itemId)?.restrictedBy;
  const restricting = lifting ? (decision.reverses ?? decision.decisionId) : decision.decisionId;
  return (by ?? [restricting]).map((decisionId) => `${decisionId}.${itemId}`);
}

/** The key under which a copy is asked for once, however often. */
export function preservationKey(holdId: string): string {
  return `${holdId}.preserve`;
}

/** The key under which a change of an item is made once, however often it is asked for. */
export function changeKeyOf({ decision }: BatchWork, itemId: string): string {
  return `${decision.decisionId}.${itemId}.platform`;
}
