import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const LEAD = 'lead:lea';

function world(): RemovalWorld {
  const made = new RemovalWorld('2026-10-12T08:00:00.000Z');
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function ordered(removal: RemovalWorld, change: object = {}): Promise<string> {
  return (await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: { ...ORDER, ...change } })).body.caseId;
}

const withdraw = (removal: RemovalWorld, caseId: string) =>
  removal.call('POST', `/v1/orders/${caseId}/withdrawal`, { token: AUTHORITY, body: { reason: 'Aufgehoben.' } });

const closed = (removal: RemovalWorld, caseId: string) =>
  removal.until(() => removal.record(caseId).state === 'closed');

const darkIn = (removal: RemovalWorld, id: string) =>
  Object.keys(removal.platform.seen(id)['audio']?.exceptions ?? {}).length;

const told = (removal: RemovalWorld, caseId: string) =>
  removal.deliveries(caseId).map(({ kind, state }) => `${kind} ${state}`);

async function restricted(removal: RemovalWorld): Promise<string> {
  const { caseId } = (await removal.call('POST', '/v1/notices', { body: NOTICE })).body;
  const token = 'specialist:sam';
  const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token })).body;
  const body = {
    leaseId,
    outcome: 'restrict',
    ground: { type: 'illegal', provision: '§ 97 UrhG', explanation: 'Der Refrain ist übernommen.' },
    facts: 'Der Refrain stammt aus einem fremden Werk.',
    items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'], until: null }],
  };
  expect((await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body })).status).toBe(200);
  return caseId;
}

describe('an order that its authority lifts while it is carried out', () => {
  it('is never carried out when the platform could not be reached until then', async () => {
    const removal = world();
    removal.platform.mode = '500';
    const caseId = await ordered(removal);
    await removal.pass(240);
    expect(removal.record(caseId)).toMatchObject({ state: 'acting', parked: { reason: 'PlatformUnavailable' } });
    expect((await withdraw(removal, caseId)).body).toMatchObject({ state: 'restoring' });
    removal.platform.mode = 'none';
    await closed(removal, caseId);
    expect(removal.platform.ledger.filter(({ change }) => change === 'restricted')).toEqual([]);
    expect(removal.record(caseId)).toMatchObject({ outcome: 'withdrawn', parked: null });
    expect(told(removal, caseId)).toContain('withdrawal-confirmation delivered');
    expect(told(removal, caseId).filter((line) => /reinstatement|information-about/.test(line))).toEqual([]);
  });

  it('goes up again once the platform, which did not show that it was dark, can be believed', async () => {
    const removal = world();
    const caseId = await ordered(removal);
    expect(darkIn(removal, 'trk-1002')).toBe(27);
    const other = world();
    other.platform.mode = 'lies';
    const unproven = await ordered(other);
    await other.pass(3 * 60);
    expect(other.record(unproven)).toMatchObject({ state: 'proving' });
    expect((await withdraw(other, unproven)).status).toBe(202);
    await other.pass(30);
    other.platform.mode = 'none';
    await closed(other, unproven);
    expect(darkIn(other, 'trk-1002')).toBe(0);
    expect((await withdraw(other, unproven)).body.detail).toContain('withdrawn already');
    expect(other.record(unproven).outcome).toBe('withdrawn');
    expect(removal.record(caseId).state).toBe('in-review');
  });

  it.each([3, 30, 59])('restores the %i items that were dark, and touches no other', async (most) => {
    const removal = world();
    const items = Array.from({ length: 60 }, (_, index) => ({ url: `${PLATFORM_URL}/tracks/trk-bulk-${index + 1}` }));
    const restrict = removal.platform.restrict.bind(removal.platform);
    let asked = 0;
    let caseId = '';
    removal.platform.restrict = async (...call) => {
      asked += 1;
      const isLast = asked === most;
      await restrict(...call);
      if (!isLast) return;
      caseId = [...removal.api.cases.kept.keys()][0]!;
      const withdrawal = { token: AUTHORITY, body: { reason: 'Aufgehoben.' } };
      expect((await removal.api.call('POST', `/v1/orders/${caseId}/withdrawal`, withdrawal)).status).toBe(202);
    };
    removal.repeat = true;
    await ordered(removal, { items });
    await closed(removal, caseId);
    const ids = (change: string) =>
      removal.platform.ledger.filter((entry) => entry.change === change).map(({ item }) => item);
    expect(ids('restricted').length).toBeGreaterThanOrEqual(most);
    expect(ids('restricted').length).toBeLessThan(most + 25);
    expect(ids('restored').toSorted()).toEqual(ids('restricted').toSorted());
    expect(new Set(ids('restored')).size).toBe(ids('restored').length);
    expect(removal.record(caseId)).toMatchObject({ outcome: 'withdrawn', effects: { pending: 0, failed: 0 } });
    expect(removal.notRepeatable).toEqual([]);
    expect(told(removal, caseId)).toContain('reinstatement-to-uploader delivered');
  });

  it('restores what a first act put in place, when a second act has only begun', async () => {
    const removal = world();
    const caseId = await ordered(removal);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(darkIn(removal, 'trk-1002')).toBe(27);
    const amendment = { statement: 'Auch dieser.', items: [{ url: `${PLATFORM_URL}/tracks/trk-1001` }] };
    removal.platform.mode = '500';
    const token = AUTHORITY;
    await removal.call('POST', `/v1/orders/${caseId}/amendment`, { token, body: amendment });
    await removal.pass(20);
    expect(removal.record(caseId)).toMatchObject({ state: 'acting', decisionId: `${caseId}.order-2` });
    expect((await withdraw(removal, caseId)).status).toBe(202);
    removal.platform.mode = 'none';
    await closed(removal, caseId);
    expect([darkIn(removal, 'trk-1001'), darkIn(removal, 'trk-1002')]).toEqual([0, 0]);
    expect(told(removal, caseId)).toContain('reinstatement-to-uploader delivered');
  });

  it('is restored although a message of it has not been delivered for a day', async () => {
    const removal = world();
    removal.mailTells = false;
    const caseId = await ordered(removal);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const lease = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'counsel:carl' })).body;
    const body = { leaseId: lease.leaseId, outcome: 'restrict', facts: 'Bestätigt.', items: [] };
    await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: 'counsel:carl', body });
    await removal.pass(60);
    expect((await withdraw(removal, caseId)).status).toBe(202);
    await removal.pass(5);
    expect(darkIn(removal, 'trk-1002')).toBe(0);
  });
});

