import { describe, expect, it } from 'vitest';
import { readZip } from '../../cli/read-zip.ts';
import { germanNotice, itemUrl, restriction, takedownNotice } from '../../scripts/examples.ts';
import type { LocalAnswer } from '../../scripts/local-client.ts';
import { auditOf, ledgerOf, mailsAbout, statesEntered } from '../support/case-traces.ts';
import { textOf } from '../support/pdf.ts';
import { sharedProduct } from '../support/shared-product.ts';
import { downloadBundle, verifyDownloaded } from '../support/verified-bundle.ts';

const COPY = { type: 'illegal', provision: '17 USC 512(c)', explanation: 'A copy of the recording named.' };
const UNSIGNED = {
  signature: undefined,
  statements: { goodFaith: true, accurate: true, authorised: true, underPenaltyOfPerjury: false },
};

const COUNTER_NOTICE = {
  items: ['item-1'],
  mistake: true,
  name: 'Ottilie Ungewitter',
  postalAddress: '9 Kiln Lane, Portland, OR 97201',
  telephone: '+1 503 555 0142',
  jurisdiction: true,
  service: true,
  signature: 'Ottilie Ungewitter',
};
const COURT_ACTION = { court: 'N.D. Cal.', caseNumber: '3:26-cv-09999', filedOn: '2026-10-06' };

const { client, urls } = sharedProduct();
const { api } = urls;

/** A notice as its sender has it: the case and the access token. */
interface Sent {
  readonly caseId: string;
  readonly accessToken: string;
}

async function send(item: string, more: Record<string, unknown> = {}): Promise<Sent> {
  const { caseId, accessToken = '' } = await client.notice({ ...takedownNotice(api, `tracks/${item}`), ...more });
  await client.idle();
  return { caseId, accessToken };
}

function read({ caseId, accessToken }: Sent): Promise<LocalAnswer> {
  return client.call('GET', `/v1/notices/${caseId}`, undefined, accessToken);
}

function give({ caseId, accessToken }: Sent, information: unknown): Promise<LocalAnswer> {
  return client.call('POST', `/v1/notices/${caseId}/information`, information, accessToken);
}

function withdraw({ caseId, accessToken }: Sent): Promise<LocalAnswer> {
  const path = `/v1/notices/${caseId}/withdrawal`;
  return client.call('POST', path, { reason: 'settled between us' }, accessToken);
}

async function missingOf(sent: Sent): Promise<readonly { element: string }[]> {
  return ((await read(sent)).json as { missing: readonly { element: string }[] }).missing;
}

async function mailOfKind(sent: Sent, kind: string): Promise<string> {
  const mails = await mailsAbout(client, sent.caseId);
  return mails.find(({ deliveryId }) => deliveryId.includes(`.${kind}.`))?.text ?? '';
}

