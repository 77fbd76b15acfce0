import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORITY, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const open: RemovalWorld[] = [];
const FURTHER = { url: `${PLATFORM_URL}/tracks/trk-1001` };
const WRONG = { url: `${PLATFORM_URL}/tracks/trk-of-nobody` };

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

async function orderAfter(minutes: number, change: object = {}) {
  const removal = new RemovalWorld('2026-10-12T08:00:00.000Z');
  open.push(removal);
  const sent = await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: { ...ORDER, ...change } });
  const { caseId } = sent.body;
  await removal.until(() => removal.record(caseId).state === 'in-review');
  await removal.pass(minutes);
  const say = async (route: 'information' | 'amendment', body: object) => {
    const answer = await removal.call('POST', `/v1/orders/${caseId}/${route}`, { token: AUTHORITY, body });
    return answer;
  };
  const hours = () => removal.record(caseId).clocks.filter(({ clock }) => clock === 'EU_TCO_ART3.disable');
  const hour = () => hours()[0];
  /** Sends Annex III as a trained person does, so that the authority has it before it answers. */
  const sendAnnex = async () => {
    const deliveries = [{ deliveryId: 'case.impossibility-report-draft.authority' }];
    await removal.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:olga', body: { deliveries } });
    await removal.pass(1);
  };
  const acted = (times: number) =>
    removal.until(() => {
      const proven = removal.audit(caseId).filter((type) => type === 'proving.finished').length;
      const told = removal.deliveries(caseId).every(({ state }) => state !== 'accepted');
      return removal.record(caseId).state === 'in-review' && proven === times && told;
    });
  const darkIn = (id: string) => Object.keys(removal.platform.seen(id)['audio']?.exceptions ?? {}).length;
  return { removal, caseId, say, hour, hours, sendAnnex, acted, darkIn };
}

describe('an order that could not be carried out', () => {
  it.each([
    ['the place and the signature', { items: [WRONG], signed: false }, { items: [FURTHER], answers: { signed: true } }],
    ['only the signature', { items: [FURTHER], signed: false }, { answers: { signed: true } }],
    ['the place as an answer', { items: [WRONG] }, { answers: { location: FURTHER.url } }],
  ])(
    'is carried out once its authority, sent Annex III, supplies %s, within an hour of that',
    async (_, order, information) => {
      const { removal, caseId, say, hour, sendAnnex, acted, darkIn } = await orderAfter(124, order);
      await sendAnnex();
      expect(removal.platform.ledger).toEqual([]);
      const clarifiedAt = removal.now();
      expect((await say('information', information)).status).toBe(202);
      await acted(1);
      expect(Date.parse(removal.now()) - Date.parse(clarifiedAt)).toBeLessThan(60_000);
      expect(darkIn('trk-1001')).toBe(27);
      expect(removal.record(caseId)).toMatchObject({ missing: [], actFirst: true, outcome: 'actioned' });
      expect(hour()).toMatchObject({ startAt: '2026-10-12T10:05:00.000Z', dueAt: '2026-10-12T11:05:00.000Z' });
      expect(hour()?.restarts).toEqual([
        { at: clarifiedAt, because: 'clarification', dueBefore: '2026-10-12T09:00:00.000Z' },
      ]);
      const told = removal.deliveries(caseId).map(({ kind, state }) => `${kind} ${state}`);
      expect(told).toEqual(expect.arrayContaining(['effect-report delivered', 'information-about-order delivered']));
    },
  );

  it('is carried out once an amendment names the place', async () => {
    const { say, acted, hour, sendAnnex, darkIn, removal } = await orderAfter(30, { items: [WRONG] });
    await sendAnnex();
    const clarifiedAt = removal.now();
    expect((await say('amendment', { statement: 'Richtige Adresse.', items: [FURTHER] })).status).toBe(202);
    await acted(1);
    expect(darkIn('trk-1001')).toBe(27);
    expect(hour()?.startAt).toBe(clarifiedAt);
  });

  it('keeps its hour from the receipt when Annex III was not sent, whatever else was asked', async () => {
    const { removal, say, acted, hour, caseId } = await orderAfter(41, { signed: false });
    expect(removal.deliveries(caseId).map(({ kind }) => kind)).toContain('information-request');
    await say('information', { answers: { signed: true } });
    await acted(1);
    expect(hour()).toMatchObject({ startAt: '2026-10-12T08:00:00.000Z', dueAt: '2026-10-12T09:00:00.000Z' });
    expect(hour()?.restarts).toBeUndefined();
  });

  it.each([
    ['keeps the hour from the receipt for a place that is corrected without Annex III', false, []],
    ['has an hour of its own for a place that is corrected after Annex III', true, ['2026-10-12T08:11:00.000Z']],
  ])('%s', async (_what, isSent, addedAt) => {
    const { removal, caseId, say, hours, sendAnnex, acted } = await orderAfter(10, {
      items: [...(ORDER.items as object[]), WRONG],
    });
    await (isSent ? sendAnnex() : removal.pass(1));
    let dueAt = '';
    removal.faults['authenticate-demand'] = () => {
      dueAt = removal.record(caseId).dueAt;
      return null;
    };
    await say('information', { items: [FURTHER] });
    await acted(2);
    expect(hours().flatMap((clock) => clock.addedAt ?? [])).toEqual(addedAt);
    expect(hours()[0]).toMatchObject({ startAt: '2026-10-12T08:00:00.000Z' });
    expect(dueAt).toBe(isSent ? '2026-10-12T09:11:00.000Z' : '2026-10-12T09:00:00.000Z');
  });

  it('is asked for again, paged and not acted on when the correction leads nowhere either', async () => {
    const { removal, caseId, say, hour } = await orderAfter(30, { items: [WRONG] });
    const asked = () => removal.deliveries(caseId).filter(({ kind }) => kind === 'information-request').length;
    const [before, pages] = [asked(), removal.pages().length];
    await say('information', { items: [{ url: `${PLATFORM_URL}/tracks/trk-nowhere` }] });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(asked()).toBe(before + 1);
    expect(removal.pages().length).toBeGreaterThan(pages);
    expect(removal.platform.ledger).toEqual([]);
    expect(hour()?.restarts).toBeUndefined();
  });

  it('is looked at with what arrives while it is being validated', async () => {
    const removal = new RemovalWorld('2026-10-12T08:00:00.000Z');
    open.push(removal);
    let caseId = '';
    removal.faults['validate'] = () => {
      delete removal.faults['validate'];
      const [first] = removal.api.cases.kept.keys();
      caseId = first ?? '';
      return null;
    };
    const look = removal.platform.describe.bind(removal.platform);
    removal.platform.describe = async (reference) => {
      removal.platform.describe = look;
      await removal.api.call('POST', `/v1/orders/${caseId}/information`, {
        token: AUTHORITY,
        body: { items: [FURTHER] },
      });
      return await look(reference);
    };
    await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: { ...ORDER, items: [WRONG] } });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId)).toMatchObject({ actFirst: true, outcome: 'actioned' });
  });
});

