import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, apiWorld, type CallOptions } from '../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';

let world: ApiWorld;
const ids = { notice: '', token: '', other: '', otherToken: '', order: '' };

beforeAll(async () => {
  world = apiWorld();
  const notice = await world.call('POST', '/v1/notices', { body: NOTICE });
  const other = await world.call('POST', '/v1/notices', { body: NOTICE });
  const order = await world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY });
  Object.assign(ids, { notice: notice.body.caseId, token: notice.body.accessToken });
  Object.assign(ids, { other: other.body.caseId, otherToken: other.body.accessToken, order: order.body.caseId });
  world.bringToReview(ids.notice);
  world.bringToReview(ids.order);
});

const SAM = 'specialist:sam';
const path = (tail: string): string => `/v1/cases/${ids.notice}/${tail}`;
const bytes = (text: string): Uint8Array => Buffer.from(text);
const key = (text: string): CallOptions => ({ body: NOTICE, headers: { 'idempotency-key': text } });
const typed = (type: string): CallOptions => ({ body: NOTICE, headers: { 'content-type': type } });

describe('a body that is not well formed', () => {
  const table: readonly [string, () => CallOptions, number, string?][] = [
    ['unknown field', () => ({ body: { ...NOTICE, priority: 1 } }), 400, 'priority'],
    ['unknown field within', () => ({ body: { ...NOTICE, submitter: { phone: '1' } } }), 400, 'submitter.phone'],
    ['wrong type', () => ({ body: { ...NOTICE, explanation: 7 } }), 400, 'explanation'],
    ['wrong type in a list', () => ({ body: { ...NOTICE, items: [{ url: 5 }] } }), 400, 'items.0.url'],
    ['unknown component', () => ({ body: { ...NOTICE, items: [{ url: 'u', components: ['ear'] }] } }), 400],
    ['unknown territory', () => ({ body: { ...NOTICE, items: [{ url: 'u', territories: ['Bavaria'] }] } }), 400],
    [
      'a country that there is not',
      () => ({ body: { ...NOTICE, items: [{ url: 'u', territories: ['XX'] }] } }),
      400,
      'items.0.territories.0',
    ],
    ['unknown legal basis', () => ({ body: { ...NOTICE, legalBasis: 'MAGNA_CARTA' } }), 400, 'legalBasis'],
    ['an address that is none', () => ({ body: { ...NOTICE, submitter: { email: 'x' } } }), 400, 'submitter.email'],
    [
      'attachments that are not Base64',
      () => ({ body: { attachments: [{ fileName: 'a', mediaType: 'a/b', content: '%' }] } }),
      400,
    ],
    ['a list', () => ({ body: [] }), 400],
    ['null', () => ({ raw: bytes('null') }), 400],
    ['nothing', () => ({}), 400],
    ['half a document', () => ({ raw: bytes('{"language":') }), 400],
    ['invalid UTF-8', () => ({ raw: Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) }), 400],
    ['2 MB', () => ({ raw: bytes(JSON.stringify({ explanation: 'x'.repeat(2_000_000) })) }), 413],
    ['a short Idempotency-Key', () => key('1'), 400, 'Idempotency-Key'],
    ['an Idempotency-Key that can be guessed', () => key('a'.repeat(22)), 400, 'Idempotency-Key'],
    ['two Idempotency-Keys', () => key(`${randomUUID()}, ${randomUUID()}`), 400, 'Idempotency-Key'],
    ['a name that is given twice', () => ({ raw: bytes('{"explanation":"a","explanation":"b"}') }), 400, 'explanation'],
    ['half a character', () => ({ raw: bytes('{"explanation":"\\ud800"}') }), 400, 'explanation'],
    [
      'half a character within',
      () => ({ raw: bytes('{"items":[{"url":"u","note":"\\udc00"}]}') }),
      400,
      'items.0.note',
    ],
    ['half a character in a name', () => ({ raw: bytes('{"statements":{"\\ud800":1}}') }), 400, 'statements.\ufffd'],
    ['a form', () => typed('application/x-www-form-urlencoded'), 415],
    ['text', () => typed('text/plain;charset=UTF-8'), 415],
    ['another charset', () => typed('application/json; charset=iso-8859-1'), 415],
    ['two types', () => typed('application/json,text/plain'), 415],
    ['an own property of objects', () => ({ raw: bytes('{"__proto__":{"a":1},"constructor":1}') }), 400],
  ];

  it.each(table)('%s', async (_, options, status, at) => {
    const before = world.cases.kept.size;
    const answer = await world.call('POST', '/v1/notices', options());
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    if (at !== undefined) expect(answer.body.errors.map((fault: { path: string }) => fault.path)).toContain(at);
    expect(world.cases.kept.size).toBe(before);
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;Charset="UTF-8"',
    'application/vnd.writ+json',
    '',
  ])('takes JSON that is called %j', async (type) => {
    expect((await world.call('POST', '/v1/notices', typed(type))).status).toBe(202);
  });

  it('takes a body nested as deep as its size allows without a fault of ours', async () => {
    const raw = bytes('['.repeat(400_000) + ']'.repeat(400_000));
    expect((await world.call('POST', '/v1/notices', { raw })).status).toBe(400);
  });

  it('does not repeat what was sent', async () => {
    const { body } = await world.call('POST', '/v1/notices', { body: { submitter: { email: 'geheim' } } });
    expect(JSON.stringify(body)).not.toContain('geheim');
  });
});

