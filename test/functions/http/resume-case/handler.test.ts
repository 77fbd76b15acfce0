import { describe, expect, it } from 'vitest';
import type { Delivery } from '#domain/delivery';
import { apiWorld } from '../../../support/api-world.ts';
import { NOTICE } from '../../../support/demands.ts';
import { sampleDelivery } from '../../support/sample-case.ts';

const LEA = 'lead:lea';

describe('messages that could not be delivered', () => {
  const bounced = sampleDelivery({
    deliveryId: 'd1.statement-of-reasons.sender',
    kind: 'statement-of-reasons',
    personId: 'sender',
    state: 'parked',
    owner: 'operator',
    reason: 'bounced-permanent',
    documentKey: 'x/sender/messages/d1',
  });
  const entry = sampleDelivery({
    deliveryId: 'd1.transparency-database-entry.transparency-database',
    kind: 'transparency-database-entry',
    channel: 'transparency-database',
    state: 'parked',
    owner: 'counsel',
    reason: 'statement-refused',
    documentKey: null,
  });

  async function closedWith(duties: readonly Delivery[], undelivered: number) {
    const world = apiWorld();
    const { caseId } = (await world.call('POST', '/v1/notices', { body: NOTICE })).body;
    world.bringToReview(caseId, { state: 'closed', outcome: 'actioned', undelivered });
    const kept = () => world.cases.of(caseId);
    for (const duty of duties) kept().rows.set(`DELIVERY#${duty.deliveryId}`, duty);
    const post = (tail: string, token: string, body?: unknown) =>
      world.call('POST', `/v1/cases/${caseId}/${tail}`, { token, body });
    return { world, caseId, kept, post, row: () => kept().rows.get(`DELIVERY#${bounced.deliveryId}`) };
  }

  it('lists a closed case among those that need an operator, and says how many', async () => {
    const { world, caseId } = await closedWith([bounced, entry], 1);
    const list = await world.call('GET', '/v1/cases', { token: 'operator:olga', query: { state: 'needs-operator' } });
    expect(list.body.cases).toMatchObject([{ caseId, state: 'closed', undelivered: 1 }]);
    world.cases.set(caseId, { undelivered: 0 });
    const empty = await world.call('GET', '/v1/cases', { token: 'operator:olga', query: { state: 'needs-operator' } });
    expect(empty.body.cases).toEqual([]);
  });

  it('sends them again from a case that opens for them, an entry in the Transparency Database written anew', async () => {
    const { post, kept, row } = await closedWith([bounced, entry], 2);
    const answer = await post('resume', 'operator:olga');
    expect(answer).toMatchObject({ status: 202, body: { state: 'notifying' } });
    expect(row()).toMatchObject({
      state: 'claimed',
      attempt: 0,
      owner: null,
      reason: null,
      documentKey: 'x/sender/messages/d1',
    });
    expect(kept().rows.get(`DELIVERY#${entry.deliveryId}`)).toMatchObject({ state: 'owed', attempt: 0 });
    expect(kept().record).toMatchObject({
      state: 'notifying',
      run: 2,
      stage: 'notify',
      closedAt: null,
      undelivered: 2,
    });
    expect(kept().outbox.at(-1)).toEqual({ kind: 'start', run: 2, stage: 'notify' });
    expect(kept().events.slice(-3)).toMatchObject([
      { type: 'delivery.resumed', actor: { kind: 'person', id: 'olga' }, reason: 'bounced-permanent' },
      { type: 'delivery.resumed', actor: { kind: 'person', id: 'olga' }, reason: 'statement-refused' },
      { type: 'case.reopened' },
    ]);
    expect((await post('resume', 'operator:olga')).status).toBe(409);
  });

  it('writes one anew to a corrected address, which no record or event holds', async () => {
    const { post, kept, row, world, caseId } = await closedWith([bounced], 1);
    const email = 'neue.adresse@kanzlei.example';
    const body = { deliveries: [{ deliveryId: bounced.deliveryId, email }] };
    expect((await post('resume', LEA, body)).status).toBe(202);
    expect(row()).toMatchObject({ state: 'owed', attempt: 0, documentKey: null, rewritten: 1 });
    const { parties } = (await world.call('GET', `/v1/cases/${caseId}`, { token: LEA })).body;
    expect(parties).toMatchObject([{ personId: 'sender', email }]);
    expect(JSON.stringify([kept().record, kept().events, [...kept().rows]])).not.toContain(email);
    expect(kept().events.at(-2)).toMatchObject({ data: { corrected: true }, commitments: [{}] });
  });

  it('takes another address for one that was sent again and has not left, and counts it once', async () => {
    const { post, kept, row, world, caseId } = await closedWith([bounced], 1);
    const named = (email: string) => ({ deliveries: [{ deliveryId: bounced.deliveryId, email }] });
    await post('resume', LEA, named('falsch@kanzlei.example'));
    expect((await post('resume', LEA, named('richtig@kanzlei.example'))).status).toBe(202);
    const { parties } = (await world.call('GET', `/v1/cases/${caseId}`, { token: LEA })).body;
    expect(parties).toMatchObject([{ personId: 'sender', email: 'richtig@kanzlei.example' }]);
    expect(row()).toMatchObject({ state: 'owed', rewritten: 1 });
    expect(kept().record.undelivered).toBe(1);
  });

  it('takes no other address for one that may be on its way', async () => {
    const { post, kept } = await closedWith([bounced], 1);
    const named = { deliveries: [{ deliveryId: bounced.deliveryId, email: 'neu@kanzlei.example' }] };
    await post('resume', LEA, named);
    kept().rows.set(`DELIVERY#${bounced.deliveryId}`, { ...bounced, resumed: true, state: 'claimed', attempt: 1 });
    expect((await post('resume', LEA, named)).status).toBe(400);
  });

  it('refuses one that is not parked', async () => {
    const { post, kept } = await closedWith([bounced], 1);
    const answer = await post('resume', LEA, { deliveries: [{ deliveryId: 'd1.receipt.sender' }] });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'deliveries.0.deliveryId' }] } });
    expect(kept().record.state).toBe('closed');
  });

  it('leaves them alone when a fault parked the case, unless they are named', async () => {
    const parked = {
      stage: 'notify',
      reason: 'States.Timeout',
      owner: 'operator',
      at: '2026-10-05T08:00:00.000Z',
    } as const;
    const { post, row, world, caseId, kept } = await closedWith([bounced], 1);
    world.cases.set(caseId, { state: 'notifying', parked });
    expect((await post('resume', LEA)).status).toBe(202);
    expect(row()).toMatchObject({ state: 'parked' });
    world.cases.set(caseId, { parked });
    expect((await post('resume', LEA, { deliveries: [{ deliveryId: bounced.deliveryId }] })).status).toBe(202);
    expect(row()).toMatchObject({ state: 'claimed' });
    expect(kept().record).toMatchObject({ parked: null, undelivered: 1, state: 'notifying' });
  });
});
