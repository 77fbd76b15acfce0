import { describe, expect, it } from 'vitest';
import { auditOf, mailsAbout } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

describe('a notice of complaint whose poster is heard', () => {
  const { client, urls } = sharedProduct();

  it('goes once the poster consents with the token from the message, and a person confirms it', async () => {
    const { caseId } = await client.notice({
      legalBasis: 'UK_DEF_S5',
      language: 'en',
      submitter: { name: 'Dr. Quirina Zeisig', email: 'quirina.zeisig@kanzlei.example' },
      items: [{ url: `${urls.api}/_local/platform/tracks/trk-bulk-81`, components: ['audio'] }],
      explanation: 'The second verse says that a baker of our town sells stolen bread.',
      meaning: 'It means that the baker is a thief.',
      inaccuracies: 'He has never stolen anything.',
      statements: { posterUnknown: true },
    });
    await client.until(caseId, ({ state }) => state === 'awaiting-response', 'PT1S');
    const heard = (await mailsAbout(client, caseId)).find(({ deliveryId }) => deliveryId.includes('.hearing-notice.'));
    expect(heard?.text).toContain('a baker of our town');
    expect(heard?.text).not.toContain('Zeisig');
    const token = /uploader-1\.[\w-]{43}/.exec(heard?.text ?? '')?.[0] ?? '';
    await client.must('POST', `/v1/cases/${caseId}/response`, { position: 'consent' }, token);

    await client.until(caseId, ({ state }) => state === 'in-review');
    const seen = async (country: string): Promise<number> =>
      (await client.call('GET', `/_local/platform/tracks/trk-bulk-81?territory=${country}`)).status;
    expect([await seen('GB'), await seen('IE')]).toEqual([451, 200]);
    await client.decide(caseId, 'specialist', 'sam', { outcome: 'restrict', items: [], facts: 'The poster agreed.' });
    const closed = await client.until(caseId, ({ state }) => state === 'closed');
    expect(closed.outcome).toBe('actioned');
    expect(await verifyDownloaded(urls.api, await downloadBundle(urls.api, client, caseId))).toMatchObject({
      valid: true,
    });
    const types = (await auditOf(client, caseId)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['hearing.opened', 'hearing.sent', 'response.received', 'hearing.closed']),
    );
  });
});
