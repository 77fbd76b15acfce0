import { describe, expect, it } from 'vitest';
import { SENDER_LIMITS } from '../../../domain/sender-limits.ts';
import { openApiDocument } from '../../../functions/http/openapi/document.ts';
import { ROUTES } from '../../../functions/http/routes.ts';
import { type ApiWorld, apiWorld, type CallOptions } from '../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';

const KEY = { 'idempotency-key': '0f8fad5b-d9cb-469f-a165-70867728950e' };

/** Fills the counters that are kept until nothing more is taken under them. */
function fill(world: ApiWorld): void {
  for (const name of world.deps.throttle.counts.keys()) world.deps.throttle.counts.set(name, Number.MAX_SAFE_INTEGER);
}

function send(world: ApiWorld, options: Partial<CallOptions> = {}) {
  return world.call('POST', '/v1/notices', { body: NOTICE, ...options });
}

describe('throttling by sender', () => {
  it('takes three hundred notices of one address in a minute, and no flood', async () => {
    const world = apiWorld();
    const statuses: number[] = [];
    for (let notice = 0; notice < 400; notice += 1) statuses.push((await send(world)).status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(SENDER_LIMITS.network.most);
    expect(statuses.slice(0, 300)).not.toContain(429);
    expect(world.cases.kept.size).toBe(SENDER_LIMITS.network.most);
    expect((await send(world, { sourceIp: '192.0.2.2' })).status).toBe(202);
    world.at('2026-10-05T08:01:00.000Z');
    expect((await send(world)).status).toBe(202);
  });

  it('says when to send again, and keeps nothing of what it refuses', async () => {
    const world = apiWorld('2026-10-05T08:00:20.000Z');
    await send(world);
    fill(world);
    const [documents, cases] = [world.documents.kept.size, world.cases.kept.size];
    const refused = await send(world);
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '40' }, body: { status: 429 } });
    expect([world.documents.kept.size, world.cases.kept.size]).toEqual([documents, cases]);
  });

  it('gives the kept answer to a repetition without counting it', async () => {
    const world = apiWorld();
    const first = await send(world, { headers: KEY });
    fill(world);
    expect(await send(world, { headers: KEY })).toEqual(first);
  });

  it('counts a trusted flagger and an authority by client, and the holder of a token by case', async () => {
    const world = apiWorld();
    const flagger = { token: 'trusted-flagger:tf-1' };
    const order = () => world.call('POST', '/v1/orders', { body: { ...ORDER, reference: null }, token: AUTHORITY });
    const { caseId, accessToken } = (await send(world)).body;
    const { caseId: orderId } = (await order()).body;
    await send(world, flagger);
    const body = { answers: { name: 'N' } };
    const add = () => world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body });
    const withdraw = () => world.call('POST', `/v1/notices/${caseId}/withdrawal`, { token: accessToken });
    expect((await add()).status).toBe(202);
    fill(world);
    for (const answer of [
      await send(world),
      await send(world, flagger),
      await order(),
      await add(),
      await withdraw(),
    ]) {
      expect(answer.status).toBe(429);
    }
    for (const [route, sent] of [
      ['information', body],
      ['amendment', { statement: 'x' }],
      ['withdrawal', {}],
    ] as const) {
      const answer = await world.call('POST', `/v1/orders/${orderId}/${route}`, { token: AUTHORITY, body: sent });
      expect(answer.status).toBe(429);
    }
    expect((await send(world, { token: 'trusted-flagger:tf-2' })).status).toBe(202);
  });

  it('lets nobody spend what is left to the holder of a token', async () => {
    const world = apiWorld();
    const { caseId, accessToken } = (await send(world)).body;
    const other = (await send(world)).body.accessToken;
    const before = new Map(world.deps.throttle.counts);
    const body = { answers: { name: 'N' } };
    expect((await world.call('POST', `/v1/notices/${caseId}/information`, { token: other, body })).status).toBe(404);
    expect(world.deps.throttle.counts).toEqual(before);
    expect(accessToken).not.toBe(other);
  });

  it('keeps no network address under its name or a hash that could be guessed', async () => {
    const world = apiWorld();
    await send(world);
    await send(world, { sourceIp: '2001:db8:0:1:aaaa::1' });
    await send(world, { sourceIp: '2001:db8:0:1:bbbb::2' });
    const names = [...world.deps.throttle.counts.keys()];
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^NETWORK#[0-9a-f]{64}\/\d+$/);
  });

  it('is announced with Retry-After by the routes that take from senders', () => {
    const { paths } = openApiDocument(ROUTES.map(({ contract }) => contract)) as {
      paths: Record<string, Record<string, { responses: Record<string, { headers?: object }> }>>;
    };
    const throttled = Object.entries(paths).filter(([, { post }]) => post?.responses['429'] !== undefined);
    expect(throttled.map(([path]) => path).sort()).toEqual([
      '/v1/cases/{caseId}/response',
      '/v1/notices',
      '/v1/notices/{caseId}/complaint',
      '/v1/notices/{caseId}/counter-notice',
      '/v1/notices/{caseId}/court-action',
      '/v1/notices/{caseId}/information',
      '/v1/notices/{caseId}/withdrawal',
      '/v1/orders',
      '/v1/orders/{caseId}/amendment',
      '/v1/orders/{caseId}/information',
      '/v1/orders/{caseId}/withdrawal',
    ]);
    for (const [, { post }] of throttled) expect(post?.responses['429']?.headers).toHaveProperty('Retry-After');
  });
});
