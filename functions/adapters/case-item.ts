import { CaseRecord } from '#domain/case';
import { shardOf } from './shards.ts';

/** The sort key of a case's record among its rows. */
export const RECORD_KEY = 'META';

/** The partition of a case. */
export function partitionOf(caseId: string): string {
  return `CASE#${caseId}`;
}

/** The partition of one shard of the list of open or closed cases. */
export function duePartition(closed: boolean, shard: number): string {
  return `${closed ? 'closed' : 'open'}#${shard}`;
}

/** The partition of one shard of the list of cases on one legal basis. */
export function basisPartition(legalBasis: string, closed: boolean, shard: number): string {
  return `${legalBasis}#${duePartition(closed, shard)}`;
}

/** The partition of one shard of the cases to watch whose run has begun. */
export function watchPartition(shard: number): string {
  return `watch#${shard}`;
}

/** The partition of one shard of the cases to watch whose run has not begun: none of these waits behind a thousand others. */
export function unstartedPartition(shard: number): string {
  return `unstarted#${shard}`;
}

/** The partition of one shard of the closed cases with messages that wait for a person. */
export function undeliveredPartition(shard: number): string {
  return `undelivered#${shard}`;
}

/**
 * What is stored whole and never looked into by the database is stored as JSON text: a nested map costs both sides
 * several times as much to write and to read. @throws SyntaxError when it is no JSON text
 */
export function parseJson(stored: unknown): unknown {
  return JSON.parse(String(stored));
}

/**
 * The item of a record: the record itself, and the keys of the sparse indexes it appears in. A case is in the
 * queue from its planning on (`planned`), while it waits for information, or as soon as it needs an operator, is listed as closed afterwards, and is
 * watched while open; closed, it takes the same index for the messages that wait for a person.
 */
export function toItem(record: CaseRecord): Record<string, unknown> {
  const shard = shardOf(record.caseId);
  const closed = record.state === 'closed';
  const listed =
    closed ||
    record.planned ||
    record.state === 'awaiting-information' ||
    record.parked !== null ||
    record.undelivered > 0;
  return {
    pk: partitionOf(record.caseId),
    sk: RECORD_KEY,
    record: JSON.stringify(record),
    version: record.version,
    state: record.state,
    ...(listed && {
      duePk: duePartition(closed, shard),
      basisPk: basisPartition(record.legalBasis, closed, shard),
      dueSk: `${closed ? (record.closedAt ?? record.dueAt) : record.dueAt}#${record.caseId}`,
    }),
    ...(!closed && {
      watchPk: record.claimedRun < record.run ? unstartedPartition(shard) : watchPartition(shard),
      watchSk: `${record.watchAt}#${record.caseId}`,
    }),
    ...(closed &&
      record.undelivered > 0 && {
        watchPk: undeliveredPartition(shard),
        watchSk: `${record.dueAt}#${record.caseId}`,
      }),
  };
}

/** The record of an item as read. @throws z.ZodError when the item is not a case's record */
export function fromItem(item: Record<string, unknown>): CaseRecord {
  return CaseRecord.parse(parseJson(item['record']));
}