/** A message as somebody of ours has it printed. */
async function paperOf({ caseId }: Sent, kind: string): Promise<Uint8Array> {
  const { deliveries } = await client.view(caseId);
  const { deliveryId = '' } = deliveries.find((delivery) => delivery.kind === kind) ?? {};
  const response = await fetch(`${api}/v1/cases/${caseId}/messages/${deliveryId}/paper`, {
    headers: { authorization: `Bearer ${await client.token('specialist', 'sam')}` },
  });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

describe('a takedown notice that lacks elements', () => {
  it('is asked for them by name, takes them under its access token, and is decided, closed, proven, countered and complained of', async () => {
    const sent = await send('trk-bulk-40', UNSIGNED);
    const missing = await missingOf(sent);
    expect(missing.map(({ element }) => element)).toEqual(['signature', 'penalty-of-perjury']);
    const asked = (await mailOfKind(sent, 'information-request')).replaceAll(/\s+/g, ' ');
    for (const named of ['electronic signature', 'under penalty of perjury']) expect(asked).toContain(named);
    expect(asked).not.toContain('good faith');

    const answers = { signature: 'Jane Doe', 'penalty-of-perjury': true };
    expect(await give(sent, { answers })).toMatchObject({ status: 202, json: { missing: [] } });
    expect(await missingOf(sent)).toEqual([]);
    await client.decide(sent.caseId, 'specialist', 'sam', { ...restriction(['item-1'], ['WORLD']), ground: COPY });
    const closed = await client.until(sent.caseId, ({ state }) => state === 'closed');

    expect(closed.outcome).toBe('actioned');
    expect(Object.values(closed.items[0]?.effects ?? {})).toEqual(['proven']);
    expect((await client.call('GET', '/_local/platform/tracks/trk-bulk-40?territory=JP')).status).toBe(451);
    expect((await read(sent)).json).toMatchObject({ state: 'closed', outcome: 'actioned' });
    expect((await give(sent, { answers })).status).toBe(409);

    const path = `/v1/notices/${sent.caseId}/counter-notice`;
    const token = /uploader-1\.[\w-]{43}/.exec(await mailOfKind(sent, 'statement-of-reasons'))?.[0] ?? '';
    expect(await client.call('POST', path, COUNTER_NOTICE, token)).toMatchObject({ status: 202, json: { number: 1 } });
    await client.until(sent.caseId, ({ state }) => state === 'closed');
    expect(await mailOfKind(sent, 'counter-notice-copy')).toContain(COUNTER_NOTICE.postalAddress);
    const action = `/v1/notices/${sent.caseId}/court-action`;
    expect((await client.call('POST', action, COURT_ACTION, sent.accessToken)).status).toBe(202);
    const late = `/v1/cases/${sent.caseId}/court-action`;
    expect((await client.callAs('specialist', 'sam', 'POST', late, COURT_ACTION)).status).toBe(409);
    const paper = await textOf(await paperOf(sent, 'statement-of-reasons'));
    expect(paper).toContain('U.S.C. § 512(g)');
    expect(paper).not.toContain(token);

    const words = { explanation: 'It is a recording of our own.' };
    const complained = await client.call('POST', `/v1/notices/${sent.caseId}/complaint`, words, token);
    expect(complained).toMatchObject({ status: 202, json: { about: { itemIds: ['item-1'] } } });
    const { caseId: complaint } = complained.json as { caseId: string };
    await client.idle();
    await client.decide(complaint, 'specialist', 'tara', { outcome: 'upheld', facts: 'The recording is theirs.' });
    await client.until(complaint, ({ state }) => state === 'closed');
    await client.until(sent.caseId, ({ state }) => state === 'closed');
    expect((await client.call('GET', '/_local/platform/tracks/trk-bulk-40?territory=JP')).status).toBe(200);
    expect(await mailOfKind(sent, 'reinstatement-to-sender')).toContain('complaint');
    expect(await verifyDownloaded(api, await downloadBundle(api, client, complaint))).toMatchObject({ valid: true });
    expect(await verifyDownloaded(api, await downloadBundle(api, client, sent.caseId))).toMatchObject({ valid: true });
  });

  it('waits for one that says where nothing is, with a deadline, and goes on with the answer', async () => {
    const sent = await send('trk-bulk-41', { items: [] });
    const waiting = (await read(sent)).json as { state: string; informationDueAt: string };
    // Five business days in New York, to the end of the last.
    expect(waiting).toMatchObject({
      state: 'awaiting-information',
      informationDueAt: expect.stringMatching(/T0[45]:00:00/),
    });
    const days = (Date.parse(waiting.informationDueAt) - Date.parse(await client.now())) / 86_400_000;
    expect(days).toBeGreaterThan(5);
    expect(days).toBeLessThan(11);
    expect((await missingOf(sent)).map(({ element }) => element)).toEqual(['location']);

    expect((await give(sent, { items: [{ url: itemUrl(api, 'tracks/trk-of-nobody') }] })).status).toBe(202);
    await client.idle();
    expect((await read(sent)).json).toMatchObject({ state: 'awaiting-information' });
    expect((await give(sent, { items: [{ url: itemUrl(api, 'tracks/trk-bulk-41') }] })).status).toBe(202);
    await client.idle();
    expect((await read(sent)).json).toMatchObject({ state: 'in-review', missing: [], informationDueAt: null });
    const located = (await client.view(sent.caseId)).items.filter(({ url }) => url.includes('trk-bulk-41'));
    const decision = restriction([located[0]?.itemId ?? ''], ['US']);
    await client.decide(sent.caseId, 'specialist', 'sam', { ...decision, ground: COPY });
    await client.until(sent.caseId, ({ state }) => state === 'closed');
    expect(await ledgerOf(client, 'trk-bulk-41')).toHaveLength(1);
  });

  it('can be decided when the place is named only in review, after the wait for it was over', async () => {
    const sent = await send('trk-bulk-47', { items: [] });
    await client.advance('P10D');
    expect((await read(sent)).json).toMatchObject({ state: 'in-review' });
    expect((await give(sent, { items: [{ url: itemUrl(api, 'tracks/trk-bulk-47') }] })).status).toBe(202);
    await client.idle();
    expect((await read(sent)).json).toMatchObject({ state: 'in-review', missing: [], itemCount: 1 });
    await client.decide(sent.caseId, 'specialist', 'sam', { ...restriction(['item-1'], ['US']), ground: COPY });
    await client.until(sent.caseId, ({ state }) => state === 'closed');
    expect(await ledgerOf(client, 'trk-bulk-47')).toHaveLength(1);
  });

  it('is no business of whoever holds another token, or none', async () => {
    const [mine, other] = [await send('trk-bulk-42', UNSIGNED), await send('trk-bulk-43')];
    const foreign = { caseId: mine.caseId, accessToken: other.accessToken };
    const nobody = await client.token('operator', 'olga');
    for (const call of [read, withdraw, (sent: Sent) => give(sent, { answers: { signature: 'Mallory' } })]) {
      expect((await call(foreign)).status).toBe(404);
      expect((await call({ ...mine, accessToken: `${mine.accessToken.slice(0, -2)}xx` })).status).toBe(404);
      expect((await call({ ...mine, accessToken: 'no-token-at-all' })).status).toBe(401);
      expect((await call({ ...mine, accessToken: nobody })).status).toBe(403);
      expect((await call({ ...mine, caseId: 'case-of-nobody' })).status).toBe(404);
    }
    expect((await client.call('GET', `/v1/notices/${mine.caseId}`)).status).toBe(401);
    expect((await missingOf(mine)).map(({ element }) => element)).toEqual(['signature', 'penalty-of-perjury']);
    expect((await auditOf(client, mine.caseId)).map(({ type }) => type)).not.toContain('information.received');
  });
});

describe('a notice that its sender withdraws', () => {
  it.each([
    ['while information is awaited', 'trk-bulk-44', { items: [] }, 'AwaitInformation'],
    ['in review', 'trk-bulk-45', {}, 'AwaitDecision'],
  ])('%s rings the wait and ends as withdrawn, with nothing done', async (_, item, more, wait) => {
    const sent = await send(item, more);
    expect((await statesEntered(client, sent.caseId)).at(-1)).toBe(wait);
    expect(await withdraw(sent)).toMatchObject({ status: 202, json: { state: 'notifying', outcome: 'withdrawn' } });
    await client.idle();

    expect((await read(sent)).json).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect(await mailOfKind(sent, 'withdrawal-confirmation')).not.toBe('');
    expect(await ledgerOf(client, item)).toEqual([]);
    expect((await withdraw(sent)).status).toBe(409);
    const claim = await client.callAs('specialist', 'sam', 'POST', `/v1/cases/${sent.caseId}/claim`, {});
    expect(claim.status).toBe(409);
    expect(await verifyDownloaded(api, await downloadBundle(api, client, sent.caseId))).toMatchObject({ valid: true });
  });

  it('is erased on request once no hold stands, and its evidence verifies before and after', async () => {
    const sent = await send('trk-bulk-45', {
      items: [{ url: itemUrl(api, 'tracks/trk-bulk-45'), note: 'My own words' }],
    });
    await withdraw(sent);
    await client.until(sent.caseId, ({ state }) => state === 'closed');
    const post = (path: string, body: object) =>
      client.callAs('counsel', 'carla', 'POST', `/v1/cases/${sent.caseId}/${path}`, body);
    const erasure = { personId: 'sender', ground: 'gdpr-art-17', reference: 'DSR-2026-0107' };
    const words = ['copyright@label.example', 'My own words'];
    const readable = async () => {
      const [bundle, ...answers] = await Promise.all([
        downloadBundle(api, client, sent.caseId),
        client.callAs('lead', 'lea', 'GET', `/v1/cases/${sent.caseId}`),
        client.callAs('lead', 'lea', 'GET', `/v1/cases/${sent.caseId}/history`),
      ]);
      const files = (readZip(bundle) ?? []).map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
      const text = [...files, ...answers.map(({ json }) => JSON.stringify(json))].join('\n');
      return { text, report: await verifyDownloaded(api, bundle) };
    };
    const before = await readable();
    expect(words.filter((word) => before.text.includes(word))).toEqual(words);

    expect(await post('holds', { matter: 'LIT-1', reason: 'A suit.' })).toMatchObject({ status: 201 });
    expect((await post('erasures', erasure)).status).toBe(409);
    expect((await post('holds/1/release', { reason: 'Settled.' })).status).toBe(200);
    expect((await post('erasures', erasure)).status).toBe(202);
    await client.advance('PT2M');

    const after = await readable();
    expect(words.filter((word) => after.text.includes(word))).toEqual([]);
    expect(after.text.includes('request upheld under Art 17 GDPR (DSR-2026-0107)')).toBe(true);
    for (const { report } of [before, after]) expect(report).toMatchObject({ valid: true });
    const report = await client.callAs('lead', 'lea', 'GET', `/v1/cases/${sent.caseId}/purge-report`);
    expect(report.status).toBe(404);
    await client.advance('P1DT1M');
    const view = await client.callAs('lead', 'lea', 'GET', `/v1/cases/${sent.caseId}`);
    expect(view.json).toMatchObject({ erasures: [{ personIds: ['sender'], state: 'complete' }] });
  });

  it('while a second person looks at its decision keeps that decision from ever taking effect', async () => {
    const { caseId, accessToken = '' } = await client.notice(germanNotice(api, 'tracks/trk-bulk-46'));
    await client.idle();
    await client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['WORLD']));
    expect((await withdraw({ caseId, accessToken })).status).toBe(202);
    const approval = { verdict: 'approve', reason: 'valid' };
    expect((await client.callAs('counsel', 'carla', 'POST', `/v1/cases/${caseId}/approval`, approval)).status).toBe(
      409,
    );
    const closed = await client.until(caseId, ({ state }) => state === 'closed');
    expect(closed.outcome).toBe('withdrawn');
    expect(closed.deliveries.map(({ kind }) => kind).sort()).toEqual(['receipt', 'withdrawal-confirmation']);
    expect(await ledgerOf(client, 'trk-bulk-46')).toEqual([]);
  });
});
