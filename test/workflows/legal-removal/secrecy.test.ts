import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../domain/delivery.ts';
import { WebhookFailedError } from '../../../functions/ports/errors.ts';
import { AUTHORITY, ORDER } from '../../support/demands.ts';
import { RemovalWorld } from '../../support/removal-world.ts';

const UNTIL = '2026-10-20T08:00:00.000Z';
const LATER = '2026-10-30T08:00:00.000Z';
const DAY = 24 * 60;
const NOBODYS = { url: 'http://localhost:4400/_local/platform/tracks/trk-nobody' };

const open: RemovalWorld[] = [];

afterEach(async () => {
  for (const made of open.splice(0)) await made.dispose();
});

function world(): RemovalWorld {
  const made = new RemovalWorld();
  open.push(made);
  return made;
}

async function orderIn(order: object, removal = world()) {
  const answer = await removal.call('POST', '/v1/orders', { token: AUTHORITY, body: { ...ORDER, ...order } });
  expect(answer.status).toBe(202);
  return { removal, caseId: answer.body.caseId };
}

async function inReview(order: object) {
  const made = await orderIn(order);
  await made.removal.until(() => made.removal.record(made.caseId).state === 'in-review');
  return made;
}

async function say(removal: RemovalWorld, caseId: string, what: 'amendment' | 'withdrawal', body: object) {
  const answer = await removal.call('POST', `/v1/orders/${caseId}/${what}`, { token: AUTHORITY, body });
  expect(answer.status).toBe(202);
}

describe('messages withheld by secrecy', () => {
  it('leave on their date from a case that waits for a person, and wake nobody', async () => {
    const { removal, caseId } = await inReview({ nonDisclosureUntil: UNTIL });
    const before = removal.mails.length;
    await removal.pass(15 * DAY);
    await removal.fireTimer(caseId, 'withheld-message');
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', run: 1 });
    expect(removal.mails.length).toBe(before + 1);
    expect(removal.webhooks).toHaveLength(1);
    const isTold = ({ to, state }: Delivery) => (to !== 'uploader' && to !== 'partner') || state === 'delivered';
    await removal.until(() => removal.deliveries(caseId).every(isTold));
  });

  it('leave without a timer too, as the run wakes for them', async () => {
    const { removal, caseId } = await inReview({ nonDisclosureUntil: UNTIL });
    await removal.pass(14 * DAY + 23 * 60);
    expect(removal.webhooks).toHaveLength(0);
    await removal.until(() => removal.webhooks.length === 1);
    expect(removal.now() < '2026-10-20T08:01:00.000Z').toBe(true);
    expect(removal.record(caseId).state).toBe('in-review');
  });

  it('leave on their date from a case that is parked and whose run is gone', async () => {
    const { removal, caseId } = await inReview({ nonDisclosureUntil: UNTIL });
    const parked = { stage: 'review', reason: 'execution-failed', owner: 'operator', at: removal.now() } as const;
    removal.api.cases.set(caseId, { parked, run: 2, claimedRun: 2 });
    await removal.pass(15 * DAY);
    await removal.fireTimer(caseId, 'withheld-message');
    expect(removal.record(caseId)).toMatchObject({ state: 'in-review', parked: { reason: 'execution-failed' } });
    expect(removal.webhooks).toHaveLength(1);
  });

  it('leave in the order in which they were owed, and tell of what was lifted meanwhile', async () => {
    const { removal, caseId } = await inReview({ nonDisclosureUntil: UNTIL });
    await removal.pass(DAY);
    await say(removal, caseId, 'withdrawal', { reason: 'aufgehoben' });
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.webhooks).toEqual([]);
    await removal.pass(15 * DAY);
    await removal.fireTimer(caseId, 'withheld-message');
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.webhooks.map(({ body }) => (body as { type: string }).type)).toEqual([
      'item.restricted',
      'item.restriction-lifted',
    ]);
    const kinds = removal.mails.map(({ deliveryId }) => deliveryId.split('.')[2]).slice(-2);
    expect(kinds).toEqual(['information-about-order', 'reinstatement-to-uploader']);
    const [first] = (await Promise.all(removal.mails.slice(-2).map(({ raw }) => simpleParser(Buffer.from(raw))))).map(
      ({ text }) => text,
    );
    expect(first).toMatch(/lifted on 6 Oct 2026|am 6\. Oktober 2026.*aufgehoben/);
  });

  it('of an end wait until the beginning has left', async () => {
    const { removal, caseId } = await inReview({ nonDisclosureUntil: UNTIL });
    await removal.pass(DAY);
    await say(removal, caseId, 'withdrawal', { reason: 'aufgehoben' });
    await removal.until(() => removal.record(caseId).state === 'closed');
    await removal.pass(15 * DAY);
    let failing = true;
    removal.afterWebhook = () => {
      if (failing) throw new WebhookFailedError('down');
    };
    await removal.fireTimer(caseId, 'withheld-message');
    await removal.until(() => removal.webhooks.length >= 2);
    expect(new Set(removal.webhooks.map(({ body }) => (body as { type: string }).type))).toEqual(
      new Set(['item.restricted']),
    );
    failing = false;
    await removal.until(() => removal.record(caseId).state === 'closed');
    expect(removal.webhooks.map(({ body }) => (body as { type: string }).type).at(-1)).toBe('item.restriction-lifted');
  });
});

