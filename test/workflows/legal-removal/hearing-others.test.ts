import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const SAM = 'specialist:sam';
const SENDER = { name: 'Dr. Quirina Zeisig', email: 'quirina.zeisig@kanzlei.example', country: 'DE' };

const INTENDED = [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'], until: null }];

const worlds: RemovalWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.dispose();
});

function newWorld(): RemovalWorld {
  const world = new RemovalWorld('2026-10-05T08:00:00.000Z');
  worlds.push(world);
  return world;
}

async function submit(world: RemovalWorld, legalBasis: string, changes: Record<string, unknown> = {}): Promise<string> {
  const items = [{ url: `${PLATFORM_URL}/tracks/trk-bulk-1`, components: ['audio'] }];
  const body = { ...NOTICE, legalBasis, language: 'en', submitter: SENDER, items, ...changes };
  const answer = await world.call('POST', '/v1/notices', { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  return answer.body.caseId;
}

async function decide(world: RemovalWorld, caseId: string, type: string, changes: object = {}, token = SAM) {
  const claim = await world.call('POST', `/v1/cases/${caseId}/claim`, { token });
  if (claim.status !== 200) return claim;
  const decision = {
    leaseId: claim.body.leaseId,
    outcome: 'restrict',
    ground: { type, provision: 'Clause 4.2 of our terms', explanation: 'The episode names the address of a witness.' },
    items: INTENDED,
    ...changes,
  };
  return await world.call('POST', `/v1/cases/${caseId}/decision`, { token, body: decision });
}

async function letters(world: RemovalWorld, caseId: string, kind: string): Promise<string[]> {
  const found = world.mails.filter((mail) => mail.caseId === caseId && mail.deliveryId.includes(`.${kind}.`));
  const parsed = await Promise.all(found.map(({ raw }) => simpleParser(Buffer.from(raw))));
  return parsed.map(({ text }) => (text ?? '').replaceAll(/\s+/g, ' '));
}

async function respond(world: RemovalWorld, caseId: string, body: Record<string, unknown>) {
  const [letter = ''] = await letters(world, caseId, 'hearing-notice');
  const token = /for you alone[^:]*: (\S+)/.exec(letter)?.[1] ?? '';
  return await world.call('POST', `/v1/cases/${caseId}/response`, { token, body });
}

const reasonsOfPages = (world: RemovalWorld) => world.pages().map((page) => ('reason' in page ? page.reason : ''));

describe('a restriction of a declared media service provider', () => {
  it('is told its reasons first, waits 24 hours, pages when nobody answers, and is decided anew', async () => {
    const world = newWorld();
    const caseId = await submit(world, 'EMFA_18');
    const intended = await decide(world, caseId, 'terms');
    expect(intended.body).toMatchObject({ state: 'awaiting-response' });

    const [reasons = ''] = await letters(world, caseId, 'hearing-notice');
    expect(reasons).toContain('We would disable access to it.');
    expect(reasons).toContain('names the address of a witness');
    expect(reasons).toContain('until 6 Oct 2026, 10:00 CEST');
    for (const secret of ['Zeisig', 'kanzlei.example', 'Refrain']) expect(reasons).not.toContain(secret);
    expect(world.record(caseId).hearing?.answerUntil).toBe('2026-10-06T08:00:00.000Z');
    expect((await world.call('POST', `/v1/cases/${caseId}/claim`, { token: SAM })).status).toBe(409);

    await world.until(() => world.record(caseId).state === 'in-review');
    expect(world.now()).toBe('2026-10-06T08:00:00.000Z');
    expect(world.platform.ledger).toEqual([]);
    expect(reasonsOfPages(world)).toContain('heard-without-answer');
    expect(world.record(caseId)).toMatchObject({ decisionId: null, hearing: { result: 'silence' } });

    const [item] = INTENDED;
    const wider = [
      { ...item, territories: ['DE', 'AT'] },
      { ...item, components: [] },
      { ...item, action: 'remove' },
    ];
    for (const one of wider) expect((await decide(world, caseId, 'terms', { items: [one] })).status).toBe(409);
    await decide(world, caseId, 'terms');
    await world.until(() => world.record(caseId).state === 'closed');
    expect(world.platform.ledger).toMatchObject([{ change: 'restricted' }]);
    expect(await letters(world, caseId, 'statement-of-reasons')).toHaveLength(1);
  });

  it('has its 24 hours whole though the provider has answered, and whoever decides reads the answer', async () => {
    const world = newWorld();
    const caseId = await submit(world, 'EMFA_18');
    await decide(world, caseId, 'terms');
    const explanation = 'The address was published by the court itself.';
    const answered = await respond(world, caseId, { position: 'objection', explanation });
    expect(answered.body).toMatchObject({ counts: true, missing: [] });

    expect(world.record(caseId)).toMatchObject({ state: 'awaiting-response', hearing: { result: null } });
    expect((await respond(world, caseId, { position: 'consent' })).body).toMatchObject({ late: false, counts: false });
    await world.until(() => world.record(caseId).state === 'in-review');
    expect(world.now()).toBe('2026-10-06T08:00:00.000Z');
    expect(world.record(caseId).hearing?.result).toBe('objection');
    expect(reasonsOfPages(world)).toEqual([]);
    const { body } = await world.call('GET', `/v1/cases/${caseId}`, { token: SAM });
    expect(body.hearing.responses).toMatchObject([{ explanation, counts: true }, { counts: false }]);
    await decide(world, caseId, 'terms', {
      outcome: 'reject',
      ground: null,
      items: [],
      facts: 'The court published it.',
    });
    await world.until(() => world.record(caseId).state === 'closed');
    expect(world.platform.ledger).toEqual([]);
    expect((await letters(world, caseId, 'hearing-outcome')).join()).toContain('Nothing is done to this content');
    for (const letter of await letters(world, caseId, 'decision-to-sender'))
      expect(letter).not.toContain('by the court itself');
  });

  it('is announced to those alone whose items it would restrict: nobody else is heard, or waited for', async () => {
    const world = newWorld();
    const items = ['trk-bulk-1', 'trk-bulk-2', 'trk-bulk-3'].map((id) => ({ url: `${PLATFORM_URL}/tracks/${id}` }));
    const caseId = await submit(world, 'EMFA_18', { items });
    await decide(world, caseId, 'terms');
    const heard = world.mails.filter(({ deliveryId }) => deliveryId.includes('.hearing-notice.'));
    expect(heard.map(({ to }) => to)).toEqual(['uploader-ben@uploads.example']);
    expect((await letters(world, caseId, 'hearing-notice')).join()).not.toContain('trk-bulk-3');

    await respond(world, caseId, { position: 'objection' });
    await world.until(() => world.record(caseId).state === 'in-review');
    expect(world.record(caseId).hearing?.result).toBe('objection');
    expect(world.pages()).toEqual([]);
    await decide(world, caseId, 'terms');
    await world.until(() => world.record(caseId).state === 'closed');
    expect(world.deliveries(caseId).filter(({ state }) => state === 'parked')).toEqual([]);
  });

  it('is taken back for one of two: whoever is spared is told so, as the other is told the reasons', async () => {
    const world = newWorld();
    const items = ['trk-bulk-1', 'trk-bulk-2'].map((id) => ({ url: `${PLATFORM_URL}/tracks/${id}` }));
    const caseId = await submit(world, 'EMFA_18', { items });
    await decide(world, caseId, 'terms', { items: [INTENDED[0], { ...INTENDED[0], itemId: 'item-2' }] });
    await world.until(() => world.record(caseId).state === 'in-review');
    await decide(world, caseId, 'terms');
    await world.until(() => world.record(caseId).state === 'closed');
    const told = world.deliveries(caseId).map(({ kind, personId }) => [kind, personId]);
    expect(told.filter(([kind]) => kind === 'hearing-notice')).toHaveLength(2);
    expect(told).toContainEqual(['statement-of-reasons', 'uploader-1']);
    expect(told.filter(([kind]) => kind === 'hearing-outcome')).toEqual([['hearing-outcome', 'uploader-2']]);
    const [outcome = ''] = await letters(world, caseId, 'hearing-outcome');
    // Anna reads German.
    expect(outcome).toContain('wurde entschieden, den Inhalt nicht zu beschränken');
    expect(outcome).not.toContain('trk-bulk-1');
  });

  it.each([
    ['illegal content', 'illegal', {}],
    ['a crisis', 'terms', { crisis: true }],
  ])('is not announced before in the case of %s', async (_what, type, changes) => {
    const world = newWorld();
    const caseId = await submit(world, 'EMFA_18');
    await decide(world, caseId, type, changes);
    await world.until(() => world.record(caseId).state === 'closed');
    expect(world.platform.ledger).toMatchObject([{ change: 'restricted' }]);
    expect(await letters(world, caseId, 'hearing-notice')).toEqual([]);
  });
});

describe('a complaint under the UrhDaG', () => {
  it('informs both sides at once, hears the other, and is decided within the week with reasons', async () => {
    const world = newWorld();
    const caseId = await submit(world, 'DE_URHDAG_14');
    const { clocks, dueAt } = world.record(caseId);
    expect(clocks.find(({ clock }) => clock === 'DE_URHDAG_14.decide')).toMatchObject({ dueDate: '2026-10-12' });
    expect(dueAt).toBe('2026-10-12T22:00:00.000Z');
    const [notice = ''] = await letters(world, caseId, 'hearing-notice');
    expect(notice).toContain('Dr. Quirina Zeisig');
    expect(notice).not.toContain('kanzlei.example');
    expect(notice).toContain('a person decides without it');
    expect(await letters(world, caseId, 'hearing-confirmation')).toHaveLength(1);

    await world.until(() => world.record(caseId).state === 'in-review');
    expect(world.now()).toBe('2026-10-08T08:00:00.000Z');
    expect(world.platform.ledger).toEqual([]);
    expect(reasonsOfPages(world)).toContain('heard-without-answer');
    await decide(world, caseId, 'illegal');
    await world.until(() => world.record(caseId).state === 'closed');
    expect(await letters(world, caseId, 'statement-of-reasons')).toHaveLength(1);
    expect((await letters(world, caseId, 'decision-to-sender')).join()).toContain('did not answer in time');
  });

  it('is not decided by whoever decided in the case that is complained of', async () => {
    const world = newWorld();
    const earlierCase = await submit(world, 'DSA_ART16');
    await decide(world, earlierCase, 'illegal', { outcome: 'reject', items: [], ground: null, facts: 'A quotation.' });
    const caseId = await submit(world, 'DE_URHDAG_14', { earlierCase });
    await respond(world, caseId, { position: 'objection', explanation: 'The second verse is from a poem.' });

    const reject = { outcome: 'reject', items: [], ground: null, facts: 'It is a quotation.' };
    expect((await decide(world, caseId, 'illegal', reject)).status).toBe(403);
    expect((await decide(world, caseId, 'illegal', reject, 'specialist:toni')).status).toBe(200);
  });

  it('is not decided in words that hold what the other side would not have passed on', async () => {
    const world = newWorld();
    const caseId = await submit(world, 'DE_URHDAG_14');
    const details = { name: 'Benedict Baker-Smythe', postalAddress: '7 Harbour Terrace, Whitby YO21 3PU' };
    await respond(world, caseId, { position: 'objection', explanation: 'It is a quotation.', ...details });
    const reject = { outcome: 'reject', items: [], ground: null };
    const refused = await decide(world, caseId, 'illegal', { ...reject, facts: 'Benedict Baker-Smythe may quote it.' });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'facts' }] } });
    expect((await decide(world, caseId, 'illegal', { ...reject, facts: 'It may be quoted.' })).status).toBe(200);
  });
});
