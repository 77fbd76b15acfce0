import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Runtime, startRuntime } from '#local/main';
import { synthesizeFixture } from '../support/fixture-app/app.ts';

const directory = mkdtempSync(join(tmpdir(), 'writ-main-'));
const secrets = {
  platformToken: 'token',
  partnerSecret: 'whsec_dGVzdA==',
  transparencyDatabaseToken: 't',
  lumenToken: 't',
  ncmec: { username: 'u', password: 'p' },
};
let plain = '';
let withMachine = '';
let withMore = '';

beforeAll(() => {
  plain = synthesizeFixture(join(directory, 'plain'));
  withMachine = synthesizeFixture(join(directory, 'machine'), { machine: true });
  withMore = synthesizeFixture(join(directory, 'more'), { more: true });
}, 30_000);

afterAll(() => rmSync(directory, { recursive: true }));

async function send(method: string, url: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

const get = (url: string): ReturnType<typeof send> => send('GET', url);
const post = (url: string, body: unknown): ReturnType<typeof send> => send('POST', url, body);

async function untilIdle(api: string): Promise<void> {
  expect(await post(`${api}/_local/idle`, { timeoutMs: 20_000 })).toEqual({ status: 200, body: { idle: true } });
}

describe('startRuntime', () => {
  let runtime: Runtime;
  let api = '';
  const start = async (assembly: string, name: string): Promise<void> => {
    runtime = await startRuntime({ assembly, dataDirectory: join(directory, name), port: 0, ...secrets });
    api = runtime.urls.api;
  };

  afterEach(() => runtime.close());

  it('serves routes, delivers the stream and runs the state machine of a template', async () => {
    await start(withMachine, 'data-machine');
    expect(await post(`${api}/notes/n-1`, { text: 'hello' })).toEqual({ status: 202, body: { id: 'n-1' } });
    await untilIdle(api);
    const { body } = await get(`${api}/notes/n-1`);
    expect(body).toMatchObject({ OUTBOX: 'hello', SEEN: expect.any(String), FIRST: expect.any(String), DONE: 'HELLO' });
  });

  it('serves one more route, function and table without knowing them', async () => {
    await start(withMore, 'data-more');
    expect(await send('PUT', `${api}/others/o-1`, { text: 'x' })).toEqual({ status: 202, body: { id: 'o-1' } });
  });

  it('sends a record that its function refuses to the failure queue and goes on behind it', async () => {
    await start(plain, 'data-poison');
    await post(`${api}/notes/bad`, { text: 'poison' });
    await post(`${api}/notes/good`, { text: 'fine' });
    await untilIdle(api);
    expect((await get(`${api}/notes/good`)).body).toHaveProperty('SEEN');
    expect((await get(`${api}/notes/bad`)).body).not.toHaveProperty('SEEN');
    expect(readFileSync(join(directory, 'data-poison', 'sqs', 'messages.jsonl'), 'utf8')).toContain(
      'RetryAttemptsExhausted',
    );
  });

  it('moves the clock for functions too, and never back', async () => {
    await start(plain, 'data-clock');
    const before = Date.parse(String(((await get(`${api}/_local/clock`)).body as { now: string }).now));
    const moved = await post(`${api}/_local/clock`, { advance: 'P1D' });
    expect(moved.status).toBe(200);
    await post(`${api}/notes/n-1`, { text: 'x' });
    await untilIdle(api);
    const { SEEN } = (await get(`${api}/notes/n-1`)).body as { SEEN: string };
    expect(Date.parse(SEEN) - before).toBeGreaterThanOrEqual(86_400_000);
    expect((await post(`${api}/_local/clock`, { now: '2001-01-01T00:00:00Z' })).status).toBe(409);
    expect((await post(`${api}/_local/clock`, { advance: '-PT1H' })).status).toBe(409);
    expect((await post(`${api}/_local/clock`, { advance: 'PT0S' })).status).toBe(200);
    for (const body of [
      {},
      { advance: '1 hour' },
      { advance: 'P200Y' },
      { advance: 'P300000Y' },
      { now: 'soon' },
      { now: '20300101T00Z' },
      { now: '9999-12-31T23:59:58Z' },
      { now: '+275760-09-13T00:00:00Z' },
      { advance: 'PT1H', now: '2030-01-01T00:00:00Z' },
    ]) {
      expect([body, (await post(`${api}/_local/clock`, body)).status]).toEqual([body, 400]);
    }
  });

  it('answers what the gateway, the runtime and nobody answers', async () => {
    await start(plain, 'data-edges');
    expect(await get(`${api}/healthz`)).toEqual({ status: 200, body: { status: 'ok' } });
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      const refused = await fetch(`${api}/healthz`, { method });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
    expect(await get(`${api}/nowhere`)).toEqual({ status: 404, body: { message: 'Not Found' } });
    expect((await get(`${api}/_local/nowhere`)).status).toBe(404);
    expect((await get(`${api}/_local/partners/label`)).status).toBe(200);
    const large = await fetch(`${api}/notes/n`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(large.status).toBe(413);
    const broken = await fetch(`${api}/notes/n`, { method: 'POST', body: 'no json' });
    expect([broken.status, await broken.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    const { status, body } = await post(`${api}/_local/token`, { role: 'lead', subject: 'l' });
    expect([status, body]).toEqual([200, expect.objectContaining({ access_token: expect.any(String) })]);
  });

  it('refuses a data directory in use, tells its addresses there and takes that back when closed', async () => {
    await start(plain, 'data-used');
    const dataDirectory = join(directory, 'data-used');
    const second = startRuntime({ assembly: plain, dataDirectory, port: 0, ...secrets });
    await expect(second).rejects.toThrow(/is in use by a running Writ/);
    const told = JSON.parse(readFileSync(join(dataDirectory, 'run.json'), 'utf8'));
    expect(told).toEqual({ pid: process.pid, databasePid: expect.any(Number), urls: runtime.urls });
    await runtime.close();
    expect(existsSync(join(dataDirectory, 'run.json'))).toBe(false);
    await start(plain, 'data-used');
  });
});

describe('a runtime that is killed', () => {
  const dataDirectory = join(directory, 'data-killed');
  let child: ChildProcess;

  const start = async (): Promise<string> => {
    const script = join(import.meta.dirname, '../support/fixture-app/serve.ts');
    child = spawn(process.execPath, [script, withMachine, dataDirectory], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(child.stdout ?? child, 'data');
    return String(line).trim();
  };
  const kill = async (alsoDatabase = true): Promise<void> => {
    const exited = once(child, 'exit');
    const { databasePid } = JSON.parse(readFileSync(join(dataDirectory, 'run.json'), 'utf8'));
    child.kill('SIGKILL');
    if (alsoDatabase) process.kill(databasePid, 'SIGKILL');
    await exited;
  };

  afterAll(() => kill());

  it('brings everything that it accepted to its end after a restart', async () => {
    const accepted: string[] = [];
    for (let round = 0; round < 4; round++) {
      const api = await start();
      const ids = Array.from({ length: 25 }, (_, index) => `n-${round}-${index}`);
      const before = accepted.length;
      const sent = ids.map(async (id) => {
        const answer = await post(`${api}/notes/${id}`, { text: id }).catch(() => undefined);
        if (answer?.status === 202) accepted.push(id);
      });
      // The moment is counted in receipts, so that it falls among the work however slow the machine is.
      await expect.poll(() => accepted.length, { timeout: 20_000, interval: 1 }).toBeGreaterThan(before + 4 * round);
      await kill(round % 2 === 0);
      await Promise.allSettled(sent);
    }
    const api = await start();
    await untilIdle(api);
    expect(accepted.length).toBeGreaterThan(0);
    for (const id of accepted) {
      expect((await get(`${api}/notes/${id}`)).body).toMatchObject({ OUTBOX: id, DONE: id.toUpperCase() });
    }
  }, 60_000);

  it('keeps the driven clock where it was', async () => {
    const { urls } = JSON.parse(readFileSync(join(dataDirectory, 'run.json'), 'utf8'));
    const moved = await post(`${urls.api}/_local/clock`, { advance: 'P3D' });
    await kill();
    const { body } = await get(`${await start()}/_local/clock`);
    const [before, after] = [moved.body, body].map((answer) => Date.parse((answer as { now: string }).now));
    expect(after! - before!).toBeGreaterThanOrEqual(0);
    expect(after! - before!).toBeLessThan(30_000);
  });
});
