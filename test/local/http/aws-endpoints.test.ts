import { describe, expect, it } from 'vitest';
import { createAwsEndpoints } from '#local/http/aws-endpoints';
import { jsonResponse } from '#local/services/responses';
import { TestClock } from '../services/listener.ts';

const endpoints = createAwsEndpoints({ kms: async () => jsonResponse(200, {}) }, new TestClock('2026-10-17T20:00:00Z'));
const ask = (path: string) => {
  const url = new URL(path, 'http://localhost');
  const request = { method: 'POST', path, url, query: url.searchParams, headers: {}, body: Buffer.alloc(0) };
  return endpoints({ ...request, sourceIp: '127.0.0.1' });
};

describe('createAwsEndpoints', () => {
  it.each([
    ['/kms', 200],
    ['/ec2', 404],
    ['/constructor', 404],
  ])('answers %s with %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });
});
