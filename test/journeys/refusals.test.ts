import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { germanNotice, itemUrl, removalOrder, restriction } from '../../scripts/examples.ts';
import { type LocalAnswer, LocalClient } from '../../scripts/local-client.ts';
import { auditOf } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';

const START = '2026-11-23T09:00:00Z';

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string }[];
}

const { client, urls } = sharedProduct();
const { api } = urls;
let mine: { caseId: string; accessToken?: string | undefined };
let order: { caseId: string };
beforeAll(async () => {
  mine = await client.notice(germanNotice(api, 'tracks/trk-bulk-50'));
  order = await client.order(removalOrder(api, START, 'tracks/trk-bulk-51'), 'de-bka');
  await client.until(order.caseId, ({ state }) => state === 'in-review');
});

/** Every case there is, as the queue shows it. */
async function allCases(): Promise<unknown> {
  const pages = ['', '&state=closed'].map((state) =>
    client.callAs('lead', 'lea', 'GET', `/v1/cases?limit=100${state}`),
  );
  return (await Promise.all(pages)).map(({ json }) => json);
}

function idsIn(pages: unknown): readonly string[] {
  return (pages as { cases: { caseId: string }[] }[]).flatMap(({ cases }) => cases.map(({ caseId }) => caseId));
}

function expectProblem(answer: LocalAnswer, status: number, path?: string): void {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = answer.json as Problem;
  expect(problem).toMatchObject({ status });
  expect(problem.detail).not.toBe('');
  if (path !== undefined) expect(problem.errors?.map((fault) => fault.path)).toContain(path);
}

