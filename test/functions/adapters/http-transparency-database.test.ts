import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HttpTransparencyDatabase } from '#adapters/http-transparency-database';
import type { ServiceRequest, ServiceResponse } from '#local/ports';
import { listen } from '../../local/services/listener.ts';
import { sampleStatement } from '../../support/statements.ts';

const ONE = [sampleStatement()];
const TWO = [sampleStatement({ puid: 'a' }), sampleStatement({ puid: 'b' })];

let seen: ServiceRequest[] = [];
let answer: () => Promise<ServiceResponse>;
let server: { url: string; close: () => Promise<void> };

function answers(status: number, body: unknown, headers: Record<string, string> = {}): void {
  answer = async () => ({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

const database = (timeout?: number) => new HttpTransparencyDatabase(`${server.url}/`, '1|token', timeout);

beforeEach(async () => {
  seen = [];
  server = await listen(async (request) => {
    seen.push(request);
    return await answer();
  });
});

afterEach(() => server.close());

describe('HttpTransparencyDatabase', () => {
  it('sends one statement alone and several as a batch, with the token', async () => {
    answers(201, { uuid: 'u-1' });
    expect(await database().store(ONE)).toEqual({ kind: 'stored', uuids: ['u-1'] });
    answers(201, { statements: [{ uuid: 'u-a' }, { uuid: 'u-b' }] });
    expect(await database().store(TWO)).toEqual({ kind: 'stored', uuids: ['u-a', 'u-b'] });
    expect(seen.map(({ method, path, body }) => [method, path, JSON.parse(body.toString())])).toEqual([
      ['POST', '/api/v1/statement', ONE[0]],
      ['POST', '/api/v1/statements', { statements: TWO }],
    ]);
    expect(seen[0]?.headers).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer 1|token',
      'content-type': 'application/json',
    });
  });

  it.each([
    ['no identifier', {}],
    ['no JSON', 'stored'],
    ['an empty one', { uuid: '' }],
  ])('takes a 201 with %s for no proof', async (_, body) => {
    answers(201, body);
    expect(await database().store(ONE)).toEqual({ kind: 'unheard' });
  });

  it('takes a batch with too few identifiers for no proof', async () => {
    answers(201, { statements: [{ uuid: 'u-a' }] });
    expect(await database().store(TWO)).toEqual({ kind: 'unheard' });
  });

  it('reads which identifiers are known, of one and of several', async () => {
    answers(422, { message: 'not unique', errors: { puid: ['not unique'] }, existing: { puid: 'statement-1' } });
    expect(await database().store(ONE)).toEqual({ kind: 'existing', puids: ['statement-1'] });
    answers(422, { message: 'not unique', errors: { puid: ['not unique'], existing_puids: ['b'] } });
    expect(await database().store(TWO)).toEqual({ kind: 'existing', puids: ['b'] });
  });

  it('reads which statements are refused and for which fields, an identifier of a wrong form among them', async () => {
    answers(422, { message: 'invalid', errors: { puid: ['format'], category: ['invalid'] } });
    expect(await database().store(ONE)).toEqual({
      kind: 'invalid',
      faults: [{ index: 0, fields: ['puid', 'category'] }],
    });
    answers(422, { errors: { statement_1: { decision_facts: ['too long'] } } });
    expect(await database().store(TWO)).toEqual({
      kind: 'invalid',
      faults: [{ index: 1, fields: ['decision_facts'] }],
    });
  });

  it.each([
    ['names nobody that was sent', { errors: { statement_7: { category: ['invalid'] } } }],
    ['has another form', { errors: { statements: ['between 1 and 100'] } }],
    ['is no JSON', '<html>'],
  ])('takes a 422 that %s for no answer', async (_, body) => {
    answers(422, body);
    expect(await database().store(TWO)).toEqual({ kind: 'unheard' });
  });

  it('waits when told that it asks too often, and knows a token that is not accepted', async () => {
    answers(429, { message: 'Limit Reached. Please do not overload the API' });
    expect(await database().store(ONE)).toEqual({ kind: 'busy' });
    for (const status of [401, 403]) {
      answers(status, { message: 'Unauthenticated.' });
      expect(await database().store(ONE)).toEqual({ kind: 'unauthorised' });
    }
  });

  it.each([200, 404, 500, 502, 503, 504])('takes %i for neither stored nor refused', async (status) => {
    answers(status, { uuid: 'u-1' });
    expect(await database().store(ONE)).toEqual({ kind: 'unheard' });
  });

  it.each([301, 302, 307, 308])('follows no redirect: %i', async (status) => {
    answers(status, '', { location: `${server.url}/elsewhere` });
    expect(await database().store(ONE)).toEqual({ kind: 'unheard' });
    expect(seen).toHaveLength(1);
  });

  it('stops waiting after its time, and takes a database that is not there for no answer', async () => {
    answer = () => new Promise(() => undefined);
    expect(await database(20).store(ONE)).toEqual({ kind: 'unheard' });
    expect(await new HttpTransparencyDatabase('http://127.0.0.1:1', 't').store(ONE)).toEqual({ kind: 'unheard' });
  });
});