describe('an order that was carried out', () => {
  it('is acted on once more when an amendment adds an item, under a decision of its own and with an hour of its own', async () => {
    const { removal, caseId, say, hours, acted, darkIn } = await orderAfter(90);
    const first = removal.platform.ledger.length;
    const addedAt = removal.now();
    expect((await say('amendment', { statement: 'Auch dieser.', items: [FURTHER] })).status).toBe(202);
    await acted(2);
    expect([darkIn('trk-1002'), darkIn('trk-1001')]).toEqual([27, 27]);
    expect(removal.platform.ledger.slice(first).map(({ change }) => change)).toEqual(['preserved', 'restricted']);
    expect(removal.record(caseId)).toMatchObject({
      decisionId: `${caseId}.order-2`,
      itemCount: 2,
      effects: { pending: 0, proven: 2, failed: 0 },
    });
    expect(hours()).toMatchObject([
      { startAt: '2026-10-12T08:00:00.000Z', dueAt: '2026-10-12T09:00:00.000Z' },
      { startAt: addedAt, dueAt: '2026-10-12T10:30:00.000Z', addedAt },
    ]);
    expect(hours()[1]?.steps[0]?.en).toContain('added to the demand');
    const told = removal.deliveries(caseId).filter(({ decisionId }) => decisionId === `${caseId}.order-2`);
    expect(told.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'effect-report delivered',
      'information-about-order delivered',
      'partner-restriction delivered',
    ]);
    const { body } = await removal.call('GET', `/v1/cases/${caseId}`, { token: 'specialist:sam' });
    expect(body.items.map(({ effects }: { effects: Record<string, string> }) => effects['DE'])).toEqual([
      'proven',
      'proven',
    ]);
  });

  it('changes nothing when each step of the further act is run a second time', async () => {
    const { removal, say, acted } = await orderAfter(1);
    removal.repeat = true;
    await say('amendment', { statement: 'Auch dieser.', items: [FURTHER] });
    await acted(2);
    expect(removal.notRepeatable).toEqual([]);
    expect(removal.platform.ledger.map(({ change }) => change)).toEqual([
      'preserved',
      'restricted',
      'preserved',
      'restricted',
    ]);
  });

  it('is reported as an hour at risk once more when the platform does not prove the further act', async () => {
    const { removal, caseId, say } = await orderAfter(90);
    removal.platform.mode = 'lies';
    await say('amendment', { statement: 'Auch dieser.', items: [FURTHER] });
    await removal.pass(39);
    expect(removal.audit(caseId)).not.toContain('deadline.at-risk');
    await removal.pass(2);
    expect(removal.audit(caseId)).toContain('deadline.at-risk');
    const drafts = removal.deliveries(caseId).filter(({ kind }) => kind === 'impossibility-report-draft');
    expect(drafts.map(({ decisionId }) => decisionId)).toEqual([`${caseId}.order-2`]);
  });

  it('is lifted whole, each item to how it stood before, when the order is withdrawn after that', async () => {
    const { removal, caseId, say, acted, darkIn } = await orderAfter(1, {
      items: [{ ...ORDER.items[0], components: ['audio'] }],
    });
    const both = [FURTHER, { url: ORDER.items[0]?.url, components: ['audio', 'title'] }];
    await say('amendment', { statement: 'Auch dieser.', items: both });
    await acted(2);
    expect(darkIn('trk-1002')).toBe(27);
    const taken = await removal.call('POST', `/v1/orders/${caseId}/withdrawal`, { token: AUTHORITY, body: {} });
    expect(taken.status).toBe(202);
    await removal.until(() => removal.record(caseId).state === 'closed');
    for (const id of ['trk-1001', 'trk-1002']) {
      expect(Object.values(removal.platform.seen(id))).toEqual(
        Object.values(removal.platform.seen(id)).map(() => ({ default: 'up', exceptions: {} })),
      );
    }
    const { body } = await removal.call('POST', `/v1/orders/${caseId}/amendment`, {
      token: AUTHORITY,
      body: { statement: 'Noch einer.', items: [FURTHER] },
    });
    expect(body.status).toBe(409);
  });

  it('is acted on once more while its confirmation waits for a second person', async () => {
    const { removal, caseId, say, acted, darkIn } = await orderAfter(1);
    const { body } = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'counsel:cora' });
    const confirm = { leaseId: body.leaseId, outcome: 'restrict', facts: '', items: [] };
    await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: 'counsel:cora', body: confirm });
    expect(removal.record(caseId).state).toBe('awaiting-approval');
    await say('information', { items: [FURTHER] });
    await acted(2);
    expect(darkIn('trk-1001')).toBe(27);
    expect(removal.record(caseId)).toMatchObject({ decisionId: `${caseId}.order-2`, approvalVerdict: null });
  });

  it('is acted on once more after what is under way has ended, when items arrive meanwhile', async () => {
    const removal = new RemovalWorld('2026-10-12T08:00:00.000Z');
    open.push(removal);
    removal.platform.mode = 'lies';
    const { body } = await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: ORDER });
    const { caseId } = body;
    await removal.pass(3);
    expect(removal.record(caseId).state).toBe('proving');
    const sent = { token: AUTHORITY, body: { statement: 'Auch dieser.', items: [FURTHER] } };
    expect((await removal.call('POST', `/v1/orders/${caseId}/amendment`, sent)).status).toBe(202);
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.record(caseId)).toMatchObject({ decisionId: `${caseId}.order-2`, effects: { proven: 2 } });
  });

  it('keeps the hour of what was ordered first, which ranks it, when items arrive before that is proven', async () => {
    const removal = new RemovalWorld('2026-10-12T08:00:00.000Z');
    open.push(removal);
    removal.platform.mode = 'lies';
    const { caseId } = (await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: ORDER })).body;
    await removal.pass(30);
    const sent = { token: AUTHORITY, body: { statement: 'Auch dieser.', items: [FURTHER] } };
    await removal.call('POST', `/v1/orders/${caseId}/amendment`, sent);
    await removal.pass(5);
    expect(removal.record(caseId).dueAt).toBe('2026-10-12T09:00:00.000Z');
    removal.platform.mode = 'none';
    await removal.until(() => removal.record(caseId).state === 'in-review');
    const hours = removal.record(caseId).clocks.filter(({ clock }) => clock === 'EU_TCO_ART3.disable');
    expect(hours.map(({ startAt }) => startAt)).toEqual(['2026-10-12T08:00:00.000Z', '2026-10-12T08:30:00.000Z']);
  });

  it('is ranked in review by a target of its clocks, with its source, that an addition does not move', async () => {
    const { removal, caseId, say, acted } = await orderAfter(90);
    const ranking = () => {
      const { clocks, dueAt } = removal.record(caseId);
      return clocks.find((clock) => clock.dueAt === dueAt);
    };
    const first = ranking();
    expect(first).toMatchObject({ clock: 'EU_TCO_ART3.confirm', kind: 'target', rule: 'PT24H elapsed' });
    expect(first?.steps[0]).toMatchObject({ en: expect.any(String), de: expect.any(String) });
    await say('amendment', { statement: 'Auch dieser.', items: [FURTHER] });
    await acted(2);
    expect(ranking()).toEqual(first);
  });

  it('goes back to a person, who is paged, when the item added leads nowhere', async () => {
    const { removal, caseId, say } = await orderAfter(1);
    const pages = removal.pages().length;
    await say('amendment', { statement: 'Auch dieser.', items: [WRONG] });
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.pages().slice(pages)).toMatchObject([{ reason: 'nothing-located' }]);
    expect(removal.record(caseId)).toMatchObject({ decisionId: `${caseId}.order`, missing: ['remaining-locations'] });
  });
});
