import * as z from 'zod';
import { itemSize } from './item-size.ts';

const Item = z.record(z.string(), z.unknown());
type Item = z.infer<typeof Item>;

/** A secondary index: its keys, and the other attributes it holds; null: all. */
export interface Index {
  readonly name: string;
  readonly keys: readonly string[];
  readonly attributes: readonly string[] | null;
}

/** A table: its keys and its indexes. */
export interface Table {
  readonly keys: readonly string[];
  readonly indexes: readonly Index[];
}

/** The tables by name. */
export type Tables = Readonly<Record<string, Table>>;

/** The units of one call. */
export interface RequestUnits {
  readonly read: number;
  /** Of the tables themselves. */
  readonly write: number;
  /** Of each index, by name. */
  readonly indexes: Readonly<Record<string, number>>;
  /** Writes in the transaction; 0 when it is none. */
  readonly transaction: number;
}

const WRITE_BYTES = 1_024;
const READ_BYTES = 4_096;
/** A transactional write prepares and commits. */
const TRANSACTIONAL = 2;
const NONE: RequestUnits = { read: 0, write: 0, indexes: {}, transaction: 0 };

const Put = z.object({ TableName: z.string(), Item });
const Transaction = z.object({ TransactItems: z.array(z.object({ Put: Put.optional() })) });
const Read = z.object({ ConsistentRead: z.boolean().default(false) });
const Answer = z.object({ Item: Item.optional(), Items: z.array(Item).optional() });

/** What a call to DynamoDB was, and what became of it. */
export interface DatabaseExchange {
  readonly operation: string;
  readonly status: number;
  /** Request and answer as JSON. */
  readonly sent: unknown;
  readonly answered: unknown;
}

/**
 * Counts the request units of calls to on-demand tables (Developer Guide, "Read and write request units"): 1 KB a write
 * unit, doubled in a transaction, 4 KB a read unit, halved when eventually consistent, and each index written to. It
 * remembers the items, as an index whose key changes is written twice, and so must be shown every write in order.
 */
export class RequestUnitCounter {
  readonly #tables: Tables;
  readonly #reshaped: (item: Item) => Item;
  readonly #items = new Map<string, Item>();

  /** @param reshaped what an item would be in a design that is not built @default as it is */
  constructor(tables: Tables, reshaped: (item: Item) => Item = (item) => item) {
    this.#tables = tables;
    this.#reshaped = reshaped;
  }

  /** The units of one call. @throws TypeError for an operation that it cannot count */
  count({ operation, status, sent, answered }: DatabaseExchange): RequestUnits {
    switch (operation) {
      case 'GetItem':
      case 'Query':
        return { ...NONE, read: readUnits(Read.parse(sent).ConsistentRead, Answer.parse(answered)) };
      case 'BatchGetItem':
        return { ...NONE, read: readUnits(true, { Items: batchItems(answered) }) };
      case 'PutItem':
        return { ...NONE, ...this.#put(Put.parse(sent), status) };
      case 'UpdateItem':
        // Counters of senders alone: far below 1 KB and in no index.
        return { ...NONE, write: 1 };
      case 'TransactWriteItems': {
        const puts = Transaction.parse(sent).TransactItems.flatMap(({ Put: put }) => put ?? []);
        const counted = puts.map((put) => this.#put(put, status));
        const write = TRANSACTIONAL * counted.reduce((sum, one) => sum + one.write, 0);
        return { ...NONE, write, indexes: together(counted.map(({ indexes }) => indexes)), transaction: puts.length };
      }
      default:
        throw new TypeError(`no way to count the units of ${operation}`);
    }
  }

  #put({ TableName: name, Item: kept }: z.infer<typeof Put>, status: number): Pick<RequestUnits, 'write' | 'indexes'> {
    const item = this.#reshaped(kept);
    const table = this.#tables[name];
    if (table === undefined) throw new TypeError(`no table ${name} is known`);
    const key = `${name} ${JSON.stringify(table.keys.map((attribute) => item[attribute]))}`;
    const before = this.#items.get(key);
    const write = units(Math.max(itemSize(item), before === undefined ? 0 : itemSize(before)), WRITE_BYTES);
    // What was refused is paid for, but has reached no index.
    if (status !== 200) return { write, indexes: {} };
    this.#items.set(key, item);
    return {
      write,
      indexes: Object.fromEntries(table.indexes.map((index) => [index.name, indexUnits(index, before, item)])),
    };
  }
}

function indexUnits(index: Index, before: Item | undefined, after: Item): number {
  const [old, now] = [entryOf(index, before), entryOf(index, after)];
  if (old === null || now === null) return [old, now].reduce((sum, entry) => sum + sizeUnits(entry), 0);
  const moved = index.keys.some((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
  if (moved) return sizeUnits(old) + sizeUnits(now);
  return JSON.stringify(old) === JSON.stringify(now) ? 0 : Math.max(sizeUnits(old), sizeUnits(now));
}

/** What an index holds of an item; null when it is not in it. */
function entryOf({ keys, attributes }: Index, item: Item | undefined): Item | null {
  if (item === undefined || keys.some((key) => item[key] === undefined)) return null;
  if (attributes === null) return item;
  return Object.fromEntries([...keys, ...attributes].map((name) => [name, item[name]]));
}

function sizeUnits(entry: Item | null): number {
  return entry === null ? 0 : units(itemSize(entry), WRITE_BYTES);
}

function units(bytes: number, unit: number): number {
  return Math.max(1, Math.ceil(bytes / unit));
}

function readUnits(consistent: boolean, { Item: one, Items: many = [] }: z.infer<typeof Answer>): number {
  const bytes = [...(one === undefined ? [] : [one]), ...many].reduce((sum, item) => sum + itemSize(item), 0);
  return units(bytes, READ_BYTES) * (consistent ? 1 : 0.5);
}

function batchItems(answered: unknown): Item[] {
  const { Responses } = z.object({ Responses: z.record(z.string(), z.array(Item)) }).parse(answered);
  return Object.values(Responses).flat();
}

function together(counted: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, value] of counted.flatMap((one) => Object.entries(one))) sums[name] = (sums[name] ?? 0) + value;
  return sums;
}
