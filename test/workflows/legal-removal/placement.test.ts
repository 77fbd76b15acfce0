import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];

function world(): RemovalWorld {
  const made = new RemovalWorld();
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

const OTHER = { restrictionId: 'other', action: 'disable', components: [], territories: ['DE'], until: null } as const;

function restriction(until: string | null = null): object {
  return {
    outcome: 'restrict',
    ground: { type: 'illegal', provision: '§ 97 UrhG', explanation: 'Der Refrain ist übernommen.' },
    facts: 'Der Refrain stammt aus einem fremden Werk.',
    items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'], until }],
  };
}

async function decided(removal: RemovalWorld, caseId: string, decision: object): Promise<void> {
  const token = 'specialist:sam';
  const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const answer = await removal.call('POST', `/v1/cases/${caseId}/decision`, {
    token,
    body: { leaseId: body.leaseId, ...decision },
  });
  expect(answer.status).toBe(200);
}

async function received(removal: RemovalWorld): Promise<string> {
  return (await removal.call('POST', '/v1/notices', { body: NOTICE })).body.caseId;
}

describe('an effect', () => {
  it('on one part here and on another part there is proven for each, and reaches no further', async () => {
    const removal = world();
    const [item] = NOTICE.items;
    const items = [item, { ...item, components: ['title'], territories: ['FR'] }];
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items } })).body;
    const {
      items: [first],
    } = restriction() as { items: object[] };
    const second = { ...first, itemId: 'item-2', components: ['title'], territories: ['FR'] };
    await decided(removal, caseId, { ...restriction(), items: [first, second] });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.seen('trk-1001')).toMatchObject({
      audio: { default: 'up', exceptions: { DE: 'dark' } },
      title: { default: 'up', exceptions: { FR: 'dark' } },
    });
  });

  it('is not proven by a restriction that somebody else put on the same item', async () => {
    const removal = world();
    removal.platform.put('trk-1001', { ...OTHER, components: [...OTHER.components], territories: ['DE'] });
    const caseId = await received(removal);
    removal.platform.mode = 'lies';
    await decided(removal, caseId, restriction());
    await removal.pass(30);
    expect(removal.record(caseId)).toMatchObject({ state: 'proving', effects: { failed: 1 } });
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual(['restricted']);
  });

  it('is not lifted as long as our restriction is there, whatever else darkens the item', async () => {
    const removal = world();
    const caseId = await received(removal);
    await decided(removal, caseId, restriction());
    await removal.until(() => removal.record(caseId).state === 'closed');
    removal.platform.put('trk-1001', { ...OTHER, components: [...OTHER.components], territories: ['DE'] });
    removal.platform.mode = 'lies';
    const body = { reason: 'ein Zitat' };
    await removal.call('POST', `/v1/cases/${caseId}/reversal`, { token: 'counsel:cora', body });
    await removal.pass(30);
    expect(removal.record(caseId)).toMatchObject({ state: 'proving', effects: { failed: 1 } });
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual(['restricted', 'restored']);
  });

  it('of a removal order is proven only once the copy is kept that the law wants kept', async () => {
    const removal = world();
    removal.platform.mode = 'lies';
    const answer = await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: ORDER });
    await removal.pass(20);
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(answer.body.caseId).state === 'in-review');
    expect(removal.platform.ledger.map(({ change }) => change).sort()).toEqual(['preserved', 'restricted']);
  });

  it('whose time was over before the platform took it is decided again, and nobody is told that it was made', async () => {
    const removal = world();
    const caseId = await received(removal);
    await removal.until(() => removal.deliveries(caseId).every(({ state }) => state === 'delivered'));
    const before = removal.mails.length;
    removal.platform.mode = '500';
    await decided(removal, caseId, restriction(new Date(removal.clock.now() + 20 * 60_000).toISOString()));
    await removal.pass(60);
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId)).toMatchObject({ decisionId: null, parked: null, firstEffectAt: null });
    expect(removal.audit(caseId)).toEqual(expect.arrayContaining(['effect.lapsed', 'decision.lapsed']));
    expect(removal.pages().map((page) => 'reason' in page && page.reason)).toContain('decision-lapsed');
    expect(removal.platform.ledger).toEqual([]);
    expect(removal.mails).toHaveLength(before);

    await decided(removal, caseId, restriction());
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId)).toMatchObject({ outcome: 'actioned', effects: { proven: 1 } });
  });

  it('whose time was over before it was read back is not said to have been made', async () => {
    const removal = world();
    const items = [NOTICE.items[0]!, { ...NOTICE.items[0]!, url: NOTICE.items[0]!.url.replace('1001', '1003') }];
    const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items } })).body;
    removal.platform.mode = 'lies';
    const soon = new Date(removal.clock.now() + 20 * 60_000).toISOString();
    const decision = restriction() as { items: Record<string, unknown>[] };
    const second = { ...decision.items[0], itemId: 'item-2', until: soon };
    await decided(removal, caseId, { ...decision, items: [...decision.items, second] });
    await removal.pass(30);
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.record(caseId)).toMatchObject({ outcome: 'partly-actioned', effects: { proven: 1, gone: 1 } });
    const shown = await removal.call('GET', `/v1/cases/${caseId}`, { token: 'specialist:sam' });
    expect(shown.body.items.map(({ absence }: { absence: string | null }) => absence)).toEqual([null, 'lapsed']);
  });
});
