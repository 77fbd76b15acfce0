import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '#local/http/api-gateway';
import { type Listener, openListener } from '#local/http/listener';
import type { InvocationResult } from '#local/ports';
import type { TemplateResource } from '#local/template/template';

const clock = { now: () => 0, setTimer: () => () => undefined };

function resource(type: string, name: string, properties: object): TemplateResource {
  return {
    type: `AWS::ApiGatewayV2::${type}`,
    logicalId: name,
    stackName: 's',
    name,
    ref: name,
    arn: '',
    properties: { ...properties },
  };
}

function route(routeKey: string, integration: object): TemplateResource[] {
  return [
    resource('Route', `${routeKey} route`, { RouteKey: routeKey, Target: `integrations/${routeKey}` }),
    resource('Integration', routeKey, integration),
  ];
}

const resources = [
  ...route('GET /echo', { IntegrationType: 'AWS_PROXY', IntegrationUri: 'echo' }),
  ...route('GET /fail', { IntegrationType: 'AWS_PROXY', IntegrationUri: 'fail' }),
  ...route('GET /nonsense', { IntegrationType: 'AWS_PROXY', IntegrationUri: 'nonsense' }),
  ...route('GET /slow', { IntegrationType: 'AWS_PROXY', IntegrationUri: 'slow', TimeoutInMillis: 50 }),
  ...route('POST /oauth/token', {
    IntegrationType: 'HTTP_PROXY',
    IntegrationUri: 'https://writ.auth.eu-central-1.amazoncognito.com/oauth2/token',
  }),
  ...route('GET /elsewhere', { IntegrationType: 'HTTP_PROXY', IntegrationUri: 'https://example.com/' }),
];

async function invoke(name: string, payload: unknown): Promise<InvocationResult> {
  if (name === 'fail') return { kind: 'failed', errorType: 'Error', errorMessage: 'no', trace: [] };
  if (name === 'slow') return new Promise(() => undefined);
  if (name === 'nonsense') return { kind: 'succeeded', payload: { statusCode: 'x' } };
  return { kind: 'succeeded', payload: { statusCode: 201, body: JSON.stringify(payload), cookies: ['a=1', 'b=2'] } };
}

/** The status that bytes are answered with, which no HTTP client would send. */
async function statusOf(port: number, bytes: string): Promise<number> {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(Buffer.from(part));
  return Number(Buffer.concat(parts).toString().split(' ')[1]);
}

describe('createGateway', () => {
  let listener: Listener;
  let url = '';

  beforeAll(async () => {
    listener = await openListener(0, 1000);
    url = `http://127.0.0.1:${listener.port}`;
  });

  afterAll(() => listener.close());

  it('is not there before the listener is told to serve', async () => {
    expect((await fetch(`${url}/echo`)).status).toBe(503);
    listener.serve(
      createGateway({
        template: { ofType: (...types) => resources.filter(({ type }) => types.includes(type)), assets: new Map() },
        clock,
        invoke,
        userPoolDomain: async ({ path }) => ({ status: 200, body: path }),
      }),
    );
    expect((await fetch(`${url}/echo`)).status).toBe(201);
  });

  it('passes the request on and sets every cookie', async () => {
    const response = await fetch(`${url}/echo?a=1`);
    expect(await response.json()).toMatchObject({ version: '2.0', routeKey: 'GET /echo', rawQueryString: 'a=1' });
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it.each([
    ['GET', '/fail', 500, { message: 'Internal Server Error' }],
    ['GET', '/nonsense', 500, { message: 'Internal Server Error' }],
    ['GET', '/slow', 503, { message: 'Service Unavailable' }],
    ['GET', '/nothing', 404, { message: 'Not Found' }],
    ['GET', '/elsewhere', 502, { message: 'Bad Gateway' }],
  ])('answers %s %s with %i', async (method, path, status, body) => {
    const response = await fetch(url + path, { method });
    expect([response.status, await response.json()]).toEqual([status, body]);
  });

  it.each([
    ['GET * HTTP/1.1', 400],
    ['OPTIONS * HTTP/1.1', 400],
    ['GET http://[ HTTP/1.1', 400],
    ['GET http://elsewhere.example/echo HTTP/1.1', 201],
    ['GET ///[ HTTP/1.1', 404],
    ['GET /%ff HTTP/1.1', 404],
    ['GET /echo?%ff HTTP/1.1', 201],
  ])('answers the request line %s with %i', async (line, status) => {
    expect(await statusOf(listener.port, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`)).toBe(status);
  });

  it('refuses what is too long', async () => {
    const response = await fetch(`${url}/oauth/token`, { method: 'POST', body: 'x'.repeat(1001) });
    expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('leads a proxy to the user pool to the local issuer', async () => {
    expect(await (await fetch(`${url}/oauth/token`, { method: 'POST', body: 'a=1' })).text()).toBe('/oauth2/token');
  });

  it('refuses a route without its integration', () => {
    const template = {
      ofType: (...types: string[]) => resources.slice(0, 1).filter(({ type }) => types.includes(type)),
      assets: new Map(),
    };
    expect(() => createGateway({ template, clock, invoke, userPoolDomain: async () => ({ status: 200 }) })).toThrow(
      /no integration/,
    );
  });
});
