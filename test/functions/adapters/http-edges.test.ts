import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HttpPlatform } from '#adapters/http-platform';
import { HttpWebhooks } from '#adapters/http-webhooks';
import { JwtVerifier } from '#adapters/jwt-verifier';
import { plus } from '#domain/instant';
import { NOW } from '../support/sample-case.ts';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let base = '';
let seen: Seen[] = [];
let answer: { status: number; body: string; headers?: Record<string, string> } = { status: 200, body: '{}' };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  seen = [];
  answer = { status: 200, body: '{}' };
});

const track = { kind: 'tracks', id: 'trk 1/2' } as const;
const restriction = { action: 'disable', components: [], territories: ['DE'], until: null };

describe('HttpPlatform', () => {
  const platform = () => new HttpPlatform(`${base}/`, 'secret');

  it('puts a restriction with its key', async () => {
    await platform().restrict(track, 'd1.item-1', restriction, 'd1.item-1.platform');
    expect(seen).toMatchObject([
      { method: 'PUT', path: '/manage/tracks/trk%201%2F2/restrictions/d1.item-1', body: JSON.stringify(restriction) },
    ]);
    expect(seen[0]?.headers).toMatchObject({ 'idempotency-key': 'd1.item-1.platform', authorization: 'Bearer secret' });
  });

  it.each([500, 503, 429, 408])('takes %i for passing', async (status) => {
    answer = { status, body: '' };
    await expect(platform().restrict(track, 'r', restriction, 'k')).rejects.toMatchObject({
      name: 'PlatformUnavailableError',
    });
  });

  it.each([400, 403, 422, 302])('takes %i for a refusal, and follows no redirect', async (status) => {
    answer = { status, body: '', headers: { location: base } };
    await expect(platform().restrict(track, 'r', restriction, 'k')).rejects.toMatchObject({
      name: 'PlatformRefusedError',
    });
    expect(seen).toHaveLength(1);
  });

  it('knows an item that is not there, and takes no change of it for made', async () => {
    answer = { status: 404, body: '{}' };
    expect(await platform().describe(track)).toBeNull();
    expect(await platform().readBack(track)).toBeNull();
    await expect(platform().lift(track, 'r', 'k')).resolves.toBeUndefined();
    await expect(platform().restrict(track, 'r', restriction, 'k')).rejects.toMatchObject({
      name: 'PlatformRefusedError',
    });
    await expect(platform().preserve(track, 'h', NOW, 'k')).rejects.toMatchObject({ name: 'PlatformRefusedError' });
  });

  it.each(['not json', '{"audio":{"default":"sideways"}}', 'null'])(
    'takes an answer of another form for a fault of the platform: %s',
    async (body) => {
      answer = { status: 200, body };
      await expect(platform().readBack(track)).rejects.toMatchObject({ name: 'PlatformUnavailableError' });
    },
  );

  it('takes a platform that is not there for unavailable', async () => {
    await expect(new HttpPlatform('http://127.0.0.1:1', 's').readBack(track)).rejects.toMatchObject({
      name: 'PlatformUnavailableError',
    });
  });
});

