import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import type {
  CaseChange,
  CaseFilter,
  CasePage,
  CaseStore,
  Decide,
  IdempotentAnswer,
  KnownOrder,
  NewCase,
  OpenCase,
  RowPut,
} from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import {
  AnswerKeptError,
  CaseNotFoundError,
  ChangeTooLargeError,
  ContentionError,
  RowTakenError,
  StoreBusyError,
} from '../ports/errors.ts';
import type { Ids } from '../ports/ids.ts';
import { CASE_SECRET, type Vault } from '../ports/vault.ts';
import { changed, changeOnSeen } from './case-change.ts';
import { fromItem, parseJson, partitionOf, RECORD_KEY, toItem } from './case-item.ts';
import { listByDue, listToWatch } from './case-lists.ts';
import * as transaction from './case-transaction.ts';
import { KnownRows } from './known-rows.ts';
import { type SeenCase, SeenCases } from './seen-cases.ts';
import { type Refusal, refusalOf } from './transaction-outcome.ts';

/** How often a change is decided anew when other writers were faster. */
const ATTEMPTS = 12;
/** The longest pause before another attempt, in milliseconds, for each attempt made. */
const PAUSE_STEP_MILLISECONDS = 15;
/** The most writes one transaction of DynamoDB takes. */
const MOST_WRITES = 100;

/** What the store is made of. */
export interface CaseStoreSettings extends transaction.Tables {
  readonly client: DynamoDBDocumentClient;
  readonly vault: Pick<Vault, 'key'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The cases on DynamoDB. */
export class DynamoDbCases implements CaseStore {
  readonly #settings: CaseStoreSettings;
  readonly #seen: SeenCases;

  constructor(settings: CaseStoreSettings) {
    this.#settings = settings;
    this.#seen = new SeenCases(settings.clock);
  }

