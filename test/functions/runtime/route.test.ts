import { type AddressInfo, createServer } from 'node:net';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Gateway, route } from '#runtime/route';
import type { IdempotentAnswer } from '../../../functions/ports/case-store.ts';
import { AnswerKeptError, StoreBusyError } from '../../../functions/ports/errors.ts';
import { NoQuery, type RouteContract } from '../../../functions/ports/route-contract.ts';

const contract = {
  operationId: 'addThing',
  method: 'POST',
  path: '/things',
  summary: { en: 'A', de: 'B' },
  audience: 'anybody',
  needs: [],
  body: z.object({ a: z.number() }),
  query: NoQuery,
  answers: { 201: z.object({}) },
} as const satisfies RouteContract;

const event = {
  headers: { 'idempotency-key': '0f8fad5b-d9cb-469f-a165-70867728950e' },
  rawPath: '/things',
  body: '{"a":1}',
  isBase64Encoded: false,
  requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' } },
} as never;

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

function named(name: string, fields: object): Error {
  return Object.assign(new Error(name), { name, ...fields });
}

function failing(error: unknown): ReturnType<Gateway> {
  const cases = { findAnswer: async () => null };
  return route(
    contract,
    () => ({ cases }),
    () => Promise.reject(error),
  )(event);
}

/** A port that was free a moment ago and on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('route', () => {
  it("gives the answer of a twin that was faster while this request's change was under way", async () => {
    let kept: IdempotentAnswer | null = null;
    const cases = { findAnswer: vi.fn(async () => kept) };
    const gateway = route(
      contract,
      () => ({ cases }),
      async (_, request) => {
        kept = request.keep(201, { made: 'by the twin' });
        throw new AnswerKeptError('twin');
      },
    );
    expect(await gateway(event)).toMatchObject({ statusCode: 201, body: '{"made":"by the twin"}' });
  });

  it.each([
    ['a database that takes no connection', refused],
    ['one of two addresses that take none', new AggregateError([refused], 'no address')],
    ['a connection that broke', named('TimeoutError', { code: 'ECONNRESET' })],
    ['a fetch that met nobody', new TypeError('fetch failed', { cause: refused })],
    ['a service that fails by itself', named('InternalServerError', { $metadata: { httpStatusCode: 500 } })],
    ['a store that was too busy at every attempt', new StoreBusyError('case-1')],
    ['a key service that is too busy', named('ThrottlingException', { $metadata: { httpStatusCode: 400 } })],
  ])('tells when to try again: %s', async (_, error) => {
    const answer = await failing(error);
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'content-type': 'application/problem+json' } });
    expect(answer).toHaveProperty('headers.retry-after', '5');
  });

  it.each([
    ['a defect', new TypeError('x is not a function')],
    ['what the database does not allow', named('AccessDeniedException', { $metadata: { httpStatusCode: 400 } })],
    ['what is no error at all', 'gone'],
  ])('calls everything else a fault of ours: %s', async (_, error) => {
    expect(await failing(error)).toMatchObject({ statusCode: 500 });
  });

  it('does not wait for a service that hangs until the gateway gives up', async () => {
    vi.useFakeTimers();
    try {
      const cases = { findAnswer: () => new Promise<never>(() => undefined) };
      const answer = route(
        contract,
        () => ({ cases }),
        async () => ({ status: 201, body: {} }),
      )(event);
      await vi.advanceTimersByTimeAsync(25_000);
      expect(await answer).toMatchObject({ statusCode: 503 });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('answers a real client whose database is not there with 503', async () => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const endpoint = `http://127.0.0.1:${await closedPort()}`;
    const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 });
    const gone = await client.send(new ListTablesCommand({})).catch((error: unknown) => error);
    expect(await failing(gone)).toMatchObject({ statusCode: 503 });
  });

  it('does not hide a fault behind a twin that does not exist', async () => {
    const cases = { findAnswer: async () => null };
    const gateway = route(
      contract,
      () => ({ cases }),
      async () => {
        throw new AnswerKeptError('twin');
      },
    );
    expect(await gateway(event)).toMatchObject({ statusCode: 500 });
  });
});