describe('a token that does not fit', () => {
  const other = (): string => `/v1/notices/${ids.other}`;
  const table: readonly [string, string, () => string, string | (() => string) | undefined, number][] = [
    ['no token', 'GET', other, undefined, 401],
    ['a token of another case', 'GET', other, () => ids.token, 404],
    ['another person', 'GET', other, () => ids.otherToken.replace('sender', 'uploader-1'), 404],
    ['its own token', 'GET', other, () => ids.otherToken, 200],
    ['a case that is none', 'GET', () => '/v1/notices/case-none', () => ids.token, 404],
    ['a case id that can be none', 'GET', () => `/v1/notices/${'%'.repeat(3000)}`, () => ids.token, 404],
    ['a specialist at a notice', 'GET', other, SAM, 403],
    ['not a token at all', 'GET', other, 'a.b.c', 401],
    ['another authority', 'GET', () => `/v1/orders/${ids.order}`, 'authority:fr:fr-pharos', 404],
    ['its own authority', 'GET', () => `/v1/orders/${ids.order}`, AUTHORITY, 200],
    ['an authority at a notice', 'GET', () => `/v1/orders/${ids.notice}`, AUTHORITY, 404],
    ['a vendor at terrorism', 'GET', () => `/v1/cases/${ids.order}`, 'vendor:vera', 404],
    ['a vendor at a notice', 'GET', () => `/v1/cases/${ids.notice}`, 'vendor:vera', 200],
    ['a specialist at no case', 'GET', () => '/v1/cases/case-none', SAM, 404],
    ['a case token at a case', 'GET', () => `/v1/cases/${ids.notice}`, () => ids.token, 401],
  ];

  it.each(table)('%s', async (_, method, at, token, status) => {
    const given = typeof token === 'function' ? token() : token;
    expect((await world.call(method, at(), { token: given })).status).toBe(status);
  });

  it('another header than a bearer token is no token', async () => {
    const headers = { authorization: 'Basic c2FtOnNlY3JldA==' };
    expect((await world.call('GET', `/v1/cases/${ids.notice}`, { headers })).status).toBe(401);
  });
});