describe('a request that cannot be taken', () => {
  let before: unknown;
  beforeEach(async () => {
    before = await allCases();
  });
  afterEach(async () => {
    expect(await allCases()).toEqual(before);
  });

  it('is refused with the path of what is wrong in it', async () => {
    const notice = germanNotice(api);
    const item = { url: itemUrl(api, 'tracks/trk-1001') };
    const wrong: readonly (readonly [string, Record<string, unknown>])[] = [
      ['colour', { colour: 'red' }],
      ['__proto__', JSON.parse('{"__proto__":{"admin":true}}')],
      ['language', { language: 'fr' }],
      ['legalBasis', { legalBasis: 'NO_SUCH_LAW' }],
      ['legalBasis', { legalBasis: 'DSA_ART20' }],
      ['explanation', { explanation: ['a', 'b'] }],
      ['submitter.email', { submitter: { email: 'nobody' } }],
      ['submitter.country', { submitter: { country: 'Germany' } }],
      ['items', { items: item }],
      ['items.0.url', { items: [{ note: 'no address' }] }],
      ['items.0.colour', { items: [{ ...item, colour: 'red' }] }],
      ['items.1.components.0', { items: [item, { ...item, components: ['bass'] }] }],
      ['items.0.territories.0', { items: [{ ...item, territories: ['de'] }] }],
      ['statements.goodFaith', { statements: { goodFaith: 'yes' } }],
      ['attachments.0.content', { attachments: [{ fileName: 'a.pdf', mediaType: 'application/pdf', content: '%%' }] }],
    ];
    for (const [path, change] of wrong) {
      const body = { ...notice };
      for (const [name, value] of Object.entries(change))
        Object.defineProperty(body, name, { value, enumerable: true });
      expectProblem(await client.call('POST', '/v1/notices', body), 400, path);
    }
    for (const body of [null, [], 'notice', 7]) expectProblem(await client.call('POST', '/v1/notices', body), 400);
    const lacking = { ...removalOrder(api, START), legalBasis: undefined };
    expectProblem(await client.callAs('authority', 'de-bka', 'POST', '/v1/orders', lacking), 400, 'legalBasis');
    expectProblem(await client.callAs('authority', 'de-bka', 'POST', '/v1/orders'), 400);
  });

  it('is refused when its bytes are too many, no UTF-8 or no JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const post = (body: string | Uint8Array<ArrayBuffer>): Promise<LocalAnswer> =>
      client.send('POST', '/v1/notices', { headers, body });
    const large = JSON.stringify({ ...germanNotice(api), explanation: 'x'.repeat(2_000_000) });
    expectProblem(await post(large), 413);
    const notice = Buffer.from(JSON.stringify(germanNotice(api)));
    expectProblem(await post(Buffer.concat([notice.subarray(0, 300), Buffer.from([0xc3, 0x28]), notice])), 400);
    expectProblem(await post(notice.subarray(0, -1)), 400);
    expectProblem(await post(`{"items":${'['.repeat(50_000)}${']'.repeat(50_000)}}`), 400);
    const deep = JSON.stringify({ answers: { work: [[[['deep']]]] } });
    const authorization = `Bearer ${mine.accessToken}`;
    const information = `/v1/notices/${mine.caseId}/information`;
    expectProblem(await client.send('POST', information, { headers: { ...headers, authorization }, body: deep }), 400);
  });

  it('is refused without a valid token, in the wrong role, and for what is not yours', async () => {
    const { caseId } = mine;
    const calls: readonly (readonly [string, string])[] = [
      ['GET', '/v1/cases'],
      ['GET', `/v1/cases/${caseId}`],
      ['POST', `/v1/cases/${caseId}/claim`],
      ['GET', `/v1/cases/${caseId}/history`],
      ['GET', `/v1/cases/${caseId}/evidence`],
      ['GET', `/v1/orders/${order.caseId}`],
      ['GET', `/v1/notices/${caseId}`],
    ];
    const forged = `${(await client.token('lead', 'lea')).slice(0, -8)}AAAAAAAA`;
    for (const [method, path] of calls) {
      expectProblem(await client.call(method, path), 401);
      expectProblem(await client.call(method, path, undefined, forged), 401);
      expectProblem(await client.send(method, path, { headers: { authorization: 'Basic YTpi' } }), 401);
    }
    const as = client.callAs.bind(client);
    expectProblem(await as('operator', 'olga', 'POST', `/v1/cases/${caseId}/claim`), 403);
    expectProblem(await as('auditor', 'ada', 'POST', `/v1/cases/${caseId}/resume`), 403);
    expectProblem(
      await as('lead', 'lea', 'POST', `/v1/cases/${caseId}/decision`, restriction(['item-1'], ['DE'])),
      403,
    );
    expectProblem(await as('operator', 'olga', 'GET', `/v1/cases/${caseId}/evidence`), 403);
    expectProblem(await as('specialist', 'sam', 'POST', '/v1/orders', removalOrder(api, START)), 403);
    expectProblem(await as('authority', 'de-bka', 'GET', '/v1/cases'), 403);
    expectProblem(await as('authority', 'fr-ocla', 'GET', `/v1/orders/${order.caseId}`), 404);
    expectProblem(await as('authority', 'fr-ocla', 'POST', `/v1/orders/${order.caseId}/withdrawal`, {}), 404);
    expectProblem(await as('authority', 'de-bka', 'GET', `/v1/orders/${caseId}`), 404);
    expectProblem(await as('lead', 'lea', 'GET', '/v1/cases/case-of-nobody'), 404);
    expectProblem(await as('lead', 'lea', 'GET', `/v1/cases/${'x'.repeat(500)}`), 404);
    expectProblem(await as('lead', 'lea', 'GET', '/v1/cases/%00%2f..'), 404);
  });

  it('is refused at an address that there is not, and by a method that there is not', async () => {
    const anybody = new LocalClient(api);
    for (const path of ['/', '/v2/cases', '/v1/nothing', '/v1/cases/a/b/c', '/v1/notices/']) {
      expectProblem(await anybody.call('GET', path), 404);
    }
    const wrongMethod = await anybody.call('DELETE', `/v1/cases/${mine.caseId}`);
    expectProblem(wrongMethod, 405);
    expect(wrongMethod.headers.get('allow')).toBe('GET');
    for (const method of ['PUT', 'PATCH']) expectProblem(await anybody.call(method, '/v1/notices', {}), 405);
  });

  it('is refused for a query that asks for what there is not', async () => {
    const wrong = ['limit=0', 'limit=101', 'limit=ten', 'state=open', 'legalBasis=LAW', 'due=tomorrow', 'colour=red'];
    for (const query of wrong) {
      const answer = await client.callAs('lead', 'lea', 'GET', `/v1/cases?${query}`);
      expectProblem(answer, 400, query.split('=')[0]);
    }
    for (const cursor of ['abc', 'a%23b', '0%230%230', '%00', 'x'.repeat(300)]) {
      const { status } = await client.callAs('lead', 'lea', 'GET', `/v1/cases?cursor=${cursor}`);
      expect([200, 400], cursor).toContain(status);
    }
  });

  it('is refused when it decides what the case does not hold, or more than the law behind it allows', async () => {
    const holder = ['specialist', 'sam', 'POST', `/v1/cases/${order.caseId}/decision`] as const;
    const claim = await client.callAs('specialist', 'sam', 'POST', `/v1/cases/${order.caseId}/claim`);
    const { leaseId } = claim.json as { leaseId: string };
    const wrong: readonly (readonly [string, Record<string, unknown>])[] = [
      ['leaseId', { ...restriction(['item-1'], ['DE']) }],
      ['items.0', { leaseId, ...restriction(['item-9'], ['DE']) }],
      ['items.0', { leaseId, ...restriction(['item-1'], ['WORLD']) }],
      ['outcome', { leaseId, ...restriction(['item-1'], ['DE']), outcome: 'burn' }],
      ['items.0.action', { leaseId, ...restriction([], []), items: [{ itemId: 'item-1', action: 'burn' }] }],
    ];
    for (const [path, decision] of wrong) expectProblem(await client.callAs(...holder, decision), 400, path);
    const release = `/v1/cases/${order.caseId}/release`;
    expect((await client.callAs('specialist', 'sam', 'POST', release, { leaseId })).status).toBe(200);
    // The only decision is the rule's, which acted on the order before anybody looked at it.
    const decisions = (await auditOf(client, order.caseId)).filter(({ type }) => type === 'decision.recorded');
    expect(decisions.map(({ actor }) => actor.kind)).toEqual(['step']);
  });

  it('is refused when it would set the clock back', async () => {
    for (const body of [{ now: '2026-11-23T08:00:00Z' }, { advance: '-PT1H' }]) {
      expectProblem(await client.call('POST', '/_local/clock', body), 409);
    }
    expectProblem(await client.call('POST', '/_local/clock', { advance: 'an hour' }), 400);
    expect(Date.parse(await client.now())).toBeGreaterThanOrEqual(Date.parse(START));
  });
});

