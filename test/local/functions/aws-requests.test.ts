import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onAnswer, onRequests, type SentRequest } from '#local/functions/aws-requests';

const ANSWER = 'y'.repeat(300_000);
const server = createServer((_, response) => response.writeHead(201).end(ANSWER));
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

describe('onRequests and onAnswer', () => {
  it('tell what was sent and answered, and take nothing from whoever reads the answer later', async () => {
    const told: { sent: SentRequest; status: number; bytes: number }[] = [];
    onRequests((sent, made) => {
      if (made.getHeader('x-amz-target') !== 'Service.Told') return;
      onAnswer(made, (status, body) => told.push({ sent, status, bytes: body.length }));
    });
    const headers = { 'x-amz-target': 'Service.Told', authorization: 'Credential=a' };
    const answer = await new Promise<string>((resolve, reject) => {
      const made = request({ port, host: '127.0.0.1', method: 'POST', path: '/kms', headers }, (response) => {
        setImmediate(() => text(response).then(resolve, reject));
      });
      made.on('error', reject).end('asked');
    });
    expect(answer).toBe(ANSWER);
    expect(told).toMatchObject([{ sent: { method: 'POST', path: '/kms', headers }, status: 201, bytes: 300_000 }]);
    expect(told[0]?.sent.body.toString()).toBe('asked');
  });
});
