import { describe, expect, it } from 'vitest';
import { germanNotice, rejection, restriction } from '../../scripts/examples.ts';
import type { LocalAnswer } from '../../scripts/local-client.ts';
import { countOf, ledgerOf, mailsAbout, statementsOf, statesEntered } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

const REASON = { reason: 'the passage is a quotation' };

const { client, urls } = sharedProduct();
const { api } = urls;

async function closedCase(item: string, territories: readonly string[]): Promise<string> {
  const { caseId } = await client.notice(germanNotice(api, `tracks/${item}`));
  await client.until(caseId, ({ state }) => state === 'in-review');
  await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], territories));
  await client.until(caseId, ({ state }) => state === 'closed');
  return caseId;
}

function reverse(caseId: string, role: string, subject: string): Promise<LocalAnswer> {
  return client.callAs(role, subject, 'POST', `/v1/cases/${caseId}/reversal`, REASON);
}

async function seen(item: string, countries: readonly string[]): Promise<readonly number[]> {
  const looks = countries.map((country) => client.call('GET', `/_local/platform/tracks/${item}?territory=${country}`));
  return (await Promise.all(looks)).map(({ status }) => status);
}

describe('a reversal', () => {
  it('restores what was restricted, tells everyone told before, and leaves an audit that verifies', async () => {
    const item = 'trk-bulk-30';
    const before = (await client.call('GET', `/_local/platform/tracks/${item}/availability`)).json;
    const caseId = await closedCase(item, ['DE', 'AT']);
    const told = await mailsAbout(client, caseId);
    expect(await seen(item, ['DE', 'AT', 'FR'])).toEqual([451, 451, 200]);

    for (const [role, subject] of [
      ['specialist', 'sam'],
      ['operator', 'olga'],
      ['auditor', 'ada'],
    ] as const) {
      expect((await reverse(caseId, role, subject)).status).toBe(403);
    }
    expect(await countOf(client, caseId, 'reversal.recorded')).toBe(0);
    expect(await reverse(caseId, 'lead', 'lea')).toMatchObject({ status: 202, json: { state: 'restoring' } });
    expect([409, 403]).toContain((await reverse(caseId, 'lead', 'lea')).status);
    const closed = await client.until(caseId, ({ state }) => state === 'closed');

    expect(closed).toMatchObject({ outcome: 'rejected', parked: null });
    expect(await seen(item, ['DE', 'AT', 'FR'])).toEqual([200, 200, 200]);
    expect((await client.call('GET', `/_local/platform/tracks/${item}/availability`)).json).toEqual(before);
    expect((await ledgerOf(client, item)).map(({ change }) => change)).toEqual(['restricted', 'restored']);
    // The Transparency Database takes nothing back: the case says so.
    expect(await statementsOf(client, caseId)).toMatchObject([{ territorial_scope: ['AT', 'DE'] }]);
    expect(await countOf(client, caseId, 'entry.outdated')).toBe(1);
    const since = closed.deliveries.filter(({ kind }) => kind.includes('reinstatement'));
    expect(since.map(({ to, kind, state }) => `${to} ${kind} ${state}`).sort()).toEqual([
      'partner partner-reinstatement delivered',
      'sender reinstatement-to-sender delivered',
      'uploader reinstatement-to-uploader delivered',
    ]);
    expect(await mailsAbout(client, caseId)).toHaveLength(told.length + 2);
    expect(await statesEntered(client, caseId, 2)).not.toEqual(expect.arrayContaining(['AwaitDecision']));
    expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });
  });

  it('is taken once: a second one finds nothing restricted, and of two at once one is refused', async () => {
    const caseId = await closedCase('trk-bulk-31', ['DE']);
    const both = await Promise.all([reverse(caseId, 'lead', 'lea'), reverse(caseId, 'counsel', 'carla')]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    await client.until(caseId, ({ state }) => state === 'closed');
    const again = await reverse(caseId, 'lead', 'lea');
    expect(again).toMatchObject({ status: 409, json: { detail: 'Nothing is restricted by this case.' } });
    expect(await countOf(client, caseId, 'reversal.recorded')).toBe(1);
    expect((await ledgerOf(client, 'trk-bulk-31')).map(({ change }) => change)).toEqual(['restricted', 'restored']);
  });

  it('of one of two cases on the same item leaves the other dark where only that one decided', async () => {
    const item = 'trk-bulk-32';
    await closedCase(item, ['DE', 'AT']);
    const second = await closedCase(item, ['DE', 'FR']);
    expect(await seen(item, ['DE', 'AT', 'FR', 'IT'])).toEqual([451, 451, 451, 200]);
    expect((await reverse(second, 'counsel', 'carla')).status).toBe(202);
    const closed = await client.until(second, ({ state }) => state === 'closed');
    expect(closed.items.flatMap(({ effects }) => Object.values(effects))).toEqual(['proven', 'proven']);
    expect(await seen(item, ['DE', 'AT', 'FR', 'IT'])).toEqual([451, 451, 200, 200]);
  });

  it('of the earlier of two cases leaves dark what the later one decided as well', async () => {
    const item = 'trk-bulk-33';
    const first = await closedCase(item, ['DE', 'AT']);
    await closedCase(item, ['DE']);
    expect((await reverse(first, 'lead', 'lea')).status).toBe(202);
    await client.until(first, ({ state }) => state === 'closed');
    expect(await seen(item, ['DE', 'AT'])).toEqual([451, 200]);
  });

  it('is refused for an open case, and for one that restricted nothing', async () => {
    const { caseId } = await client.notice(germanNotice(api, 'tracks/trk-bulk-34'));
    await client.until(caseId, ({ state }) => state === 'in-review');
    expect((await reverse(caseId, 'lead', 'lea')).status).toBe(409);
    await client.decide(caseId, 'specialist', 'sam', rejection());
    await client.until(caseId, ({ state }) => state === 'closed');
    expect((await reverse(caseId, 'lead', 'lea')).status).toBe(409);
    expect((await reverse('case-of-nobody', 'lead', 'lea')).status).toBe(404);
    expect(await ledgerOf(client, 'trk-bulk-34')).toEqual([]);
  });
});
