import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { CASE_SECRET } from '../../../functions/ports/vault.ts';
import { caseToken } from '../../../functions/runtime/case-token.ts';
import { NOTICE } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const GROUND = { type: 'illegal', provision: '§ 130 StGB', explanation: 'The chorus incites hatred.' };
const SENDER = { name: 'Dr. Quirina Zeisig', email: 'quirina@zeisig.example' };
const COMPLAINT = { explanation: 'The chorus quotes a poem of 1848.' };
const REASONS = 'The chorus is a quotation, and the song distances itself from it.';
const URL = `${PLATFORM_URL}/tracks/trk-bulk-1?shared-by=zeisig`;

const worlds: RemovalWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.dispose();
});

interface Sent {
  readonly world: RemovalWorld;
  readonly caseId: string;
  /** The token of the one who complains: of the uploader, or of whoever sent the notice. */
  readonly token: string;
}

async function claimAndDecide(world: RemovalWorld, caseId: string, token: string, decision: object) {
  const claim = await world.call('POST', `/v1/cases/${caseId}/claim`, { token });
  if (claim.status !== 200) return claim;
  const { body } = claim;
  return await world.call('POST', `/v1/cases/${caseId}/decision`, {
    token,
    body: { leaseId: body.leaseId, ...decision },
  });
}

const restrict = (...itemIds: readonly string[]) => ({
  outcome: 'restrict',
  ground: GROUND,
  facts: 'The chorus, as heard.',
  items: itemIds.map((itemId) => ({ itemId, action: 'disable', components: [], territories: ['DE'], until: null })),
});
const REJECT = { outcome: 'reject', ground: null, facts: 'It is satire.' };

/** A notice that Sam decided and everybody was told about, on 31 August 2026 unless said otherwise. */
async function decided(
  outcome: 'restrict' | 'reject',
  { at = '2026-08-31T08:00:00.000Z', items = [{ url: URL }] as readonly object[] } = {},
): Promise<Sent> {
  const world = new RemovalWorld(at);
  worlds.push(world);
  world.api.deps.calendar = holidayCalendar();
  const notice = { ...NOTICE, language: 'en', submitter: { ...NOTICE.submitter, ...SENDER }, items };
  const sent = await world.call('POST', '/v1/notices', { body: notice });
  const { caseId, accessToken } = sent.body as { caseId: string; accessToken: string };
  await world.until(() => world.record(caseId).state === 'in-review');
  const ids = items.map((_, index) => `item-${index + 1}`);
  await claimAndDecide(world, caseId, 'specialist:sam', outcome === 'restrict' ? restrict(...ids) : REJECT);
  await world.until(isClosed(world, caseId));
  return { world, caseId, token: outcome === 'restrict' ? await tokenOf(world) : accessToken };
}

async function goTo(world: RemovalWorld, at: string) {
  await world.pass((Date.parse(at) - world.clock.now()) / 60_000);
}

const isClosed = (world: RemovalWorld, caseId: string) => () => world.record(caseId).state === 'closed';

async function letters(world: RemovalWorld, caseId: string, kind: string): Promise<string[]> {
  const found = world.mails.filter((mail) => mail.caseId === caseId && mail.deliveryId.includes(`.${kind}.`));
  const mails = await Promise.all(found.map(({ raw }) => simpleParser(Buffer.from(raw))));
  return mails.map(({ text = '' }) => text.replaceAll(/\s+/g, ' '));
}

/** The access token in the first statement of reasons. */
async function tokenOf(world: RemovalWorld): Promise<string> {
  const [mail] = world.mails.filter(({ deliveryId }) => deliveryId.includes('.statement-of-reasons.'));
  const { text = '' } = await simpleParser(Buffer.from(mail?.raw ?? ''));
  return /(?:for you alone|nur für Sie)[^:]*: (\S+)/.exec(text.replaceAll(/\s+/g, ' '))?.[1] ?? '';
}

async function complain({ world, caseId, token }: Sent, body: object = COMPLAINT, headers = {}) {
  return await world.call('POST', `/v1/notices/${caseId}/complaint`, { token, body, headers });
}

