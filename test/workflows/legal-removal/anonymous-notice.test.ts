import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const ABUSE = 'Darstellung sexuellen Missbrauchs eines Kindes, § 184b StGB.';
const REJECT = { outcome: 'reject', ground: null, facts: 'Das Bild zeigt eine Puppe.', items: [] };

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function reviewed(submitter: object, explanation: string) {
  const removal = new RemovalWorld();
  open.push(removal);
  const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, submitter, explanation } })).body;
  await removal.until(() => removal.record(caseId).state === 'in-review');
  await removal.settle();
  const told = () => removal.deliveries(caseId).map(({ kind, state }) => `${kind} ${state}`);
  return { removal, caseId, told };
}

describe('a notice of the sexual abuse of a child', () => {
  it('with an address and no name is confirmed, and its sender is asked for nothing', async () => {
    const { removal, caseId, told } = await reviewed({ email: 'jemand@mail.example' }, ABUSE);
    expect(removal.record(caseId).missing).toEqual([]);
    await removal.pass(1);
    expect(told()).toEqual(['receipt delivered']);
  });

  it('without any address owes its sender no message and closes without waiting for anybody', async () => {
    const { removal, caseId, told } = await reviewed({}, ABUSE);
    expect(removal.record(caseId).missing).toEqual([]);
    const finished = removal.api.cases.of(caseId).events.find(({ type }) => type === 'validation.finished');
    expect(finished?.data).toMatchObject({ verdict: 'complete', exempt: ['name', 'email'] });
    const token = 'specialist:sam';
    const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
    const decision = { leaseId: body.leaseId, ...REJECT };
    await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body: decision });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(told()).toEqual([]);
    expect(removal.record(caseId)).toMatchObject({ undelivered: 0, parked: null });
  });

  it('is another thing than a notice that merely lacks an address: that waits for a person', async () => {
    const { removal, caseId, told } = await reviewed({}, NOTICE.explanation);
    expect(removal.record(caseId).missing).toEqual(['name', 'email']);
    expect(told()).toEqual(['receipt parked', 'information-request parked']);
  });
});
