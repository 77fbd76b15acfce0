import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { apiWorld } from '../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';

const KEY = { 'idempotency-key': '0f8fad5b-d9cb-469f-a165-70867728950e' };

describe('POST /v1/notices', () => {
  it('keeps a notice and answers with a receipt, the access token and the clocks owed to the sender', async () => {
    const world = apiWorld();
    const { status, body } = await world.call('POST', '/v1/notices', { body: NOTICE });
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'received', receivedAt: '2026-10-05T08:00:00.000Z', legalBasis: 'DSA_ART16' });
    expect(body.statusUrl).toBe(`http://localhost:4400/v1/notices/${body.caseId}`);
    expect(body.statusUrl).not.toContain(body.accessToken);
    const { record, events, outbox, rows } = world.cases.of(body.caseId);
    expect(record).toMatchObject({ run: 1, claimedRun: 0, stage: 'validate', planned: false, itemCount: 1 });
    expect(record.watchAt).toBe('2026-10-05T08:02:00.000Z');
    expect(events.map((event) => event.type)).toEqual(['case.received']);
    expect(outbox).toEqual([{ kind: 'start', run: 1, stage: 'validate' }]);
    expect([...rows.keys()]).toEqual(['PERSON#sender']);
  });

  it('writes no more than ten rows and nothing personal, whatever the number of items', async () => {
    const world = apiWorld();
    const items = Array.from({ length: 2_000 }, (_, index) => ({ url: `https://platform.example/tracks/${index}` }));
    const body = { ...NOTICE, items, explanation: 'A bomb threat: they threaten to kill people.' };
    const answer = await world.call('POST', '/v1/notices', { body, headers: KEY });
    expect(answer.status).toBe(202);
    expect(world.cases.lastTransaction).toBeLessThanOrEqual(10);
    const { record, rows, events, outbox } = world.cases.of(answer.body.caseId);
    expect(record.itemCount).toBe(2_000);
    const written = JSON.stringify([record, [...rows], events, outbox, [...world.cases.answers.values()]]);
    for (const secret of ['Kanzlei', 'kanzlei.example', 'bomb', 'platform.example', answer.body.accessToken]) {
      expect(written).not.toContain(secret);
    }
  });

  it('pages beside validation when the text holds a signal of danger', async () => {
    const world = apiWorld();
    const body = { ...NOTICE, explanation: 'He posted a bomb threat against the school.' };
    const answer = await world.call('POST', '/v1/notices', { body });
    const { record, outbox, events } = world.cases.of(answer.body.caseId);
    expect(record.danger).toMatchObject({ acknowledgedAt: null, signals: ['threat-to-life'] });
    expect(outbox.map((entry) => entry.kind)).toEqual(['start', 'page']);
    expect(events.map((event) => event.type)).toEqual(['case.received', 'danger.signalled']);
  });

  it.each([
    ['penalty of perjury declared', { statements: { underPenaltyOfPerjury: true } }, 'US_DMCA_512'],
    ['the act named', { explanation: 'Notice under 17 U.S.C. 512(c).' }, 'US_DMCA_512'],
    ['anything else', { explanation: 'Beleidigung' }, 'DSA_ART16'],
    ['an empty notice', {}, 'DSA_ART16'],
  ])('proposes a legal basis: %s', async (_, body, legalBasis) => {
    const { status, body: receipt } = await apiWorld().call('POST', '/v1/notices', { body });
    expect([status, receipt.legalBasis]).toEqual([202, legalBasis]);
  });

  it('gives the same answer to the same key and body, token included, and keeps one case', async () => {
    const world = apiWorld();
    const first = await world.call('POST', '/v1/notices', { body: NOTICE, headers: KEY });
    const second = await world.call('POST', '/v1/notices', { body: NOTICE, headers: KEY });
    expect(second).toEqual(first);
    expect(world.cases.kept.size).toBe(1);
  });

  it('gives twins sent at once one case and one answer', async () => {
    const world = apiWorld();
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.call('POST', '/v1/notices', { body: NOTICE, headers: KEY })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(world.cases.kept.size).toBe(1);
  });

  it('refuses the same key with another body', async () => {
    const world = apiWorld();
    await world.call('POST', '/v1/notices', { body: NOTICE, headers: KEY });
    const other = await world.call('POST', '/v1/notices', { body: { ...NOTICE, language: 'en' }, headers: KEY });
    expect(other.status).toBe(422);
  });

  it('keeps attachments encrypted with their hash, and only the hash where a child may be shown', async () => {
    const world = apiWorld();
    const attachments = [
      { fileName: 'beschluss.pdf', mediaType: 'application/pdf', content: Buffer.from('PDF').toString('base64') },
    ];
    const sha256 = createHash('sha256').update('PDF').digest('hex');
    const plain = await world.call('POST', '/v1/notices', { body: { ...NOTICE, attachments } });
    const request = JSON.parse(world.documents.kept.get(`${plain.body.caseId}/sender/request`)!);
    expect(request.attachments).toEqual([
      {
        fileName: 'beschluss.pdf',
        mediaType: 'application/pdf',
        bytes: 3,
        sha256,
        documentKey: `${plain.body.caseId}/sender/attachments/1`,
      },
    ]);
    expect(world.documents.kept.has(`${plain.body.caseId}/sender/attachments/1`)).toBe(true);
    const body = { ...NOTICE, attachments, explanation: 'This is child sexual abuse material.' };
    const grave = await world.call('POST', '/v1/notices', { body });
    const kept = JSON.parse(world.documents.kept.get(`${grave.body.caseId}/sender/request`)!);
    expect(kept.attachments).toMatchObject([{ sha256, documentKey: null }]);
    expect([...world.documents.kept.keys()].filter((key) => key.includes('attachments'))).toHaveLength(1);
  });

  it.each([
    ['a basis that is for authorities', { ...NOTICE, legalBasis: 'EU_TCO_ART3' }, undefined, 403],
    ['a basis that is not in the catalogue', { ...NOTICE, legalBasis: 'IN_GRIEVANCE' }, undefined, 400],
    ['a specialist', NOTICE, 'specialist:sam', 403],
    ['a trusted flagger', NOTICE, 'trusted-flagger:tf-1', 202],
    ['a token that is not valid', NOTICE, 'nonsense', 401],
  ])('answers by who sends on which basis: %s', async (_, body, token, status) => {
    expect((await apiWorld().call('POST', '/v1/notices', { body, token })).status).toBe(status);
  });
});