describe('a decision that is reversed while it is carried out', () => {
  it('is taken back while its effect is not proven yet', async () => {
    const removal = world();
    removal.platform.mode = 'lies';
    const caseId = await restricted(removal);
    await removal.pass(30);
    expect(removal.record(caseId).state).toBe('proving');
    const reversal = { token: LEAD, body: { reason: 'Irrtum.' } };
    expect((await removal.call('POST', `/v1/cases/${caseId}/reversal`, reversal)).status).toBe(202);
    removal.platform.mode = 'none';
    await closed(removal, caseId);
    expect(removal.record(caseId).outcome).toBe('rejected');
    expect(darkIn(removal, 'trk-1001')).toBe(0);
    expect((await removal.call('POST', `/v1/cases/${caseId}/reversal`, reversal)).status).toBe(409);
  });

  it('tells the sender of a refusal and the uploader nothing when nothing was ever in place', async () => {
    const removal = world();
    removal.platform.mode = '500';
    const caseId = await restricted(removal);
    await removal.pass(30);
    const reversal = { token: LEAD, body: { reason: 'Irrtum.' } };
    expect((await removal.call('POST', `/v1/cases/${caseId}/reversal`, reversal)).status).toBe(202);
    removal.platform.mode = 'none';
    await closed(removal, caseId);
    expect(removal.platform.ledger).toEqual([]);
    expect(told(removal, caseId)).toEqual(['receipt delivered', 'decision-to-sender delivered']);
  });

  it('is taken back while a message of it has not been delivered', async () => {
    const removal = world();
    removal.mailTells = false;
    const caseId = await restricted(removal);
    await removal.pass(60);
    expect(removal.record(caseId).state).toBe('notifying');
    const reversal = { token: LEAD, body: { reason: 'Irrtum.' } };
    expect((await removal.call('POST', `/v1/cases/${caseId}/reversal`, reversal)).status).toBe(202);
    await removal.pass(5);
    expect(darkIn(removal, 'trk-1001')).toBe(0);
  });
});
