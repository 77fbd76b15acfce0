import type * as z from 'zod';
import type { NewAuditEvent } from '#domain/audit-event';
import type { CaseRecord, Stage } from '#domain/case';
import type { TransitionName } from '#domain/lifecycle';

/** What a change asks the outside to do once it is recorded; relayed from the table's stream, at least once. */
export type OutboxEntry =
  /** Start run `run` of the case's workflow at `stage`. */
  | { readonly kind: 'start'; readonly run: number; readonly stage: Stage }
  /** Ring the task token that waits for `doorbell`, if one does. */
  | { readonly kind: 'ring'; readonly doorbell: Doorbell }
  /** Start the paging workflow for this page: repeated and rising until somebody acknowledges it. */
  | { readonly kind: 'page'; readonly pageId: string; readonly reason: string }
  /** Make a schedule that wakes the case at `at` for `purpose`. */
  | { readonly kind: 'schedule'; readonly name: string; readonly at: string; readonly purpose: string };

/** The waits of a case: each is a stored task token rung when its condition is met. */
export type Doorbell = 'information' | 'decision' | 'approval' | 'response' | 'deliveries' | 'operator';

/** A row of a case beside its record, put in the same transaction. `new` refuses to replace an existing row. */
export interface RowPut {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly when: 'new' | 'replace';
}

/** The answer to a POST kept for 24 h under its Idempotency-Key, in the business transaction. */
export interface IdempotentAnswer {
  /** A hash over caller, route and key. */
  readonly key: string;
  readonly bodySha256: string;
  readonly status: number;
  /** The answer, without anything personal or secret. */
  readonly answer: unknown;
}

/** A document as the audit binds it: its key in the document store and the SHA-256 of its canonical text. */
export interface CommittedDocument {
  readonly documentKey: string;
  readonly sha256: string;
}

/** One change of a case: recorded whole or not at all. */
export interface CaseChange {
  /** The change of state, refused unless the case is in one of its allowed prior states. */
  readonly transition?: TransitionName;
  /** Other fields of the record that change. */
  readonly set?: Partial<Omit<CaseRecord, 'caseId' | 'version' | 'audit' | 'state'>>;
  /** What happened, in order; at least one. */
  readonly events: readonly NewAuditEvent[];
  readonly rows?: readonly RowPut[];
  readonly outbox?: readonly OutboxEntry[];
  /** Documents put for this change, so that the evidence can show that they are the ones. */
  readonly documents?: readonly CommittedDocument[];
  readonly idempotency?: IdempotentAnswer;
}

/** What a decider returns: a change and a result, or a result alone when nothing is to change. */
export type Decided<T> = { readonly change: CaseChange; readonly result: T } | { readonly result: T };

/** A case about to be received. */
export interface NewCase {
  readonly record: Omit<CaseRecord, 'version' | 'audit'>;
  readonly events: readonly NewAuditEvent[];
  readonly rows: readonly RowPut[];
  readonly outbox: readonly OutboxEntry[];
  /** Documents put for this case, so that the evidence can show that they are the ones. */
  readonly documents?: readonly CommittedDocument[];
  readonly keys: readonly WrappedKeyRow[];
  readonly caseSecret: Uint8Array;
  readonly idempotency: IdempotentAnswer | null;
  /** For an order with a reference. */
  readonly order?: OrderClaim;
  /** For a complaint: the row that it puts beside the case complained of; refused where that has one of its key. */
  readonly beside?: { readonly caseId: string; readonly row: RowPut };
}

/** An order as its reference is remembered, so that its authority does not bring it twice. */
export interface KnownOrder {
  readonly caseId: string;
  readonly bodySha256: string;
  /** The answer that was given, as JSON text. */
  readonly answer: string;
}

/** What remembers a new order by its reference; refused while the reference stands for another case. */
export interface OrderClaim extends Omit<KnownOrder, 'caseId'> {
  /** A hash over the authority's id and its reference. */
  readonly key: string;
  /** The case that the reference stood for and does no more; null when it stood for none. */
  readonly replaces: string | null;
}

