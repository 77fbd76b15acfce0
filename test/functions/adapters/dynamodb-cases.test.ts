import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordPut } from '#adapters/case-transaction';
import { DynamoDbAuditLog } from '#adapters/dynamodb-audit-log';
import { DynamoDbCases } from '#adapters/dynamodb-cases';
import { verifyChain } from '#domain/audit-chain';
import type { CaseRecord } from '#domain/case';
import { deliveryKey, tokenKey } from '#domain/case-rows';
import { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import { randomIds } from '#runtime/ids';
import type { CasePage, CaseRows, IdempotentAnswer, RowPut } from '../../../functions/ports/case-store.ts';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';
import { NOW, sampleDelivery, sampleEvent, sampleNewCase } from '../support/sample-case.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const SECRET = new Uint8Array(32).fill(7);
const open = {
  closed: false,
  legalBasis: null,
  state: null,
  owner: null,
  now: NOW,
  dueBefore: null,
  limit: 50,
  cursor: null,
  maySee: () => true,
};

let database: TestDatabase;
let now = NOW;
let cases: DynamoDbCases;
let audit: DynamoDbAuditLog;

beforeAll(async () => {
  database = await startTestDatabase();
  const clock = { now: () => now };
  cases = new DynamoDbCases({ ...database, vault: { key: async () => SECRET }, clock, ids: randomIds });
  audit = new DynamoDbAuditLog({ client: database.client, table: database.auditTable, clock, ids: randomIds });
});

afterAll(async () => {
  await database.close();
});

async function created(changes: Parameters<typeof sampleNewCase>[0] = {}): Promise<string> {
  const caseId = randomIds.caseId();
  expect(await cases.create(sampleNewCase({ caseId, ...changes }))).toBe('created');
  return caseId;
}

async function chainOf(caseId: string) {
  const stored = await audit.read(caseId);
  return {
    stored,
    report: verifyChain(
      stored.map(({ event }) => event),
      sha256,
    ),
  };
}

function answer(key: string): IdempotentAnswer {
  return { key, bodySha256: 'b', status: 200, answer: { kept: key } };
}

describe('the put of a record', () => {
  it.each([
    ['version', { version: 1 }],
    ['state', { state: 'closed' }],
  ] as const)(
    'is refused by itself, whatever is written beside it, when the %s is not what was read',
    async (_, stale) => {
      const caseId = await created();
      await cases.change(caseId, () => ({ change: { events: [sampleEvent()] }, result: null }));
      const present = await cases.load(caseId);
      if (present === null) throw new Error('the case is gone');
      const put = (before: CaseRecord) =>
        database.client.send(new TransactWriteCommand({ TransactItems: [recordPut(database, before, present)] }));
      await expect(put({ ...present, ...stale })).rejects.toMatchObject({ name: 'TransactionCanceledException' });
      await put(present);
    },
  );
});

describe('DynamoDbCases', () => {
  it('tells a new case that the database takes no write from one that others change', async () => {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
    const busy = { CancellationReasons: [{ Code: 'ThrottlingError' }] };
    mockClient(client)
      .on(TransactWriteCommand)
      .rejects(Object.assign(new Error('busy'), { name: 'TransactionCanceledException', ...busy }));
    const ids = { ...randomIds, number: () => 0 };
    const store = new DynamoDbCases({
      ...database,
      client,
      vault: { key: async () => SECRET },
      clock: { now: () => NOW },
      ids,
    });
    await expect(store.create(sampleNewCase({}))).rejects.toMatchObject({ name: 'StoreBusyError' });
  });

  it('records a case with its first event and its outbox in one transaction', async () => {
    const caseId = randomIds.caseId();
    await cases.create(sampleNewCase({ caseId }, { outbox: [{ kind: 'start', run: 1, stage: 'validate' }] }));

    const { Item: row } = await database.client.send(
      new GetCommand({ TableName: database.caseTable, Key: { pk: `CASE#${caseId}`, sk: 'OUTBOX#00000001#0' } }),
    );
    expect(row).toMatchObject({ caseId, entry: { kind: 'start', run: 1, stage: 'validate' } });
    expect((await cases.load(caseId))?.audit).toMatchObject({ seq: 1, at: NOW });
    expect((await chainOf(caseId)).report).toMatchObject({ valid: true, events: 1 });
  });

  it('loses nothing of what eight writers change at once, and the chain verifies', async () => {
    const caseId = await created({ itemCount: 0 });
    const writers = Array.from({ length: 8 }, async () => {
      for (let round = 0; round < 3; round += 1) {
        await retried(() =>
          cases.change(caseId, (record) => ({
            change: { set: { itemCount: record.itemCount + 1 }, events: [sampleEvent(), sampleEvent()] },
            result: null,
          })),
        );
      }
    });
    await Promise.all(writers);

    const record = await cases.load(caseId);
    expect(record).toMatchObject({ itemCount: 24, version: 25, audit: { seq: 49 } });
    const { report } = await chainOf(caseId);
    expect(report).toMatchObject({ valid: true, events: 49, head: record?.audit.hash });
  });

  it('opens a case with its rows as they stand beside the record', async () => {
    const caseId = await created();
    const delivery = sampleDelivery({ caseId });
    const key = deliveryKey(delivery.deliveryId);
    await cases.change(caseId, () => ({
      change: {
        events: [sampleEvent()],
        rows: [{ key, value: delivery, when: 'new' }],
        outbox: [{ kind: 'ring', doorbell: 'deliveries' }],
      },
      result: null,
    }));

    const opened = await cases.open(caseId);
    expect(opened?.record.version).toBe(2);
    expect(await opened?.rows.readRow(caseId, key, Delivery)).toEqual(delivery);
    expect(await opened?.rows.readRow(caseId, deliveryKey('none'), Delivery)).toBeNull();
    expect(await opened?.rows.listRows(caseId, deliveryKey(''), Delivery)).toEqual([delivery]);
    expect(await cases.open('case-that-is-none')).toBeNull();
  });

  it('decides on rows it has seen or written, and anew on those that another process wrote meanwhile', async () => {
    const caseId = await created();
    const key = deliveryKey('d');
    const Counted = z.object({ count: z.number() });
    const decided: number[] = [];
    const count = async (_: CaseRecord, rows: CaseRows) => {
      const before = (await rows.readRow(caseId, key, Counted))?.count ?? 0;
      decided.push(before);
      const row: RowPut = { key, value: { count: before + 1 }, when: 'replace' };
      return { change: { events: [sampleEvent()], rows: [row] }, result: null };
    };
    const other = new DynamoDbCases({
      ...database,
      vault: { key: async () => SECRET },
      clock: { now: () => now },
      ids: randomIds,
    });

    await cases.open(caseId);
    await cases.change(caseId, count);
    await cases.change(caseId, count);
    await other.change(caseId, count);
    await cases.change(caseId, count);
    expect(decided).toEqual([0, 1, 2, 2, 3]);
    expect(await cases.readRow(caseId, key, Counted)).toEqual({ count: 4 });
  });

  it('reads the rows anew that change without their case', async () => {
    const caseId = await created();
    const Token = z.object({ token: z.string() });
    const put = (token: string) =>
      cases.putRow(caseId, { key: tokenKey('decision'), value: { token }, when: 'replace' });
    await put('first');
    const opened = await cases.open(caseId);
    await put('second');
    expect(await opened?.rows.readRow(caseId, tokenKey('decision'), Token)).toEqual({ token: 'second' });
    expect(await opened?.rows.listRows(caseId, tokenKey(''), Token)).toEqual([{ token: 'second' }]);
  });

  it('decides anew when the case it saw a moment ago was changed by another process', async () => {
    const caseId = await created({ itemCount: 0 });
    const other = new DynamoDbCases({
      ...database,
      vault: { key: async () => SECRET },
      clock: { now: () => now },
      ids: randomIds,
    });
    const raise = (by: number) => (record: CaseRecord) => ({
      change: { set: { itemCount: record.itemCount + by }, events: [sampleEvent()] },
      result: record.itemCount,
    });

    await cases.load(caseId);
    await other.change(caseId, raise(5));
    expect(await cases.change(caseId, raise(1))).toBe(5);
    await other.change(caseId, raise(5));
    expect(await cases.change(caseId, ({ itemCount }) => ({ result: itemCount }))).toBe(11);
    await other.change(caseId, raise(5));
    const refusing = (record: CaseRecord) => {
      if (record.itemCount < 16) throw new Error('out of date');
      return { result: 'decided' };
    };
    expect(await cases.change(caseId, refusing)).toBe('decided');
    expect((await cases.load(caseId))?.itemCount).toBe(16);
  });

  it('keeps the answer of the faster of two twins and tells the other so', async () => {
    const key = randomIds.id('key');
    const twins = [1, 2].map(async () => {
      const caseId = randomIds.caseId();
      return await cases.create(sampleNewCase({ caseId }, { idempotency: { ...answer(key), answer: caseId } }));
    });
    const ends = await Promise.all(twins);

    expect(ends.toSorted()).toEqual(['created', 'exists']);
    expect(await cases.findAnswer(key)).toMatchObject({ status: 200, bodySha256: 'b' });
  });

  it('tells a change under a key that is taken at once, without writing anything', async () => {
    const [caseId, key] = [await created(), randomIds.id('key')];
    const change = { events: [sampleEvent()], idempotency: answer(key) };
    await cases.change(caseId, () => ({ change, result: null }));

    await expect(cases.change(caseId, () => ({ change, result: null }))).rejects.toMatchObject({
      name: 'AnswerKeptError',
    });
    expect((await cases.load(caseId))?.version).toBe(2);
  });

  it('forgets an answer after 24 hours and lets its key be used again', async () => {
    const [caseId, key] = [await created(), randomIds.id('key')];
    const change = { events: [sampleEvent()], idempotency: answer(key) };
    await cases.change(caseId, () => ({ change, result: null }));

    now = plus(NOW, { hours: 24 });
    try {
      expect(await cases.findAnswer(key)).toBeNull();
      await cases.change(caseId, () => ({ change, result: null }));
      expect(await cases.findAnswer(key)).not.toBeNull();
    } finally {
      now = NOW;
    }
  });

  it('says that a case was created when the answer to its own write was lost', async () => {
    const caseId = await created();
    expect(await cases.create(sampleNewCase({ caseId }))).toBe('created');
    expect((await cases.load(caseId))?.version).toBe(1);
  });

  it('refuses a transition from a state that does not allow it', async () => {
    const caseId = await created({ state: 'closed', closedAt: NOW });
    const attempt = cases.change(caseId, () => ({ change: { transition: 'act', events: [sampleEvent()] }, result: 1 }));
    await expect(attempt).rejects.toMatchObject({ name: 'TransitionRefusedError' });
  });

  it('refuses a row that was to be new and is there', async () => {
    const caseId = await created();
    const change = { events: [sampleEvent()], rows: [{ key: 'ROW#1', value: { a: 1 }, when: 'new' as const }] };
    await cases.change(caseId, () => ({ change, result: null }));

    await expect(cases.change(caseId, () => ({ change, result: null }))).rejects.toMatchObject({
      name: 'RowTakenError',
    });
    await expect(cases.putRow(caseId, { key: 'ROW#1', value: {}, when: 'new' })).rejects.toMatchObject({
      name: 'RowTakenError',
    });
    expect(await cases.readRow(caseId, 'ROW#1', z.object({ a: z.number() }))).toEqual({ a: 1 });
  });

  it('refuses a change of more rows than one transaction takes', async () => {
    const caseId = await created();
    const rows = Array.from({ length: 99 }, (_, index) => ({ key: `R#${index}`, value: {}, when: 'new' as const }));
    const attempt = cases.change(caseId, () => ({ change: { events: [sampleEvent()], rows }, result: null }));
    await expect(attempt).rejects.toMatchObject({ name: 'ChangeTooLargeError' });
  });

  it('lists the rows of a case over several pages of the database', async () => {
    const caseId = await created();
    const text = 'x'.repeat(200_000);
    for (let index = 0; index < 8; index += 1) {
      await cases.putRow(caseId, { key: `BIG#${index}`, value: { index, text }, when: 'new' });
    }
    const rows = await cases.listRows(caseId, 'BIG#', z.object({ index: z.number() }));
    expect(rows.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('never lets the time of a chain run backwards', async () => {
    const caseId = await created();
    now = plus(NOW, { seconds: -5 });
    try {
      await cases.change(caseId, () => ({ change: { events: [sampleEvent()] }, result: null }));
    } finally {
      now = NOW;
    }
    const { stored, report } = await chainOf(caseId);
    expect(report.valid).toBe(true);
    expect(stored[1]?.event.at).toBe(NOW);
  });

  it('binds the bytes of a message to the chain when its delivery is claimed', async () => {
    const caseId = await created();
    const delivery = sampleDelivery({
      state: 'claimed',
      contentSha256: 'c'.repeat(64),
      documentKey: `${caseId}/sender/messages/m1`,
    });
    const row = { key: deliveryKey('m1'), value: delivery, when: 'replace' as const };
    await cases.change(caseId, () => ({
      change: { events: [sampleEvent('delivery.claimed')], rows: [row] },
      result: null,
    }));

    const { stored } = await chainOf(caseId);
    expect(stored[1]?.payloads['documents-2']).toEqual([
      { document: 'sender.messages.m1.message', documentKey: `${caseId}/sender/messages/m1`, sha256: 'c'.repeat(64) },
    ]);
  });

  it('moves the watch instant of a case that nobody changed, and only of such a one', async () => {
    const caseId = await created({ watchAt: NOW });
    const seen = await cases.load(caseId);
    if (seen === null) throw new Error('no case');
    await cases.watchAgain(seen, plus(NOW, { minutes: 30 }));
    expect((await cases.load(caseId))?.watchAt).toBe(plus(NOW, { minutes: 30 }));

    await cases.change(caseId, () => ({ change: { events: [sampleEvent()], set: { tier: 3 } }, result: null }));
    await cases.watchAgain(seen, plus(NOW, { minutes: 60 }));
    expect(await cases.load(caseId)).toMatchObject({ tier: 3, version: 2 });
  });
});

describe('an order remembered by its reference', () => {
  const claim = (key: string, replaces: string | null = null) => ({ key, bodySha256: 'a', answer: '{}', replaces });

  it('stands for the first case until that one counts no more', async () => {
    const [first, second, third] = [1, 2, 3].map(() => sampleNewCase({ caseId: randomIds.caseId() }));
    const record = async (newCase: typeof first, order: ReturnType<typeof claim>) =>
      newCase === undefined ? null : await cases.create({ ...newCase, order });
    const caseId = first?.record.caseId ?? '';
    expect(await cases.findOrder('key')).toBeNull();
    expect(await record(first, claim('key'))).toBe('created');
    expect(await cases.findOrder('key')).toEqual({ caseId, bodySha256: 'a', answer: '{}' });
    expect(await record(second, claim('key'))).toBe('exists');
    expect(await record(second, claim('key', 'case-of-nobody'))).toBe('exists');
    expect(await record(third, claim('key', caseId))).toBe('created');
    expect((await cases.findOrder('key'))?.caseId).toBe(third?.record.caseId);
  });
});

describe('listByDue', () => {
  it('merges the shards of 300 cases in the order of their deadlines, page by page', async () => {
    const made: string[] = [];
    for (let batch = 0; batch < 10; batch += 1) {
      const batchIds = Array.from({ length: 30 }, (_, index) => {
        const dueAt = plus('2026-11-01T00:00:00.000Z', { minutes: ((batch * 30 + index) * 7919) % 300 });
        return created({ legalBasis: 'COURT_ORDER', dueAt });
      });
      made.push(...(await Promise.all(batchIds)));
    }
    const seen: { caseId: string; dueAt: string }[] = [];
    let cursor: string | null = null;
    do {
      const page = await cases.listByDue({ ...open, legalBasis: 'COURT_ORDER', limit: 37, cursor });
      expect(page.cases.length).toBeLessThanOrEqual(37);
      seen.push(...page.cases);
      cursor = page.next;
    } while (cursor !== null);

    expect(new Set(seen.map(({ caseId }) => caseId))).toEqual(new Set(made));
    expect(seen).toHaveLength(300);
    expect(seen.map(({ dueAt }) => dueAt)).toEqual(seen.map(({ dueAt }) => dueAt).toSorted());
  });

  it('stops at the deadline asked for', async () => {
    const page = await cases.listByDue({
      ...open,
      legalBasis: 'COURT_ORDER',
      limit: 500,
      dueBefore: '2026-11-01T00:30',
    });
    expect(page.cases.length).toBeGreaterThan(25);
    expect(page.cases.every(({ dueAt }) => dueAt < '2026-11-01T00:31')).toBe(true);
    expect(page.next).toBeNull();
  });

  it.each(['', 'zzz', '~~~', `${NOW}#`, 'x'.repeat(3_000)])(
    'gives nothing for a cursor that is none: %.10s',
    async (cursor) => {
      expect(await cases.listByDue({ ...open, cursor })).toEqual({ cases: [], next: null });
    },
  );

  it('fills the pages of a reader from what they may see, and names nothing else in a cursor', async () => {
    const places = Array.from({ length: 24 }, (_, minutes) => plus('2026-12-01T00:00:00.000Z', { minutes }));
    const made = await Promise.all(
      places.map((dueAt, index) =>
        created({ legalBasis: 'UK_CTIRU', dueAt, queue: index % 3 === 0 ? 'seen' : 'other' }),
      ),
    );
    const visible = made.filter((_, index) => index % 3 === 0);
    const filter = { ...open, legalBasis: 'UK_CTIRU', limit: 3, maySee: ({ queue }: CaseRecord) => queue === 'seen' };
    const pages: string[][] = [];
    let cursor: string | null = null;
    do {
      const page: CasePage = await cases.listByDue({ ...filter, cursor });
      pages.push(page.cases.map(({ caseId }) => caseId));
      cursor = page.next;
      if (cursor !== null) expect(visible).toContain(cursor.split('#')[1]);
    } while (cursor !== null);
    expect(pages.flat()).toEqual(visible);
    expect(pages.slice(0, 2).map(({ length }) => length)).toEqual([3, 3]);
    const short = await cases.listByDue({ ...filter, limit: 1, state: 'acting' });
    expect(short.next === null || visible.includes(short.next.split('#')[1] ?? '')).toBe(true);
  });

  it('finds a case that waits for information and was never planned', async () => {
    const waiting = await created({ legalBasis: 'EMFA_18', planned: false, state: 'awaiting-information' });
    const page = await cases.listByDue({ ...open, legalBasis: 'EMFA_18', state: 'awaiting-information' });
    expect(page.cases.map(({ caseId }) => caseId)).toEqual([waiting]);
  });

  it('finds the cases of a holder while the lease lasts, and no longer', async () => {
    const lease = {
      leaseId: 'lease-1',
      holder: 'sam',
      holderRole: 'specialist',
      expiresAt: plus(NOW, { minutes: 10 }),
    };
    const held = await created({ legalBasis: 'IN_GRIEVANCE', lease });
    const filter = { ...open, legalBasis: 'IN_GRIEVANCE', owner: 'sam' };
    expect((await cases.listByDue(filter)).cases.map(({ caseId }) => caseId)).toEqual([held]);
    expect((await cases.listByDue({ ...filter, now: lease.expiresAt })).cases).toEqual([]);
  });

  it('gives nothing when the cursor lies behind the deadline asked for', async () => {
    const cursor = '2026-12-01T00:00:00.000Z#case-1';
    expect(await cases.listByDue({ ...open, cursor, dueBefore: NOW })).toEqual({ cases: [], next: null });
  });

  it('shows a parked case that was never planned', async () => {
    const parked = { stage: 'validate', reason: 'execution-failed', owner: 'operator', at: NOW } as const;
    const hidden = await created({ legalBasis: 'AU_OSA', planned: false });
    const shown = await created({ legalBasis: 'AU_OSA', planned: false, parked });

    const page = await cases.listByDue({ ...open, legalBasis: 'AU_OSA', state: 'needs-operator' });
    expect(page.cases.map(({ caseId }) => caseId)).toEqual([shown]);
    const all = await cases.listByDue({ ...open, legalBasis: 'AU_OSA' });
    expect(all.cases.map(({ caseId }) => caseId)).not.toContain(hidden);
  });

  it('lists a closed case with an undelivered message with those that need an operator, by its deadline', async () => {
    const legalBasis = 'UK_TA2006_S3';
    const fields = { legalBasis, undelivered: 1 } as const;
    const closed = await created({ ...fields, state: 'closed', closedAt: NOW, dueAt: '2026-10-21T00:00:00.000Z' });
    const waiting = await created({ ...fields, dueAt: '2026-10-22T00:00:00.000Z' });
    await created({ legalBasis, state: 'closed', closedAt: NOW });
    await created({ legalBasis });

    const filter = { ...open, legalBasis, state: 'needs-operator', limit: 1 };
    const first = await cases.listByDue(filter);
    const second = await cases.listByDue({ ...filter, cursor: first.next });
    expect([first, second].map((page) => page.cases.map(({ caseId }) => caseId))).toEqual([[closed], [waiting]]);
    const all = await cases.listByDue({ ...open, legalBasis, closed: true });
    expect(all.cases).toHaveLength(2);
    expect(await cases.listToWatch('2020-01-01T00:00:00.000Z', 500)).toEqual([]);
  });

  it('watches cases whose run has not begun before any other, however long those have waited', async () => {
    const running = await created({ watchAt: '2019-01-01T00:00:00.000Z' });
    const unstarted = await created({ claimedRun: 0, watchAt: '2019-06-01T00:00:00.000Z' });
    const notYet = await created({ claimedRun: 0, watchAt: '2021-01-01T00:00:00.000Z' });

    const ids = async (limit: number) =>
      (await cases.listToWatch('2020-01-01T00:00:00.000Z', limit)).map(({ caseId }) => caseId);
    expect(await ids(1)).toEqual([unstarted]);
    expect(await ids(10)).toEqual([unstarted, running]);
    expect(await ids(10)).not.toContain(notYet);
  });

  it('lists a closed case among the closed ones only, and watches it no more', async () => {
    const caseId = await created({
      legalBasis: 'EU_TM',
      state: 'closed',
      closedAt: NOW,
      watchAt: '2020-01-01T00:00:00.000Z',
    });
    expect((await cases.listByDue({ ...open, legalBasis: 'EU_TM' })).cases).toEqual([]);
    expect((await cases.listByDue({ ...open, legalBasis: 'EU_TM', closed: true })).cases).toHaveLength(1);
    expect((await cases.listToWatch('2020-01-02T00:00:00.000Z', 10)).map((found) => found.caseId)).not.toContain(
      caseId,
    );
  });
});

describe('DynamoDbAuditLog', () => {
  it('refuses a second put of an audit key', async () => {
    const signed = {
      checkpoint: { kind: 'minute' as const, number: 41, at: NOW, prev: '0'.repeat(64), heads: [], keyId: 'k' },
      jws: 'x',
    };
    await audit.recordCheckpoint(signed, 'a'.repeat(64));
    await expect(audit.recordCheckpoint(signed, 'b'.repeat(64))).rejects.toMatchObject({ name: 'AuditKeyTakenError' });
    expect(await audit.latestCheckpoint()).toEqual({ number: 41, hash: 'a'.repeat(64), at: NOW });
  });

  it('makes a case whose audit key is taken fail instead of overwriting it', async () => {
    const caseId = await created();
    const planted = { chain: caseId, seq: 2, at: NOW, hash: 'planted', day: 'none' };
    await database.client.send(new PutCommand({ TableName: database.auditTable, Item: planted }));

    const attempt = cases.change(caseId, () => ({ change: { events: [sampleEvent()] }, result: null }));
    await expect(attempt).rejects.toMatchObject({ name: 'ContentionError' });
    const { Item: item } = await database.client.send(
      new GetCommand({ TableName: database.auditTable, Key: { chain: caseId, seq: 2 } }),
    );
    expect(item).toEqual(planted);
  });

  it('appends what one person reads in 150 windows at once, refusing none', async () => {
    const chain = `readings/${randomIds.id('person')}/2026-10-17`;
    const elsewhere = new DynamoDbAuditLog({
      client: database.client,
      table: database.auditTable,
      clock: { now: () => now },
      ids: randomIds,
    });
    const windows = Array.from({ length: 75 }, () => [audit, elsewhere]).flat();

    await Promise.all(windows.map((log) => log.append(chain, [sampleEvent('personal-data.read')])));

    expect((await chainOf(chain)).report).toMatchObject({ valid: true, events: 150 });
  });

  it('appends what several readers record at once to one unbroken chain', async () => {
    const chain = `readings/${randomIds.id('person')}/2026-10-17`;
    await Promise.all(
      Array.from({ length: 6 }, () =>
        retried(() => audit.append(chain, [sampleEvent('personal-data.read'), sampleEvent('personal-data.read')])),
      ),
    );
    expect((await chainOf(chain)).report).toMatchObject({ valid: true, events: 12 });
  });

  it('gives the head of each chain that grew, over midnight', async () => {
    now = '2026-12-31T23:59:30.000Z';
    const early = await created();
    now = '2027-01-01T00:00:10.000Z';
    try {
      await cases.change(early, () => ({ change: { events: [sampleEvent()] }, result: null }));
      const heads = await audit.headsSince('2026-12-31T23:59:00.000Z', now);
      expect(heads).toEqual([expect.objectContaining({ chain: early, seq: 2 })]);
      expect(await audit.headsSince('2027-01-01T00:00:11.000Z', now)).toEqual([]);
    } finally {
      now = NOW;
    }
  });
});

/** As a caller of a store under contention does: tries again. */
async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ContentionError') throw error;
    }
  }
}