/** A complaint that has come to review. */
async function underReview(sent: Sent, body?: object): Promise<string> {
  const answer = await complain(sent, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  const { caseId } = answer.body as { caseId: string };
  await sent.world.until(() => sent.world.record(caseId).state === 'in-review');
  return caseId;
}

const restrictions = (world: RemovalWorld, id = 'trk-bulk-1') => world.platform.restrictionsOf({ kind: 'tracks', id });

const kindsOf = (world: RemovalWorld, caseId: string) =>
  world
    .deliveries(caseId)
    .map(({ kind, state }) => `${kind} ${state}`)
    .toSorted();

describe('the complaint of somebody whose content was restricted', () => {
  it('upheld, is carried out once on the case complained of, and tells all who were told before', async () => {
    const sent = await decided('restrict');
    const { world, caseId } = sent;
    expect(restrictions(world)).toHaveLength(1);
    world.repeat = true;
    const complaint = await underReview(sent);
    const answer = await claimAndDecide(world, complaint, 'specialist:tara', { outcome: 'upheld', facts: REASONS });
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'upheld', effect: 'uphold', state: 'acting' } });
    await world.until(() => isClosed(world, complaint)() && isClosed(world, caseId)());

    expect(restrictions(world)).toEqual([]);
    expect(world.notRepeatable).toEqual([]);
    expect(world.record(complaint)).toMatchObject({ outcome: 'actioned', parked: null, earlierCase: caseId });
    expect(world.record(caseId)).toMatchObject({ outcome: 'rejected', parked: null });
    expect(world.audit(caseId).filter((type) => type === 'reversal.recorded')).toHaveLength(1);
    expect(world.audit(complaint)).toEqual(
      expect.arrayContaining(['case.received', 'decision.recorded', 'complaint.carried-out', 'case.closed']),
    );
    expect(kindsOf(world, complaint)).toEqual(['complaint-decision delivered', 'receipt delivered']);
    for (const kind of ['reinstatement-to-uploader', 'reinstatement-to-sender', 'partner-reinstatement']) {
      expect(kindsOf(world, caseId)).toContain(`${kind} delivered`);
    }
  });

  it('upheld, gives the reasons to the complainant alone, and names neither side to the other', async () => {
    const sent = await decided('restrict');
    const { world, caseId } = sent;
    const complaint = await underReview(sent);
    await claimAndDecide(world, complaint, 'specialist:tara', { outcome: 'upheld', facts: REASONS });
    await world.until(() => isClosed(world, complaint)() && isClosed(world, caseId)());

    const [letter = ''] = await letters(world, complaint, 'complaint-decision');
    for (const part of ['well founded', REASONS, 'Article 21', 'court', world.record(caseId).reference]) {
      expect(letter).toContain(part);
    }
    const [lifted = ''] = await letters(world, caseId, 'reinstatement-to-sender');
    expect(lifted).toContain('We upheld a complaint against our decision.');
    for (const kept of [REASONS, COMPLAINT.explanation, ...world.platform.uploaders])
      expect(lifted).not.toContain(kept);
    const told = [...(await letters(world, complaint, 'receipt')), letter];
    for (const text of told) {
      for (const secret of ['Zeisig', 'zeisig', SENDER.email]) expect(text).not.toContain(secret);
    }
  });

  it('rejected as manifestly unfounded, changes nothing, and says with its reasons what is still open', async () => {
    const sent = await decided('restrict');
    const { world, caseId } = sent;
    const complaint = await underReview(sent);
    const version = world.record(caseId).version;
    const words = { outcome: 'reject', facts: 'The chorus is no quotation.', manifestlyUnfounded: true };
    expect((await claimAndDecide(world, complaint, 'specialist:tara', words)).status).toBe(200);
    await world.until(isClosed(world, complaint));

    expect(world.record(complaint).outcome).toBe('rejected');
    expect(restrictions(world)).toHaveLength(1);
    expect(world.record(caseId).version).toBe(version);
    const [letter = ''] = await letters(world, complaint, 'complaint-decision');
    for (const part of ['not well founded', 'manifestly unfounded', 'The chorus is no quotation.', 'Article 21']) {
      expect(letter).toContain(part);
    }
    const { body } = await world.call('GET', `/v1/cases/${complaint}`, { token: 'lead:lea' });
    expect(body.decision).toMatchObject({ manifestlyUnfounded: true });
    const again = await complain({ ...sent, caseId: complaint, token: sent.token });
    expect(again.status).toBe(404);
  });

  it('is not decided by whoever decided before, nor by a rule alone, nor with words that name the other side', async () => {
    const sent = await decided('restrict');
    const { world } = sent;
    const complaint = await underReview(sent);
    const rejection = { outcome: 'reject', facts: 'The chorus is no quotation.' };
    const partial = await claimAndDecide(world, complaint, 'specialist:sam', rejection);
    expect(partial).toMatchObject({ status: 403, body: { detail: expect.stringContaining('somebody else') } });
    await world.call('POST', `/v1/cases/${complaint}/release`, {
      token: 'specialist:sam',
      body: { leaseId: world.record(complaint).lease?.leaseId },
    });
    const automatic = { ...rejection, automation: { detection: false, decision: 'fully-automated' } };
    const named = { ...rejection, facts: `Quirina Zeisig has shown that it is none.` };
    for (const [refused, path] of [
      [automatic, 'automation.decision'],
      [named, 'facts'],
      [{ ...rejection, outcome: 'restrict' }, 'outcome'],
      [{ outcome: 'upheld' }, 'ground.explanation'],
    ] as const) {
      const answer = await claimAndDecide(world, complaint, 'counsel:cora', refused);
      expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path]);
    }
    expect(world.record(complaint).state).toBe('in-review');
  });

  it('waits while something else is done about the case complained of, and calls a person after some rounds', async () => {
    const sent = await decided('restrict');
    const { world, caseId } = sent;
    const complaint = await underReview(sent);
    const parked = { stage: 'notify', reason: 'x', owner: 'operator', at: world.now() } as const;
    world.api.cases.set(caseId, { parked });
    await claimAndDecide(world, complaint, 'specialist:tara', { outcome: 'upheld', facts: REASONS });
    await world.until(() => world.record(complaint).parked !== null);
    expect(world.record(complaint)).toMatchObject({
      state: 'acting',
      parked: { reason: 'OtherCaseBusy', stage: 'act' },
    });
    expect(restrictions(world)).toHaveLength(1);

    world.api.cases.set(caseId, { parked: null });
    await world.until(() => isClosed(world, complaint)() && isClosed(world, caseId)());
    expect(restrictions(world)).toEqual([]);
    expect(world.record(complaint)).toMatchObject({ parked: null, outcome: 'actioned' });
  });

  it('is about that person’s own content alone, as far as it is named', async () => {
    const place = (id: string) => `${PLATFORM_URL}/tracks/${id}`;
    const items = ['trk-bulk-1', 'trk-bulk-2', 'trk-bulk-3'].map((id) => ({ url: place(id) }));
    const sent = await decided('restrict', { items });
    const { world, caseId } = sent;
    const other = await complain(sent, { ...COMPLAINT, items: [place('trk-bulk-2')] });
    expect(other).toMatchObject({ status: 400, body: { errors: [{ path: 'items.0' }] } });
    const complaint = await underReview(sent, { ...COMPLAINT, items: [place('trk-bulk-1')] });
    expect(world.record(complaint).itemCount).toBe(1);
    await claimAndDecide(world, complaint, 'specialist:tara', { outcome: 'upheld', facts: REASONS });
    await world.until(() => isClosed(world, complaint)() && isClosed(world, caseId)());
    const left = items.map((_, index) => restrictions(world, `trk-bulk-${index + 1}`).length);
    expect(left).toEqual([0, 1, 1]);
    expect(world.record(caseId).outcome).toBe('partly-actioned');
    const { body } = await world.call('GET', `/v1/cases/${caseId}`, { token: 'lead:lea' });
    expect(body.complaints).toMatchObject([{ by: 'uploader', complaintCase: complaint, itemIds: ['item-1'] }]);
  });
});

