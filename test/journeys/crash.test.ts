import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { deliveryOfTag } from '#domain/mail-tag';
import { confirmation, germanNotice, rejection, removalOrder, restriction } from '../../scripts/examples.ts';
import type { LocalClient } from '../../scripts/local-client.ts';
import { KillableProduct } from '../support/killable-product.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { auditIn, downloadBundle, publishedKeys, verifyWith } from '../support/verified-bundle.ts';

/** What becomes of each demand, and how many of each kind there are. */
const FATES = { order: 6, restricted: 14, rejected: 90, withdrawn: 90 } as const;
const DEMANDS = Object.values(FATES).reduce((sum, count) => sum + count, 0);
const START = '2026-11-23T09:00:00Z';

type Fate = keyof typeof FATES;

interface Received {
  readonly caseId: string;
  readonly accessToken: string;
  readonly item: string;
  readonly fate: Fate;
}

interface LedgerEntry {
  readonly key: string;
  readonly id: string;
  readonly change: string;
}

/** Everything the driver of this journey knows, and how it goes on over kills. */
class Driver {
  readonly product: KillableProduct;
  readonly received: Received[] = [];
  #ready: Promise<void> = Promise.resolve();
  #client: LocalClient | undefined;

  constructor(product: KillableProduct) {
    this.product = product;
  }

