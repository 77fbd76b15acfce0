import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { TOKEN_PLACE } from '#domain/messages/token-place';
import { NOTICE } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const DMCA = {
  ...NOTICE,
  legalBasis: 'US_DMCA_512',
  language: 'en',
  statements: { goodFaith: true, accurate: true, authorised: true, underPenaltyOfPerjury: true },
};
const GROUND = { type: 'illegal', provision: '17 U.S.C. § 106', explanation: 'The chorus is taken over.' };
const WHOLE = {
  mistake: true,
  name: 'Ottilie Ungewitter',
  postalAddress: '9 Kiln Lane, Portland, OR 97201',
  telephone: '+1 503 555 0142',
  jurisdiction: true,
  service: true,
  signature: 'Ottilie Ungewitter',
};
const ACTION = { court: 'N.D. Cal.', caseNumber: '3:26-cv-09999', filedOn: '2026-12-02' };

const worlds: RemovalWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.dispose();
});

const placeOf = (item: string) => `${PLATFORM_URL}/tracks/${item}`;

/** A case closed with its items restricted everywhere, two days before `counterAt`, brought forward to that. */
async function restricted(counterAt: string, names: readonly string[] = ['trk-bulk-1']) {
  const world = new RemovalWorld(new Date(Date.parse(counterAt) - 2 * 86_400_000).toISOString());
  worlds.push(world);
  world.api.deps.calendar = holidayCalendar();
  const items = names.map((item) => ({ url: placeOf(item) }));
  const sent = await world.call('POST', '/v1/notices', { body: { ...DMCA, items } });
  expect(sent.status, JSON.stringify(sent.body)).toBe(202);
  const { caseId, accessToken } = sent.body as { caseId: string; accessToken: string };
  await world.until(() => world.record(caseId).state === 'in-review');
  const token = 'specialist:sam';
  const { body } = await world.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const decided = names.map((_, index) => ({
    ...{ itemId: `item-${index + 1}`, action: 'disable', components: [], territories: ['WORLD'], until: null },
  }));
  const decision = { leaseId: body.leaseId, outcome: 'restrict', ground: GROUND, facts: 'The chorus.', items: decided };
  const answer = await world.call('POST', `/v1/cases/${caseId}/decision`, { token, body: decision });
  if (answer.body.state === 'awaiting-approval') {
    const approve = { verdict: 'approve', reason: 'zutreffend' };
    await world.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
  }
  await world.until(() => world.record(caseId).state === 'closed');
  await goTo(world, counterAt);
  return { world, caseId, accessToken };
}

async function goTo(world: RemovalWorld, at: string) {
  await world.pass((Date.parse(at) - world.clock.now()) / 60_000);
}

async function letters(world: RemovalWorld, kind: string): Promise<string[]> {
  const found = world.mails.filter(({ deliveryId }) => deliveryId.includes(`.${kind}.`));
  const mails = await Promise.all(found.map(({ raw }) => simpleParser(Buffer.from(raw))));
  return mails.map(({ text = '' }) => text.replaceAll(/\s+/g, ' '));
}

/** The access tokens in the statements of reasons, one for each uploader. */
async function tokens(world: RemovalWorld): Promise<string[]> {
  const statements = await letters(world, 'statement-of-reasons');
  return statements.map((text) => /(?:for you alone|nur für Sie)[^:]*: (\S+)/.exec(text)?.[1] ?? '');
}

async function counter(world: RemovalWorld, caseId: string, body: object, token?: string) {
  const own = token ?? (await tokens(world))[0] ?? '';
  return await world.call('POST', `/v1/notices/${caseId}/counter-notice`, { token: own, body });
}

/** Lets the timer of putting back fire when it is due. */
async function firePutBack(world: RemovalWorld, caseId: string) {
  const timer = world.entries.find((entry) => entry.kind === 'schedule' && entry.purpose === 'put-back');
  if (timer?.kind !== 'schedule') throw new Error('no timer');
  await goTo(world, timer.at);
  await world.fireTimer(caseId, 'put-back');
}

const restrictions = (world: RemovalWorld, id = 'trk-bulk-1') => world.platform.restrictionsOf({ kind: 'tracks', id });
const isClosed = (world: RemovalWorld, caseId: string) => () => world.record(caseId).state === 'closed';