describe('scenario 7: two windows of Art 20, each of its own person', () => {
  it.each([
    ['the uploader, on Sunday 28 February 2027 at 23:59', 'restrict', '2026-08-31', '2027-02-28T22:59:00.000Z', 202],
    ['the uploader, on Monday 1 March 2027 at 23:59', 'restrict', '2026-08-31', '2027-03-01T22:59:00.000Z', 202],
    ['the uploader, as Tuesday begins', 'restrict', '2026-08-31', '2027-03-01T23:00:00.000Z', 409],
    ['the notifier, on 3 March 2027 at 23:59', 'reject', '2026-09-03', '2027-03-03T22:59:00.000Z', 202],
    ['the notifier, as 4 March begins', 'reject', '2026-09-03', '2027-03-03T23:00:00.000Z', 409],
  ] as const)('%s', async (_, outcome, informedOn, at, status) => {
    const sent = await decided(outcome, { at: `${informedOn}T08:00:00.000Z` });
    await goTo(sent.world, at);
    const answer = await complain(sent);
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    const openUntil = outcome === 'restrict' ? '2027-03-01T23:00:00.000Z' : '2027-03-03T23:00:00.000Z';
    expect(answer.body).toMatchObject({ openUntil });
    const lastDay = outcome === 'restrict' ? '2027-03-01' : '2027-03-03';
    if (status === 409) expect(answer.body.detail).toContain(lastDay);
  });

  it('does not let one who was informed later wait for the other', async () => {
    const sent = await decided('restrict');
    const { world, caseId } = sent;
    const row = [...world.api.cases.of(caseId).rows].find(([key]) => key.includes('decision-to-sender'));
    const accepted = { acceptedAt: '2026-09-03T08:00:00.000Z', deliveredAt: null };
    world.api.cases.of(caseId).rows.set(row?.[0] ?? '', { ...(row?.[1] as object), ...accepted });
    await goTo(world, '2027-03-02T12:00:00.000Z');
    expect((await complain(sent)).status).toBe(409);
    const notifier = caseToken(await world.api.vault.key(caseId, CASE_SECRET), caseId, 'sender');
    expect((await complain({ ...sent, token: notifier })).status).toBe(202);
  });
});

