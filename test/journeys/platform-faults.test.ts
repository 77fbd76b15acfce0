import { describe, expect, it } from 'vitest';
import { germanNotice, itemUrl, removalOrder, restriction, takedownNotice } from '../../scripts/examples.ts';
import { sharedProduct } from '../support/shared-product.ts';

const { client, urls } = sharedProduct();
const { api } = urls;

describe('a platform that does not do what it says', () => {
  it.each([
    ['lies', 3_000],
    ['partial', 3_010],
  ])('closes nothing while it %s, shows what is unproven, and closes once healed', async (mode, from) => {
    const items = [1, 2, 3, 4].map((number) => ({
      url: itemUrl(api, `tracks/trk-bulk-${from + number}`),
      components: ['audio'],
      territories: ['DE', 'AT'],
    }));
    const { caseId } = await client.notice({ ...germanNotice(api), items });
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.must('PUT', '/_local/platform/faults', { mode });
    const ids = ['item-1', 'item-2', 'item-3', 'item-4'];
    await client.decide(caseId, 'specialist', 'sam', restriction(ids, ['DE', 'AT']));
    await client.idle();
    for (let step = 0; step < 6; step += 1) await client.advance('PT5M');

    const stuck = await client.view(caseId);
    expect(stuck.state).not.toBe('closed');
    const effects = stuck.items.flatMap((item) => Object.values(item.effects));
    expect(effects.some((effect) => effect !== 'proven')).toBe(true);

    await client.must('PUT', '/_local/platform/faults', { mode: 'none' });
    const closed = await client.until(caseId, ({ state }) => state === 'closed', 'PT5M');
    expect(closed.items.flatMap((item) => Object.values(item.effects))).toEqual(Array(8).fill('proven'));
  });
});

describe('what is taken back while the platform is away', () => {
  it('is never carried out: an order that its authority lifts, and a decision that a lead reverses', async () => {
    const parts = [{ url: itemUrl(api, 'tracks/trk-bulk-3031'), components: ['audio'], territories: ['DE'] }];
    const notice = await client.notice({ ...germanNotice(api), items: parts });
    await client.until(notice.caseId, ({ state }) => state === 'in-review');
    await client.must('PUT', '/_local/platform/faults', { mode: '500' });
    await client.decide(notice.caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    const items = [{ url: itemUrl(api, 'tracks/trk-bulk-3032') }];
    const order = await client.order(
      { ...removalOrder(api, await client.now()), items, reference: 'BKA-LIFTED' },
      'de-bka',
    );
    await client.idle();
    for (let step = 0; step < 4; step += 1) await client.advance('PT5M');
    for (const { caseId } of [notice, order]) expect((await client.view(caseId)).state).toBe('needs-operator');

    const authority = await client.token('authority', 'de-bka');
    await client.must('POST', `/v1/orders/${order.caseId}/withdrawal`, { reason: 'Aufgehoben.' }, authority);
    const lead = await client.token('lead', 'lea');
    await client.must('POST', `/v1/cases/${notice.caseId}/reversal`, { reason: 'Irrtum.' }, lead);
    await client.must('PUT', '/_local/platform/faults', { mode: 'none' });
    for (const [{ caseId }, outcome] of [
      [notice, 'rejected'],
      [order, 'withdrawn'],
    ] as const) {
      const closed = await client.until(caseId, ({ state }) => state === 'closed', 'PT5M');
      expect(closed.outcome).toBe(outcome);
    }
    const ledger = JSON.stringify(await client.must('GET', '/_local/platform/ledger'));
    expect(ledger).not.toMatch(/trk-bulk-303[12]/);
  });
});

// 2,000 of them go through the same machine in test/workflows/legal-removal/run.test.ts.
describe('200 items in one notice', () => {
  it('closes through an outage of an hour within 1,500 events', { timeout: 170_000 }, async () => {
    const items = Array.from({ length: 200 }, (_, index) => ({
      url: itemUrl(api, `tracks/trk-bulk-${index + 10_001}`),
    }));
    const { caseId } = await client.notice({ ...takedownNotice(api), items });
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.must('PUT', '/_local/platform/faults', { mode: '500' });
    const ids = items.map((_, index) => `item-${index + 1}`);
    await client.decide(caseId, 'specialist', 'sam', {
      ...restriction(ids, ['US']),
      ground: { type: 'illegal', provision: '17 USC 512(c)', explanation: 'A copy of the recording named.' },
    });
    for (let step = 0; step < 4; step += 1) await client.advance('PT15M');
    await client.must('PUT', '/_local/platform/faults', { mode: 'none' });
    const closed = await client.until(caseId, ({ state }) => state === 'closed', 'PT5M', 100);

    expect(closed.items).toHaveLength(200);
    const auditor = await client.token('auditor', 'ada');
    const history = (await client.must('GET', `/v1/cases/${caseId}/history`, undefined, auditor)) as {
      execution: unknown[];
    };
    expect(history.execution.length).toBeGreaterThan(100);
    expect(history.execution.length).toBeLessThan(1_500);
  });
});
