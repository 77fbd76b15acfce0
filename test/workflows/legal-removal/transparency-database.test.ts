import { afterEach, describe, expect, it } from 'vitest';
import { OutdatedRow } from '../../../domain/transparency-database/entries.ts';
import { NOTICE } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const KIND = 'transparency-database-entry';
const GROUND = { type: 'illegal', provision: '§ 130 StGB', explanation: 'Der Refrain fordert zu Gewalt auf.' };

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

function world(): RemovalWorld {
  const removal = new RemovalWorld();
  open.push(removal);
  return removal;
}

/** A case on a notice whose items were decided to be restricted, not yet told of. */
async function decided(removal: RemovalWorld, items: readonly object[], more: object = {}): Promise<string> {
  const { caseId } = (await removal.call('POST', '/v1/notices', { body: { ...NOTICE, items } })).body;
  await removal.until(() => removal.record(caseId).state === 'in-review');
  const token = 'specialist:sam';
  const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const decisions = items.map((_, index) => ({
    ...{ itemId: `item-${index + 1}`, action: 'disable', components: ['audio'], territories: ['DE'], until: null },
    ...more,
  }));
  const decision = {
    leaseId: body.leaseId,
    outcome: 'restrict',
    ground: GROUND,
    facts: 'Der Refrain.',
    items: decisions,
  };
  const answer = await removal.call('POST', `/v1/cases/${caseId}/decision`, { token, body: decision });
  if (answer.body.state === 'awaiting-approval') {
    const approve = { verdict: 'approve', reason: 'zutreffend' };
    await removal.call('POST', `/v1/cases/${caseId}/approval`, { token: 'counsel:cora', body: approve });
  }
  return caseId;
}

async function closed(removal: RemovalWorld, caseId: string): Promise<void> {
  await removal.until(() => removal.record(caseId).state === 'closed');
  await removal.settle();
}

async function reverse(removal: RemovalWorld, caseId: string): Promise<void> {
  const body = { reason: 'Irrtum.' };
  await removal.call('POST', `/v1/cases/${caseId}/reversal`, { token: 'lead:lea', body });
  await closed(removal, caseId);
}

const entriesOf = (removal: RemovalWorld, caseId: string) =>
  removal.deliveries(caseId).filter(({ kind }) => kind === KIND);

const ledgerOf = (removal: RemovalWorld, caseId: string) =>
  [...removal.api.cases.of(caseId).rows]
    .filter(([key]) => key.startsWith('OUTDATED#'))
    .map(([, row]) => OutdatedRow.parse(row));

const track = (number: number) => ({ url: `${PLATFORM_URL}/tracks/trk-bulk-${number}` });

