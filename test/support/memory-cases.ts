import type * as z from 'zod';
import { appendEvents, emptyHead } from '../../domain/audit-chain.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import { CaseRecord } from '../../domain/case.ts';
import { holderOf } from '../../domain/lease.ts';
import { allows, stateAfter } from '../../domain/lifecycle.ts';
import type {
  CaseFilter,
  CasePage,
  CaseStore,
  Decide,
  IdempotentAnswer,
  KnownOrder,
  NewCase,
  OpenCase,
  OutboxEntry,
  RowPut,
} from '../../functions/ports/case-store.ts';
import {
  CaseNotFoundError,
  ContentionError,
  RowTakenError,
  TransitionRefusedError,
} from '../../functions/ports/errors.ts';
import type { MemoryVault } from './memory-vault.ts';

/** A case with everything the store keeps of it. */
export interface KeptCase {
  record: CaseRecord;
  readonly events: AuditEvent[];
  readonly rows: Map<string, unknown>;
  readonly outbox: OutboxEntry[];
}

/** The case store in memory, with the conditions that the real one has: version, states, new rows, kept answers. */
export class MemoryCases implements CaseStore {
  readonly kept = new Map<string, KeptCase>();
  readonly answers = new Map<string, IdempotentAnswer>();
  readonly orders = new Map<string, KnownOrder>();
  /** The number of writes of the last transaction: the real store takes at most 100, a case at most 10. */
  lastTransaction = 0;
  readonly #now: () => string;
  readonly #vault: MemoryVault;

  constructor(now: () => string, vault: MemoryVault) {
    this.#now = now;
    this.#vault = vault;
  }

  of(caseId: string): KeptCase {
    const found = this.kept.get(caseId);
    if (found === undefined) throw new CaseNotFoundError(caseId);
    return found;
  }

  /** Sets fields of a record as the workflow would. */
  set(caseId: string, fields: Partial<CaseRecord>): void {
    const found = this.of(caseId);
    found.record = CaseRecord.parse({ ...found.record, ...fields, version: found.record.version + 1 });
  }

  async create(newCase: NewCase): Promise<'created' | 'exists'> {
    const { idempotency, record } = newCase;
    const { order, beside } = newCase;
    const besideRows = beside === undefined ? undefined : this.of(beside.caseId).rows;
    if (beside !== undefined && besideRows?.has(beside.row.key)) return 'exists';
    if (idempotency !== null && this.answers.has(idempotency.key)) return 'exists';
    if (order !== undefined && (this.orders.get(order.key)?.caseId ?? null) !== order.replaces) return 'exists';
    const events = this.#sealed(record.caseId, [], newCase.events);
    const whole = CaseRecord.parse({ ...record, version: 1, audit: { seq: events.length, hash: events.at(-1)!.hash } });
    const rows = new Map(newCase.rows.map((row) => [row.key, clone(row.value)]));
    this.kept.set(record.caseId, { record: whole, events, rows, outbox: [...newCase.outbox] });
    if (beside !== undefined) besideRows?.set(beside.row.key, clone(beside.row.value));
    this.#vault.record(newCase.keys);
    if (idempotency !== null) this.answers.set(idempotency.key, clone(idempotency));
    if (order !== undefined) this.orders.set(order.key, clone({ ...order, caseId: record.caseId }));
    this.lastTransaction =
      (order === undefined ? 1 : 2) +
      (beside === undefined ? 0 : 1) +
      events.length +
      newCase.rows.length +
      newCase.outbox.length +
      newCase.keys.length +
      (idempotency ? 1 : 0);
    return 'created';
  }

  async load(caseId: string): Promise<CaseRecord | null> {
    await Promise.resolve();
    return clone(this.kept.get(caseId)?.record ?? null);
  }

  async open(caseId: string): Promise<OpenCase | null> {
    const record = await this.load(caseId);
    return record === null ? null : { record, rows: this };
  }

