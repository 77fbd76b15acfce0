import { describe, expect, it } from 'vitest';
import { germanNotice, restriction } from '../../scripts/examples.ts';
import { mailsAbout, pagesAbout } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

const { client, urls } = sharedProduct();
const { api } = urls;

/** Whether a case is listed for operators. */
async function isForOperators(caseId: string): Promise<boolean> {
  const answer = await client.callAs('operator', 'olga', 'GET', '/v1/cases?state=needs-operator&limit=100');
  return (answer.json as { cases: { caseId: string }[] }).cases.some((listed) => listed.caseId === caseId);
}

/** The duty to state reasons, as an operator sees it. */
async function statementOf(caseId: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await client.callAs('operator', 'olga', 'GET', `/v1/cases/${caseId}`);
  const { deliveries } = answer.json as { deliveries: Readonly<Record<string, unknown>>[] };
  return deliveries.find(({ kind }) => kind === 'statement-of-reasons') ?? {};
}

describe('a statement of reasons that comes back', () => {
  it('pages, is listed for operators though its case is closed, and goes to a corrected address', async () => {
    const { caseId } = await client.notice(germanNotice(api, 'tracks/trk-bulk-70'));
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.must('PUT', '/_local/mail/faults', { mode: 'bounce' });
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    await client.until(caseId, ({ state }) => state === 'closed');
    await client.must('PUT', '/_local/mail/faults', { mode: 'none' });
    await client.idle();
    const parked = await statementOf(caseId);
    expect(parked).toMatchObject({ state: 'parked', owner: 'operator', reason: 'bounced-permanent' });
    expect(await isForOperators(caseId)).toBe(true);
    expect((await pagesAbout(client, caseId)).map(({ data }) => data.reason)).toEqual(['message-undelivered']);

    const deliveries = [{ deliveryId: parked['deliveryId'], email: 'neu@post.example' }];
    const path = `/v1/cases/${caseId}/resume`;
    expect((await client.callAs('operator', 'olga', 'POST', path, { deliveries })).status).toBe(202);
    await client.until(caseId, ({ state }) => state === 'closed');
    expect((await mailsAbout(client, caseId)).at(-1)).toMatchObject({ to: ['neu@post.example'] });
    // The decision on the notice came back as well.
    expect(await isForOperators(caseId)).toBe(true);
    expect((await client.callAs('lead', 'lea', 'POST', path)).status).toBe(202);
    await client.until(caseId, ({ state, deliveries: all }) => state === 'closed' && all.every(isTold));
    expect(await isForOperators(caseId)).toBe(false);
    expect((await client.callAs('lead', 'lea', 'POST', path)).status).toBe(409);
    expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });
  });
});

function isTold({ kind, state }: { readonly kind: string; readonly state: string }): boolean {
  return state === 'delivered' || kind === 'transparency-database-entry';
}
