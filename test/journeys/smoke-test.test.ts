import { describe, expect, it } from 'vitest';
import { MAIL_SIMULATOR, type SmokeWorld, smokeTest } from '../../scripts/deploy/smoke-test.ts';
import { itemUrl } from '../../scripts/examples.ts';
import { auditOf, ledgerOf } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';

const { client, urls } = sharedProduct();

/** What the smoke test is run with here: time goes on whenever it waits. */
async function world(level: SmokeWorld['level'], item: string, said: string[] = []): Promise<SmokeWorld> {
  let pauses = 0;
  return {
    api: client,
    stage: 'dev',
    level,
    item: itemUrl(urls.api, item),
    sender: MAIL_SIMULATOR,
    token: await client.token('specialist', 'smoke'),
    pause: async () => {
      pauses += 1;
      if (pauses > 30) throw new Error('nothing more happened');
      await client.advance('PT1M');
    },
    say: (line) => said.push(line),
  };
}

describe('the smoke test of a deployment', () => {
  it('takes a notice to its sealed audit, and changes nothing on the platform', async () => {
    const said: string[] = [];
    const caseId = await smokeTest(await world('sealed', 'tracks/trk-bulk-90', said));
    expect(await client.view(caseId)).toMatchObject({ state: 'closed', outcome: 'rejected' });
    expect(await ledgerOf(client, 'trk-bulk-90')).toEqual([]);
    expect(said.at(-1)).toMatch(/holds case\.sealed and verifies offline: VALID/);
  });

  it('at its shorter level verifies the evidence so far and withdraws the notice', async () => {
    const caseId = await smokeTest(await world('receipt', 'tracks/trk-bulk-91'));
    const closed = await client.until(caseId, ({ state }) => state === 'closed');
    expect(closed.outcome).toBe('withdrawn');
    expect((await auditOf(client, caseId)).map(({ type }) => type)).not.toContain('decision.recorded');
  });

  it('says at which step a deployment fails', async () => {
    const item = 'tracks/trk-bulk-92';
    const nobody = { ...(await world('sealed', item)), token: 'no.real.token' };
    await expect(smokeTest(nobody)).rejects.toThrow(/^it comes before a person: GET .* answered 401/);
    const impatient = { ...(await world('sealed', item)), pause: () => Promise.reject(new Error('too long')) };
    await expect(smokeTest(impatient)).rejects.toThrow(/: too long$/);
  });
});