describe('scenario 9: a counter-notice under the DMCA', () => {
  it.each([
    ['across Thanksgiving', '2026-11-16T15:00:00.000Z', '2026-12-02T05:00:00.000Z', '2026-12-08T05:00:00.000Z'],
    ['over Christmas', '2026-12-18T15:00:00.000Z', '2027-01-06T05:00:00.000Z', '2027-01-12T05:00:00.000Z'],
    ['over an observed holiday', '2026-06-24T15:00:00.000Z', '2026-07-10T04:00:00.000Z', '2026-07-16T04:00:00.000Z'],
  ])('puts the content back inside the window %s, once, and tells both', async (_, at, notBefore, notAfter) => {
    const { world, caseId } = await restricted(at);
    const answer = await counter(world, caseId, { ...WHOLE, items: [placeOf('trk-bulk-1')] });
    expect(answer.body).toMatchObject({ number: 1, itemIds: ['item-1'], notBefore, notAfter });
    await world.until(isClosed(world, caseId));
    await world.fireTimer(caseId, 'put-back');
    expect(restrictions(world)).toHaveLength(1);

    world.repeat = true;
    await firePutBack(world, caseId);
    await world.fireTimer(caseId, 'put-back');
    await world.until(isClosed(world, caseId));
    expect(restrictions(world)).toEqual([]);
    expect(world.now() > notBefore && world.now() < notAfter, world.now()).toBe(true);
    expect(world.record(caseId)).toMatchObject({ outcome: 'rejected', parked: null });
    for (const kind of ['reinstatement-to-uploader', 'reinstatement-to-sender']) {
      const [told, ...more] = await letters(world, kind);
      expect(told).toMatch(/counter-notification|Gegendarstellung/);
      expect(more).toEqual([]);
    }
    await world.fireTimer(caseId, 'put-back');
    expect(world.notRepeatable).toEqual([]);
    expect(world.audit(caseId).filter((type) => type === 'reversal.recorded')).toHaveLength(1);
    const token = 'specialist:sam';
    const action = (filedOn: string) =>
      world.call('POST', `/v1/cases/${caseId}/court-action`, { token, body: { ...ACTION, filedOn } });
    expect((await action('2026-07-10')).status).toBe(409);
    const future = await action('2099-12-31');
    expect(future).toMatchObject({ status: 400, body: { errors: [{ path: 'filedOn' }] } });
  });

  it('restores nothing after a court action of 3 December, and shows both to whoever works on the case', async () => {
    const { world, caseId, accessToken } = await restricted('2026-11-16T15:00:00.000Z');
    await counter(world, caseId, { ...WHOLE, items: ['item-1'] });
    await world.until(isClosed(world, caseId));
    await goTo(world, '2026-12-03T16:00:00.000Z');
    const path = `/v1/notices/${caseId}/court-action`;
    const other = await world.call('POST', path, { token: accessToken, body: { ...ACTION, counterNotice: 2 } });
    expect(other.status).toBe(409);
    const answer = await world.call('POST', path, { token: accessToken, body: ACTION });
    expect(answer).toMatchObject({ status: 202, body: { number: 1, counterNotices: [1] } });

    await firePutBack(world, caseId);
    expect(restrictions(world)).toHaveLength(1);
    expect(world.record(caseId).state).toBe('closed');
    expect(world.audit(caseId)).not.toContain('reversal.recorded');
    const { body: view } = await world.call('GET', `/v1/cases/${caseId}`, { token: 'lead:lea' });
    expect(view.counterNotices).toMatchObject({
      given: [{ number: 1, state: 'stopped', itemIds: ['item-1'], name: WHOLE.name }],
      courtActions: [{ by: 'sender', counterNotices: [1], court: ACTION.court }],
    });
    expect(view.clocks.map(({ clock }: { clock: string }) => clock)).toContain('US_DMCA_512.put-back-not-before');
    const vendor = await world.call('GET', `/v1/cases/${caseId}`, { token: 'vendor:vic' });
    expect(JSON.stringify(vendor.body)).not.toContain(WHOLE.name);
  });
});