/** A wrapped key, put into the keys table in the transaction that creates what it protects. */
export interface WrappedKeyRow {
  readonly caseId: string;
  /** `case` for the case's own secret, else the person's id. */
  readonly personId: string;
  readonly wrapped: Uint8Array;
}

/** A page of cases and how to go on. */
export interface CasePage {
  readonly cases: readonly CaseRecord[];
  readonly next: string | null;
}

/** The rows beside the record of a case. */
export interface CaseRows {
  /** One row of the case, parsed, or null. */
  readRow<S extends z.ZodType>(caseId: string, key: string, schema: S): Promise<z.output<S> | null>;
  /** All rows of the case whose key begins with `prefix`, in key order. */
  listRows<S extends z.ZodType>(caseId: string, prefix: string, schema: S): Promise<readonly z.output<S>[]>;
}

/** A case read as a whole. */
export interface OpenCase {
  readonly record: CaseRecord;
  /** Its rows, read at once: asking for one costs nothing more. */
  readonly rows: CaseRows;
}

/** What becomes of a case, decided on its record and on its rows as they stand beside it. */
export type Decide<T> = (record: CaseRecord, rows: CaseRows) => Decided<T> | Promise<Decided<T>>;

/** The cases and their rows, read with strong consistency. Every write is one transaction with its audit events and outbox entries. */
export interface CaseStore extends CaseRows {
  /**
   * Records a new case; `exists` when the idempotency key was used within 24 h, an order's reference stands for
   * another case, or a complaint was made already.
   * @throws StoreBusyError when the database refused every attempt
   */
  create(newCase: NewCase): Promise<'created' | 'exists'>;
  /** The record, or null. */
  load(caseId: string): Promise<CaseRecord | null>;
  /** The record and all rows, read in two calls however many are asked for, or null. */
  open(caseId: string): Promise<OpenCase | null>;
  /**
   * Loads, asks `decide`, and writes what it returns under the version it saw; when another writer was faster,
   * loads again and asks again. What `decide` reads through `rows` is of that version.
   * @throws CaseNotFoundError when there is no such case
   * @throws TransitionRefusedError when the change's transition is not allowed from the case's state
   * @throws ContentionError when other writers were faster every time
   * @throws AnswerKeptError when an answer was kept under the change's idempotency key meanwhile
   * @throws RowTakenError when a row that was to be new exists, and a new look at the case did not help
   */
  change<T>(caseId: string, decide: Decide<T>): Promise<T>;
  /** Puts one row without a change of the case (task tokens: last wins). */
  putRow(caseId: string, row: RowPut): Promise<void>;
  /** The kept answer of an idempotency key, or null when none is younger than 24 h. */
  findAnswer(key: string): Promise<IdempotentAnswer | null>;
  /** The order that a reference stands for, by the key of its claim, or null. */
  findOrder(key: string): Promise<KnownOrder | null>;
  /** Open cases by the tightest deadline of ours, or the closed ones, latest last. */
  listByDue(filter: CaseFilter): Promise<CasePage>;
  /** Open cases whose watch instant has come. */
  listToWatch(now: string, limit: number): Promise<readonly CaseRecord[]>;
  /** Moves the watch instant of an unchanged case; does nothing when the case changed meanwhile. */
  watchAgain(record: CaseRecord, watchAt: string): Promise<void>;
}

/** Which cases a list shows. */
export interface CaseFilter {
  readonly closed: boolean;
  readonly legalBasis: string | null;
  readonly state: string | null;
  /** Only cases of which this subject holds the lease at `now` (RFC 3339). */
  readonly owner: string | null;
  readonly now: string;
  readonly dueBefore: string | null;
  readonly limit: number;
  readonly cursor: string | null;
  /** Whether the reader may see a case at all: others are passed over, and leave no trace in a page or its cursor. */
  readonly maySee: (record: CaseRecord) => boolean;
}
