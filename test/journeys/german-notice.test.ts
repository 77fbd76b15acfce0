import { describe, expect, it } from 'vitest';
import { germanNotice, restriction } from '../../scripts/examples.ts';
import { statementsOf } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

describe('a German notice from receipt to sealed audit', () => {
  const { client, urls } = sharedProduct();
  const { api } = urls;

  it('goes dark in Germany, stays up elsewhere, tells everyone and closes', async () => {
    const { caseId } = await client.notice(germanNotice(api));
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    const closed = await client.until(caseId, ({ state }) => state === 'closed');

    expect(closed.outcome).toBe('actioned');
    expect(closed.items[0]?.effects).toEqual({ DE: 'proven' });
    const seen = async (country: string): Promise<number> =>
      (await client.call('GET', `/_local/platform/tracks/trk-1001?territory=${country}`)).status;
    expect([await seen('DE'), await seen('AT'), await seen('US')]).toEqual([451, 200, 200]);
    const told = closed.deliveries.map(({ to, kind, state }) => `${to} ${kind} ${state}`).sort();
    expect(told).toEqual([
      'authority transparency-database-entry delivered',
      'partner partner-restriction delivered',
      'sender decision-to-sender delivered',
      'sender receipt delivered',
      'uploader statement-of-reasons delivered',
    ]);
    expect(await statementsOf(client, caseId)).toMatchObject([
      {
        source_type: 'SOURCE_ARTICLE_16',
        content_language: 'DE',
        territorial_scope: ['DE'],
        content_date: '2026-03-02',
        automated_detection: 'No',
      },
    ]);
    expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });
  });
});
