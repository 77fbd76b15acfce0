import { describe, expect, it } from 'vitest';
import { germanNotice, restriction } from '../../scripts/examples.ts';
import { auditOf, pagesAbout, type SentPage } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';

const SIGNAL = 'Er schreibt, er will sich heute Nacht umbringen. Bitte handeln Sie sofort.';

const { client, urls } = sharedProduct();
const { api } = urls;

async function dangerNotice(item: string, more: Record<string, unknown> = {}) {
  return await client.notice({ ...germanNotice(api, `tracks/${item}`), explanation: SIGNAL, ...more });
}

/** The page about the signal of danger of a case. */
async function dangerPage(caseId: string): Promise<SentPage | undefined> {
  return (await pagesAbout(client, caseId)).find(({ pageId }) => pageId === `${caseId}-danger`);
}

/** Goes on for some rounds of paging, five minutes each. */
async function rounds(count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) await client.advance('PT5M');
}

async function audited(caseId: string, type: string) {
  return (await auditOf(client, caseId)).filter((line) => line.type === type);
}

describe('a signal of danger in a notice', () => {
  it('pages at once though nothing can be located and the platform is down, and climbs until somebody takes it up', async () => {
    await client.must('PUT', '/_local/platform/faults', { mode: '500' });
    const { caseId } = await dangerNotice('trk-bulk-21', { items: [] });
    await client.idle();
    expect((await client.view(caseId)).state).toBe('awaiting-information');
    expect(await dangerPage(caseId)).toMatchObject({ levels: [1], data: { caseId, reason: 'self-harm' } });

    await rounds(6);
    expect((await dangerPage(caseId))?.levels).toEqual([1, 2, 3, 4, 5, 5, 5]);
    const acknowledged = { pageId: `${caseId}-danger`, by: 'olga' };
    await client.must('POST', '/_local/partners/on-call/acknowledge', acknowledged);
    await rounds(3);
    expect(await dangerPage(caseId)).toMatchObject({ repeats: 6, acknowledgedBy: 'olga' });
    expect(await audited(caseId, 'danger.acknowledged')).toMatchObject([{ actor: { kind: 'person', id: 'olga' } }]);
    expect(await audited(caseId, 'danger.paged')).toHaveLength(5);
    await client.must('PUT', '/_local/platform/faults', { mode: 'none' });
  });

  it('stops paging once somebody takes it up in Writ, by claiming the case or by saying so', async () => {
    const [claimed, said] = [await dangerNotice('trk-bulk-22'), await dangerNotice('trk-bulk-23')];
    await client.idle();
    await client.advance('PT5M');
    const listed = await client.callAs('specialist', 'sam', 'GET', '/v1/cases?limit=100');
    const { cases } = listed.json as { cases: readonly { caseId: string; danger: boolean }[] };
    expect(cases.find(({ caseId }) => caseId === claimed.caseId)?.danger).toBe(true);
    expect((await client.callAs('specialist', 'sam', 'POST', `/v1/cases/${claimed.caseId}/claim`, {})).status).toBe(
      200,
    );
    const path = `/v1/cases/${said.caseId}/danger-acknowledgement`;
    expect((await client.callAs('auditor', 'ada', 'POST', path, {})).status).toBe(403);
    expect((await client.callAs('operator', 'olga', 'POST', path)).status).toBe(200);
    expect((await client.callAs('operator', 'oskar', 'POST', path)).status).toBe(200);
    await rounds(3);

    for (const { caseId } of [claimed, said]) expect((await dangerPage(caseId))?.levels).toEqual([1, 2]);
    expect(await audited(claimed.caseId, 'danger.acknowledged')).toMatchObject([{ actor: { id: 'sam' } }]);
    expect(await audited(said.caseId, 'danger.acknowledged')).toMatchObject([{ actor: { id: 'olga' } }]);
  });

  it('goes on paging for a case that its sender withdrew', async () => {
    const { caseId, accessToken } = await dangerNotice('trk-bulk-24');
    await client.idle();
    const path = `/v1/notices/${caseId}/withdrawal`;
    expect((await client.call('POST', path, { reason: 'a mistake' }, accessToken)).status).toBe(202);
    await client.until(caseId, ({ state }) => state === 'closed');
    await rounds(2);
    const climbed = (await dangerPage(caseId))?.levels ?? [];
    expect(climbed.length).toBeGreaterThan(2);
    const acknowledge = `/v1/cases/${caseId}/danger-acknowledgement`;
    expect((await client.callAs('lead', 'lea', 'POST', acknowledge)).status).toBe(200);
    await rounds(2);
    expect((await dangerPage(caseId))?.levels).toEqual(climbed);
  });

  it('reaches an on-call system that was down, and does not hold up the case meanwhile', async () => {
    await client.must('PUT', '/_local/partners/on-call/faults', { mode: '500' });
    const { caseId } = await dangerNotice('trk-bulk-25');
    await client.idle();
    expect((await client.view(caseId)).state).toBe('in-review');
    await rounds(3);
    expect(await dangerPage(caseId)).toBeUndefined();
    await client.must('PUT', '/_local/partners/on-call/faults', { mode: 'none' });
    await rounds(2);
    expect((await dangerPage(caseId))?.levels.length).toBeGreaterThan(0);
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    await client.until(caseId, ({ state }) => state === 'closed');
    expect(await audited(caseId, 'danger.acknowledged')).toMatchObject([{ actor: { id: 'sam' } }]);
  });
});