describe('an order that is amended', () => {
  it('to be secret before it is carried out tells neither uploader nor partner', async () => {
    const { removal, caseId } = await inReview({ items: [NOBODYS] });
    await say(removal, caseId, 'amendment', { statement: 'Geheim.', nonDisclosureUntil: UNTIL, items: ORDER.items });
    await removal.until(() => removal.record(caseId).provenAt !== null);
    await removal.pass(DAY);
    const held = removal.deliveries(caseId).filter(({ to }) => to === 'uploader' || to === 'partner');
    expect(held.map(({ state, notBefore }) => [state, notBefore])).toEqual(Array(2).fill(['scheduled', UNTIL]));
    expect(removal.webhooks).toEqual([]);
  });

  it('to be secret while a partner cannot be reached is not told to it', async () => {
    const removal = world();
    removal.afterWebhook = () => {
      throw new WebhookFailedError('down');
    };
    const { caseId } = await orderIn({}, removal);
    await removal.until(() => removal.webhooks.length >= 2);
    await say(removal, caseId, 'amendment', { statement: 'Geheim.', nonDisclosureUntil: LATER });
    const tried = removal.webhooks.length;
    removal.afterWebhook = () => undefined;
    await removal.pass(DAY);
    expect(removal.webhooks).toHaveLength(tried);
    const partner = removal.deliveries(caseId).find(({ to }) => to === 'partner');
    expect(partner).toMatchObject({ state: 'scheduled', notBefore: LATER });
  });

  it('to be secret for longer keeps what would have left on the old date', async () => {
    const { removal, caseId } = await inReview({ nonDisclosureUntil: UNTIL });
    await say(removal, caseId, 'amendment', { statement: 'Länger.', nonDisclosureUntil: LATER });
    await removal.pass(16 * DAY);
    await removal.fireTimer(caseId, 'withheld-message');
    expect(removal.webhooks).toEqual([]);
    await removal.until(() => removal.webhooks.length === 1);
    expect(removal.now() >= LATER).toBe(true);
  });

  it('is carried out narrower when its territories are narrowed before', async () => {
    const { removal, caseId } = await inReview({ items: [NOBODYS] });
    const amendment = { statement: 'Nur hier.', territories: ['DE', 'AT'], items: ORDER.items };
    await say(removal, caseId, 'amendment', amendment);
    await removal.until(() => removal.record(caseId).provenAt !== null);
    expect(removal.platform.seen('trk-1002')['audio']).toEqual({
      default: 'up',
      exceptions: { AT: 'dark', DE: 'dark' },
    });
  });

  it('while a second person is awaited is decided anew, where it is asked for now', async () => {
    const { removal, caseId } = await inReview({ signed: false });
    const decide = async (territories: readonly string[]) => {
      const claim = await removal.call('POST', `/v1/cases/${caseId}/claim`, { token: 'specialist:sam' });
      const ground = { type: 'illegal', provision: 'Art 3', explanation: 'Aufruf.' };
      const items = [{ itemId: 'item-1', action: 'disable', territories }];
      const body = { leaseId: claim.body.leaseId, outcome: 'restrict', ground, items };
      await removal.call('POST', `/v1/cases/${caseId}/decision`, { token: 'specialist:sam', body });
    };
    const approval = { token: 'lead:lea', body: { verdict: 'approve', reason: 'Ja.' } };
    const approve = async () => (await removal.call('POST', `/v1/cases/${caseId}/approval`, approval)).status;
    await decide(['EU']);
    await say(removal, caseId, 'amendment', { statement: 'Nur hier.', territories: ['DE'] });
    expect(await approve()).toBe(409);
    await removal.until(() => removal.record(caseId).state === 'in-review');
    expect(removal.platform.ledger).toEqual([]);
    await decide(['DE']);
    expect(await approve()).toBe(200);
    await removal.until(() => removal.record(caseId).provenAt !== null);
    expect(removal.platform.seen('trk-1002')['audio']).toEqual({ default: 'up', exceptions: { DE: 'dark' } });
  });

  it('in its territories after it was carried out is left to a person', async () => {
    const { removal, caseId } = await inReview({});
    await say(removal, caseId, 'amendment', { statement: 'Weltweit.', territories: ['WORLD'] });
    await removal.pass(5);
    expect(removal.pages()).toContainEqual(expect.objectContaining({ reason: 'order-amended' }));
    expect(removal.platform.seen('trk-1002')['audio']).toMatchObject({ default: 'up' });
  });
});
