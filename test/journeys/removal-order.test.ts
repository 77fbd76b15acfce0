import { afterEach, describe, expect, inject, it } from 'vitest';
import { itemUrl, rejection, removalOrder, restriction } from '../../scripts/examples.ts';
import { type RunningProduct, runProduct } from '../support/running-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

const HOUR = 3_600_000;

let product: RunningProduct;
afterEach(() => product.close());

async function seen(country: string): Promise<number> {
  return (await product.client.call('GET', `/_local/platform/podcasts/pod-2001?territory=${country}`)).status;
}

describe('a removal order when nobody is awake', () => {
  it.each([
    ['on a Saturday at 23:40', '2026-10-17T21:40:00Z'],
    ['in the repeated hour of 25 October 2026', '2026-10-25T00:30:00Z'],
  ])('%s is preserved, executed, told and reported within the hour, before review', async (_, startAt) => {
    product = await runProduct(inject('assembly'), startAt);
    const { client, api } = product;
    const { caseId, receivedAt } = await client.order(removalOrder(api, startAt), 'de-bka');
    const review = await client.until(caseId, ({ state }) => state === 'in-review');

    expect(Date.parse(await client.now()) - Date.parse(receivedAt)).toBeLessThan(HOUR);
    expect([await seen('DE'), await seen('GR'), await seen('PT')]).toEqual([451, 451, 451]);
    expect([await seen('US'), await seen('CH'), await seen('GB')]).toEqual([200, 200, 200]);
    expect(Object.values(review.items[0]?.effects ?? {})).toEqual(Array(27).fill('proven'));
    const told = review.deliveries.map(({ to, kind, state }) => `${to} ${kind} ${state}`).sort();
    expect(told).toEqual([
      'authority effect-report delivered',
      'authority receipt delivered',
      'partner partner-restriction delivered',
      'uploader information-about-order delivered',
    ]);
    const ledger = (await client.call('GET', '/_local/platform/ledger')).json as { entries: { change: string }[] };
    expect(ledger.entries.map(({ change }) => change)).toEqual(['preserved', 'restricted']);
    const clock = (
      (await client.call('GET', `/v1/cases/${caseId}`, undefined, await client.token('lead', 'lea'))).json as {
        clocks: { clock: string; dueAt: string }[];
      }
    ).clocks.find(({ clock: id }) => id === 'EU_TCO_ART3.disable');
    expect(Date.parse(clock?.dueAt ?? '') - Date.parse(receivedAt)).toBe(HOUR);
  });

  it('that leads nowhere is drafted as impossible, and executed as soon as the authority names the place', async () => {
    product = await runProduct(inject('assembly'), '2026-10-17T21:40:00Z');
    const { client, api } = product;
    const order = removalOrder(api, '2026-10-17T21:35:00Z', 'podcasts/pod-of-nobody');
    const { caseId } = await client.order(order, 'de-bka');
    const drafted = await client.until(caseId, ({ state }) => state === 'in-review');
    expect(drafted.deliveries.map(({ kind, state }) => `${kind} ${state}`)).toContain(
      'impossibility-report-draft parked',
    );
    const named = { items: [{ url: itemUrl(api, 'podcasts/pod-2001') }] };
    const path = `/v1/orders/${caseId}/information`;
    expect((await client.callAs('authority', 'de-bka', 'POST', path, named)).status).toBe(202);
    await client.until(caseId, ({ state, outcome }) => state === 'in-review' && outcome === 'actioned', 'PT1S', 5);

    expect([await seen('DE'), await seen('PT'), await seen('US')]).toEqual([451, 451, 200]);
    const told = (await client.view(caseId)).deliveries.filter(({ state }) => state === 'delivered');
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['effect-report', 'information-about-order']));
  });

  it('is executed once it is signed, and once more for what an amendment adds, each within an hour of that', async () => {
    product = await runProduct(inject('assembly'), '2026-10-17T21:40:00Z');
    const { client, api } = product;
    const unsigned = { ...removalOrder(api, '2026-10-17T21:35:00Z', 'tracks/trk-1001'), signed: false };
    const { caseId } = await client.order(unsigned, 'de-bka');
    await client.until(caseId, ({ state }) => state === 'in-review');
    const say = (route: string, body: object) =>
      client.callAs('authority', 'de-bka', 'POST', `/v1/orders/${caseId}/${route}`, body);
    expect((await say('information', { answers: { signed: true } })).status).toBe(202);
    await client.until(caseId, ({ state, outcome }) => state === 'in-review' && outcome === 'actioned', 'PT1S', 20);
    const added = { statement: 'Auch diese Folge.', items: [{ url: itemUrl(api, 'podcasts/pod-2001') }] };
    expect((await say('amendment', added)).status).toBe(202);
    const done = await client.until(
      caseId,
      ({ state, items }) => state === 'in-review' && items.every(({ effects }) => effects['DE'] === 'proven'),
      'PT1S',
      20,
    );
    expect(done.items).toHaveLength(2);
    expect([await seen('DE'), await seen('US')]).toEqual([451, 200]);
  });

  it('does not tell the uploader while the authority forbids it', async () => {
    product = await runProduct(inject('assembly'), '2026-10-17T21:40:00Z');
    const { client, api } = product;
    const order = { ...removalOrder(api, '2026-10-17T21:35:00Z'), nonDisclosureUntil: '2026-11-20T00:00:00Z' };
    const { caseId } = await client.order(order, 'de-bka');
    const review = await client.until(caseId, ({ state }) => state === 'in-review');
    const uploader = review.deliveries.filter(({ to }) => to === 'uploader');
    expect(uploader.map(({ state }) => state)).toEqual(['scheduled']);
  });

  it('restores and tells everyone when review finds a manifest error', async () => {
    product = await runProduct(inject('assembly'), '2026-10-17T21:40:00Z');
    const { client, api } = product;
    const { caseId } = await client.order(removalOrder(api, '2026-10-17T21:35:00Z'), 'de-bka');
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.decide(caseId, 'specialist', 'sam', rejection());
    const counsel = await client.token('counsel', 'carla');
    await client.must('POST', `/v1/cases/${caseId}/approval`, { verdict: 'approve', reason: 'wrong episode' }, counsel);
    const closed = await client.until(caseId, ({ state }) => state === 'closed');

    expect(closed.outcome).toBe('challenged');
    expect([await seen('DE'), await seen('US')]).toEqual([200, 200]);
    const kinds = closed.deliveries.filter(({ state }) => state === 'delivered').map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['reinstatement-to-uploader', 'partner-reinstatement']));
    expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });
  });

  it('is closed as executed once a second person confirmed it, never by the decider', async () => {
    product = await runProduct(inject('assembly'), '2026-10-17T21:40:00Z');
    const { client, api } = product;
    const { caseId } = await client.order(removalOrder(api, '2026-10-17T21:35:00Z'), 'de-bka');
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.decide(caseId, 'counsel', 'carla', restriction(['item-1'], ['EU']));
    const approval = { verdict: 'approve', reason: 'valid' };
    const own = await client.call(
      'POST',
      `/v1/cases/${caseId}/approval`,
      approval,
      await client.token('counsel', 'carla'),
    );
    expect(own.status).toBe(403);
    await client.must('POST', `/v1/cases/${caseId}/approval`, approval, await client.token('counsel', 'carl'));
    const closed = await client.until(caseId, ({ state }) => state === 'closed');
    expect(closed.outcome).toBe('actioned');
  });
});