describe('the complaint of somebody whose notice was rejected', () => {
  it('upheld, opens the case for a new decision of somebody else, and tells the uploader once it restricts', async () => {
    const sent = await decided('reject');
    const { world, caseId } = sent;
    world.repeat = true;
    const complaint = await underReview(sent);
    await claimAndDecide(world, complaint, 'specialist:tara', { outcome: 'upheld', facts: 'It is no satire.' });
    await world.until(() => isClosed(world, complaint)() && world.record(caseId).state === 'in-review');

    expect(world.record(caseId)).toMatchObject({ outcome: null, decisionId: null, closedAt: null, tier: 1, run: 2 });
    expect(Date.parse(world.record(caseId).dueAt)).toBeGreaterThan(world.clock.now());
    const [letter = ''] = await letters(world, complaint, 'complaint-decision');
    for (const part of ['opened the matter again', 'It is no satire.']) expect(letter).toContain(part);
    const again = await claimAndDecide(world, caseId, 'specialist:sam', restrict('item-1'));
    expect(again.status).toBe(403);
    world.api.cases.set(caseId, { lease: null });
    const { body } = await world.call('GET', `/v1/cases/${caseId}`, { token: 'lead:lea' });
    expect(body.reopened).toMatchObject({ complaintCase: complaint });

    await claimAndDecide(world, caseId, 'specialist:tara', restrict('item-1'));
    await world.until(isClosed(world, caseId));
    expect(restrictions(world)).toHaveLength(1);
    expect(world.notRepeatable).toEqual([]);
    expect(await letters(world, caseId, 'decision-to-sender')).toHaveLength(2);
    expect(await letters(world, caseId, 'statement-of-reasons')).toHaveLength(1);
  });

  it('opens nothing again that its sender withdrew since, or that was decided anew', async () => {
    for (const end of ['withdrawn', 'decided anew'] as const) {
      const sent = await decided('reject', { items: [{ url: URL }, { url: URL.replace('trk-bulk-1', 'trk-bulk-2') }] });
      const { world, caseId } = sent;
      const first = await underReview(sent, { ...COMPLAINT, items: ['item-1'] });
      const second = await underReview(sent, { ...COMPLAINT, items: ['item-2'] });
      const uphold = { outcome: 'upheld', facts: 'It is no satire.' };
      await claimAndDecide(world, first, 'specialist:tara', uphold);
      await world.until(() => isClosed(world, first)() && world.record(caseId).state === 'in-review');
      await claimAndDecide(world, second, 'specialist:tara', uphold);
      if (end === 'withdrawn') {
        const path = `/v1/notices/${caseId}/withdrawal`;
        expect((await world.call('POST', path, { token: sent.token, body: { reason: 'settled' } })).status).toBe(202);
      } else {
        const anew = await claimAndDecide(world, caseId, 'specialist:zoe', restrict('item-1', 'item-2'));
        expect(anew.status).toBe(200);
      }
      await world.until(() => isClosed(world, caseId)() && isClosed(world, second)());
      expect(world.record(caseId).state).toBe('closed');
      expect(world.record(second).parked).toBeNull();
    }
  });

  it('is not upheld where the notice was followed in part', async () => {
    const sent = await decided('restrict');
    const { world, caseId } = sent;
    const notifier = caseToken(await world.api.vault.key(caseId, CASE_SECRET), caseId, 'sender');
    const complaint = await underReview({ ...sent, token: notifier });
    const answer = await claimAndDecide(world, complaint, 'specialist:tara', { outcome: 'upheld', facts: 'Wider.' });
    expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('in force') } });
  });
});

