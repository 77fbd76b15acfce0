import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { OAuthScope, type UserPool } from 'aws-cdk-lib/aws-cognito';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGateway } from '#local/http/api-gateway';
import type { ListenerHandler } from '#local/http/listener';
import { createIssuer } from '#local/login/issuer';
import { loginSettings } from '#local/login/user-pool';
import { loadTemplate } from '#local/template/template';
import { stageConfig } from '../../../infra/config.ts';
import { Login } from '../../../infra/constructs/login.ts';
import { TokenRoute } from '../../../infra/constructs/token-route.ts';

const ISSUER = 'http://127.0.0.1/_local/issuer';
const clock = { now: () => Date.UTC(2026, 9, 17), setTimer: () => () => undefined };
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'writ-token-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

/** The login and its route, synthesized with one machine client, as the runtime of one machine loads them. */
function load() {
  const defaultStackSynthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  const app = new App({ outdir: directory, analyticsReporting: false, defaultStackSynthesizer });
  const stack = new Stack(app, 'Test');
  const login = new Login(stack, 'Login', {
    config: stageConfig('local'),
    publicUrl: 'https://writ.example',
    domainPrefix: 'writ-test',
  });
  const pool = login.node.findChild('Pool') as UserPool;
  pool.addClient('Machine', {
    userPoolClientName: 'de-bka',
    generateSecret: true,
    oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.custom('writ/authority')] },
  });
  const api = new HttpApi(stack, 'Api');
  new TokenRoute(stack, 'Token', { api, tokenEndpoint: login.tokenEndpoint });
  app.synth();
  const addresses = { api: 'http://127.0.0.1', aws: 'http://127.0.0.1', issuer: ISSUER };
  return loadTemplate({ directory, parameters: {}, addresses });
}

async function gateway(): Promise<ListenerHandler> {
  const template = load();
  const issuer = await createIssuer({ url: ISSUER, directory, clock, settings: loginSettings(template) });
  const invoke = async () => ({ kind: 'succeeded', payload: null }) as const;
  return createGateway({ template, clock, invoke, userPoolDomain: issuer.clientCredentials });
}

function post(secret: string, client = 'de-bka') {
  const url = new URL('http://127.0.0.1/oauth/token');
  return {
    method: 'POST',
    path: url.pathname,
    query: url.searchParams,
    headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    body: Buffer.from('grant_type=client_credentials&scope=writ/authority'),
    url,
    sourceIp: '127.0.0.1',
  };
}

describe('POST /oauth/token', () => {
  it('is led to the token endpoint of the user pool’s own domain', () => {
    const [integration] = load().ofType('AWS::ApiGatewayV2::Integration');
    expect(integration?.properties).toMatchObject({
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'POST',
      IntegrationUri: 'https://writ-test.auth.eu-central-1.amazoncognito.com/oauth2/token',
    });
  });

  it('gives a machine client a token of the issuer with its scope', async () => {
    const answer = await (await gateway())(post('de-bka-secret'));
    expect(answer.status).toBe(200);
    const { access_token } = JSON.parse(String(answer.body));
    expect(decodeJwt(access_token)).toMatchObject({ iss: ISSUER, client_id: 'de-bka', scope: 'writ/authority' });
  });

  it.each([
    ['a wrong secret', 'guessed', 'de-bka'],
    ['an unknown client', 'x-secret', 'x'],
  ])('refuses %s as the user pool does', async (_, secret, client) => {
    const answer = await (await gateway())(post(secret, client));
    expect([answer.status, JSON.parse(String(answer.body))]).toEqual([400, { error: 'invalid_client' }]);
  });
});
