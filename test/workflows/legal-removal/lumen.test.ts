import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const COURT = 'authority:de-lg-hamburg:de-lg-hamburg';
const SECRET = 'Ottokar Verschwiegen';

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

function world(): RemovalWorld {
  const removal = new RemovalWorld();
  removal.lumenAnswer = () => null;
  open.push(removal);
  return removal;
}

async function decided(removal: RemovalWorld, path: string, body: object, token?: string): Promise<string> {
  const { caseId } = (await removal.call('POST', path, { body, ...(token !== undefined && { token }) })).body;
  await removal.until(() => removal.record(caseId).state === 'in-review');
  const counsel = 'counsel:cora';
  const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: counsel })).body;
  const item = { itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'], until: null };
  const ground = { type: 'illegal', provision: '17 U.S.C. 512(c)', explanation: 'It is a copy.' };
  const decision = { leaseId, outcome: 'restrict', ground, facts: 'A copy.', items: [item] };
  const answer = await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: counsel, body: decision });
  if (answer.body.state === 'awaiting-approval') {
    const approve = { verdict: 'approve', reason: 'agreed' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'lead:lea', body: approve });
  }
  return caseId;
}

function takedown(removal: RemovalWorld): Promise<string> {
  const items = [{ url: `${PLATFORM_URL}/tracks/trk-bulk-1`, note: SECRET }];
  const submitter = { ...NOTICE.submitter, name: SECRET, email: 'ottokar@verschwiegen.example' };
  const statements = { ...NOTICE.statements, underPenaltyOfPerjury: true };
  const works = [{ description: `Das Lied von ${SECRET}`, url: 'https://label.example/original?by=ottokar' }];
  const told = { submitter, statements, works, signature: SECRET, explanation: `Es gehört ${SECRET}.` };
  return decided(removal, '/v1/notices', { ...NOTICE, ...told, legalBasis: 'US_DMCA_512', items });
}

async function closed(removal: RemovalWorld, caseId: string): Promise<void> {
  await removal.until(() => removal.record(caseId).state === 'closed');
  await removal.settle();
}

const noticesOf = (removal: RemovalWorld, caseId: string) =>
  removal.deliveries(caseId).filter(({ kind }) => kind === 'lumen-notice');

describe('a takedown notice that was carried out', () => {
  it('is shared with Lumen once, without who demanded it, and the view names where it lies', async () => {
    const removal = world();
    const caseId = await takedown(removal);
    await closed(removal, caseId);
    expect(removal.published).toMatchObject([{ type: 'DMCA', action_taken: 'Yes' }]);
    const text = JSON.stringify(removal.published);
    for (const secret of [SECRET, 'Ottokar', 'Verschwiegen', 'verschwiegen', 'ottokar'])
      expect(text).not.toContain(secret);
    const view = (await removal.call('GET', `/v1/cases/${caseId}`, { token: 'counsel:cora' })).body;
    const shown = view.deliveries.find(({ kind }: { kind: string }) => kind === 'lumen-notice');
    expect(shown).toMatchObject({ state: 'delivered', receiverId: '/notices/1' });
  });

  it('is not shared before uploader and sender were told', async () => {
    const removal = world();
    let told: string[] = [];
    removal.lumenAnswer = () => {
      const [only = ''] = removal.api.cases.kept.keys();
      const mails = removal.deliveries(only).filter(({ channel }) => channel === 'mail');
      told = mails.map(({ state }) => state);
      return null;
    };
    const caseId = await takedown(removal);
    await closed(removal, caseId);
    expect(removal.published).toHaveLength(1);
    expect(told.length).toBeGreaterThan(2);
    expect(told.filter((state) => state === 'owed' || state === 'claimed')).toEqual([]);
  });

  it('is not shared where the stage leaves Lumen out', async () => {
    const removal = world();
    removal.lumenAnswer = null;
    const caseId = await takedown(removal);
    await closed(removal, caseId);
    expect(noticesOf(removal, caseId)).toEqual([]);
  });

  it('is sent again while Lumen turns it away, and parked after an hour: the case closes', async () => {
    const removal = world();
    let asked = 0;
    removal.lumenAnswer = () => {
      asked += 1;
      return { kind: 'busy' };
    };
    const caseId = await takedown(removal);
    const from = removal.clock.now();
    await closed(removal, caseId);
    expect(asked).toBe(6);
    expect((removal.clock.now() - from) / 60_000).toBeLessThan(90);
    expect(noticesOf(removal, caseId)).toMatchObject([{ state: 'parked', owner: 'operator', reason: 'not-accepted' }]);
    expect(removal.record(caseId).undelivered).toBe(1);
  });

  it('is not sent a second time by itself when its answer was missed, only by a person', async () => {
    const removal = world();
    let asked = 0;
    removal.lumenAnswer = () => {
      asked += 1;
      return asked === 1 ? { kind: 'unheard' } : null;
    };
    const caseId = await takedown(removal);
    await closed(removal, caseId);
    expect(asked).toBe(1);
    expect(noticesOf(removal, caseId)).toMatchObject([{ state: 'parked', reason: 'answer-missed' }]);
    await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:olga' });
    await closed(removal, caseId);
    expect(noticesOf(removal, caseId)).toMatchObject([{ state: 'delivered', receiverId: '/notices/1' }]);
  });

  it('is not sent a second time when the process dies between the answer and its record', async () => {
    const removal = world();
    let asked = 0;
    removal.lumenAnswer = () => {
      asked += 1;
      throw new Error('the process died');
    };
    const caseId = await takedown(removal);
    await closed(removal, caseId);
    expect(asked).toBe(1);
    expect(noticesOf(removal, caseId)).toMatchObject([{ state: 'parked', reason: 'answer-missed' }]);
  });

  it('waits with counsel when Lumen refuses a field', async () => {
    const removal = world();
    removal.lumenAnswer = () => ({ kind: 'invalid', fields: ['title'] });
    const caseId = await takedown(removal);
    await closed(removal, caseId);
    expect(noticesOf(removal, caseId)).toMatchObject([
      { owner: 'counsel', reason: 'notice-refused', documentKey: null },
    ]);
  });
});

