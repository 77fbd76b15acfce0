import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { route } from '#runtime/route';
import type { IdempotentAnswer } from '../../../functions/ports/case-store.ts';
import { AnswerKeptError } from '../../../functions/ports/errors.ts';
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
  headers: { 'idempotency-key': 'k'.repeat(32) },
  rawPath: '/things',
  body: '{"a":1}',
  isBase64Encoded: false,
  requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' } },
} as never;

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