describe('a request that is sent again', () => {
  it('gets the same answer under the same key, 422 for another body, and makes one case', async () => {
    const keyed = (key: string, body: unknown): Promise<LocalAnswer> => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      return client.send('POST', '/v1/notices', { headers, body: JSON.stringify(body) });
    };
    const notice = germanNotice(api, 'tracks/trk-bulk-52');
    const known = idsIn(await allCases());
    const key = randomUUID();
    const twins = await Promise.all([keyed(key, notice), keyed(key, notice), keyed(key, notice)]);
    expect(twins.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(twins.map(({ text }) => text)).size).toBe(1);
    await client.idle();
    const before = await allCases();
    expect((await keyed(key, notice)).text).toBe(twins[0]?.text);
    expectProblem(await keyed(key, { ...notice, language: 'en' }), 422);
    expectProblem(await keyed('short', notice), 400, 'Idempotency-Key');
    expectProblem(await keyed('x'.repeat(300), notice), 400, 'Idempotency-Key');
    expect(await allCases()).toEqual(before);
    expect(idsIn(before)).toHaveLength(known.length + 1);
  });
});

it('refuses a token that has run out', async () => {
  const token = await client.token('lead', 'lea');
  await client.advance('PT61M');
  expectProblem(await client.call('GET', '/v1/cases', undefined, token), 401);
});
