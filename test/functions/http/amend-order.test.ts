import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../domain/case.ts';
import { deliveryKey } from '../../../domain/case-rows.ts';
import type { Delivery } from '../../../domain/delivery.ts';
import { apiWorld } from '../../support/api-world.ts';
import { AUTHORITY, ORDER } from '../../support/demands.ts';
import { sampleDelivery } from '../support/sample-case.ts';

const FOUR_WEEKS = '2026-11-02T12:00:00.000Z';

async function orderIn(fields: Partial<CaseRecord>, order: object = {}) {
  const world = apiWorld();
  const body = { ...ORDER, ...order };
  const { caseId } = (await world.call('POST', '/v1/orders', { body, token: AUTHORITY })).body;
  world.bringToReview(caseId, fields);
  const kept = () => world.cases.of(caseId);
  const amend = (amendment: object) =>
    world.call('POST', `/v1/orders/${caseId}/amendment`, {
      token: AUTHORITY,
      body: { statement: 'Geändert.', ...amendment },
    });
  const owe = (...deliveries: readonly Delivery[]) => {
    for (const delivery of deliveries) kept().rows.set(deliveryKey(delivery.deliveryId), { ...delivery, caseId });
  };
  const states = () =>
    [...kept().rows]
      .filter(([key]) => key.startsWith('DELIVERY#'))
      .map(([, row]) => row as Delivery)
      .map(({ deliveryId, state, notBefore }) => [deliveryId, state, notBefore]);
  return { world, caseId, kept, amend, owe, states };
}

const uploader = { kind: 'information-about-order', to: 'uploader', personId: 'uploader-1' } as const;
const partner = { kind: 'partner-restriction', to: 'partner', personId: 'partner', channel: 'webhook' } as const;
const report = { kind: 'effect-report', to: 'authority', personId: 'authority' } as const;

describe('an amendment that sets secrecy', () => {
  it('says by an instant when it ends: null is asked about, and the secrecy stays', async () => {
    const { kept, amend } = await orderIn({}, { nonDisclosureUntil: FOUR_WEEKS });
    const answer = await amend({ nonDisclosureUntil: null });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'nonDisclosureUntil' }] } });
    expect(kept().record.nonDisclosureUntil).not.toBeNull();
  });

  it('takes effect at once: record, clock, messages that have not left, a timer, the audit', async () => {
    const { kept, amend, owe, states } = await orderIn({ firstEffectAt: '2026-10-05T08:05:00.000Z' });
    owe(
      sampleDelivery({ ...uploader, deliveryId: 'a', state: 'owed' }),
      sampleDelivery({ ...partner, deliveryId: 'b', state: 'claimed' }),
      sampleDelivery({ ...report, deliveryId: 'c', state: 'owed' }),
      sampleDelivery({ ...uploader, deliveryId: 'd', state: 'delivered' }),
    );
    const answer = await amend({ nonDisclosureUntil: FOUR_WEEKS });
    expect(answer.status).toBe(202);
    expect(answer.body.clocks.map(({ clock }: { clock: string }) => clock)).toContain(
      'EU_TCO_ART11.non-disclosure-until',
    );
    expect(kept().record.nonDisclosureUntil).toBe(FOUR_WEEKS);
    expect(states()).toEqual([
      ['a', 'scheduled', FOUR_WEEKS],
      ['b', 'scheduled', FOUR_WEEKS],
      ['c', 'owed', null],
      ['d', 'delivered', null],
    ]);
    expect(kept().outbox.at(-1)).toMatchObject({ kind: 'schedule', at: FOUR_WEEKS, purpose: 'withheld-message' });
    expect(kept().events.at(-1)).toMatchObject({
      type: 'order.amended',
      actor: { kind: 'authority', id: 'de-bka' },
      data: { nonDisclosureUntil: FOUR_WEEKS, withheld: ['a', 'b'] },
    });
  });

  it('never keeps it longer than six weeks from the decision on the order', async () => {
    const { kept, amend } = await orderIn({});
    await amend({ nonDisclosureUntil: '2036-01-01T00:00:00Z' });
    expect(kept().record.nonDisclosureUntil).toBe('2026-11-16T23:00:00.000Z');
  });

  it('moves the date of what is withheld already', async () => {
    const { amend, owe, states } = await orderIn({}, { nonDisclosureUntil: FOUR_WEEKS });
    owe(sampleDelivery({ ...uploader, deliveryId: 'a', state: 'scheduled', notBefore: FOUR_WEEKS }));
    await amend({ nonDisclosureUntil: '2026-10-12T00:00:00+02:00' });
    expect(states()).toEqual([['a', 'scheduled', '2026-10-11T22:00:00.000Z']]);
  });

  it('ends it early, and looks for what may leave within a minute', async () => {
    const { kept, amend, owe } = await orderIn({}, { nonDisclosureUntil: FOUR_WEEKS });
    owe(sampleDelivery({ ...uploader, deliveryId: 'a', state: 'scheduled', notBefore: FOUR_WEEKS }));
    await amend({ nonDisclosureUntil: '2026-10-05T08:00:00Z' });
    expect(kept().outbox.at(-1)).toMatchObject({ kind: 'schedule', at: '2026-10-05T08:01:00.000Z' });
  });

  it('extends a secrecy that still runs on a closed case, and nothing else', async () => {
    const closed = { state: 'closed', closedAt: '2026-10-05T08:30:00.000Z' } as const;
    const { kept, amend } = await orderIn(closed, { nonDisclosureUntil: FOUR_WEEKS });
    expect((await amend({ nonDisclosureUntil: FOUR_WEEKS, territories: ['DE'] })).status).toBe(409);
    expect((await amend({})).status).toBe(409);
    expect((await amend({ nonDisclosureUntil: '2026-11-30T00:00:00Z' })).status).toBe(202);
    expect(kept().record).toMatchObject({ state: 'closed', nonDisclosureUntil: '2026-11-30T00:00:00.000Z' });
  });
});