  async create(newCase: NewCase): Promise<'created' | 'exists'> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const refusal = await this.#write(this.#creation(newCase));
      if (refusal === null) return 'created';
      if (refusal.kind === 'conditions') {
        // The id is random: a case that is there was written by this very call, whose answer was lost.
        return (await this.load(newCase.record.caseId)) === null ? 'exists' : 'created';
      }
      await this.#pause(attempt);
    }
    throw new StoreBusyError(`${newCase.record.caseId} could not be recorded in ${ATTEMPTS} attempts`);
  }

  #creation(newCase: NewCase): transaction.Write[] {
    const { events, documents = [], beside } = newCase;
    const at = this.#settings.clock.now();
    const after = { ...newCase.record, version: 1, audit: { seq: 0, hash: '', at } };
    const entry = transaction.sealEvents({ before: null, after, events, documents, at }, newCase.caseSecret);
    const record = { ...after, audit: headOf(entry) };
    return [
      transaction.recordPut(this.#settings, null, record),
      ...transaction.auditPuts(this.#settings, entry),
      ...transaction.rowPuts(this.#settings, record.caseId, newCase.rows),
      ...transaction.outboxPuts(this.#settings, record, newCase.outbox, at),
      ...(beside === undefined ? [] : transaction.rowPuts(this.#settings, beside.caseId, [beside.row])),
      ...transaction.keyPuts(this.#settings, newCase.keys),
      ...(newCase.order === undefined ? [] : [transaction.orderPut(this.#settings, record.caseId, newCase.order)]),
      ...(newCase.idempotency === null ? [] : [transaction.answerPut(this.#settings, newCase.idempotency, at)]),
    ];
  }

  async load(caseId: string): Promise<CaseRecord | null> {
    const { Item: item } = await this.#settings.client.send(
      new GetCommand({
        TableName: this.#settings.caseTable,
        Key: { pk: partitionOf(caseId), sk: RECORD_KEY },
        ConsistentRead: true,
      }),
    );
    if (item === undefined) return null;
    const record = fromItem(item);
    this.#seen.note(record, null);
    return record;
  }

  /** The record comes first: rows that are newer than it are of a later version, under which nothing is written. */
  async open(caseId: string): Promise<OpenCase | null> {
    const record = await this.load(caseId);
    if (record === null) return null;
    const texts = new Map<string, string>();
    for await (const { sk, value } of this.#itemsOf(caseId, '')) {
      if (typeof value === 'string') texts.set(String(sk), value);
    }
    const rows = new KnownRows(caseId, texts, this);
    this.#seen.note(record, rows);
    return { record, rows };
  }

  async change<T>(caseId: string, decide: Decide<T>): Promise<T> {
    const quick = await this.#changeSeen(caseId, decide);
    if (quick !== null) return quick.result;
    let rowTaken = false;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await this.load(caseId);
      if (before === null) throw new CaseNotFoundError(caseId);
      const decided = await decide(before, this);
      if (!('change' in decided)) return decided.result;
      const refusal = await this.#apply({ record: before, rows: null }, decided.change);
      if (refusal === null) return decided.result;
      const held = refusal.kind === 'busy' ? 'record' : transaction.refusedPart(refusal.writes);
      if (held === 'answer') throw new AnswerKeptError(`${caseId}: a twin of this request was faster`);
      // Decided anew once, on the rows as they are now; then it is no race but a defect of the change.
      if (held === 'row' && rowTaken) throw new RowTakenError(`${caseId}: a row that was to be new is there`);
      rowTaken = held === 'row';
      await this.#pause(attempt);
    }
    throw new ContentionError(`${caseId} was changed by others ${ATTEMPTS} times in a row`);
  }

  /** Null when the case seen a moment ago is not what it was any more, or when nothing was to be written on it. */
  async #changeSeen<T>(caseId: string, decide: Decide<T>): Promise<{ readonly result: T } | null> {
    const seen = this.#seen.take(caseId);
    const decided = seen === null ? null : await changeOnSeen(decide, seen.record, seen.rows ?? this);
    if (seen === null || decided === null) return null;
    return (await this.#apply(seen, decided.change)) === null ? decided : null;
  }

  async #apply({ record: before, rows }: SeenCase, change: CaseChange): Promise<Refusal | null> {
    const now = this.#settings.clock.now();
    // Machines' clocks differ a little; the time of a chain never runs backwards.
    const at = before.audit.at !== undefined && before.audit.at > now ? before.audit.at : now;
    const after = changed(before, change, at);
    const secret = await this.#settings.vault.key(before.caseId, CASE_SECRET);
    const { events, documents = [] } = change;
    const bound = [...documents, ...transaction.messagesIn(change.rows ?? [])];
    const entry = transaction.sealEvents({ before, after, events, documents: bound, at }, secret);
    const record = { ...after, audit: headOf(entry) };
    const refusal = await this.#write([
      transaction.recordPut(this.#settings, before, record),
      ...transaction.auditPuts(this.#settings, entry),
      ...transaction.rowPuts(this.#settings, record.caseId, change.rows ?? []),
      ...transaction.outboxPuts(this.#settings, record, change.outbox ?? [], at),
      ...(change.idempotency === undefined ? [] : [transaction.answerPut(this.#settings, change.idempotency, at)]),
    ]);
    if (refusal === null) this.#seen.note(record, rows?.with(change.rows ?? []) ?? null);
    return refusal;
  }

  /** Null when written, else why not. @throws ChangeTooLargeError */
  async #write(writes: transaction.Write[]): Promise<Refusal | null> {
    if (writes.length > MOST_WRITES) throw new ChangeTooLargeError(`${writes.length} rows in one change`);
    try {
      await this.#settings.client.send(new TransactWriteCommand({ TransactItems: writes }));
      return null;
    } catch (error) {
      const refusal = refusalOf(error, writes);
      if (refusal === null) throw error;
      return refusal;
    }
  }

  async #pause(attempt: number): Promise<void> {
    const milliseconds = this.#settings.ids.number(PAUSE_STEP_MILLISECONDS * attempt);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  async readRow<S extends z.ZodType>(caseId: string, key: string, schema: S): Promise<z.output<S> | null> {
    const { Item: item } = await this.#settings.client.send(
      new GetCommand({
        TableName: this.#settings.caseTable,
        Key: { pk: partitionOf(caseId), sk: key },
        ConsistentRead: true,
      }),
    );
    return item === undefined ? null : schema.parse(parseJson(item['value']));
  }

  async listRows<S extends z.ZodType>(caseId: string, prefix: string, schema: S): Promise<readonly z.output<S>[]> {
    const rows: z.output<S>[] = [];
    for await (const item of this.#itemsOf(caseId, prefix)) rows.push(schema.parse(parseJson(item['value'])));
    return rows;
  }

  /** What a case's partition holds below a prefix, in key order. */
  async *#itemsOf(caseId: string, prefix: string): AsyncGenerator<Record<string, unknown>> {
    let from: Record<string, unknown> | undefined;
    const below = prefix === '' ? {} : { ':prefix': prefix };
    do {
      const page = await this.#settings.client.send(
        new QueryCommand({
          TableName: this.#settings.caseTable,
          KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': partitionOf(caseId), ...below },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      yield* page.Items ?? [];
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }

  async putRow(caseId: string, row: RowPut): Promise<void> {
    const [write] = transaction.rowPuts(this.#settings, caseId, [row]);
    if (write?.Put === undefined) return;
    await this.#settings.client.send(new PutCommand(write.Put)).catch((error: unknown) => {
      const taken = error instanceof Error && error.name === 'ConditionalCheckFailedException';
      throw taken ? new RowTakenError(`${caseId}/${row.key}`, { cause: error }) : error;
    });
  }

  async findAnswer(key: string): Promise<IdempotentAnswer | null> {
    const { Item: item } = await this.#settings.client.send(
      new GetCommand({
        TableName: this.#settings.caseTable,
        Key: { pk: transaction.answerPartition(key), sk: 'ANSWER' },
        ConsistentRead: true,
      }),
    );
    if (item === undefined || Number(item['expires']) <= transaction.epochSeconds(this.#settings.clock.now()))
      return null;
    return KeptAnswer.parse(item['value']);
  }

  async findOrder(key: string): Promise<KnownOrder | null> {
    const { Item: item } = await this.#settings.client.send(
      new GetCommand({
        TableName: this.#settings.caseTable,
        Key: { pk: transaction.orderPartition(key), sk: transaction.ORDER_KEY },
        ConsistentRead: true,
      }),
    );
    return item === undefined ? null : RememberedOrder.parse(parseJson(item['value']));
  }

  listByDue(filter: CaseFilter): Promise<CasePage> {
    return listByDue(this.#settings, filter);
  }

  listToWatch(now: string, limit: number): Promise<readonly CaseRecord[]> {
    return listToWatch(this.#settings, now, limit);
  }

  /** One put by itself: in a transaction it would cost twice as much, and this is the most frequent write there is. */
  async watchAgain(record: CaseRecord, watchAt: string): Promise<void> {
    const put = new PutCommand({
      TableName: this.#settings.caseTable,
      Item: toItem({ ...record, watchAt }),
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': record.version },
    });
    await this.#settings.client.send(put).catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
    });
  }
}

const RememberedOrder = z.object({ caseId: z.string(), bodySha256: z.string(), answer: z.string() });
const KeptAnswer = z.object({ key: z.string(), bodySha256: z.string(), status: z.int(), answer: z.unknown() });

function headOf(entry: transaction.AuditEntry): CaseRecord['audit'] {
  const last = entry.events.at(-1);
  if (last === undefined) throw new TypeError('a change records at least one event');
  return { seq: last.seq, hash: last.hash, at: last.at };
}
