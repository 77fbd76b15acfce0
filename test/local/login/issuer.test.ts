import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { createIssuer, type Issuer } from '#local/login/issuer';
import { loginSettings } from '#local/login/user-pool';
import type { ServiceRequest, ServiceResponse } from '#local/ports';
import type { TemplateResource } from '#local/template/template';

const directory = mkdtempSync(join(tmpdir(), 'writ-issuer-'));
const url = 'http://127.0.0.1:1/_local/issuer';
const at = Date.UTC(2026, 9, 17);
const clock = { now: () => at, setTimer: () => () => undefined };

afterAll(() => rmSync(directory, { recursive: true }));

function resource(type: string, name: string, properties: object): TemplateResource {
  return {
    type: `AWS::Cognito::${type}`,
    logicalId: name,
    stackName: 's',
    name,
    ref: name,
    arn: '',
    properties: { ...properties },
  };
}

const resources = [
  resource('UserPoolGroup', 'counsel', { GroupName: 'counsel' }),
  resource('UserPoolGroup', 'operator', { GroupName: 'operator' }),
  resource('UserPoolClient', 'people', { AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid', 'profile'] }),
  resource('UserPoolClient', 'machine', { AllowedOAuthFlows: ['client_credentials'], GenerateSecret: true }),
  resource('UserPoolResourceServer', 'writ', { Identifier: 'writ', Scopes: [{ ScopeName: 'authority' }] }),
];
const settings = loginSettings({
  ofType: (...types) => resources.filter(({ type }) => types.includes(type)),
  assets: new Map(),
});

function open(): Promise<Issuer> {
  return createIssuer({ url, directory, clock, settings });
}

function request(path: string, body = '', headers: Record<string, string> = {}): ServiceRequest {
  return { method: body ? 'POST' : 'GET', path, query: new URLSearchParams(), headers, body: Buffer.from(body) };
}

async function claimsOf(issuer: Issuer, response: ServiceResponse): Promise<JWTPayload> {
  const keys = createLocalJWKSet(JSON.parse(String((await issuer.documents(request('/.well-known/jwks.json'))).body)));
  const { access_token } = JSON.parse(String(response.body));
  return (await jwtVerify(access_token, keys, { issuer: url, currentDate: new Date(at) })).payload;
}

describe('createIssuer', () => {
  it('gives people a token with their group, for one hour of the driven clock', async () => {
    const issuer = await open();
    const response = await issuer.token(request('/', JSON.stringify({ role: 'counsel', subject: 'anna' })));
    expect(await claimsOf(issuer, response)).toMatchObject({
      iss: url,
      sub: 'anna',
      username: 'anna',
      client_id: 'people',
      token_use: 'access',
      scope: 'openid profile',
      'cognito:groups': ['counsel'],
      iat: at / 1000,
      exp: at / 1000 + 3600,
    });
  });

  it.each([
    [{ role: 'authority', subject: 'de-bka' }, 'de-bka'],
    [{ role: 'authority', subject: 'x', client: 'de-bka' }, 'de-bka'],
  ])('names an authority by its client in the token for %j', async (body, client_id) => {
    const issuer = await open();
    const claims = await claimsOf(issuer, await issuer.token(request('/', JSON.stringify(body))));
    expect(claims).toMatchObject({ client_id, scope: 'writ/authority' });
    expect(claims).not.toHaveProperty('cognito:groups');
  });

  it('refuses a role that the template does not have, and names those that it has', async () => {
    const issuer = await open();
    const { status, body } = await issuer.token(request('/', JSON.stringify({ role: 'boss', subject: 'anna' })));
    expect(status).toBe(400);
    expect(String(body)).toContain('There is no role \\"boss\\". Roles: counsel, operator, authority.');
  });

  it('keeps its key over a restart', async () => {
    const response = await (await open()).token(request('/', JSON.stringify({ role: 'counsel', subject: 'l' })));
    expect(await claimsOf(await open(), response)).toMatchObject({ sub: 'l' });
  });

  it('never publishes the private key', async () => {
    const { body } = await (await open()).documents(request('/.well-known/jwks.json'));
    expect(Object.keys(JSON.parse(String(body)).keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('leads to its key set from the discovery document', async () => {
    const { body } = await (await open()).documents(request('/.well-known/openid-configuration'));
    expect(JSON.parse(String(body))).toMatchObject({ issuer: url, jwks_uri: `${url}/.well-known/jwks.json` });
  });

  it.each(['', '{', '{"role":"lead"}', '{"role":"lead","subject":"l","more":1}'])(
    'refuses the token request %j',
    async (body) => {
      expect((await (await open()).token(request('/', body))).status).toBe(400);
    },
  );

  it('grants client credentials, in the header or in the body', async () => {
    const issuer = await open();
    const authorization = `Basic ${Buffer.from('machine:machine-secret').toString('base64')}`;
    const header = await issuer.clientCredentials(request('/', 'grant_type=client_credentials', { authorization }));
    expect(await claimsOf(issuer, header)).toMatchObject({
      sub: 'machine',
      client_id: 'machine',
      scope: 'writ/authority',
    });
    const form = 'grant_type=client_credentials&client_id=machine&client_secret=machine-secret';
    expect(await claimsOf(issuer, await issuer.clientCredentials(request('/', form)))).not.toHaveProperty(
      'cognito:groups',
    );
  });

  it('refuses credentials that cannot be decoded', async () => {
    const authorization = `Basic ${Buffer.from('%ff:%').toString('base64')}`;
    const form = request('/', 'grant_type=client_credentials', { authorization });
    expect((await (await open()).clientCredentials(form)).status).toBe(400);
  });

  it.each([
    ['grant_type=password', 'unsupported_grant_type'],
    ['grant_type=client_credentials&client_id=machine&client_secret=wrong', 'invalid_client'],
    ['grant_type=client_credentials&client_id=nobody&client_secret=nobody-secret', 'invalid_client'],
    ['grant_type=client_credentials&client_id=people&client_secret=people-secret', 'invalid_client'],
  ])('refuses %s', async (form, error) => {
    const response = await (await open()).clientCredentials(request('/', form));
    expect([response.status, JSON.parse(String(response.body))]).toEqual([400, { error }]);
  });
});
