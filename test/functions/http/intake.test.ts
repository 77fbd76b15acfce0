import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { apiWorld } from '../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';
import { AUTHORITIES } from '../../support/memory-authorities.ts';

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

  it('binds the bytes of each kept attachment to the first event of the case', async () => {
    const world = apiWorld();
    const create = vi.spyOn(world.cases, 'create');
    const bytes = Buffer.from('beschluss');
    const content = bytes.toString('base64');
    const attachments = [{ fileName: 'b.pdf', mediaType: 'application/pdf', content }];
    const { body } = await world.call('POST', '/v1/notices', { body: { ...NOTICE, attachments } });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(create.mock.calls[0]?.[0].documents).toEqual([
      { documentKey: `${body.caseId}/sender/attachments/1`, sha256 },
    ]);
  });

  it('names the legal bases on which anybody may give notice', async () => {
    const body = { ...NOTICE, legalBasis: 'DSA_ART18' };
    const answer = await apiWorld().call('POST', '/v1/notices', { body });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(
      '(DSA_ART16, US_DMCA_512, US_TIDA, UK_OSA_NCII, GDPR_ART17, IN_3_2_B, IN_GRIEVANCE, EU_TM, ' +
        'UK_DEF_S5, DE_URHDAG_14, EMFA_18, TERMS)',
    );
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

  it('refuses the same key with another body, and tells nothing of the case', async () => {
    const world = apiWorld();
    const first = await world.call('POST', '/v1/notices', { body: NOTICE, headers: KEY });
    const other = await world.call('POST', '/v1/notices', { body: { ...NOTICE, language: 'en' }, headers: KEY });
    expect(other.status).toBe(422);
    expect(JSON.stringify(other.body)).not.toContain(first.body.caseId);
    expect(other.body.accessToken).toBeUndefined();
  });

  it('keeps the answer without the access token, and gives another caller under the same key another case', async () => {
    const world = apiWorld();
    const first = await world.call('POST', '/v1/notices', { body: NOTICE, headers: KEY });
    const [kept] = [...world.cases.answers.values()];
    expect(JSON.stringify(kept)).toContain(first.body.caseId);
    expect(JSON.stringify(kept)).not.toContain(first.body.accessToken);
    expect(JSON.stringify(kept)).not.toContain(KEY['idempotency-key']);
    const options = { body: NOTICE, headers: KEY, token: 'trusted-flagger:tf-1' };
    expect((await world.call('POST', '/v1/notices', options)).body.caseId).not.toBe(first.body.caseId);
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
    ['a basis on which no demand is taken', { ...NOTICE, legalBasis: 'DSA_ART20' }, undefined, 400],
    ['a referral from anybody', { ...NOTICE, legalBasis: 'UK_CTIRU' }, undefined, 403],
    ['a referral from a trusted flagger', { ...NOTICE, legalBasis: 'UK_CTIRU' }, 'trusted-flagger:ctiru', 202],
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
    ['de-bka', ['EU_TCO_ART3.disable']],
    ['fr-pharos', ['EU_TCO_ART3.disable', 'EU_TCO_ART4.scrutiny']],
  ])('starts the clock of scrutiny only across a border: %s', async (id, clocks) => {
    const world = apiWorld();
    const body = { ...ORDER, authority: { id } };
    const { caseId } = (await world.call('POST', '/v1/orders', { token: `authority:${id}:${id}`, body })).body;
    expect(world.cases.of(caseId).record.clocks.map(({ clock }) => clock)).toEqual(clocks);
  });

  it('counts secrecy from its receipt when it says that it was issued after that', async () => {
    const world = apiWorld();
    const body = { ...ORDER, issuedAt: '2026-10-06T07:00:00Z', nonDisclosureUntil: '2036-10-05T00:00:00Z' };
    const { caseId } = (await world.call('POST', '/v1/orders', { body, token: AUTHORITY })).body;
    expect(world.cases.of(caseId).record).toMatchObject({
      nonDisclosureUntil: '2026-11-16T23:00:00.000Z',
      issuedAt: '2026-10-05T08:00:00.000Z',
    });
  });

  it('refuses an order issued further ahead than a slip explains', async () => {
    const world = apiWorld();
    const body = { ...ORDER, issuedAt: '2036-10-05T00:00:00Z', nonDisclosureUntil: '2036-10-05T00:00:00Z' };
    const answer = await world.call('POST', '/v1/orders', { body, token: AUTHORITY });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'issuedAt']);
    expect(world.cases.kept.size).toBe(0);
  });

  it('answers an order that its authority sends again with the same case and receipt, under any key', async () => {
    const world = apiWorld();
    const send = (headers: Record<string, string>) =>
      world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY, headers });
    const first = await send(KEY);
    expect(await send({ 'idempotency-key': 'b4a2c7d0-6d4e-4c69-8a35-d6c7d4a2f0aa' })).toEqual(first);
    expect(await send({})).toEqual(first);
    world.cases.set(first.body.caseId, { state: 'closed', closedAt: '2026-10-05T08:00:00.000Z' });
    expect(await send({})).toEqual(first);
    expect(world.cases.kept.size).toBe(1);
  });

  it('gives twins under different keys one case', async () => {
    const world = apiWorld();
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY })),
    );
    expect(new Set(answers.map(({ body }) => body.caseId)).size).toBe(1);
    expect(world.cases.kept.size).toBe(1);
  });

  it('points to the amendment when another body comes under the same reference', async () => {
    const world = apiWorld();
    const { caseId } = (await world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY })).body;
    const body = { ...ORDER, reference: ' BKA-2026-0815 ', territories: ['DE'] };
    const answer = await world.call('POST', '/v1/orders', { body, token: AUTHORITY });
    expect([answer.status, answer.body.caseId]).toEqual([409, caseId]);
    expect(answer.body.detail).toContain(`POST /v1/orders/${caseId}/amendment`);
    expect(world.cases.kept.size).toBe(1);
  });

  it.each([
    ['another authority', {}, 'authority:fr-pharos:fr-pharos', { authority: { id: 'fr-pharos' } }],
    ['another reference', {}, AUTHORITY, { reference: 'BKA-2026-0816' }],
    ['no reference', {}, AUTHORITY, { reference: null }],
    ['an order that was withdrawn', { outcome: 'withdrawn' }, AUTHORITY, {}],
    ['an order kept no more', { state: 'closed', closedAt: '2022-10-05T07:59:59.000Z' }, AUTHORITY, {}],
  ] as const)('makes a case of its own of: %s', async (_, fields, token, change) => {
    const world = apiWorld();
    const first = await world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY });
    world.cases.set(first.body.caseId, fields);
    const second = await world.call('POST', '/v1/orders', { body: { ...ORDER, ...change }, token });
    expect(second.status).toBe(202);
    expect(second.body.caseId).not.toBe(first.body.caseId);
  });

  it('writes no more than ten rows, and its reference nowhere in the clear', async () => {
    const world = apiWorld();
    const body = { ...ORDER, statementOfReasons: 'A bomb threat: they threaten to kill people.' };
    const { caseId } = (await world.call('POST', '/v1/orders', { body, token: AUTHORITY, headers: KEY })).body;
    expect(world.cases.of(caseId).outbox).toHaveLength(2);
    expect(world.cases.lastTransaction).toBeLessThanOrEqual(10);
    expect(JSON.stringify([...world.cases.orders])).not.toContain(ORDER.reference);
  });

  it('takes no demand on a law that is not in force yet', async () => {
    const early = apiWorld('2026-05-18T23:59:59.000Z');
    const body = { ...NOTICE, legalBasis: 'US_TIDA' };
    expect((await early.call('POST', '/v1/notices', { body })).status).toBe(400);
    const order = { ...ORDER, legalBasis: 'IN_3_1_D', issuedAt: null, authority: undefined };
    const asked = { body: order, token: 'authority:in-meity:in-meity' };
    expect((await apiWorld('2026-02-19T08:00:00.000Z').call('POST', '/v1/orders', asked)).status).toBe(400);
    expect((await apiWorld('2026-02-20T08:00:00.000Z').call('POST', '/v1/orders', asked)).status).toBe(202);
  });

  it.each([
    ['another authority in its name', { ...ORDER, authority: { id: 'fr-pharos' } }, AUTHORITY, 403],
    ['nobody', ORDER, undefined, 401],
    ['a lead', ORDER, 'lead:lea', 403],
    ['a basis for notices', { ...ORDER, legalBasis: 'DSA_ART16' }, AUTHORITY, 400],
    ['an information demand', { ...ORDER, legalBasis: 'DSA_ART10' }, AUTHORITY, 202],
    ['a duty of our own', { ...ORDER, legalBasis: 'DSA_ART18' }, AUTHORITY, 400],
    ['the order of a court', { ...ORDER, legalBasis: 'COURT_ORDER' }, AUTHORITY, 202],
    ['a notice of another country', { ...ORDER, legalBasis: 'AU_OSA' }, AUTHORITY, 403],
    ['no authority named', { ...ORDER, authority: undefined }, AUTHORITY, 202],
  ])('answers %s', async (_, body, token, status) => {
    expect((await apiWorld().call('POST', '/v1/orders', { body, token })).status).toBe(status);
  });
});

