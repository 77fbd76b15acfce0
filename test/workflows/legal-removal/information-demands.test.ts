import { afterEach, describe, expect, it } from 'vitest';
import { BatchRow } from '../../../domain/case-rows.ts';
import { ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const AUTHORITY = 'authority:de-bka:de-bka';
const worlds: RemovalWorld[] = [];

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.dispose();
});

async function demand(removal: RemovalWorld, tracks: number): Promise<string> {
  worlds.push(removal);
  const items = Array.from({ length: tracks }, (_, index) => ({ url: `${PLATFORM_URL}/tracks/trk-bulk-${index + 1}` }));
  const body = { ...ORDER, legalBasis: 'DSA_ART10', items };
  const { body: receipt } = await removal.call('POST', '/v1/orders', { token: AUTHORITY, body });
  return receipt.caseId;
}

describe('what a demand for information names', () => {
  it('is preserved batch by batch, with whose it is, before anybody reviews', async () => {
    const removal = new RemovalWorld();
    const caseId = await demand(removal, 30);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const rows = [...removal.api.cases.of(caseId).rows].filter(([key]) => key.startsWith('BATCH#'));
    expect(rows.map(([key]) => key)).toEqual(['BATCH#preserved#00000', 'BATCH#preserved#00001']);
    const items = rows.flatMap(([, row]) => BatchRow.parse(row).items);
    expect(items).toHaveLength(30);
    expect(items.every(({ personId }) => personId !== null)).toBe(true);
    expect(removal.platform.ledger).toEqual([]);
  });

  it('is counted as gone where the platform has it no more', async () => {
    const removal = new RemovalWorld();
    removal.platform.vanished.add('trk-bulk-1');
    const caseId = await demand(removal, 2);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const { events } = removal.api.cases.of(caseId);
    expect(events.find(({ type }) => type === 'data.preserved')?.data).toEqual({ batch: 0, items: 1, gone: 1 });
  });

  it('waits with its review for a platform that does not answer, and is parked where it stays so', async () => {
    const removal = new RemovalWorld();
    removal.platform.mode = '500';
    const caseId = await demand(removal, 1);
    await removal.until(() => removal.record(caseId).parked !== null);
    expect(removal.record(caseId)).toMatchObject({ state: 'validating', parked: { stage: 'preserve' } });
    removal.platform.mode = 'none';
    const token = 'operator:otto';
    expect((await removal.call('POST', `/v1/cases/${caseId}/resume`, { token })).status).toBe(202);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.audit(caseId)).toContain('data.preserved');
  });

  it('cannot be withdrawn or taken back once it was handed over', async () => {
    const removal = new RemovalWorld();
    const caseId = await demand(removal, 1);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const counsel = { token: 'counsel:cora' };
    const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, counsel)).body;
    const disclosure = {
      reference: 'P-1',
      categories: ['content'],
      channel: 'physical-medium',
      sha256: '0'.repeat(64),
    };
    const decision = { leaseId, outcome: 'disclosed', disclosure };
    await removal.call('POST', `/v1/cases/${caseId}/decision`, { ...counsel, body: decision });
    const lead = { token: 'lead:lea' };
    const approval = { verdict: 'approve', reason: 'Agreed.', handOver: { at: removal.now() } };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { ...lead, body: approval });
    await removal.until(() => removal.record(caseId).state === 'closed');
    const withdrawal = { token: AUTHORITY, body: { reason: 'x' } };
    expect((await removal.call('POST', `/v1/orders/${caseId}/withdrawal`, withdrawal)).status).toBe(409);
    const reversal = { ...lead, body: { reason: 'x' } };
    expect((await removal.call('POST', `/v1/cases/${caseId}/reversal`, reversal)).status).toBe(409);
    expect(removal.record(caseId)).toMatchObject({ state: 'closed', outcome: 'disclosed' });
  });
});