describe('a restriction on a notice', () => {
  it('is stated once, of the day in Berlin and with its end', async () => {
    const removal = world();
    const caseId = await decided(removal, [track(1)], { until: '2026-10-31T23:30:00Z' });
    await closed(removal, caseId);
    expect(removal.stated).toMatchObject([
      {
        application_date: '2026-10-05',
        content_date: '2026-03-02',
        end_date_visibility_restriction: '2026-11-01',
        territorial_scope: ['DE'],
      },
    ]);
    expect(removal.stated[0]?.puid).not.toContain(caseId);
  });

  it('is not stated before it is proven', async () => {
    const removal = world();
    removal.platform.mode = 'lies';
    const caseId = await decided(removal, [track(1)]);
    await removal.pass(10);
    expect(removal.deliveries(caseId).map(({ kind }) => kind)).toContain('statement-of-reasons');
    expect(entriesOf(removal, caseId)).toEqual([]);
    removal.platform.mode = 'none';
    await closed(removal, caseId);
    expect(removal.stated).toHaveLength(1);
  });

  it('outside the European Economic Area owes no entry', async () => {
    const removal = world();
    const caseId = await decided(removal, [track(1)], { territories: ['US'] });
    await closed(removal, caseId);
    expect(entriesOf(removal, caseId)).toEqual([]);
    expect(removal.stated).toEqual([]);
  });

  it('of 101 items is stated in a request of 100 and one of 1', async () => {
    const removal = world();
    const sent: number[] = [];
    removal.databaseAnswer = (statements) => {
      sent.push(statements.length);
      return null;
    };
    const caseId = await decided(
      removal,
      Array.from({ length: 101 }, (_, index) => track(index + 1)),
    );
    await closed(removal, caseId);
    expect(sent).toEqual([100, 1]);
    expect(new Set(removal.stated.map(({ puid }) => puid)).size).toBe(101);
    expect(entriesOf(removal, caseId).map(({ entry }) => entry?.stored)).toEqual([100, 1]);
  });

  it('is told to everybody else while the database does not answer, and stated once it does', async () => {
    const removal = world();
    let asked = 0;
    removal.databaseAnswer = () => {
      asked += 1;
      return asked <= 5 ? { kind: 'unheard' } : null;
    };
    const caseId = await decided(removal, [track(1)]);
    await removal.pass(60);
    const others = removal.deliveries(caseId).filter(({ kind }) => kind !== KIND);
    expect(others.map(({ state }) => state)).toEqual(others.map(() => 'delivered'));
    expect(removal.record(caseId).state).toBe('notifying');
    expect(asked).toBeLessThan(6);
    await closed(removal, caseId);
    expect(removal.stated).toHaveLength(1);
    expect(entriesOf(removal, caseId)).toMatchObject([{ state: 'delivered', attempt: 6 }]);
  });

  it('waits with an operator when the database says that it knows what was not sent', async () => {
    const removal = world();
    removal.databaseAnswer = () => ({ kind: 'existing', puids: ['of-somebody-else'] });
    const caseId = await decided(removal, [track(1)]);
    await closed(removal, caseId);
    expect(entriesOf(removal, caseId)).toMatchObject([{ owner: 'operator', reason: 'answer-not-understood' }]);
  });

  it('closes its case with a refused statement that a person has, and counts it among what is undelivered', async () => {
    const removal = world();
    removal.databaseAnswer = () => ({ kind: 'invalid', faults: [{ index: 0, fields: ['category'] }] });
    const caseId = await decided(removal, [track(1)]);
    await closed(removal, caseId);
    expect(entriesOf(removal, caseId)).toMatchObject([
      { state: 'parked', owner: 'counsel', reason: 'statement-refused' },
    ]);
    expect(removal.record(caseId).undelivered).toBe(1);
    removal.databaseAnswer = () => null;
    const token = 'operator:olga';
    expect((await removal.call('POST', `/v1/cases/${caseId}/resume`, { token })).status).toBe(202);
    await closed(removal, caseId);
    expect(entriesOf(removal, caseId)).toMatchObject([{ state: 'delivered', entry: { stored: 1 } }]);
    expect(removal.record(caseId).undelivered).toBe(0);
  });
});

describe('a decision that is reversed', () => {
  it('leaves its stored statements in a ledger, since the database takes no change, and shows it', async () => {
    const removal = world();
    const caseId = await decided(removal, [track(1), track(2)]);
    await closed(removal, caseId);
    await reverse(removal, caseId);
    expect(removal.stated).toHaveLength(2);
    const [first, second] = removal.record(caseId).decisionId === null ? [] : entriesOf(removal, caseId);
    expect(second).toBeUndefined();
    expect(first?.entry?.outdatedBy).toBe(removal.record(caseId).decisionId);
    expect(ledgerOf(removal, caseId)).toMatchObject([
      {
        deliveryId: first?.deliveryId,
        decisionId: first?.decisionId,
        reversedBy: removal.record(caseId).decisionId,
        statements: removal.stated.map(({ puid }) => ({ puid, uuid: `uuid-${puid}`, state: 'stored' })),
      },
    ]);
    expect(removal.audit(caseId).filter((type) => type === 'entry.outdated')).toHaveLength(1);
    const view = (await removal.call('GET', `/v1/cases/${caseId}`, { token: 'counsel:cora' })).body;
    const shown = view.deliveries.find(({ kind }: { kind: string }) => kind === KIND);
    expect(shown.entry).toMatchObject({ stored: 2, unconfirmed: 0, outdatedBy: removal.record(caseId).decisionId });
  });

  it('is stated with its end where the statement was not stored before, and stands in no ledger', async () => {
    const removal = world();
    removal.databaseAnswer = () => ({ kind: 'unauthorised' });
    const caseId = await decided(removal, [track(1)]);
    await closed(removal, caseId);
    expect(entriesOf(removal, caseId)).toMatchObject([{ state: 'parked', owner: 'operator', reason: 'token-refused' }]);
    await reverse(removal, caseId);
    removal.databaseAnswer = () => null;
    await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:olga' });
    await closed(removal, caseId);
    expect(removal.stated).toMatchObject([{ end_date_visibility_restriction: '2026-10-05' }]);
    expect(ledgerOf(removal, caseId)).toEqual([]);
  });
});