  /** Calls as a role, or with a token in hand. */
  async call(method: string, path: string, body?: unknown, role?: string, subject = 'sam'): Promise<unknown> {
    return await this.#patiently(method, path, body, async () => {
      this.#client ??= this.product.client;
      return role === undefined ? undefined : await this.#client.token(role, subject);
    });
  }

  /** Tries again, under the same Idempotency-Key, until the product answers: as a client with patience does. */
  async #patiently(
    method: string,
    path: string,
    body: unknown,
    tokenNow: () => Promise<string | undefined>,
  ): Promise<unknown> {
    const key = randomUUID();
    for (;;) {
      await this.#ready;
      try {
        const token = await tokenNow();
        const response = await fetch(`${this.product.api}${path}`, {
          method,
          headers: {
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            'content-type': 'application/json',
            ...(method === 'POST' && { 'idempotency-key': key }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const json: unknown = await response.json();
        if (response.status < 500 && response.status !== 401) return json;
        // The driven clock has outlived the token.
        if (response.status === 401) this.#client = undefined;
      } catch {
        // The process was killed under the call.
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Kills runtime and database, and starts them again. */
  async killAndRestart(): Promise<void> {
    let serve = (): void => undefined;
    this.#ready = new Promise((resolve) => {
      serve = resolve;
    });
    await this.product.kill();
    await this.product.start();
    serve();
  }

  async submit(fate: Fate, index: number): Promise<void> {
    const item = `trk-bulk-${String(index).padStart(4, '0')}`;
    const order = { ...removalOrder(this.product.api, START, `tracks/${item}`), reference: `BKA-${index}` };
    const answer =
      fate === 'order'
        ? await this.call('POST', '/v1/orders', order, 'authority', 'de-bka')
        : await this.call('POST', '/v1/notices', germanNotice(this.product.api, `tracks/${item}`));
    const { caseId, accessToken = '' } = answer as { caseId: string; accessToken?: string };
    expect(caseId).toBeTypeOf('string');
    this.received.push({ caseId, accessToken, item, fate });
  }

  /** The cases in a state, by the tightest deadline. */
  async inState(state: string): Promise<readonly string[]> {
    const ids: string[] = [];
    let cursor = '';
    do {
      const path = `/v1/cases?state=${state}&limit=100${cursor}`;
      const page = (await this.call('GET', path, undefined, 'lead', 'lea')) as {
        cases: { caseId: string }[];
        next: string | null;
      };
      ids.push(...page.cases.map(({ caseId }) => caseId));
      cursor = page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`;
    } while (cursor !== '');
    return ids;
  }

  /** Does what people have to do now: with at most `most` of what waits for review, and with all that waits for a second person. */
  async work(most: number): Promise<void> {
    const known = new Map(this.received.map((received) => [received.caseId, received]));
    await inParallel((await this.inState('in-review')).slice(0, most), 6, async (caseId) => {
      const received = known.get(caseId);
      if (received?.fate === 'withdrawn') return await this.#withdraw(received);
      const claim = (await this.call('POST', `/v1/cases/${caseId}/claim`, {}, 'specialist')) as { leaseId?: string };
      const restricted = received?.fate === 'order' ? confirmation() : restriction(['item-1'], ['DE']);
      const decision = { leaseId: claim.leaseId, ...(received?.fate === 'rejected' ? rejection() : restricted) };
      await this.call('POST', `/v1/cases/${caseId}/decision`, decision, 'specialist');
    });
    await inParallel(await this.inState('awaiting-approval'), 6, async (caseId) => {
      const approval = { verdict: 'approve', reason: 'valid' };
      await this.call('POST', `/v1/cases/${caseId}/approval`, approval, 'counsel', 'carla');
    });
  }

  async #withdraw({ caseId, accessToken }: Received): Promise<void> {
    const path = `/v1/notices/${caseId}/withdrawal`;
    await this.#patiently('POST', path, { reason: 'settled between us' }, async () => accessToken);
  }

  async ledger(): Promise<LedgerEntry[]> {
    return ((await this.call('GET', '/_local/platform/ledger')) as { entries: LedgerEntry[] }).entries;
  }

  /** Kills between an effect and its record: the platform acts at once and answers later. */
  async killBetweenEffectAndRecord(): Promise<boolean> {
    const before = (await this.ledger()).length;
    await this.call('PUT', '/_local/platform/faults', { mode: 'slow' });
    let hit = false;
    for (let look = 0; look < 2_000 && !hit; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      // What waits to try again after the kill before need not wait in real time.
      if (look % 25 === 24) await this.call('POST', '/_local/clock', { advance: 'PT10S' });
      hit = (await this.ledger()).length > before;
    }
    await this.killAndRestart();
    await this.call('PUT', '/_local/platform/faults', { mode: 'none' });
    return hit;
  }
}

async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = [...items];
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

const TOLD: Readonly<Record<Fate, readonly string[]>> = {
  order: ['effect-report', 'information-about-order', 'partner-restriction', 'receipt'],
  restricted: [
    ...['decision-to-sender', 'partner-restriction', 'receipt', 'statement-of-reasons'],
    'transparency-database-entry',
  ],
  rejected: ['decision-to-sender', 'receipt'],
  withdrawn: ['receipt', 'withdrawal-confirmation'],
};

/** Everybody was told what the fate of a demand owes; a mail was sent twice only where the audit says so. */
function expectEveryoneTold({ caseId, fate }: Received, bundle: Buffer, sent: ReadonlyMap<string, number>): void {
  const events = auditIn(bundle);
  const told = new Map(
    events.filter(({ type }) => type === 'delivery.delivered').map(({ data }) => [data.deliveryId, data.kind]),
  );
  expect([...told.values()].sort(), caseId).toEqual(TOLD[fate]);
  const repeated = new Set(events.flatMap(({ data }) => (data.possibleDuplicate === true ? data.deliveryId : [])));
  for (const [deliveryId, kind] of told) {
    if (kind === 'partner-restriction' || kind === 'transparency-database-entry') continue;
    const copies = sent.get(`${caseId}/${deliveryId}`) ?? 0;
    expect(copies, deliveryId).toBeGreaterThanOrEqual(1);
    expect(copies, deliveryId).toBeLessThanOrEqual(repeated.has(deliveryId) ? 2 : 1);
  }
}

/** How often each mail was sent, by case and delivery. */
async function mailsSent(driver: Driver): Promise<ReadonlyMap<string, number>> {
  const mails = (await driver.call('GET', '/_local/mail')) as readonly { tags: Record<string, string> }[];
  const byDelivery = Map.groupBy(mails, ({ tags }) => `${tags['case']}/${deliveryOfTag(tags['delivery'] ?? '')}`);
  return new Map([...byDelivery].map(([name, copies]) => [name, copies.length]));
}

describe('200 cases in flight under five kills', () => {
  const seed = Number(process.env['WRIT_CRASH_SEED'] ?? Math.floor(Math.random() * 1e9));
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'writ-crash-'));
  const driver = new Driver(new KillableProduct(inject('assembly'), join(folder, 'data'), START));

  beforeAll(async () => {
    await driver.product.start();
  });
  afterAll(async () => {
    await driver.product.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`keeps every receipt, does each effect once and tells everyone (seed ${seed})`, { timeout: 600_000 }, async () => {
    const since = performance.now();
    const say = (line: string): void => {
      process.stdout.write(`crash journey, ${Math.round((performance.now() - since) / 1000)} s: ${line}\n`);
    };
    say(`WRIT_CRASH_SEED=${seed}`);
    const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 200 + random() * 1_500));
    const fates = (Object.keys(FATES) as Fate[]).flatMap((fate) => Array.from({ length: FATES[fate] }, () => fate));
    const demands = fates.map((fate, index) => ({ fate, index, place: random() }));
    const mixed = demands.toSorted((one, other) => one.place - other.place);
    const submitted = inParallel(mixed, 8, ({ fate, index }) => driver.submit(fate, index));
    await pause();
    await driver.killAndRestart();
    await submitted;
    say(`all ${driver.received.length} received`);

    let hits = 0;
    let kills = 1;
    let closed: readonly string[] = [];
    const worked = (async () => {
      for (let round = 0; round < 200 && closed.length < DEMANDS; round += 1) {
        await driver.work(hits < 3 ? 12 : DEMANDS);
        await driver.call('POST', '/_local/idle', { timeoutMs: 2_000 });
        if (hits >= 3) await driver.call('POST', '/_local/clock', { advance: 'PT1M' });
        closed = await driver.inState('closed');
        if (round % 5 === 0) say(`round ${round}, ${closed.length} closed, ${kills} kills`);
      }
    })();
    await pause();
    await driver.killAndRestart();
    // A kill that found no effect on its way is made up for by another.
    for (kills = 2; kills < 5 || (hits < 3 && kills < 9); kills += 1) {
      await pause();
      if (await driver.killBetweenEffectAndRecord()) hits += 1;
      say(`killed for the ${kills + 1}. time, ${hits} between an effect and its record`);
    }
    await worked;
    expect([...closed].sort()).toEqual(driver.received.map(({ caseId }) => caseId).sort());
    expect(hits).toBe(3);

    const restricted = (await driver.ledger()).filter(({ change }) => change === 'restricted');
    const items = restricted.map(({ id }) => id).sort();
    const acted = driver.received.filter(({ fate }) => fate === 'order' || fate === 'restricted');
    expect(items).toEqual(acted.map(({ item }) => item).sort());

    const { statements } = (await driver.call('GET', '/_local/transparency-database')) as { statements: unknown[] };
    expect(statements).toHaveLength(FATES.restricted);

    const sent = await mailsSent(driver);
    const { api, client } = driver.product;
    const keys = await publishedKeys(api);
    await inParallel(driver.received, 4, async (received) => {
      const bundle = await downloadBundle(api, client, received.caseId);
      expect(await verifyWith(keys, bundle)).toMatchObject({ valid: true });
      expectEveryoneTold(received, bundle, sent);
    });
  });
});