describe('a takedown notice that was rejected', () => {
  /** Rejected while the platform does not say whose content it is, whom the description of the work names. */
  async function rejected() {
    const removal = world();
    const items = [{ url: `${PLATFORM_URL}/comments/cmt-3001` }];
    const statements = { ...NOTICE.statements, underPenaltyOfPerjury: true };
    const works = [{ description: 'Das Lied, das Anna Adler abschrieb' }];
    const told = { works, statements, items, signature: SECRET, legalBasis: 'US_DMCA_512' };
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, ...told } })).body;
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const token = 'counsel:cora';
    const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token })).body;
    removal.platform.mode = '500';
    const body = { leaseId, outcome: 'reject', facts: 'Es ist ein Zitat.' };
    expect((await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body })).status).toBe(200);
    return { removal, caseId };
  }

  it('is shared without the uploader of whom nothing is restricted, and not before who that is is known', async () => {
    const { removal, caseId } = await rejected();
    await closed(removal, caseId);
    expect(removal.published).toEqual([]);
    expect(noticesOf(removal, caseId)).toMatchObject([{ state: 'parked', reason: 'platform-unavailable' }]);
    removal.platform.mode = 'none';
    const [{ deliveryId } = { deliveryId: '' }] = noticesOf(removal, caseId);
    const wording = { explanation: 'Anders.' };
    const said = { deliveries: [{ deliveryId, wording }] };
    const refused = await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'lead:lea', body: said });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'deliveries.0.wording' }] } });
    await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:olga' });
    await closed(removal, caseId);
    expect(removal.published).toMatchObject([
      { action_taken: 'No', works_attributes: [{ description: '[REDACTED]' }] },
    ]);
    expect(JSON.stringify(removal.published)).not.toContain('Adler');
  });
});

describe('an order of a court', () => {
  const order = {
    ...ORDER,
    legalBasis: 'COURT_ORDER',
    reference: '324 O 1/26',
    authority: { id: 'de-lg-hamburg' },
    territories: ['DE'],
  };

  it('that is under secrecy is shared when that ends, not before', async () => {
    const removal = world();
    const until = '2026-10-20T00:00:00.000Z';
    const body = { ...order, nonDisclosureUntil: until };
    const caseId = await decided(removal, '/v1/orders', body, COURT);
    await closed(removal, caseId);
    expect(removal.published).toEqual([]);
    expect(noticesOf(removal, caseId)).toMatchObject([{ state: 'scheduled', notBefore: until }]);
    await removal.pass((Date.parse(until) - removal.clock.now()) / 60_000 + 1);
    await removal.fireTimer(caseId, 'withheld-message');
    await closed(removal, caseId);
    expect(removal.published).toMatchObject([{ type: 'CourtOrder', jurisdiction_list: 'DE' }]);
  });
});
