import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { confirmation, itemUrl, rejection, removalOrder } from '../../scripts/examples.ts';
import { ledgerOf, mailsAbout } from '../support/case-traces.ts';
import { type RunningProduct, runProduct } from '../support/running-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

const HOUR = 3_600_000;

const SATURDAY = '2026-10-17T21:40:00Z';
const ISSUED = '2026-10-17T21:35:00Z';

let product: RunningProduct;
beforeAll(async () => {
  product = await runProduct(inject('assembly'), SATURDAY);
});
afterAll(() => product.close());

async function seen(item: string, country: string, api = product.api): Promise<number> {
  return (await fetch(`${api}/_local/platform/tracks/${item}?territory=${country}`)).status;
}

async function allSeen(item: string, countries: readonly string[], api = product.api): Promise<readonly number[]> {
  return await Promise.all(countries.map((country) => seen(item, country, api)));
}

/** An order about a track of its own, under a reference of its own. */
function orderAbout(item: string, api = product.api, issuedAt = ISSUED): Record<string, unknown> {
  return { ...removalOrder(api, issuedAt, `tracks/${item}`), reference: `BKA-${item}` };
}

async function expectExecutedWithinTheHour(startAt: string, item: string): Promise<void> {
  const { client, api } = product;
  const { caseId, receivedAt } = await client.order(orderAbout(item, api, startAt), 'de-bka');
  const review = await client.until(caseId, ({ state }) => state === 'in-review');

  expect(Date.parse(await client.now()) - Date.parse(receivedAt)).toBeLessThan(HOUR);
  expect(await allSeen(item, ['DE', 'GR', 'PT'], api)).toEqual([451, 451, 451]);
  expect(await allSeen(item, ['US', 'CH', 'GB'], api)).toEqual([200, 200, 200]);
  expect(Object.values(review.items[0]?.effects ?? {})).toEqual(Array(27).fill('proven'));
  const told = review.deliveries.map(({ to, kind, state }) => `${to} ${kind} ${state}`).sort();
  expect(told).toEqual([
    'authority effect-report delivered',
    'authority receipt delivered',
    'partner partner-restriction delivered',
    'uploader information-about-order delivered',
  ]);
  const files = (await mailsAbout(client, caseId)).flatMap(({ attachments }) => attachments);
  expect(files).toEqual(['report.json', 'report.pdf']);
  expect((await ledgerOf(client, item)).map(({ change }) => change)).toEqual(['preserved', 'restricted']);
  const view = (await client.callAs('lead', 'lea', 'GET', `/v1/cases/${caseId}`)).json as {
    clocks: { clock: string; dueAt: string }[];
  };
  const clock = view.clocks.find(({ clock: id }) => id === 'EU_TCO_ART3.disable');
  expect(Date.parse(clock?.dueAt ?? '') - Date.parse(receivedAt)).toBe(HOUR);
}