it('pages for a signal in what the sender of a harmless notice says later, also once the case is closed', async () => {
  const { caseId, accessToken } = await client.notice(germanNotice(api, 'tracks/trk-bulk-27'));
  await client.until(caseId, ({ state }) => state === 'in-review');
  const say = (route: string, body: unknown) =>
    client.call('POST', `/v1/notices/${caseId}/${route}`, body, accessToken);
  expect((await say('withdrawal', { reason: SIGNAL })).status).toBe(202);
  await client.until(caseId, ({ state }) => state === 'closed');
  await client.idle();
  expect((await dangerPage(caseId))?.levels.length).toBeGreaterThan(0);
  const acknowledge = `/v1/cases/${caseId}/danger-acknowledgement`;
  expect((await client.callAs('lead', 'lea', 'POST', acknowledge)).status).toBe(200);
  expect((await say('information', { answers: { explanation: SIGNAL } })).status).toBe(409);
  await client.idle();
  const again = (await pagesAbout(client, caseId)).find(({ pageId }) => pageId === `${caseId}-danger-n2`);
  expect(again?.levels).toEqual([1]);
  expect((await client.callAs('lead', 'lea', 'POST', acknowledge)).status).toBe(200);
});

it('drafts reports by establishment for a child in danger, and sends NCMEC the one that a person had sent', async () => {
  const explanation = 'Auf dem Bild ist Kinderpornografie zu sehen.';
  const { caseId } = await client.notice({ ...germanNotice(api, 'tracks/trk-bulk-28'), explanation });
  await client.idle();
  const reportsOf = async () =>
    (await client.view(caseId)).deliveries?.filter(({ kind }) => kind === 'child-safety-report') ?? [];
  expect((await reportsOf()).map(({ deliveryId, channel }) => [deliveryId, channel])).toEqual([
    ['danger.child-safety-report.bka', 'draft'],
    ['danger.child-safety-report.ncmec', 'draft'],
  ]);
  const judged = { incidentType: 'Child Pornography (possession, manufacture, and distribution)', viewed: false };
  const body = { deliveries: [{ deliveryId: 'danger.child-safety-report.ncmec', ...judged }] };
  const resume = `/v1/cases/${caseId}/resume`;
  expect((await client.callAs('specialist', 'sam', 'POST', resume, body)).status).toBe(403);
  expect((await client.callAs('operator', 'olga', 'POST', resume, body)).status).toBe(202);
  await client.until(caseId, ({ deliveries = [] }) =>
    deliveries.some(({ channel, state }) => channel === 'ncmec' && state === 'delivered'),
  );
  expect(await reportsOf()).toMatchObject([{ channel: 'draft' }, { channel: 'ncmec', state: 'delivered' }]);
  const shown = await client.must('GET', '/_local/ncmec/');
  const about = (shown as { reports: readonly { xml: string; finished: boolean }[] }).reports.filter(({ xml }) =>
    xml.includes('trk-bulk-28'),
  );
  expect(about.map(({ finished }) => finished)).toEqual([true]);
  expect((await client.callAs('lead', 'lea', 'POST', `/v1/cases/${caseId}/danger-acknowledgement`)).status).toBe(200);
});

it('pages nobody for a notice without a signal', async () => {
  const { caseId } = await client.notice(germanNotice(api, 'tracks/trk-bulk-26'));
  await client.idle();
  expect(await pagesAbout(client, caseId)).toEqual([]);
});