  async change<T>(caseId: string, decide: Decide<T>): Promise<T> {
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      const before = await this.load(caseId);
      if (before === null) throw new CaseNotFoundError(caseId);
      const decided = await decide(before, this);
      if (!('change' in decided)) return decided.result;
      const { change } = decided;
      if (change.transition !== undefined && !allows(change.transition, before.state)) {
        throw new TransitionRefusedError(`${change.transition} from ${before.state}`);
      }
      if (change.events.length === 0) throw new TypeError('a change records at least one event');
      const found = this.of(caseId);
      const taken = (change.rows ?? []).some((row) => row.when === 'new' && found.rows.has(row.key));
      const answered = change.idempotency !== undefined && this.answers.has(change.idempotency.key);
      if (found.record.version !== before.version || taken || answered) continue;
      const sealed = this.#sealed(caseId, found.events, change.events);
      found.events.push(...sealed);
      found.record = CaseRecord.parse({
        ...before,
        ...change.set,
        state: change.transition === undefined ? before.state : stateAfter(change.transition),
        version: before.version + 1,
        audit: { seq: found.events.length, hash: sealed.at(-1)!.hash },
      });
      for (const row of change.rows ?? []) found.rows.set(row.key, clone(row.value));
      found.outbox.push(...(change.outbox ?? []));
      if (change.idempotency !== undefined) this.answers.set(change.idempotency.key, clone(change.idempotency));
      return decided.result;
    }
    throw new ContentionError(caseId);
  }

  async readRow<S extends z.ZodType>(caseId: string, key: string, schema: S): Promise<z.output<S> | null> {
    const row = this.kept.get(caseId)?.rows.get(key);
    return row === undefined ? null : schema.parse(row);
  }

  async listRows<S extends z.ZodType>(caseId: string, prefix: string, schema: S): Promise<readonly z.output<S>[]> {
    const rows = [...(this.kept.get(caseId)?.rows ?? [])].filter(([key]) => key.startsWith(prefix));
    return rows.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => schema.parse(value));
  }

  async putRow(caseId: string, row: RowPut): Promise<void> {
    const { rows } = this.of(caseId);
    if (row.when === 'new' && rows.has(row.key)) {
      throw new RowTakenError(`${caseId}/${row.key}`);
    }
    rows.set(row.key, clone(row.value));
  }

  async findAnswer(key: string): Promise<IdempotentAnswer | null> {
    return clone(this.answers.get(key) ?? null);
  }

  async findOrder(key: string): Promise<KnownOrder | null> {
    return clone(this.orders.get(key) ?? null);
  }

  async listByDue(filter: CaseFilter): Promise<CasePage> {
    const records = [...this.kept.values()]
      .map(({ record }) => record)
      .filter((record) => (record.state === 'closed') === filter.closed || needsPerson(record, filter))
      .filter((record) => filter.maySee(record))
      .filter(
        (record) =>
          filter.closed ||
          record.planned ||
          record.state === 'awaiting-information' ||
          record.parked !== null ||
          record.undelivered > 0,
      )
      .filter((record) => filter.legalBasis === null || record.legalBasis === filter.legalBasis)
      .filter((record) => filter.dueBefore === null || record.dueAt <= filter.dueBefore)
      .filter((record) => filter.owner === null || holderOf(record.lease, filter.now) === filter.owner)
      .filter(
        (record) =>
          filter.state === null ||
          needsPerson(record, filter) ||
          filter.state === (record.parked === null ? record.state : 'needs-operator'),
      )
      .sort((one, other) => (positionOf(one) < positionOf(other) ? -1 : 1))
      .filter((record) => filter.cursor === null || positionOf(record) > filter.cursor);
    const cases = records.slice(0, filter.limit);
    return { cases, next: records.length > filter.limit ? positionOf(cases.at(-1)!) : null };
  }

  async listToWatch(): Promise<readonly CaseRecord[]> {
    return [];
  }

  async watchAgain(): Promise<void> {}

  #sealed(chain: string, before: readonly AuditEvent[], events: NewCase['events']): AuditEvent[] {
    const last = before.at(-1);
    const head = last === undefined ? emptyHead(chain) : { chain, seq: last.seq, hash: last.hash };
    return appendEvents(head, events, { at: this.#now(), basisVersion: null }, (text) =>
      String(text.length).padStart(64, '0'),
    );
  }
}

function needsPerson({ undelivered }: CaseRecord, { state }: CaseFilter): boolean {
  return state === 'needs-operator' && undelivered > 0;
}

function positionOf(record: CaseRecord): string {
  return `${record.dueAt}#${record.caseId}`;
}

function clone<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
