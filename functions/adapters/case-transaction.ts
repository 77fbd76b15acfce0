import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { appendEvents, emptyHead } from '#domain/audit-chain';
import type { AuditEvent, NewAuditEvent } from '#domain/audit-event';
import { canonicalJson } from '#domain/canonical-json';
import type { CaseRecord } from '#domain/case';
import { deliveryKey } from '#domain/case-rows';
import { bundledName } from '#domain/committed-document';
import { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import type {
  CommittedDocument,
  IdempotentAnswer,
  OrderClaim,
  OutboxEntry,
  RowPut,
  WrappedKeyRow,
} from '../ports/case-store.ts';
import { partitionOf, RECORD_KEY, toItem } from './case-item.ts';
import { deriveKey, hmacSha256, sha256 } from './crypto.ts';
import { shardOf } from './shards.ts';

/** One write of a transaction. */
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The tables a transaction writes to. */
export interface Tables {
  readonly caseTable: string;
  readonly auditTable: string;
  readonly keyTable: string;
}

/** Days an outbox row stays after its relay, for whoever looks into a failure. */
const OUTBOX_DAYS = 7;
/** Hours an idempotent answer is kept. */
const ANSWER_HOURS = 24;

/** The fields of a record whose change goes into the audit as commitments: all but the bookkeeping of the store. */
function audited(record: CaseRecord | null): Record<string, unknown> {
  if (record === null) return {};
  const { version: _version, audit: _audit, watchAt: _watchAt, ...rest } = record;
  return rest;
}

/** What differs between two records, as they were and as they are. */
function difference(before: CaseRecord | null, after: CaseRecord): { before: object; after: object } {
  const [old, now] = [audited(before), audited(after)];
  const changed = Object.keys(now).filter((field) => canonicalJson(old[field] ?? null) !== canonicalJson(now[field]));
  const pick = (source: Record<string, unknown>): object =>
    Object.fromEntries(changed.map((field) => [field, source[field] ?? null]));
  return { before: pick(old), after: pick(now) };
}

function documentReference({ documentKey, sha256: hash }: CommittedDocument): Record<string, string> {
  return { document: bundledName(documentKey), documentKey, sha256: hash };
}

/** What a change writes into the chain: the sealed events, and the payloads that the last one commits to. */
export interface AuditEntry {
  readonly events: readonly AuditEvent[];
  readonly payloads: Readonly<Record<string, unknown>>;
}

/** A change about to be sealed: the record before and after it, what happened, and the documents it rests on. */
export interface Sealing {
  readonly before: CaseRecord | null;
  readonly after: CaseRecord;
  readonly events: readonly NewAuditEvent[];
  readonly documents: readonly CommittedDocument[];
  readonly at: string;
}

/** The key under which a payload is committed to, derived from the case's secret for that payload alone. */
export function payloadKey(caseSecret: Uint8Array, payloadId: string): Uint8Array {
  return deriveKey(caseSecret, `payload:${payloadId}`);
}

/**
 * Seals the events of a change onto the case's chain. The last of them commits to the record before and after where it
 * changed and to the documents, each under a key derived for that payload from the case's secret.
 */
export function sealEvents({ before, after, events, documents, at }: Sealing, caseSecret: Uint8Array): AuditEntry {
  const { seq, hash } = before?.audit ?? emptyHead(after.caseId);
  const head = { chain: after.caseId, seq, hash };
  const change = difference(before, after);
  const last = events.length - 1;
  const number = head.seq + events.length;
  const payloads: Record<string, unknown> = {
    ...(Object.keys(change.after).length > 0 && {
      [`record-${number}-before`]: change.before,
      [`record-${number}-after`]: change.after,
    }),
    ...(documents.length > 0 && { [`documents-${number}`]: documents.map(documentReference) }),
  };
  const commitments = Object.entries(payloads).map(([payloadId, value]) => ({
    payloadId,
    hmacSha256: hmacSha256(payloadKey(caseSecret, payloadId), canonicalJson(value)),
  }));
  const committed = events.map((event, index) =>
    index === last ? { ...event, commitments: [...event.commitments, ...commitments] } : event,
  );
  const context = { at, basisVersion: `${after.legalBasis}@${after.legalBasisVersion}` };
  return { events: appendEvents(head, committed, context, sha256), payloads };
}

/** The append-only puts of sealed events: a key that exists refuses the whole transaction. */
export function auditPuts(tables: Tables, entry: AuditEntry): Write[] {
  const last = entry.events.at(-1)?.seq;
  return entry.events.map((event) => ({
    Put: {
      TableName: tables.auditTable,
      Item: auditItem(event, event.seq === last ? entry.payloads : {}),
      ConditionExpression: 'attribute_not_exists(#chain)',
      ExpressionAttributeNames: { '#chain': 'chain' },
    },
  }));
}

/** The item of an audit event, listed by day for the checkpoints. */
export function auditItem(event: AuditEvent, payloads: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { chain, seq, at, hash } = event;
  const day = `${at.slice(0, 10)}#${shardOf(chain)}`;
  return { chain, seq, at, hash, day, event: JSON.stringify(event), payloads: JSON.stringify(payloads) };
}

/** The put of the case's record under the version and the states that the change was decided on. */
export function recordPut(tables: Tables, before: CaseRecord | null, after: CaseRecord): Write {
  if (before === null) {
    return {
      Put: { TableName: tables.caseTable, Item: toItem(after), ConditionExpression: 'attribute_not_exists(pk)' },
    };
  }
  return {
    Put: {
      TableName: tables.caseTable,
      Item: toItem(after),
      ConditionExpression: '#version = :version AND #state = :state',
      ExpressionAttributeNames: { '#version': 'version', '#state': 'state' },
      ExpressionAttributeValues: { ':version': before.version, ':state': before.state },
    },
  };
}

/** The puts of the rows beside the record. */
export function rowPuts(tables: Tables, caseId: string, rows: readonly RowPut[]): Write[] {
  return rows.map((row) => ({
    Put: {
      TableName: tables.caseTable,
      Item: { pk: partitionOf(caseId), sk: row.key, value: JSON.stringify(row.value) },
      ...(row.when === 'new' && { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  }));
}

/** The puts of what the outside is to do: keyed by the version of the change that asks for it. */
export function outboxPuts(tables: Tables, after: CaseRecord, outbox: readonly OutboxEntry[], at: string): Write[] {
  return outbox.map((entry, index) => ({
    Put: {
      TableName: tables.caseTable,
      Item: {
        pk: partitionOf(after.caseId),
        sk: `OUTBOX#${String(after.version).padStart(8, '0')}#${index}`,
        caseId: after.caseId,
        entry,
        expires: epochSeconds(plus(at, { hours: 24 * OUTBOX_DAYS })),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }));
}

/** The put of an answer under its idempotency key; refused while a younger answer is kept. */
export function answerPut(tables: Tables, answer: IdempotentAnswer, at: string): Write {
  return {
    Put: {
      TableName: tables.caseTable,
      Item: {
        pk: answerPartition(answer.key),
        sk: 'ANSWER',
        value: answer,
        expires: epochSeconds(plus(at, { hours: ANSWER_HOURS })),
      },
      ConditionExpression: 'attribute_not_exists(pk) OR #expires <= :now',
      ExpressionAttributeNames: { '#expires': 'expires' },
      ExpressionAttributeValues: { ':now': epochSeconds(at) },
    },
  };
}

/** The put that remembers an order by its reference. */
export function orderPut(tables: Tables, caseId: string, { key, bodySha256, answer, replaces }: OrderClaim): Write {
  const free = { ConditionExpression: 'attribute_not_exists(pk)' };
  const taken = { ConditionExpression: 'caseId = :replaced', ExpressionAttributeValues: { ':replaced': replaces } };
  const Item = {
    pk: orderPartition(key),
    sk: ORDER_KEY,
    caseId,
    value: JSON.stringify({ caseId, bodySha256, answer }),
  };
  return { Put: { TableName: tables.caseTable, Item, ...(replaces === null ? free : taken) } };
}

/** The sort key of an order remembered by its reference. */
export const ORDER_KEY = 'ORDER';

/** The partition of an order remembered by its reference. */
export function orderPartition(key: string): string {
  return `ORDER#${key}`;
}

/** The partition of a kept answer. */
export function answerPartition(key: string): string {
  return `IDEMPOTENCY#${key}`;
}

/** The puts of wrapped keys, never replaced. */
export function keyPuts(tables: Tables, keys: readonly WrappedKeyRow[]): Write[] {
  return keys.map((row) => ({
    Put: { TableName: tables.keyTable, Item: { ...row }, ConditionExpression: 'attribute_not_exists(caseId)' },
  }));
}

/** An instant in whole seconds since the epoch, as DynamoDB's expiry wants it. */
export function epochSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/**
 * Which part of a change was refused: the record (another writer was faster, which refuses its audit and outbox rows
 * too), the answer under an idempotency key, or a row that was to be new.
 */
export function refusedPart(writes: readonly Write[]): 'record' | 'answer' | 'row' {
  const keys = writes.map(({ Put: put }) => String(put?.Item?.['sk'] ?? ''));
  const byOthers = writes.some(({ Put: put }) => put?.Item?.['chain'] !== undefined) || keys.includes(RECORD_KEY);
  if (byOthers) return 'record';
  return keys.includes('ANSWER') ? 'answer' : 'row';
}

/** The messages whose exact bytes are fixed by these rows: those of deliveries about to be, or just, handed over. */
export function messagesIn(rows: readonly RowPut[]): CommittedDocument[] {
  return rows
    .filter(({ key }) => key.startsWith(deliveryKey('')))
    .flatMap(({ value }) => Delivery.safeParse(value).data ?? [])
    .filter(({ state }) => state === 'claimed' || state === 'accepted')
    .flatMap(({ documentKey, contentSha256 }) =>
      documentKey === null || contentSha256 === null ? [] : [{ documentKey, sha256: contentSha256 }],
    );
}
