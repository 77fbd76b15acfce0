import { describe, expect, it } from 'vitest';
import { germanNotice, removalOrder } from '../../scripts/examples.ts';
import { auditOf, ledgerOf } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';

const { client, urls } = sharedProduct();
const { api } = urls;

/** How the message of a kind stands, as a lead sees it. */
async function stateOf(caseId: string, kind: string): Promise<string | undefined> {
  return (await client.view(caseId)).deliveries.find((delivery) => delivery.kind === kind)?.state;
}

describe('what people do every day', () => {
  it('notes, questions and a look at the queue of one legal basis leave their traces', async () => {
    const { caseId } = await client.notice(germanNotice(api, 'tracks/trk-bulk-80'));
    await client.until(caseId, ({ state }) => state === 'in-review');
    const as = (what: string, body: unknown) =>
      client.callAs('specialist', 'sam', 'POST', `/v1/cases/${caseId}/${what}`, body);
    expect((await as('notes', { text: 'Im Chor nachgehört.' })).status).toBeLessThan(300);
    const question = { elements: ['explanation'], reason: 'Welche Stelle ist gemeint?' };
    expect((await as('information-requests', question)).status).toBeLessThan(300);
    await client.idle();
    expect(await stateOf(caseId, 'information-request')).toBe('delivered');
    const listed = await client.callAs('lead', 'lea', 'GET', '/v1/cases?legalBasis=DSA_ART16&limit=100');
    expect((listed.json as { cases: { caseId: string }[] }).cases.map((one) => one.caseId)).toContain(caseId);
    expect((await client.call('GET', '/v1/audit/keys')).status).toBe(200);
    expect((await auditOf(client, caseId)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['note.added', 'information.requested']),
    );
  });

  it('an order that its authority lifts is restored, and says so', async () => {
    const order = { ...removalOrder(api, await client.now(), 'tracks/trk-bulk-81'), reference: 'BKA-lifted' };
    const { caseId } = await client.order(order, 'de-bka');
    await client.until(caseId, ({ state }) => state === 'in-review');
    const token = await client.token('authority', 'de-bka');
    const path = `/v1/orders/${caseId}/withdrawal`;
    expect((await client.call('POST', path, { reason: 'lifted by the court' }, token)).status).toBe(202);
    await client.until(caseId, ({ state }) => state === 'closed');
    expect((await ledgerOf(client, 'trk-bulk-81')).map(({ change }) => change)).toContain('restored');
  });

  it('a message that had to wait leaves by itself when the secrecy ends', async () => {
    const now = await client.now();
    const nonDisclosureUntil = new Date(Date.parse(now) + 2 * 86_400_000).toISOString();
    const order = { ...removalOrder(api, now, 'tracks/trk-bulk-82'), reference: 'BKA-secret', nonDisclosureUntil };
    const { caseId } = await client.order(order, 'de-bka');
    await client.until(caseId, ({ state }) => state === 'in-review');
    expect(await stateOf(caseId, 'information-about-order')).toBe('scheduled');
    await client.advance('P2DT1M');
    await client.advance('PT1M');
    expect(await stateOf(caseId, 'information-about-order')).toBe('delivered');
  });
});
