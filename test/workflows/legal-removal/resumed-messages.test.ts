import { afterEach, describe, expect, it } from 'vitest';
import { MailBusyError } from '../../../functions/ports/errors.ts';
import { NOTICE } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const OPERATOR = 'operator:otto';
const SAM = 'specialist:sam';
const RECEIPT = 'case.receipt.sender';
const MINUTE = 60_000;

const open: RemovalWorld[] = [];

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

function world(): RemovalWorld {
  const made = new RemovalWorld();
  open.push(made);
  return made;
}

/** A case whose mails so far were delivered. */
async function begun(removal: RemovalWorld, change: object = {}): Promise<string> {
  const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, ...change } })).body;
  await removal.pass(5);
  return caseId;
}

async function decide(removal: RemovalWorld, caseId: string, territories: readonly string[]): Promise<void> {
  const { leaseId } = (await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: SAM })).body;
  const body = {
    leaseId,
    outcome: 'restrict',
    ground: { type: 'illegal', provision: '§ 97 UrhG', explanation: 'Der Refrain ist übernommen.' },
    facts: 'Der Refrain stammt aus einem fremden Werk.',
    items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories, until: null }],
  };
  expect((await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: SAM, body })).status).toBe(200);
}

/** Has the mail service refuse the latest copy of the receipt. */
async function bounce(removal: RemovalWorld): Promise<void> {
  const last = removal.mails.findLastIndex(({ deliveryId }) => deliveryId === RECEIPT);
  await removal.tellFate(removal.mails[last]!, `mail-${last + 1}`, 'bounced');
  await removal.settle();
}

const receipt = (removal: RemovalWorld, caseId: string) =>
  removal.deliveries(caseId).find(({ deliveryId }) => deliveryId === RECEIPT);

async function resume(removal: RemovalWorld, caseId: string, email: string) {
  const body = { deliveries: [{ deliveryId: RECEIPT, email }] };
  return await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: OPERATOR, body });
}

async function isListed(removal: RemovalWorld, caseId: string): Promise<boolean> {
  const query = { state: 'needs-operator' };
  const { cases } = (await removal.call('GET', '/v1/cases', { token: OPERATOR, query })).body;
  return cases.some((listed: { caseId: string }) => listed.caseId === caseId);
}

const sentTo = (removal: RemovalWorld, email: string) =>
  removal.mails.filter(({ deliveryId, to }) => deliveryId === RECEIPT && to === email).length;

/** How a case comes into a state in which a message of it may be parked. */
const WAYS: Readonly<Record<string, (removal: RemovalWorld) => Promise<string>>> = {
  'awaiting-information': (removal) => begun(removal, { items: [] }),
  'in-review': (removal) => begun(removal),
  'awaiting-approval': async (removal) => {
    const caseId = await begun(removal);
    await decide(removal, caseId, ['WORLD']);
    return caseId;
  },
  notifying: async (removal) => {
    const caseId = await begun(removal);
    removal.mailTells = false;
    await decide(removal, caseId, ['DE']);
    return caseId;
  },
  closed: async (removal) => {
    const caseId = await begun(removal);
    await decide(removal, caseId, ['DE']);
    await removal.until(() => removal.record(caseId).state === 'closed');
    return caseId;
  },
};

describe('a message that is sent again', () => {
  it.each(Object.entries(WAYS))('leaves at once from a case that is %s', async (state, come) => {
    const removal = world();
    const caseId = await come(removal);
    expect(removal.record(caseId).state).toBe(state);
    await bounce(removal);
    await removal.until(() => receipt(removal, caseId)?.state === 'parked', 5);
    expect(await isListed(removal, caseId)).toBe(true);
    removal.mailTells = true;

    const before = removal.clock.now();
    expect((await resume(removal, caseId, 'neu@kanzlei.example')).status).toBe(202);
    expect(sentTo(removal, 'neu@kanzlei.example')).toBe(1);
    expect(removal.clock.now()).toBe(before);
    await removal.until(() => receipt(removal, caseId)?.state === 'delivered', 5);
    expect(await isListed(removal, caseId)).toBe(false);
    expect(removal.record(caseId).undelivered).toBe(0);
  });

  it('leaves with the next round while the platform is tried again', async () => {
    const removal = world();
    const caseId = await begun(removal);
    removal.platform.mode = '500';
    await decide(removal, caseId, ['DE']);
    expect(removal.record(caseId).state).toBe('acting');
    await bounce(removal);
    const before = removal.clock.now();
    await resume(removal, caseId, 'neu@kanzlei.example');
    await removal.until(() => sentTo(removal, 'neu@kanzlei.example') === 1);
    expect(removal.clock.now() - before).toBeLessThanOrEqual(10 * MINUTE);
    expect(removal.record(caseId).state).toBe('acting');
  });

  it('leaves at once from a case that a fault parked while it waited for information', async () => {
    const removal = world();
    const caseId = await begun(removal, { items: [] });
    await bounce(removal);
    removal.faults['validate'] = () => Object.assign(new Error('no'), { name: 'ContractBrokenError' });
    removal.ring((removal.api.cases.of(caseId).rows.get('TOKEN#information') as { token: string }).token);
    await removal.settle();
    expect(removal.stateOf(caseId)).toBe('AwaitOperator');
    delete removal.faults['validate'];
    await resume(removal, caseId, 'neu@kanzlei.example');
    expect(sentTo(removal, 'neu@kanzlei.example')).toBe(1);
    expect(removal.stateOf(caseId)).toBe('AwaitInformation');
  });

  it('is parked again when it fails again, and goes to the next address', async () => {
    const removal = world();
    const caseId = await begun(removal, { items: [] });
    await bounce(removal);
    removal.mailTells = false;
    await resume(removal, caseId, 'falsch@kanzlei.example');
    await bounce(removal);
    expect(receipt(removal, caseId)).toMatchObject({ state: 'parked', owner: 'operator' });
    expect(removal.record(caseId).undelivered).toBe(1);
    expect(await isListed(removal, caseId)).toBe(true);
    await resume(removal, caseId, 'richtig@kanzlei.example');
    expect(sentTo(removal, 'richtig@kanzlei.example')).toBe(1);
  });

  it('can be given another address and stays listed while no channel takes it', async () => {
    const removal = world();
    const caseId = await begun(removal, { items: [] });
    await bounce(removal);
    removal.beforeMail = () => {
      throw new MailBusyError('Daily message quota exceeded');
    };
    await resume(removal, caseId, 'falsch@kanzlei.example');
    await removal.pass(10);
    expect(receipt(removal, caseId)).toMatchObject({ state: 'claimed', attempt: 0 });
    expect(await isListed(removal, caseId)).toBe(true);
    expect((await resume(removal, caseId, 'richtig@kanzlei.example')).status).toBe(202);
    removal.beforeMail = () => undefined;
    await removal.until(() => receipt(removal, caseId)?.state === 'delivered');
    expect([sentTo(removal, 'falsch@kanzlei.example'), sentTo(removal, 'richtig@kanzlei.example')]).toEqual([0, 1]);
    expect(await isListed(removal, caseId)).toBe(false);
  });

  it('fills no history while a quota keeps it back for a week of waiting for information', async () => {
    const removal = world();
    const caseId = await begun(removal, { items: [] });
    await bounce(removal);
    removal.beforeMail = () => {
      throw new MailBusyError('Daily message quota exceeded');
    };
    await resume(removal, caseId, 'neu@kanzlei.example');
    await removal.pass(6 * 24 * 60);
    expect(removal.record(caseId).state).toBe('awaiting-information');
    expect(removal.history(caseId).length).toBeLessThan(10_000);
  });
});
