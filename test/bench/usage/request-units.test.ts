import { describe, expect, it } from 'vitest';
import { itemSize } from '../../../bench/usage/item-size.ts';
import { type DatabaseExchange, RequestUnitCounter } from '../../../bench/usage/request-units.ts';

const TABLES = {
  cases: { keys: ['pk', 'sk'], indexes: [{ name: 'by-due', keys: ['duePk', 'dueSk'], attributes: null }] },
  audit: { keys: ['chain'], indexes: [{ name: 'by-day', keys: ['day'], attributes: ['chain', 'hash'] }] },
};
const text = (length: number): { readonly S: string } => ({ S: 'x'.repeat(length) });
const item = (more: object = {}): Record<string, unknown> => ({ pk: text(1), sk: text(1), ...more });

function exchange(operation: string, sent: object, answered: object = {}, status = 200): DatabaseExchange {
  return { operation, status, sent, answered };
}

function put(Item: object, TableName = 'cases'): DatabaseExchange {
  return exchange('PutItem', { TableName, Item });
}

describe('itemSize', () => {
  it('counts names and values as DynamoDB does', () => {
    expect(itemSize({ name: { S: 'für' } })).toBe(8);
    expect(itemSize({ n: { N: '-1234' }, b: { B: Buffer.alloc(5).toString('base64') }, t: { BOOL: true } })).toBe(12);
    expect(itemSize({ m: { M: { a: { S: 'xy' } } }, l: { L: [{ S: 'x' }, { NULL: true }] } })).toBe(16);
  });
});

describe('RequestUnitCounter', () => {
  it('counts a write by its kilobytes, and twice in a transaction', () => {
    const counter = new RequestUnitCounter(TABLES);
    expect(counter.count(put(item({ body: text(1_000) })))).toMatchObject({ write: 1, transaction: 0 });
    expect(counter.count(put(item({ body: text(1_100) })))).toMatchObject({ write: 2 });
    const TransactItems = [
      { Put: { TableName: 'cases', Item: item({ body: text(1_100) }) } },
      { Put: { TableName: 'audit', Item: { chain: text(1) } } },
    ];
    expect(counter.count(exchange('TransactWriteItems', { TransactItems }))).toMatchObject({
      write: 6,
      transaction: 2,
    });
  });

  it('counts the larger of an item before and after', () => {
    const counter = new RequestUnitCounter(TABLES);
    counter.count(put(item({ body: text(3_000) })));
    expect(counter.count(put(item()))).toMatchObject({ write: 3 });
  });

  it('counts an index once for a change, twice for a move, and not where nothing of it changes', () => {
    const counter = new RequestUnitCounter(TABLES);
    const listed = (more: object): DatabaseExchange => put(item({ duePk: text(1), dueSk: text(2), ...more }));
    expect(counter.count(put(item())).indexes).toEqual({ 'by-due': 0 });
    expect(counter.count(listed({})).indexes).toEqual({ 'by-due': 1 });
    expect(counter.count(listed({})).indexes).toEqual({ 'by-due': 0 });
    expect(counter.count(listed({ body: text(1_500) })).indexes).toEqual({ 'by-due': 2 });
    expect(counter.count(listed({ dueSk: text(3), body: text(1_500) })).indexes).toEqual({ 'by-due': 4 });
    expect(counter.count(put(item())).indexes).toEqual({ 'by-due': 2 });
  });

  it('counts of an index no more than it holds', () => {
    const counter = new RequestUnitCounter(TABLES);
    const event = { chain: text(1), day: text(10), hash: text(64), event: text(2_900) };
    expect(counter.count(put(event, 'audit'))).toMatchObject({ write: 3, indexes: { 'by-day': 1 } });
  });

  it('counts a refused write, which reaches no index', () => {
    const counter = new RequestUnitCounter(TABLES);
    const refused = { ...put(item({ duePk: text(1), dueSk: text(1) })), status: 400 };
    expect(counter.count(refused)).toMatchObject({ write: 1, indexes: {} });
    expect(counter.count({ ...refused, status: 200 })).toMatchObject({ indexes: { 'by-due': 1 } });
  });

  it('counts reads by four kilobytes together, half when eventually consistent, one for nothing', () => {
    const counter = new RequestUnitCounter(TABLES);
    const Items = [item({ body: text(3_000) }), item({ body: text(3_000) })];
    expect(counter.count(exchange('Query', { ConsistentRead: true }, { Items }))).toMatchObject({ read: 2 });
    expect(counter.count(exchange('Query', {}, { Items }))).toMatchObject({ read: 1 });
    expect(counter.count(exchange('GetItem', { ConsistentRead: true }))).toMatchObject({ read: 1 });
  });

  it('counts nothing that it does not know', () => {
    expect(() => new RequestUnitCounter(TABLES).count(exchange('Scan', {}))).toThrow(TypeError);
  });
});
