import { describe, expect, it } from 'vitest';
import type { ListenerRequest } from '#local/http/listener';
import { toEvent, toResponse } from '#local/http/payload';

const routed = {
  routeKey: 'POST /a/{b}',
  parameters: { b: '1' },
  requestId: 'r-1',
  at: Date.UTC(2026, 10, 2, 3, 4, 5),
};

function request(headers: Record<string, string>, body: Buffer, target = '/a/1'): ListenerRequest {
  const url = new URL(`http://127.0.0.1${target}`);
  return {
    method: 'POST',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body,
    url,
    sourceIp: '127.0.0.1',
  };
}

describe('toEvent', () => {
  it('tells path, query, cookies and time as payload format 2.0 does', () => {
    const event = toEvent(
      request({ cookie: 'a=1; b=2', 'x-y': 'z' }, Buffer.alloc(0), '/a%20b?q=1&q=2&r=%C3%A4'),
      routed,
    );
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/a b',
      rawQueryString: 'q=1&q=2&r=%C3%A4',
      queryStringParameters: { q: '1,2', r: 'ä' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-y': 'z' },
      pathParameters: { b: '1' },
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/a b' },
        time: '02/Nov/2026:03:04:05 +0000',
        timeEpoch: routed.at,
      },
    });
    expect(event).not.toHaveProperty('headers.cookie');
  });

  it.each([
    ['application/json; charset=utf-8', '{"a":"ä"}', false],
    ['application/problem+json', '{}', false],
    ['text/plain', 'x', false],
    ['application/x-www-form-urlencoded', 'a=1', true],
    ['application/octet-stream', 'x', true],
    ['', 'x', true],
  ])('carries a body of type %j', (type, body, isBase64Encoded) => {
    const expected = isBase64Encoded ? Buffer.from(body).toString('base64') : body;
    expect(toEvent(request({ 'content-type': type }, Buffer.from(body)), routed)).toMatchObject({
      body: expected,
      isBase64Encoded,
    });
  });

  it.each([
    ['/a/%ff', '/a/%ff'],
    ['/a/%E4', '/a/%E4'],
    ['/a/%', '/a/%'],
    ['/a/%C3%A4', '/a/ä'],
  ])('passes on a path that cannot be decoded as it was sent: %s', (target, rawPath) => {
    expect(toEvent(request({}, Buffer.alloc(0), target), routed)).toMatchObject({ rawPath });
  });

  it('never damages bytes that are not UTF-8', () => {
    const body = Buffer.from([0x7b, 0xff, 0xfe]);
    const event = toEvent(request({ 'content-type': 'application/json' }, body), routed);
    expect(event).toMatchObject({ body: body.toString('base64'), isBase64Encoded: true });
  });
});

describe('toResponse', () => {
  it('takes status, headers, cookies and a binary body', () => {
    const body = Buffer.from([1, 2, 255]);
    const answer = {
      statusCode: 201,
      headers: { 'Content-Type': 'image/png', n: 1 },
      cookies: ['a=1'],
      body: body.toString('base64'),
      isBase64Encoded: true,
    };
    expect(toResponse(answer)).toEqual({
      status: 201,
      headers: { 'Content-Type': 'image/png', n: '1' },
      cookies: ['a=1'],
      body,
    });
  });

  it.each([
    [{ a: 1 }, '{"a":1}'],
    ['text', '"text"'],
    [null, 'null'],
  ])('answers 200 with %j as JSON', (payload, body) => {
    expect(toResponse(payload)).toMatchObject({ status: 200, body });
  });

  it('gives nothing for an answer that the gateway does not understand', () => {
    expect(toResponse({ statusCode: 'x' })).toBeUndefined();
  });
});
