import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlatform } from '#local/platform/platform-service';
import { listen, TestClock } from '../services/listener.ts';

const HOUR = 3_600_000;
const DARK_DE = { default: 'up', exceptions: { DE: 'dark' } };
const UP = { default: 'up', exceptions: {} };

let directory: string;
let clock: TestClock;
let url: string;
let close: () => Promise<void>;

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of an outside party, looked at field by field
  body: any;
}

async function start(): Promise<void> {
  const server = await listen(await createPlatform({ directory, clock, token: 'secret' }));
  ({ url, close } = server);
}

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

function manage(method: string, path: string, key?: string, body?: unknown): Promise<Answer> {
  const headers = { authorization: 'Bearer secret', ...(key === undefined ? {} : { 'idempotency-key': key }) };
  return call(method, `/manage/${path}`, body, headers);
}

const disable = (territories: string[], more: object = {}) => ({ action: 'disable', territories, ...more });
const restrict = (key: string, body: object = disable(['DE']), item = 'tracks/trk-1001', id = 'r-1') =>
  manage('PUT', `${item}/restrictions/${id}`, key, body);
const restore = (key: string, item = 'tracks/trk-1001', id = 'r-1') =>
  manage('DELETE', `${item}/restrictions/${id}`, key);
const seen = async (territory: string, item = 'tracks/trk-1001', more = '') =>
  (await call('GET', `/${item}?territory=${territory}${more}`)).status;
const availability = async (item = 'tracks/trk-1001') => (await call('GET', `/${item}/availability`)).body;
const ledger = async () => (await call('GET', '/ledger')).body.entries;
const faults = (mode: string, until?: string) => call('PUT', '/faults', { mode, ...(until ? { until } : {}) });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'writ-platform-'));
  clock = new TestClock('2026-10-17T20:00:00Z');
  await start();
});

afterEach(() => close());

describe('the public side', () => {
  it.each([
    'tracks/trk-1001',
    'tracks/trk-1002',
    'tracks/trk-1003',
    'podcasts/pod-2001',
    'comments/cmt-3001',
    'tracks/trk-bulk-0001',
  ])('shows %s', async (item) => {
    expect(await seen('DE', item)).toBe(200);
  });

  it.each(['tracks/trk-9', 'podcasts/trk-1001', 'tracks/trk-bulk-x', 'manage', 'tracks/%E0%A4%A'])(
    'does not know %s',
    async (item) => {
      expect((await call('GET', `/${item}`)).status).not.toBe(200);
    },
  );

  it('is 451 where the item is restricted and 200 elsewhere', async () => {
    await restrict('k', disable(['DE', 'AT']));
    expect([await seen('DE'), await seen('AT'), await seen('FR')]).toEqual([451, 451, 200]);
    expect((await call('GET', '/tracks/trk-1001')).status).toBe(200);
  });

  it('is 451 everywhere under a worldwide restriction', async () => {
    await restrict('k', disable(['WORLD']));
    expect([await seen('DE'), (await call('GET', '/tracks/trk-1001')).status]).toEqual([451, 451]);
    expect((await availability()).audio).toEqual({ default: 'dark', exceptions: {} });
  });

  it('has no component and no country of the name of a built-in', async () => {
    expect(await seen('DE', undefined, '&component=constructor')).toBe(404);
    expect((await call('GET', '/tracks/trk-1001?territory=constructor')).body.components).toMatchObject({
      audio: 'up',
    });
  });

  it('keeps the page when a side component is dark, and leaves a dark title out', async () => {
    await restrict('k', disable(['DE'], { components: ['title', 'artwork'] }));
    expect([await seen('DE'), await seen('DE', undefined, '&component=artwork')]).toEqual([200, 451]);
    const page = (await call('GET', '/tracks/trk-1001?territory=DE')).body;
    expect(page).toMatchObject({ title: null, components: { artwork: 'dark', audio: 'up' } });
    expect(await availability()).toMatchObject({ title: DARK_DE, artwork: DARK_DE, audio: UP });
  });

  it('shows the milder actions without hiding anything', async () => {
    await restrict('k', { ...disable(['DE']), action: 'age-restrict' });
    expect(await seen('DE')).toBe(200);
    expect((await availability()).audio.exceptions).toEqual({ DE: 'age-restricted' });
    await restrict('k2', disable(['DE']), undefined, 'r-2');
    expect((await availability()).audio).toEqual(DARK_DE);
  });
});

