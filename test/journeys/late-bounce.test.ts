import { describe, expect, it } from 'vitest';
import { germanNotice, restriction } from '../../scripts/examples.ts';
import { auditOf, ledgerOf, mailsAbout, statesEntered } from '../support/case-traces.ts';
import { sharedProduct } from '../support/shared-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

const BOUNCED = ['delivery.bounced', 'case.reopened', 'delivery.parked', 'case.closed'];

interface Duty {
  readonly kind: string;
  readonly state: string;
  readonly owner: string | null;
  readonly reason: string | null;
}

describe('a mail that was delivered and bounces an hour later', () => {
  const { client, urls } = sharedProduct();
  const { api } = urls;

  async function duty(caseId: string, kind: string): Promise<Duty | undefined> {
    const view = await client.callAs('lead', 'lea', 'GET', `/v1/cases/${caseId}`);
    return (view.json as { deliveries: readonly Duty[] }).deliveries.find((delivery) => delivery.kind === kind);
  }

  async function mailFaults(faults: Record<string, string>): Promise<void> {
    await client.must('PUT', '/_local/mail/faults', faults);
  }

  async function closedCase(item: string): Promise<string> {
    const { caseId } = await client.notice(germanNotice(api, `tracks/${item}`));
    await client.until(caseId, ({ state }) => state === 'in-review');
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    await client.until(caseId, ({ state }) => state === 'closed', 'PT1S', 5);
    return caseId;
  }

  it('opens the closed case again and gives the duty to an operator, once, without telling or doing anything twice', async () => {
    const recipient = 'uploader-ben@uploads.example';
    await mailFaults({ mode: 'bounce', recipient, after: 'PT1H' });
    const caseId = await closedCase('trk-bulk-11');
    await mailFaults({ mode: 'none' });
    expect(await duty(caseId, 'statement-of-reasons')).toMatchObject({ state: 'delivered', owner: null });
    const told = await mailsAbout(client, caseId);

    await client.advance('PT59M');
    expect(await duty(caseId, 'statement-of-reasons')).toMatchObject({ state: 'delivered' });
    await client.advance('PT1M');
    await client.until(caseId, ({ state }) => state === 'closed', 'PT1S', 5);

    const parked = { state: 'parked', owner: 'operator', reason: 'bounced-permanent' };
    expect(await duty(caseId, 'statement-of-reasons')).toMatchObject(parked);
    expect(await duty(caseId, 'decision-to-sender')).toMatchObject({ state: 'delivered' });
    const audit = await auditOf(client, caseId);
    const since = audit.slice(audit.findIndex(({ type }) => type === 'delivery.bounced')).map(({ type }) => type);
    expect(since.filter((type) => BOUNCED.includes(type))).toEqual(BOUNCED);
    expect(await mailsAbout(client, caseId)).toEqual(told);
    expect(await ledgerOf(client, 'trk-bulk-11')).toHaveLength(1);
    const secondRun = await statesEntered(client, caseId, 2);
    expect(secondRun).toEqual(expect.arrayContaining(['TellOutcome', 'SealCase', 'EndRun']));
    expect(secondRun).not.toEqual(expect.arrayContaining(['ApplyBatch']));
    expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });
  });

  it('parks every duty when all mails of a closed case bounce at the same moment', async () => {
    await mailFaults({ mode: 'bounce', after: 'PT1H' });
    const caseId = await closedCase('trk-bulk-12');
    await mailFaults({ mode: 'none' });
    await client.advance('PT1H1M');
    const closed = await client.until(caseId, ({ state }) => state === 'closed', 'PT1S', 5);

    const mails = closed.deliveries.filter(({ channel }) => channel === 'mail');
    expect(mails.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'decision-to-sender parked',
      'receipt parked',
      'statement-of-reasons parked',
    ]);
    for (const { kind } of mails) expect(await duty(caseId, kind)).toMatchObject({ owner: 'operator' });
    const audit = (await auditOf(client, caseId)).map(({ type }) => type);
    expect(audit.filter((type) => type === 'delivery.bounced')).toHaveLength(3);
    // The page about what could not be delivered goes out beside the case, before or after it closes again.
    expect(audit.filter((type) => !type.startsWith('page.')).at(-1)).toBe('case.closed');
    expect(await verifyDownloaded(api, await downloadBundle(api, client, caseId))).toMatchObject({ valid: true });
  });

  it('shows the duty of an open case to an operator at once, and the case closes once it is decided', async () => {
    await mailFaults({ mode: 'bounce', recipient: 'recht@kanzlei.example', after: 'PT1H' });
    const { caseId } = await client.notice(germanNotice(api, 'tracks/trk-bulk-13'));
    await client.idle();
    expect(await duty(caseId, 'receipt')).toMatchObject({ state: 'delivered' });
    await mailFaults({ mode: 'none' });
    await client.advance('PT1H1M');

    const parked = { state: 'parked', owner: 'operator', reason: 'bounced-permanent' };
    expect(await duty(caseId, 'receipt')).toMatchObject(parked);
    expect((await client.view(caseId)).state).toBe('in-review');
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    await client.until(caseId, ({ state }) => state === 'closed', 'PT1S', 5);
    expect(await duty(caseId, 'receipt')).toMatchObject(parked);
    expect(await duty(caseId, 'decision-to-sender')).toMatchObject({ state: 'delivered' });
  });

  it('keeps a case open while a mail is only delayed, and closes it on delivery', async () => {
    const { caseId } = await client.notice(germanNotice(api, 'tracks/trk-bulk-14'));
    await client.until(caseId, ({ state }) => state === 'in-review');
    await mailFaults({ mode: 'delay', after: 'PT2H' });
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
    await client.idle();
    await client.advance('PT1H59M');
    expect((await client.view(caseId)).state).toBe('notifying');
    await mailFaults({ mode: 'none' });
    await client.advance('PT1M');
    await client.until(caseId, ({ state }) => state === 'closed', 'PT1S', 5);
    expect(await mailsAbout(client, caseId)).toHaveLength(3);
  });
});