describe('an instant that cannot be computed with', () => {
  const unusable = [
    '2027-01-01T00:00:00.123456789123Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2027-01-01T00:00Z',
  ];
  const order = (): string => `/v1/orders/${ids.order}`;
  const item = (until: string): object => ({ itemId: 'item-1', action: 'mute', until });
  const places: readonly [string, string, string, () => string, (instant: string) => object][] = [
    ['issuedAt', AUTHORITY, 'issuedAt', () => '/v1/orders', (issuedAt) => ({ ...ORDER, issuedAt })],
    ['complyBy', AUTHORITY, 'complyBy', () => '/v1/orders', (complyBy) => ({ ...ORDER, complyBy })],
    [
      'nonDisclosureUntil',
      AUTHORITY,
      'nonDisclosureUntil',
      () => '/v1/orders',
      (nonDisclosureUntil) => ({ ...ORDER, nonDisclosureUntil }),
    ],
    [
      'complyBy of an amendment',
      AUTHORITY,
      'complyBy',
      () => `${order()}/amendment`,
      (complyBy) => ({ statement: 'x', complyBy }),
    ],
    [
      'nonDisclosureUntil of an amendment',
      AUTHORITY,
      'nonDisclosureUntil',
      () => `${order()}/amendment`,
      (nonDisclosureUntil) => ({ statement: 'x', nonDisclosureUntil }),
    ],
    [
      'until of a decision',
      SAM,
      'items.0.until',
      () => path('decision'),
      (until) => ({ leaseId: 'lease-0', outcome: 'restrict', items: [item(until)] }),
    ],
  ];

  it.each(places)('is refused by its path: %s', async (_, token, at, where, body) => {
    for (const instant of unusable) {
      const answer = await world.call('POST', where(), { token, body: body(instant) });
      expect([instant, answer.status, answer.body.errors[0].path]).toEqual([instant, 400, at]);
    }
  });

  it.each(unusable)('is refused in a query: %s', async (due) => {
    const answer = await world.call('GET', '/v1/cases', { token: SAM, query: { due } });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'due']);
  });
});

describe('a query that is not well formed', () => {
  it.each([
    [{ state: 'asleep' }],
    [{ legalBasis: 'X' }],
    [{ limit: '0' }],
    [{ limit: '1000' }],
    [{ limit: 'x' }],
    [{ due: 'tomorrow' }],
    [{ cursor: 'drop table;' }],
    [{ cursor: 'abc' }],
    [{ sort: 'name' }],
  ])('%j', async (query) => {
    expect((await world.call('GET', '/v1/cases', { token: SAM, query })).status).toBe(400);
  });
});

describe('a decision that cannot be', () => {
  const decision = (fields: object): object => ({
    leaseId: 'lease-0',
    outcome: 'restrict',
    ground: { type: 'illegal', provision: '§ 185 StGB', explanation: 'Beleidigung' },
    items: [{ itemId: 'item-1', action: 'disable' }],
    ...fields,
  });

  it.each([
    ['without the lease', {}, 409],
    ['without leaseId', { leaseId: undefined }, 400],
    ['unknown outcome', { outcome: 'maybe' }, 400],
    ['unknown field', { verdict: 'x' }, 400],
    ['unknown action', { items: [{ itemId: 'item-1', action: 'burn' }] }, 400],
  ])('%s', async (_, fields, status) => {
    expect((await world.call('POST', path('decision'), { token: SAM, body: decision(fields) })).status).toBe(status);
  });

  it.each([
    ['an unknown item', { items: [{ itemId: 'item-9', action: 'disable' }] }, 'items.0'],
    ['an item twice', { items: [1, 2].map(() => ({ itemId: 'item-1', action: 'disable' })) }, 'items.0'],
    ['no ground', { ground: null }, 'ground'],
    ['no item', { items: [] }, 'items'],
    ['an end in the past', { items: [{ itemId: 'item-1', action: 'mute', until: '2020-01-01T00:00:00Z' }] }, 'items.0'],
    ['items of a rejection', { outcome: 'reject' }, 'items'],
  ])('under the lease: %s', async (_, fields, at) => {
    const { body: lease } = await world.call('POST', path('claim'), { token: SAM });
    const body = decision({ ...fields, leaseId: lease.leaseId });
    const answer = await world.call('POST', path('decision'), { token: SAM, body });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, at]);
    expect(world.cases.of(ids.notice).record.state).toBe('in-review');
  });
});