describe('the management side', () => {
  it('needs its token', async () => {
    expect((await call('GET', '/manage/tracks/trk-1001')).status).toBe(401);
    expect(
      (await call('PUT', '/manage/tracks/trk-1001/restrictions/r', disable(['DE']), { 'idempotency-key': 'k' })).status,
    ).toBe(401);
    expect(await seen('DE')).toBe(200);
  });

  it('tells what a capsule needs', async () => {
    await restrict('k');
    expect((await manage('GET', 'tracks/trk-1001')).body).toMatchObject({
      id: 'trk-1001',
      uploader: { id: 'upl-anna', email: 'uploader-anna@uploads.example', language: 'de', country: 'DE' },
      restrictions: [{ restrictionId: 'r-1', action: 'disable', components: [], territories: ['DE'], until: null }],
      availability: { audio: DARK_DE },
    });
  });

  it('takes a key once: same request, same answer; another request, 422', async () => {
    const first = await restrict('k');
    expect(await restrict('k')).toEqual(first);
    expect(first.status).toBe(200);
    expect((await restrict('k', disable(['FR']))).status).toBe(422);
    expect((await restrict('k', disable(['DE']), 'tracks/trk-1002')).status).toBe(422);
    expect(await ledger()).toMatchObject([
      {
        key: 'k',
        at: '2026-10-17T20:00:00.000Z',
        change: 'restricted',
        kind: 'tracks',
        id: 'trk-1001',
        territories: ['DE'],
        complete: true,
      },
    ]);
  });

  it('restores under a key of its own, once', async () => {
    await restrict('k');
    const first = await restore('k2');
    expect(await restore('k2')).toEqual(first);
    expect(await seen('DE')).toBe(200);
    expect((await restrict('k')).status).toBe(200);
    expect(await seen('DE')).toBe(200);
    expect((await restore('k3')).status).toBe(404);
    expect((await restore('k')).status).toBe(422);
    expect((await ledger()).map(({ change }: { change: string }) => change)).toEqual(['restricted', 'restored']);
  });

  it('preserves once', async () => {
    const hold = { holdId: 'h-1', until: '2027-04-17T22:00:00Z' };
    for (const _ of [1, 2]) expect((await manage('POST', 'tracks/trk-1001/preserve', 'p', hold)).status).toBe(200);
    expect(await ledger()).toMatchObject([{ change: 'preserved', until: hold.until }]);
  });

  it('lets a restriction end by itself', async () => {
    await restrict('k', disable(['DE'], { until: '2026-10-17T21:00:00Z' }));
    clock.advance(HOUR - 1);
    expect(await seen('DE')).toBe(451);
    clock.advance(1);
    expect(await seen('DE')).toBe(200);
    expect((await restrict('k', disable(['DE'], { until: '2026-10-17T21:00:00Z' }))).status).toBe(200);
  });

  it.each([
    ['no key', undefined, disable(['DE']), 400],
    ['no territory', 'k', disable([]), 422],
    ['a group of countries', 'k', disable(['Europe']), 422],
    ['a component that the item lacks', 'k', disable(['DE'], { components: ['transcript'] }), 422],
    ['an unknown field', 'k', disable(['DE'], { extra: 1 }), 422],
    ['an end in the past', 'k', disable(['DE'], { until: '2026-10-17T19:00:00Z' }), 422],
    ['no action', 'k', { ...disable(['DE']), action: 'none' }, 422],
  ])('refuses %s', async (_, key, body, status) => {
    expect((await manage('PUT', 'tracks/trk-1001/restrictions/r', key, body)).status).toBe(status);
    expect(await ledger()).toEqual([]);
  });
});