describe('a removal order when nobody is awake', () => {
  it('on a Saturday at 23:40 is preserved, executed, told and reported within the hour, before review', async () => {
    await expectExecutedWithinTheHour(SATURDAY, 'trk-bulk-1');
  });

  it('in the repeated hour of 25 October 2026 is preserved, executed, told and reported within the hour', async () => {
    const startAt = '2026-10-25T00:30:00Z';
    await product.client.must('POST', '/_local/clock', { now: startAt });
    await product.client.advance('PT1S');
    await expectExecutedWithinTheHour(startAt, 'trk-bulk-8');
  });

  it('that leads nowhere is drafted as impossible, sent by a person, and executed within an hour of the answer', async () => {
    const { client, api } = product;
    const { caseId } = await client.order(orderAbout('trk-of-nobody'), 'de-bka');
    const drafted = await client.until(caseId, ({ state }) => state === 'in-review');
    const draft = drafted.deliveries.find(({ kind }) => kind === 'impossibility-report-draft');
    expect(draft?.state).toBe('parked');
    const deliveries = [{ deliveryId: draft?.deliveryId }];
    const sent = await client.callAs('operator', 'olga', 'POST', `/v1/cases/${caseId}/resume`, { deliveries });
    expect(sent.status).toBe(202);
    const isTold = ({ kind, state }: { kind: string; state: string }) =>
      kind === 'impossibility-report' && state === 'delivered';
    await client.until(caseId, (view) => view.deliveries.some(isTold), 'PT1S', 20);
    const named = { items: [{ url: itemUrl(api, 'tracks/trk-bulk-2') }] };
    const entry = { kind: 'restart', clock: 'EU_TCO_ART3.disable', because: 'impossibility-ended', evidence: 'Mail.' };
    const restarted = { ...entry, at: await client.now() };
    const answer = await client.callAs('counsel', 'cora', 'POST', `/v1/cases/${caseId}/clock-entries`, restarted);
    expect(answer).toMatchObject({ status: 201 });
    const path = `/v1/orders/${caseId}/information`;
    expect((await client.callAs('authority', 'de-bka', 'POST', path, named)).status).toBe(202);
    await client.until(caseId, ({ state, outcome }) => state === 'in-review' && outcome === 'actioned', 'PT1S', 5);
    const view = (await client.callAs('lead', 'lea', 'GET', `/v1/cases/${caseId}`)).json as {
      dueAt: string;
      clocks: { clock: string; dueAt: string; restarts?: unknown[] }[];
    };
    expect(view.clocks.find(({ clock }) => clock === 'EU_TCO_ART3.disable')?.restarts).toHaveLength(1);
    expect(view.clocks.find(({ dueAt }) => dueAt === view.dueAt)?.clock).toBe('EU_TCO_ART3.confirm');
    expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });

    expect(await allSeen('trk-bulk-2', ['DE', 'PT', 'US'])).toEqual([451, 451, 200]);
    const told = (await client.view(caseId)).deliveries.filter(({ state }) => state === 'delivered');
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['effect-report', 'information-about-order']));
  });

  it('is executed once it is signed, and once more for what an amendment adds, each within an hour of that', async () => {
    const { client, api } = product;
    const unsigned = { ...orderAbout('trk-bulk-3'), signed: false };
    const { caseId } = await client.order(unsigned, 'de-bka');
    await client.until(caseId, ({ state }) => state === 'in-review');
    const say = (route: string, body: object) =>
      client.callAs('authority', 'de-bka', 'POST', `/v1/orders/${caseId}/${route}`, body);
    expect((await say('information', { answers: { signed: true } })).status).toBe(202);
    await client.until(caseId, ({ state, outcome }) => state === 'in-review' && outcome === 'actioned', 'PT1S', 20);
    const added = { statement: 'Auch diese Folge.', items: [{ url: itemUrl(api, 'tracks/trk-bulk-4') }] };
    expect((await say('amendment', added)).status).toBe(202);
    const done = await client.until(
      caseId,
      ({ state, items }) => state === 'in-review' && items.every(({ effects }) => effects['DE'] === 'proven'),
      'PT1S',
      20,
    );
    expect(done.items).toHaveLength(2);
    expect(await allSeen('trk-bulk-4', ['DE', 'US'])).toEqual([451, 200]);
  });

  it('of another state is scrutinised here, and put back at once when it infringes the law', async () => {
    const { client } = product;
    const order = { ...orderAbout('trk-bulk-9'), authority: { id: 'fr-pharos' } };
    const { caseId } = await client.order(order, 'fr-pharos');
    await client.until(caseId, ({ state }) => state === 'in-review');
    expect(await seen('trk-bulk-9', 'DE')).toBe(451);
    const say = (route: string, body: object) =>
      client.callAs('counsel', 'cora', 'POST', `/v1/cases/${caseId}/${route}`, body);
    const grounds = 'Der Beitrag ist eine Reportage.';
    expect(await say('scrutiny-request', { infringement: 'serious', grounds })).toMatchObject({ status: 202 });
    const [decidedAt, evidence] = [await client.now(), 'Bescheid.'];
    const finding = { infringement: 'serious', initiative: 'platform', decidedAt, evidence };
    expect(await say('scrutiny-decision', finding)).toMatchObject({ status: 202, json: { state: 'restoring' } });
    const done = await client.until(caseId, ({ state }) => state === 'closed');
    expect(await seen('trk-bulk-9', 'DE')).toBe(200);
    const told = done.deliveries.map(({ to, kind, state }) => `${to} ${kind} ${state}`).sort();
    expect(told).toEqual([
      'authority effect-report delivered',
      'authority receipt delivered',
      'authority reinstatement-to-sender delivered',
      'authority scrutiny-request delivered',
      'partner partner-reinstatement delivered',
      'partner partner-restriction delivered',
      'uploader information-about-order delivered',
      'uploader reinstatement-to-uploader delivered',
    ]);
  });

  it('does not tell the uploader while the authority forbids it', async () => {
    const { client } = product;
    const order = { ...orderAbout('trk-bulk-5'), nonDisclosureUntil: '2026-11-20T00:00:00Z' };
    const { caseId } = await client.order(order, 'de-bka');
    const review = await client.until(caseId, ({ state }) => state === 'in-review');
    const uploader = review.deliveries.filter(({ to }) => to === 'uploader');
    expect(uploader.map(({ state }) => state)).toEqual(['scheduled']);
  });

  it('restores and tells everyone when review finds a manifest error', async () => {
    const { client, api } = product;
    const { caseId } = await client.order(orderAbout('trk-bulk-6'), 'de-bka');
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.decide(caseId, 'specialist', 'sam', rejection());
    const counsel = await client.token('counsel', 'carla');
    await client.must('POST', `/v1/cases/${caseId}/approval`, { verdict: 'approve', reason: 'wrong episode' }, counsel);
    const closed = await client.until(caseId, ({ state }) => state === 'closed');

    expect(closed.outcome).toBe('challenged');
    expect(await allSeen('trk-bulk-6', ['DE', 'US'])).toEqual([200, 200]);
    const kinds = closed.deliveries.filter(({ state }) => state === 'delivered').map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['reinstatement-to-uploader', 'partner-reinstatement']));
    expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });
  });

  it('is closed as executed once a second person confirmed it, never by the decider', async () => {
    const { client } = product;
    const { caseId } = await client.order(orderAbout('trk-bulk-7'), 'de-bka');
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.decide(caseId, 'counsel', 'carla', confirmation());
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