describe('the sender of an order', () => {
  it('is kept with the name, the address and the country that the register has', async () => {
    const world = apiWorld();
    const { caseId } = (await world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY })).body;
    expect(world.cases.of(caseId).record).toMatchObject({ authorityId: 'de-bka', authorityCountry: 'DE' });
    const party = { name: 'Bundeskriminalamt', email: 'de-bka@authority.example', country: 'DE' };
    expect(await world.documents.get(`${caseId}/authority/party`)).toMatchObject(party);
  });

  it('is refused when its country may not order on that basis, and not when nobody knows its country', async () => {
    const world = apiWorld();
    const order = { ...ORDER, authority: undefined };
    const send = (client: string) =>
      world.call('POST', '/v1/orders', { body: order, token: `authority:${client}:${client}` });
    expect(await send('us-court')).toMatchObject({ status: 403 });
    const unknown = await send('bka');
    expect(unknown.status).toBe(202);
    expect(world.cases.of(unknown.body.caseId).record).toMatchObject({ authorityId: 'bka', authorityCountry: null });
  });

  it('is the same through another of its clients, and another when it loses its entry', async () => {
    const world = apiWorld();
    const [bka] = AUTHORITIES;
    world.deps.authorities.set('3abc', bka!);
    const first = await world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY });
    const again = await world.call('POST', '/v1/orders', { body: ORDER, token: 'authority:any:3abc' });
    expect(again.body).toEqual(first.body);
    const read = () => world.call('GET', `/v1/orders/${first.body.caseId}`, { token: 'authority:any:3abc' });
    expect((await read()).status).toBe(200);
    world.deps.authorities.set('3abc', null);
    expect((await read()).status).toBe(404);
  });
});