describe('HttpWebhooks', () => {
  const secret = `whsec_${Buffer.from('shared').toString('base64')}`;
  const webhooks = () =>
    new HttpWebhooks({
      partnerUrl: `${base}/partner`,
      onCallUrl: `${base}/on-call`,
      secret,
      clock: { now: () => NOW },
    });

  it('signs id, time and body as Standard Webhooks ask', async () => {
    await webhooks().post('partner', 'w-1', { type: 'restriction', data: { n: 'ü' } });
    const [sent] = seen;
    const timestamp = String(Date.parse(NOW) / 1000);
    const signature = createHmac('sha256', 'shared').update(`w-1.${timestamp}.${sent?.body}`).digest('base64');
    expect(sent?.path).toBe('/partner/webhooks');
    expect(sent?.headers).toMatchObject({
      'webhook-id': 'w-1',
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    });
  });

  it.each([500, 404, 307])('fails when the receiver answers %i', async (status) => {
    answer = { status, body: '', headers: { location: `${base}/elsewhere` } };
    await expect(webhooks().post('on-call', 'w-1', {})).rejects.toMatchObject({ name: 'WebhookFailedError' });
    expect(seen).toHaveLength(1);
  });

  it('counts any 2xx as delivered', async () => {
    answer = { status: 204, body: '' };
    await expect(webhooks().post('partner', 'w-1', {})).resolves.toBeUndefined();
  });

  it.each([
    ['{"acknowledgedBy":"anna","acknowledgedAt":"2026-10-17T21:39:00Z"}', { by: 'anna', at: '2026-10-17T21:39:00Z' }],
    ['{"acknowledgedBy":null,"acknowledgedAt":null}', null],
  ])('reads who acknowledged a page: %s', async (body, expected) => {
    answer = { status: 200, body };
    expect(await webhooks().pageAcknowledgement('page/1')).toEqual(expected);
    expect(seen[0]?.path).toBe('/on-call/pages/page%2F1');
  });

  it('takes an answer of another form for a failure', async () => {
    answer = { status: 200, body: '<html>' };
    await expect(webhooks().pageAcknowledgement('p')).rejects.toMatchObject({ name: 'WebhookFailedError' });
  });
});

describe('JwtVerifier', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const epoch = Math.floor(Date.parse(NOW) / 1000);
  let now = NOW;
  const verifier = () => new JwtVerifier(base, { now: () => now });
  const claims = { sub: 'anna', token_use: 'access', client_id: 'console', 'cognito:groups': ['counsel'] };
  const token = (changes: object = {}, { issuer = base, alg = 'ES256', key = privateKey } = {}) =>
    new SignJWT({ ...claims, ...changes })
      .setProtectedHeader({ alg, kid: 'k1' })
      .setIssuer(issuer)
      .setIssuedAt(epoch)
      .setExpirationTime(epoch + 3600)
      .sign(key);

  beforeEach(async () => {
    now = NOW;
    answer = {
      status: 200,
      body: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] }),
    };
  });

  it.each([
    ['a person by group', {}, { role: 'counsel', subject: 'anna', client: 'console' }],
    [
      'a machine by scope',
      { 'cognito:groups': [], sub: 'de-bka', client_id: 'de-bka', scope: 'writ/authority' },
      { role: 'authority', subject: 'de-bka', client: 'de-bka' },
    ],
  ])('knows %s', async (_, changes, expected) => {
    expect(await verifier().verify(await token(changes))).toEqual(expected);
  });

  it.each([
    ['an identity token', { token_use: 'id' }],
    ['a role nobody knows', { 'cognito:groups': ['king'] }],
    ['no role at all', { 'cognito:groups': [] }],
    ['a scope of another system', { 'cognito:groups': [], scope: 'other/lead' }],
  ])('refuses %s', async (_, changes) => {
    expect(await verifier().verify(await token(changes))).toBeNull();
  });

  it('refuses another issuer, another key, an expired token and what is no token', async () => {
    const { privateKey: foreign } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const good = await token();
    expect(await verifier().verify(await token({}, { issuer: 'https://other.example' }))).toBeNull();
    expect(await verifier().verify(await token({}, { key: foreign }))).toBeNull();
    expect(await verifier().verify(`${good.slice(0, -3)}AAA`)).toBeNull();
    expect(await verifier().verify('nonsense')).toBeNull();
    now = plus(NOW, { hours: 2 });
    expect(await verifier().verify(good)).toBeNull();
  });

  it('refuses a token that signs with the public key as a secret, or not at all', async () => {
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = encode({ ...claims, iss: base, exp: epoch + 60 });
    expect(await verifier().verify(`${encode({ alg: 'none', kid: 'k1' })}.${payload}.`)).toBeNull();
    const pem = publicKey.export({ format: 'pem', type: 'spki' });
    const signed = `${encode({ alg: 'HS256', kid: 'k1' })}.${payload}`;
    expect(
      await verifier().verify(`${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`),
    ).toBeNull();
  });

  it('throws when the issuer does not give its keys: that is no fault of the token', async () => {
    answer = { status: 500, body: '' };
    await expect(verifier().verify(await token())).rejects.toThrow();
  });
});