describe('a counter-notice', () => {
  let opened: Awaited<ReturnType<typeof restricted>>;
  beforeAll(async () => {
    opened = await restricted('2026-11-16T15:00:00.000Z');
    worlds.pop();
  });
  afterAll(() => opened.world.dispose());

  it('is made possible by the statement of reasons, with a token that is not kept', async () => {
    const { world, caseId } = opened;
    const [statement = ''] = await letters(world, 'statement-of-reasons');
    expect(statement).toContain(`POST http://localhost:4400/v1/notices/${caseId}/counter-notice`);
    for (const field of [...Object.keys(WHOLE), 'items']) expect(statement).toContain(field);
    const [token = ''] = await tokens(world);
    expect(token).toMatch(/^uploader-1\./);
    expect(statement).not.toContain(TOKEN_PLACE);
    expect([...world.api.documents.kept.values()].join(' ')).not.toContain(token);
  });

  it('is asked for what it lacks by name, and changes nothing until it is whole', async () => {
    const { world, caseId } = opened;
    const before = world.record(caseId).version;
    const lacking = async (body: object) => {
      const answer = await counter(world, caseId, body);
      expect(answer.status).toBe(400);
      return answer.body.errors.map(({ path }: { path: string }) => path);
    };
    expect(await lacking({})).toEqual(['items', ...Object.keys(WHOLE)]);
    const unsigned = { ...WHOLE, items: ['item-1'], signature: ' ', mistake: false };
    expect(await lacking(unsigned)).toEqual(['mistake', 'signature']);
    expect(await lacking({ ...WHOLE, items: ['item-1', placeOf('trk-bulk-2')] })).toEqual(['items.1']);
    expect(world.record(caseId).version).toBe(before);
  });

  it('is taken once, from nobody else, and goes to the one who complained at once, with name and address', async () => {
    const { world, caseId, accessToken } = opened;
    const body = { ...WHOLE, items: ['item-1'] };
    expect((await counter(world, caseId, body, accessToken)).status).toBe(404);
    const headers = { 'idempotency-key': 'counter-notice-of-ottilie' };
    const token = (await tokens(world))[0] ?? '';
    const path = `/v1/notices/${caseId}/counter-notice`;
    const first = await world.call('POST', path, { token, body, headers });
    expect(first.status).toBe(202);
    expect((await world.call('POST', path, { token, body, headers })).body).toEqual(first.body);
    const [copy = '', ...more] = await letters(world, 'counter-notice-copy');
    expect(more).toEqual([]);
    for (const part of [WHOLE.name, WHOLE.postalAddress, WHOLE.telephone, placeOf('trk-bulk-1'), '/court-action']) {
      expect(copy).toContain(part);
    }
    expect(copy).toContain('not before 1 Dec 2026, 24:00 EST');
    await world.until(isClosed(world, caseId));
    expect((await counter(world, caseId, body)).status).toBe(409);
    expect(world.audit(caseId).filter((type) => type === 'case.reopened')).toHaveLength(1);
  });

  it('puts back what it names, and nothing of anybody else; a reversal takes back what is left', async () => {
    const { world, caseId } = await restricted('2026-11-16T15:00:00.000Z', ['trk-bulk-1', 'trk-bulk-2']);
    expect((await counter(world, caseId, { ...WHOLE, items: ['item-2'] })).status).toBe(400);
    await counter(world, caseId, { ...WHOLE, items: ['item-1'] });
    await world.until(isClosed(world, caseId));
    await firePutBack(world, caseId);
    await world.until(isClosed(world, caseId));
    expect(restrictions(world, 'trk-bulk-1')).toEqual([]);
    expect(restrictions(world, 'trk-bulk-2')).toHaveLength(1);
    expect(world.record(caseId).outcome).toBe('partly-actioned');
    const told = world.deliveries(caseId).filter(({ kind }) => kind === 'reinstatement-to-uploader');
    expect(told.map(({ personId }) => personId)).toEqual(['uploader-1']);
    const view = await world.call('GET', `/v1/cases/${caseId}`, { token: 'lead:lea' });
    expect(view.body.items.map(({ action }: { action: string }) => action)).toEqual(['none', 'disable']);

    const [, second = ''] = await tokens(world);
    expect((await counter(world, caseId, { ...WHOLE, items: ['item-2'] }, second)).status).toBe(202);
    await world.until(isClosed(world, caseId));
    const reason = 'The rest as well.';
    await world.call('POST', `/v1/cases/${caseId}/reversal`, { token: 'counsel:cora', body: { reason } });
    await world.until(isClosed(world, caseId));
    expect(restrictions(world, 'trk-bulk-2')).toEqual([]);
    const lifted = world.platform.ledger.filter(({ change }) => change === 'restored');
    expect(lifted.map(({ item }) => item)).toEqual(['trk-bulk-1', 'trk-bulk-2']);

    await goTo(world, '2027-01-05T12:00:00.000Z');
    for (let firing = 0; firing < 2; firing += 1) await world.fireTimer(caseId, 'put-back');
    expect(world.audit(caseId).filter((type) => type === 'counter-notice.overtaken')).toHaveLength(1);
    expect(world.record(caseId).state).toBe('closed');
  });

  it('is with a named owner where restoring fails, and one that waits behind it calls a person', async () => {
    const { world, caseId } = await restricted('2026-11-16T15:00:00.000Z', ['trk-bulk-1', 'trk-bulk-2']);
    for (const [index, token] of (await tokens(world)).entries()) {
      const items = [`item-${index + 1}`];
      expect((await counter(world, caseId, { ...WHOLE, items }, token)).status).toBe(202);
      await world.until(isClosed(world, caseId));
    }
    world.platform.mode = '500';
    await firePutBack(world, caseId);
    await world.until(() => world.record(caseId).parked !== null);
    expect(world.record(caseId)).toMatchObject({ state: 'restoring', parked: { stage: 'restore', owner: 'operator' } });
    await world.pass(70);
    await world.fireTimer(caseId, 'put-back');
    expect(world.pages()).toContainEqual(expect.objectContaining({ reason: 'put-back-waits' }));
    expect(world.scheduled.at(-1)).toMatchObject({ purpose: 'put-back' });

    world.platform.mode = 'none';
    await world.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:otto' });
    await world.until(isClosed(world, caseId));
    await world.fireTimer(caseId, 'put-back');
    await world.until(isClosed(world, caseId));
    expect([...restrictions(world, 'trk-bulk-1'), ...restrictions(world, 'trk-bulk-2')]).toEqual([]);
    expect(world.record(caseId)).toMatchObject({ outcome: 'rejected', parked: null });
  });
});