describe('taking a complaint', () => {
  it('answers a repetition with the same case and token, and a second complaint with the first', async () => {
    const sent = await decided('reject');
    const headers = { 'idempotency-key': 'complaint-0123456789abcdef' };
    const first = await complain(sent, COMPLAINT, headers);
    const same = await complain(sent, COMPLAINT, headers);
    expect(same).toMatchObject({ status: 202, body: first.body });
    const second = await complain(sent, { explanation: 'Once more.' });
    expect(second).toMatchObject({ status: 409, body: { complaintCase: first.body.caseId } });
    const path = `/v1/notices/${first.body.caseId}`;
    const status = await sent.world.call('GET', path, { token: first.body.accessToken });
    expect(status.body).toMatchObject({ legalBasis: 'DSA_ART20', itemCount: 1 });
  });

  it('takes another complaint of what the first left out, and of nothing twice', async () => {
    const items = ['trk-bulk-1', 'trk-bulk-2'].map((id) => ({ url: `${PLATFORM_URL}/tracks/${id}` }));
    const sent = await decided('reject', { items });
    const first = await complain(sent, { ...COMPLAINT, items: ['item-2'] });
    const both = await complain(sent, { ...COMPLAINT, items: ['item-1', 'item-2'] });
    expect(both).toMatchObject({ status: 409, body: { complaintCase: first.body.caseId } });
    expect(await complain(sent)).toMatchObject({ status: 202, body: { about: { itemIds: ['item-1'] } } });
    expect((await complain(sent)).status).toBe(409);
  });

  it('knows nothing of a case whose token it is not', async () => {
    const sent = await decided('reject');
    for (const token of [`sender.${'a'.repeat(43)}`, `uploader-1.${'a'.repeat(43)}`]) {
      expect((await complain({ ...sent, token })).status).toBe(404);
    }
    expect([...sent.world.api.cases.kept.keys()]).toEqual([sent.caseId]);
  });

  it('says before anybody was informed of a decision that none was, and of a complaint that it is decided once', async () => {
    const sent = await decided('reject');
    const { world, caseId } = sent;
    const answer = await complain(sent);
    const own = { world, caseId: answer.body.caseId, token: answer.body.accessToken };
    expect(await complain(own)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('once') } });
    for (const [key] of world.api.cases.of(caseId).rows) {
      if (key.includes('decision-to-sender')) world.api.cases.of(caseId).rows.delete(key);
    }
    expect(await complain(sent)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('not informed') },
    });
  });

  it('gives somebody who was not reached their six months from when they complain', async () => {
    const sent = await decided('reject');
    const { world, caseId } = sent;
    const [key = '', row] =
      [...world.api.cases.of(caseId).rows].find(([name]) => name.includes('decision-to-sender')) ?? [];
    world.api.cases.of(caseId).rows.set(key, { ...(row as object), state: 'parked', deliveredAt: null });
    await goTo(world, '2027-05-03T10:00:00.000Z');
    expect(await complain(sent)).toMatchObject({ status: 202, body: { openUntil: '2027-11-03T23:00:00.000Z' } });
  });

  it('refuses one on a legal basis that has a redress of its own', async () => {
    const sent = await decided('reject');
    sent.world.api.cases.set(sent.caseId, { legalBasis: 'EU_TCO_ART3' });
    const answer = await complain(sent);
    expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('whom to turn to') } });
  });

  it('sends whoever tries it as a notice of its own to the route of its case', async () => {
    const world = new RemovalWorld();
    worlds.push(world);
    const answer = await world.call('POST', '/v1/notices', { body: { ...NOTICE, legalBasis: 'DSA_ART20' } });
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining('/complaint') } });
  });
});