describe('an amendment of the territories', () => {
  it('reaches the case before anybody decided: it is looked at anew', async () => {
    const { world, caseId, kept, amend } = await orderIn({});
    expect((await amend({ territories: ['DE', 'AT'] })).body.state).toBe('validating');
    expect(kept().record).toMatchObject({
      territories: ['AT', 'DE'],
      territoriesAmendedAt: '2026-10-05T08:00:00.000Z',
      stage: 'validate',
    });
    expect(kept().outbox.at(-1)).toEqual({ kind: 'ring', doorbell: 'decision' });
    expect(kept().events.at(-1)).toMatchObject({ type: 'order.amended', data: { territories: ['AT', 'DE'] } });
    const seen = await world.call('GET', `/v1/cases/${caseId}`, { token: 'specialist:sam' });
    expect(seen.body).toMatchObject({ territories: ['AT', 'DE'], territoriesAmendedAt: '2026-10-05T08:00:00.000Z' });
  });

  it('pages after somebody or a rule decided, and changes no effect by itself', async () => {
    const acted = { decisionId: 'case.order', firstEffectAt: '2026-10-05T08:05:00.000Z', actFirst: true };
    const { kept, amend } = await orderIn(acted);
    expect((await amend({ territories: ['WORLD'] })).body.state).toBe('in-review');
    expect(kept().outbox.at(-1)).toMatchObject({ kind: 'page', reason: 'order-amended' });
    expect(kept().record).toMatchObject({ state: 'in-review', territories: ['WORLD'] });
  });
});

describe('an amendment while a second person is awaited', () => {
  const HELD = { state: 'awaiting-approval', stage: 'approval', decisionId: 'case.d2' } as const;
  const acted = { ...HELD, firstEffectAt: '2026-10-05T08:05:00.000Z', actFirst: true };
  const ITEMS = [{ url: 'https://x.example/tracks/9' }];

  it.each([
    ['narrows an order that nobody has acted on', HELD, { territories: ['DE'] }, 'validating', 'validate'],
    ['adds an item to it', HELD, { items: ITEMS }, 'validating', 'validate'],
    ['clarifies it in words', HELD, {}, 'in-review', 'review'],
    ['narrows one that was acted on first', acted, { territories: ['DE'] }, 'in-review', 'review'],
    ['adds an item to one', acted, { items: ITEMS }, 'validating', 'validate'],
  ])('that %s sets the decision aside', async (_, fields, amendment, state, stage) => {
    const { kept, amend } = await orderIn(fields);
    expect(await amend(amendment)).toMatchObject({ status: 202, body: { state } });
    expect(kept().record).toMatchObject({ state, stage, setAside: { decisionId: 'case.d2', piece: 1 } });
    expect(kept().record.decisionId).not.toBe('case.d2');
    expect(kept().outbox).toContainEqual({ kind: 'ring', doorbell: 'approval' });
    expect(kept().events.map(({ type }) => type)).toContain('decision.set-aside');
  });

  it('leaves the case on what was done first', async () => {
    const { kept, amend, caseId } = await orderIn({ ...acted, decisionId: 'case.d2' });
    const ruled = {
      ...{ decisionId: `${caseId}.order`, caseId, outcome: 'restrict', effect: 'restrict', decidedBy: 'rule' },
      ...{ decidedByRule: true, decidedAt: '2026-10-05T08:01:00.000Z', groundType: 'order', itemCount: 1 },
      ...{ territories: ['DE'], until: null, automation: { detection: false, decision: 'fully-automated' } },
      ...{ documentKey: 'k', fourEyes: false, reverses: null },
    };
    kept().rows.set(`DECISION#${caseId}.order`, ruled);
    await amend({ territories: ['DE'] });
    expect(kept().record.decisionId).toBe(`${caseId}.order`);
  });
});

describe('items added to an order that a person has decided on', () => {
  it.each(['acting', 'proving', 'notifying', 'sealing'] as const)('are refused in state %s', async (state) => {
    const { amend } = await orderIn({ state, decisionId: 'case.d1' });
    const answer = await amend({ items: [{ url: 'https://x.example/tracks/9' }] });
    expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('an order of their own') } });
  });
});
