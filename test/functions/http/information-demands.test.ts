import { describe, expect, it } from 'vitest';
import { apiWorld } from '../../support/api-world.ts';
import { AUTHORITY, ORDER } from '../../support/demands.ts';

const COUNSEL = 'counsel:cora';
const LEAD = 'lead:lea';
const SHA256 = 'cd'.repeat(32);
const DISCLOSURE = { reference: 'PKG-7', categories: ['subscriber'], channel: 'encrypted-transfer', sha256: SHA256 };
const GROUND = { type: 'illegal', provision: 'Art 10(2)', explanation: 'It names no purpose.' };
const EIGHT = '2026-10-05T08:00:00.000Z';

/** A demand for information, claimed by counsel. */
async function demanded(order: object = {}) {
  const world = apiWorld(EIGHT);
  const body = { ...ORDER, legalBasis: 'EU_EEVIDENCE', ...order };
  const received = await world.call('POST', '/v1/orders', { body, token: AUTHORITY });
  const { caseId } = received.body;
  world.bringToReview(caseId);
  const { leaseId } = (await world.call('POST', `/v1/cases/${caseId}/claim`, { token: COUNSEL })).body;
  const decide = (said: object) =>
    world.call('POST', `/v1/cases/${caseId}/decision`, { token: COUNSEL, body: { leaseId, ...said } });
  const approve = (said: object, token = LEAD) =>
    world.call('POST', `/v1/cases/${caseId}/approval`, { token, body: { reason: 'Agreed.', ...said } });
  return { world, caseId, received, decide, approve };
}

/** One for which counsel has decided to hand over a package. */
async function decided(order: object = {}) {
  const demand = await demanded(order);
  expect((await demand.decide({ outcome: 'disclosed', disclosure: DISCLOSURE })).body).toMatchObject({
    effect: 'disclose',
    state: 'awaiting-approval',
  });
  return demand;
}

describe('the receipt of a production order', () => {
  it.each([
    [{}, ['EU_EEVIDENCE.answer']],
    [{ emergency: true }, ['EU_EEVIDENCE.answer-emergency']],
    [{ enforcingAuthorityNotified: true }, ['EU_EEVIDENCE.answer', 'EU_EEVIDENCE.transmit-not-before']],
  ])('of %j starts %j', async (order, clocks) => {
    const { received } = await demanded(order);
    expect(received.body.clocks.map(({ clock }: { clock: string }) => clock)).toEqual(clocks);
    expect(received.body.receipt).toMatch(/^e30\./);
  });
});

describe('the decision on a demand for information', () => {
  it.each([
    ['a restriction', { outcome: 'restrict', ground: GROUND, items: [] }, 'outcome'],
    ['a rejection', { outcome: 'reject', facts: 'x' }, 'outcome'],
    ['no package', { outcome: 'disclosed' }, 'disclosure'],
    ['a package of a refusal', { outcome: 'refused', ground: GROUND, disclosure: DISCLOSURE }, 'disclosure'],
    ['no ground of a refusal', { outcome: 'refused', facts: 'x' }, 'ground'],
    [
      'a name as reference',
      { outcome: 'disclosed', disclosure: { ...DISCLOSURE, reference: 'Mara Lind' } },
      'disclosure.reference',
    ],
    [
      'a digest of something',
      { outcome: 'disclosed', disclosure: { ...DISCLOSURE, sha256: 'ab' } },
      'disclosure.sha256',
    ],
  ])('refuses %s', async (_name, said, path) => {
    const { world, caseId, decide } = await demanded();
    const answer = await decide(said);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path]);
    expect(world.cases.of(caseId).record.state).toBe('in-review');
  });

  it('is no answer to an order that removes', async () => {
    const { decide } = await demanded({ legalBasis: 'DSA_ART9', authority: { id: 'de-bka' } });
    const answer = await decide({ outcome: 'disclosed', disclosure: DISCLOSURE });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, 'outcome']);
  });
});

describe('the approval of a disclosure', () => {
  const LATER = '2026-10-05T09:00:00.000Z';

  it.each([
    ['without a hand-over', { verdict: 'approve' }, 'handOver'],
    ['before the decision', { verdict: 'approve', handOver: { at: '2026-10-05T07:59:59Z' } }, 'handOver.at'],
    ['ahead of its time', { verdict: 'approve', handOver: { at: '2026-10-05T09:00:01Z' } }, 'handOver.at'],
    ['with a hand-over but no approval', { verdict: 'return', handOver: { at: LATER } }, 'handOver'],
  ])('is refused %s', async (_name, said, path) => {
    const { world, caseId, approve } = await decided();
    world.at(LATER);
    const answer = await approve(said);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path]);
    expect(world.cases.of(caseId).record).toMatchObject({ state: 'awaiting-approval', outcome: null });
  });

  it('is for nobody who decided it', async () => {
    const { approve } = await decided();
    expect((await approve({ verdict: 'approve', handOver: { at: EIGHT } }, COUNSEL)).status).toBe(403);
  });

  it('waits for the date until which a notified authority may object, unless that cleared it', async () => {
    const { approve } = await decided({ enforcingAuthorityNotified: true });
    const early = await approve({ verdict: 'approve', handOver: { at: EIGHT } });
    expect([early.status, early.body.detail]).toEqual([
      409,
      expect.stringContaining('from 2026-10-15T22:00:00.000Z on'),
    ]);
    expect((await approve({ verdict: 'approve', handOver: { at: EIGHT, cleared: true } })).status).toBe(200);
  });

  it('records when and by whom the package was handed over, and shows it', async () => {
    const { world, caseId, approve } = await decided();
    world.at(LATER);
    expect((await approve({ verdict: 'approve', handOver: { at: '2026-10-05T10:30:00+02:00' } })).body.state).toBe(
      'notifying',
    );
    const at = '2026-10-05T08:30:00.000Z';
    expect(world.cases.of(caseId).record).toMatchObject({ outcome: 'disclosed', firstEffectAt: at });
    const { body } = await world.call('GET', `/v1/cases/${caseId}`, { token: 'auditor:ada' });
    expect(body.decision.disclosure).toEqual(DISCLOSURE);
    expect(body.approval).toMatchObject({ approvedBy: 'lea', handedOverAt: at });
  });

  it('names the package in no record, row or event that is not encrypted', async () => {
    const { world, caseId, approve } = await decided();
    await approve({ verdict: 'approve', handOver: { at: EIGHT } });
    const { record, rows, events } = world.cases.of(caseId);
    const kept = JSON.stringify([record, [...rows], events]);
    expect(kept).toContain('data.disclosed');
    expect(kept).not.toContain(SHA256);
    expect(kept).not.toContain(DISCLOSURE.reference);
  });
});