describe('POST /v1/orders', () => {
  it('answers with a receipt over the exact body, and replays the same one', async () => {
    const world = apiWorld();
    const raw = Buffer.from(JSON.stringify(ORDER));
    const first = await world.call('POST', '/v1/orders', { raw, token: AUTHORITY, headers: KEY });
    expect(first.status).toBe(202);
    const payload = JSON.parse(Buffer.from(first.body.receipt.split('.')[1], 'base64url').toString());
    expect(payload).toEqual({
      caseId: first.body.caseId,
      receivedAt: first.body.receivedAt,
      sha256: createHash('sha256').update(raw).digest('hex'),
    });
    const second = await world.call('POST', '/v1/orders', { raw, token: AUTHORITY, headers: KEY });
    expect(second).toEqual(first);
    expect(world.cases.of(first.body.caseId).record).toMatchObject({ authorityId: 'de-bka', nature: 'order' });
    expect(world.cases.of(first.body.caseId).record.territories).toHaveLength(27);
  });

  it('shows the hour to the authority, and never more secrecy than six weeks', async () => {
    const world = apiWorld();
    const body = { ...ORDER, nonDisclosureUntil: '2027-12-31T00:00:00Z' };
    const answer = await world.call('POST', '/v1/orders', { body, token: AUTHORITY });
    expect(answer.body.clocks.map((clock: { clock: string }) => clock.clock)).toContain('EU_TCO_ART3.disable');
    const { record } = world.cases.of(answer.body.caseId);
    expect(record.nonDisclosureUntil).toBe('2026-11-16T23:00:00.000Z');
    expect(record.dueAt).toBe('2026-10-05T09:00:00.000Z');
  });

  it.each([
    ['another authority in its name', { ...ORDER, authority: { id: 'fr-pharos' } }, AUTHORITY, 403],
    ['nobody', ORDER, undefined, 401],
    ['a lead', ORDER, 'lead:lea', 403],
    ['a basis for notices', { ...ORDER, legalBasis: 'DSA_ART16' }, AUTHORITY, 400],
    ['a basis still to come', { ...ORDER, legalBasis: 'COURT_ORDER' }, AUTHORITY, 400],
    ['no authority named', { ...ORDER, authority: undefined }, AUTHORITY, 202],
  ])('answers %s', async (_, body, token, status) => {
    expect((await apiWorld().call('POST', '/v1/orders', { body, token })).status).toBe(status);
  });
});
