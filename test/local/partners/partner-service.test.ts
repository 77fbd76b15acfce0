import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPartners } from '#local/partners/partner-service';
import { distrustReason } from '#local/partners/webhook-signature';
import { listen, TestClock } from '../services/listener.ts';

const SECRET = `whsec_${Buffer.from('a secret of the partners').toString('base64')}`;
const MINUTE = 60_000;

let directory: string;
let clock: TestClock;
let url: string;
let close: () => Promise<void>;

async function start(): Promise<void> {
  ({ url, close } = await listen(await createPartners({ directory, clock, secret: SECRET })));
}

// biome-ignore lint/suspicious/noExplicitAny: answers of an outside party, looked at field by field
async function call(method: string, path: string, body?: string, headers = {}): Promise<{ status: number; body: any }> {
  const response = await fetch(url + path, { method, headers, body: body ?? null });
  return { status: response.status, body: await response.json() };
}

function signed(
  id: string,
  body: string,
  more: { secret?: string; at?: number; prefix?: string } = {},
): Record<string, string> {
  const timestamp = String(Math.floor((more.at ?? clock.now()) / 1_000));
  const key = Buffer.from((more.secret ?? SECRET).replace('whsec_', ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `${more.prefix ?? ''}v1,${mac}` };
}

function deliver(partner: string, id: string, body: object, more = {}): ReturnType<typeof call> {
  const text = JSON.stringify(body);
  return call('POST', `/${partner}/webhooks`, text, signed(id, text, more));
}

const overview = async (partner: string) => (await call('GET', `/${partner}`)).body;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'writ-partners-'));
  clock = new TestClock('2026-10-17T20:00:00Z');
  await start();
});

afterEach(() => close());

describe('a partner', () => {
  const BODY = { type: 'restriction.applied', data: { item: 'trk-1001' } };

  it('keeps a signed webhook once and counts its repeats', async () => {
    expect((await deliver('label', 'w-1', BODY)).status).toBe(200);
    expect((await deliver('label', 'w-1', BODY)).body).toEqual({ received: 'w-1', duplicate: true });
    await deliver('other', 'w-1', BODY);
    expect(await overview('label')).toEqual({
      name: 'label',
      received: [{ id: 'w-1', at: '2026-10-17T20:00:00.000Z', type: BODY.type, body: BODY, duplicates: 1 }],
      faults: { mode: 'none' },
    });
  });

  it('takes a signature among others', async () => {
    expect((await deliver('label', 'w-1', BODY, { prefix: 'v1a,xyz v1,AAAA ' })).status).toBe(200);
  });

  it.each([
    ['a signature by another secret', { secret: 'whsec_AAAA' }],
    ['a timestamp older than five minutes', { at: Date.parse('2026-10-17T19:54:59Z') }],
    ['a timestamp more than five minutes ahead', { at: Date.parse('2026-10-17T20:05:01Z') }],
  ])('refuses %s with 401', async (_, more) => {
    expect((await deliver('label', 'w-1', BODY, more)).status).toBe(401);
    expect((await overview('label')).received).toEqual([]);
  });

  it('refuses a body other than the signed one, and no signature at all', async () => {
    const headers = signed('w-1', JSON.stringify(BODY));
    expect((await call('POST', '/label/webhooks', '{}', headers)).status).toBe(401);
    expect((await call('POST', '/label/webhooks', '{}')).status).toBe(401);
  });

  it('follows the driven clock in its tolerance', async () => {
    const at = clock.now();
    clock.advance(5 * MINUTE);
    expect((await deliver('label', 'w-1', BODY, { at })).status).toBe(200);
    clock.advance(1_000);
    expect((await deliver('label', 'w-2', BODY, { at })).status).toBe(401);
  });

  it('is out of order as long as it is told', async () => {
    await call('PUT', '/label/faults', '{"mode":"500","until":"2026-10-17T20:10:00Z"}');
    expect((await deliver('label', 'w-1', BODY)).status).toBe(500);
    expect((await deliver('other', 'w-1', BODY)).status).toBe(200);
    clock.advance(10 * MINUTE);
    expect((await deliver('label', 'w-1', BODY)).body).toEqual({ received: 'w-1', duplicate: false });
    expect((await call('PUT', '/label/faults', '{"mode":"gone"}')).status).toBe(400);
  });

  it('keeps a webhook at once when slow, and answers after seconds', async () => {
    await call('PUT', '/label/faults', '{"mode":"slow"}');
    const answer = deliver('label', 'w-1', BODY);
    while ((await overview('label')).received.length === 0) await new Promise((done) => setImmediate(done));
    clock.advance(5_000);
    expect((await answer).status).toBe(200);
  });

  it('keeps everything over a restart', async () => {
    await deliver('label', 'w-1', BODY);
    await close();
    await start();
    expect((await deliver('label', 'w-1', BODY)).body).toMatchObject({ duplicate: true });
    expect((await overview('label')).received).toHaveLength(1);
  });
});

describe('on-call', () => {
  const page = (pageId: string, level: number) => ({ type: 'page', data: { pageId, level, caseId: 'c-1' } });

  it('lists pages with their repeats and levels, and takes one acknowledgement', async () => {
    for (const level of [1, 1, 2]) await deliver('on-call', randomUUID(), page('p-1', level));
    await deliver('on-call', randomUUID(), page('p-2', 1));
    await deliver('on-call', randomUUID(), { type: 'other', data: {} });
    expect((await overview('on-call')).pages).toMatchObject([
      { pageId: 'p-1', repeats: 2, levels: [1, 1, 2], acknowledgedBy: null, acknowledgedAt: null },
      { pageId: 'p-2', repeats: 0 },
    ]);
    clock.advance(MINUTE);
    for (const by of ['dora', 'emil']) {
      const answer = await call('POST', '/on-call/acknowledge', JSON.stringify({ pageId: 'p-1', by }));
      expect(answer.body).toMatchObject({ acknowledgedBy: 'dora', acknowledgedAt: '2026-10-17T20:01:00.000Z' });
    }
    await close();
    await start();
    expect((await call('GET', '/on-call/pages/p-1')).body).toMatchObject({ acknowledgedBy: 'dora', repeats: 2 });
  });

  it('does not know a page that never came', async () => {
    expect((await call('GET', '/on-call/pages/none')).status).toBe(404);
    expect((await call('POST', '/on-call/acknowledge', '{"pageId":"none","by":"x"}')).status).toBe(404);
    expect((await call('POST', '/on-call/acknowledge', '{}')).status).toBe(400);
    expect((await call('POST', '/label/acknowledge', '{}')).status).toBe(404);
  });
});

describe('distrustReason', () => {
  it('agrees with the example of the Standard Webhooks specification', () => {
    const webhook = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: '1614265330',
      signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      body: Buffer.from('{"test": 2432232314}'),
    };
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(distrustReason(webhook, secret, 1_614_265_330_000)).toBeUndefined();
    expect(distrustReason({ ...webhook, id: 'msg_other' }, secret, 1_614_265_330_000)).toBeDefined();
  });
});