describe('faults', () => {
  it('500: fails changes and read-back, and the public side stays', async () => {
    await faults('500', '2026-10-17T21:00:00Z');
    expect([(await restrict('k')).status, (await call('GET', '/tracks/trk-1001/availability')).status]).toEqual([
      500, 500,
    ]);
    expect(await seen('DE')).toBe(200);
    clock.advance(HOUR);
    expect((await restrict('k')).status).toBe(200);
    expect(await seen('DE')).toBe(451);
  });

  it('lies: says yes and does nothing, until the same key is sent again after it healed', async () => {
    await faults('lies');
    expect((await restrict('k')).status).toBe(200);
    expect([await seen('DE'), (await availability()).audio, await ledger()]).toEqual([200, UP, []]);
    await faults('none');
    expect((await restrict('k')).status).toBe(200);
    expect([await seen('DE'), (await ledger()).length]).toEqual([451, 1]);
  });

  it('partial: does half of several territories, and completes the same entry under the same key', async () => {
    await faults('partial');
    await restrict('k', disable(['AT', 'DE', 'FR']));
    expect([await seen('AT'), await seen('FR')]).toEqual([451, 200]);
    expect(await ledger()).toMatchObject([{ key: 'k', territories: ['AT'], complete: false }]);
    await faults('none');
    await restrict('k', disable(['AT', 'DE', 'FR']));
    expect(await seen('FR')).toBe(451);
    expect(await ledger()).toMatchObject([{ key: 'k', territories: ['AT', 'DE', 'FR'], complete: true }]);
    await faults('partial');
    await restore('k2');
    expect([await seen('AT'), await seen('FR')]).toEqual([200, 451]);
    await faults('none');
    await restore('k2');
    expect(await seen('FR')).toBe(200);
    expect((await ledger())[1]).toMatchObject({ key: 'k2', territories: ['AT', 'DE', 'FR'], complete: true });
  });

  it('partial: does some of several items with one territory each', async () => {
    await faults('partial');
    const items = Array.from({ length: 20 }, (_, index) => `tracks/trk-bulk-${index}`);
    for (const item of items) await restrict(`k-${item}`, disable(['DE']), item);
    const done = (await ledger()).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(20);
  });

  it('slow: acts at once and answers after seconds', async () => {
    await faults('slow');
    const answer = restrict('k');
    while ((await ledger()).length === 0) await new Promise((done) => setImmediate(done));
    expect(await seen('DE')).toBe(451);
    clock.advance(5_000);
    expect((await answer).status).toBe(200);
  });

  it('refuses an unknown mode', async () => {
    expect((await faults('gone')).status).toBe(400);
  });
});

describe('the platform after a restart', () => {
  it('still knows restrictions, keys, ledger and faults', async () => {
    await restrict('k', disable(['DE'], { until: '2026-10-17T21:00:00Z' }));
    await faults('lies');
    const before = await ledger();
    await close();
    await start();
    expect(await ledger()).toEqual(before);
    expect([await seen('DE'), (await restrict('k', disable(['FR']))).status]).toEqual([451, 422]);
    await restrict('k2', disable(['WORLD']), 'tracks/trk-1002');
    expect(await seen('DE', 'tracks/trk-1002')).toBe(200);
    clock.advance(HOUR);
    expect(await seen('DE')).toBe(200);
  });

  it('takes 2,000 items quickly', async () => {
    const items = Array.from({ length: 2_000 }, (_, index) => `tracks/trk-bulk-${String(index).padStart(4, '0')}`);
    const begin = performance.now();
    for (let first = 0; first < items.length; first += 25) {
      await Promise.all(items.slice(first, first + 25).map((item) => restrict(item, disable(['DE']), item)));
    }
    expect(await ledger()).toHaveLength(2_000);
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});
