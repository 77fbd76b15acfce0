import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../domain/case.ts';
import { COUNTRY_NAMES } from '../../../domain/messages/country-names.ts';
import { commitTo } from '../../../functions/runtime/commitment.ts';
import { type ApiWorld, apiWorld, type ClientAnswer } from '../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';

const SAM = 'specialist:sam';
const SUE = 'specialist:sue';
const CARL = 'counsel:carl';
const LEA = 'lead:lea';
const KEY = { 'idempotency-key': '0f8fad5b-d9cb-469f-a165-70867728950e' };
const GROUND = { type: 'illegal', provision: '§ 185 StGB', explanation: 'Beleidigung' };

async function noticeInReview(fields: Partial<CaseRecord> = {}, body: object = NOTICE) {
  const world = apiWorld();
  const receipt = (await world.call('POST', '/v1/notices', { body })).body;
  world.bringToReview(receipt.caseId, fields);
  return caseIn(world, receipt.caseId, receipt.accessToken);
}

async function orderIn(fields: Partial<CaseRecord>) {
  const world = apiWorld();
  const { caseId } = (await world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY })).body;
  world.bringToReview(caseId, { actFirst: true, decisionId: `${caseId}.order`, ...fields });
  const decision = {
    ...{ decisionId: `${caseId}.order`, caseId, outcome: 'restrict', effect: 'restrict', decidedBy: 'rule' },
    ...{ decidedByRule: true, decidedAt: '2026-10-05T08:01:00.000Z', groundType: 'order', itemCount: 1 },
    ...{ territories: ['DE'], until: null, automation: { detection: false, decision: 'fully-automated' } },
    ...{ documentKey: `${caseId}/case/decisions/order`, fourEyes: false, reverses: null },
  };
  world.cases.of(caseId).rows.set(`DECISION#${caseId}.order`, decision);
  const text = {
    ground: null,
    facts: '',
    items: [{ itemId: 'item-1', action: 'disable', components: [], territories: ['DE'], until: null }],
  };
  await world.documents.put(caseId, 'case', 'decisions/order', text);
  return caseIn(world, caseId, '');
}

function caseIn(world: ApiWorld, caseId: string, accessToken: string) {
  const post = (tail: string, token: string, body?: unknown, headers = {}): Promise<ClientAnswer> =>
    world.call('POST', `/v1/cases/${caseId}/${tail}`, { token, body, headers });
  const decide = async (token: string, fields: object = {}): Promise<ClientAnswer> => {
    const { body: lease } = await post('claim', token);
    const items = [{ itemId: 'item-1', action: 'disable', territories: ['DE'] }];
    return await post('decision', token, {
      leaseId: lease.leaseId,
      outcome: 'restrict',
      ground: GROUND,
      items,
      ...fields,
    });
  };
  const view = async (token = SAM) => (await world.call('GET', `/v1/cases/${caseId}`, { token })).body;
  return { world, caseId, accessToken, post, decide, view, kept: () => world.cases.of(caseId) };
}

describe('claim and release', () => {
  it('gives a lease of ten minutes, extends it for its holder, and tells others who and until when', async () => {
    const { world, post, kept } = await noticeInReview();
    const first = await post('claim', SAM);
    expect(first.body).toMatchObject({ expiresAt: '2026-10-05T08:10:00.000Z' });
    world.at('2026-10-05T08:09:59.000Z');
    const again = await post('claim', SAM);
    expect(again.body).toEqual({ leaseId: first.body.leaseId, expiresAt: '2026-10-05T08:19:59.000Z' });
    const other = await post('claim', SUE);
    expect(other).toMatchObject({ status: 409, body: { heldBy: 'sam', heldUntil: '2026-10-05T08:19:59.000Z' } });
    world.at('2026-10-05T08:19:59.000Z');
    expect((await post('claim', SUE)).status).toBe(200);
    expect(
      kept()
        .events.map(({ type }) => type)
        .slice(1),
    ).toEqual(['case.claimed', 'lease.extended', 'case.claimed']);
  });

  it.each([
    ['awaiting-information', 'it comes to review once that arrives, at the latest at 2026-10-12T08:00:00.000Z'],
    ['awaiting-approval', 'The case waits for a second person'],
    ['acting', 'A case is claimed and decided in review; this one is in state acting.'],
    ['closed', 'The case is closed.'],
  ] as const)('is refused like a decision, with the same words, in the state %s', async (state, sentence) => {
    const { post } = await noticeInReview({ state, informationDueAt: '2026-10-12T08:00:00.000Z' });
    const claim = await post('claim', SAM);
    expect(claim).toMatchObject({ status: 409, body: { detail: expect.stringContaining(sentence) } });
    const decision = await post('decision', SAM, { leaseId: 'lease-1', outcome: 'reject', facts: 'x' });
    expect(decision).toMatchObject({ status: 409, body: { detail: claim.body.detail } });
  });

  it('is refused where the case waits for information without end', async () => {
    const { post } = await noticeInReview({ state: 'awaiting-information', informationDueAt: null });
    expect((await post('claim', SAM)).body.detail).toMatch(/once that arrives\.$/);
  });

  it('keeps the lease of whoever works on a case that is validated once more', async () => {
    const { world, post, caseId } = await noticeInReview();
    await post('claim', SAM);
    world.cases.set(caseId, { state: 'validating' });
    expect((await post('claim', SAM)).status).toBe(200);
    expect((await post('claim', SUE)).status).toBe(409);
  });

  it('gives two who claim at once one lease', async () => {
    const { post } = await noticeInReview();
    const answers = await Promise.all([post('claim', SAM), post('claim', SUE), post('claim', CARL)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('lets the holder and a lead release, and nobody else', async () => {
    const { post, kept } = await noticeInReview();
    expect((await post('release', SAM)).status).toBe(409);
    await post('claim', SAM);
    expect((await post('release', SUE)).status).toBe(409);
    expect((await post('release', SAM, { leaseId: 'lease-other' })).status).toBe(409);
    expect((await post('release', LEA)).status).toBe(200);
    expect(kept().record.lease).toBeNull();
  });

  it('takes up a signal of danger, and so does its own route, once', async () => {
    const danger = { ...NOTICE, explanation: 'He posted a bomb threat against the school.' };
    const claimed = await noticeInReview({}, danger);
    await claimed.post('claim', SAM);
    expect(claimed.kept().record.danger).toMatchObject({ acknowledgedBy: 'sam' });
    const taken = await noticeInReview({}, danger);
    expect((await taken.post('danger-acknowledgement', 'operator:olga')).status).toBe(200);
    expect((await taken.post('danger-acknowledgement', SAM)).status).toBe(200);
    expect(taken.kept().record.danger).toMatchObject({ acknowledgedBy: 'olga' });
    expect((await (await noticeInReview()).post('danger-acknowledgement', SAM)).status).toBe(409);
  });
});

describe('decision', () => {
  it('starts acting, with every territory spelled out and the waiting run rung', async () => {
    const { decide, kept, world, caseId } = await noticeInReview();
    const answer = await decide(SAM, { items: [{ itemId: 'item-1', action: 'disable', territories: ['EU'] }] });
    expect(answer.body).toMatchObject({
      decisionId: `${caseId}.d1`,
      effect: 'restrict',
      state: 'acting',
      fourEyes: false,
    });
    const { record, outbox, rows } = kept();
    expect(record).toMatchObject({ state: 'acting', stage: 'act', lease: null, decisionId: `${caseId}.d1` });
    expect(outbox.at(-1)).toEqual({ kind: 'ring', doorbell: 'decision' });
    const row = rows.get(`DECISION#${caseId}.d1`) as { documentKey: string; territories: string[] };
    expect(row.territories).toHaveLength(27);
    const text = (await world.documents.get(row.documentKey)) as { items: { territories: string[] }[] };
    expect(text.items[0]?.territories).toHaveLength(27);
    expect(JSON.stringify([record, [...rows], kept().events])).not.toContain('Beleidigung');
  });

  it.each([
    ['reject', 'rejected'],
    ['duplicate', 'duplicate'],
    ['already-unavailable', 'already-unavailable'],
  ])('%s answers without an effect', async (outcome, result) => {
    const { decide, kept } = await noticeInReview();
    expect((await decide(SAM, { outcome, items: [] })).status).toBe(200);
    expect(kept().record).toMatchObject({ state: 'notifying', stage: 'notify', outcome: result });
  });

  it('wants a rejection explained, and no other outcome', async () => {
    const { decide } = await noticeInReview();
    const bare = { ground: null, items: [] };
    const rejection = await decide(SAM, { ...bare, outcome: 'reject', facts: ' ' });
    expect(rejection).toMatchObject({ status: 400, body: { errors: [{ path: 'ground.explanation' }] } });
    expect((await decide(SAM, { ...bare, outcome: 'already-unavailable' })).status).toBe(200);
  });

  it.each([
    ['of the same sender', NOTICE.submitter.email, true],
    ['of somebody else', 'other@kanzlei.example', false],
  ])('names an earlier case %s as its duplicate: %s', async (_, email, named) => {
    const { decide, world, caseId, kept } = await noticeInReview();
    const body = { ...NOTICE, submitter: { ...NOTICE.submitter, email } };
    const earlier = (await world.call('POST', '/v1/notices', { body })).body;
    const duplicate = { outcome: 'duplicate', ground: null, items: [], duplicateOf: earlier.caseId };
    expect((await decide(SAM, duplicate)).status).toBe(200);
    const { documentKey } = kept().rows.get(`DECISION#${caseId}.d1`) as { documentKey: string };
    const { duplicateOf } = (await world.documents.get(documentKey)) as { duplicateOf?: string };
    expect(duplicateOf).toBe(named ? earlier.reference : undefined);
  });

  it.each([
    ['that there is not', 'duplicate', 'case-none'],
    ['of a rejection', 'reject', 'case-none'],
  ])('refuses an earlier case %s', async (_, outcome, duplicateOf) => {
    const { decide } = await noticeInReview();
    const answer = await decide(SAM, { outcome, items: [], duplicateOf });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'duplicateOf' }] } });
  });

  it('takes one of two decisions made at once, and keeps the text of that one', async () => {
    const { post, kept, world, caseId } = await noticeInReview();
    const { body: lease } = await post('claim', SAM);
    const body = { leaseId: lease.leaseId, outcome: 'reject' };
    const answers = await Promise.all(
      ['one', 'two', 'three'].map((facts) => post('decision', SAM, { ...body, facts })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const winner = ['one', 'two', 'three'][answers.findIndex(({ status }) => status === 200)];
    const { documentKey } = kept().rows.get(`DECISION#${caseId}.d1`) as { documentKey: string };
    expect(await world.documents.get(documentKey)).toMatchObject({ facts: winner });
    expect(kept().events.filter(({ type }) => type === 'decision.recorded')).toHaveLength(1);
  });

  it('gives the same answer to the same key after the case has moved on', async () => {
    const { post } = await noticeInReview();
    const { body: lease } = await post('claim', SAM);
    const body = { leaseId: lease.leaseId, outcome: 'reject', facts: 'Zitat' };
    const first = await post('decision', SAM, body, KEY);
    expect(await post('decision', SAM, body, KEY)).toEqual(first);
    expect((await post('decision', SAM, body)).status).toBe(409);
  });

  it('refuses a lease that ran out, one of somebody else, and a closed case', async () => {
    const { world, post } = await noticeInReview();
    const { body: lease } = await post('claim', SAM);
    const body = { leaseId: lease.leaseId, outcome: 'reject' };
    expect((await post('decision', SUE, body)).status).toBe(409);
    world.at('2026-10-05T08:10:00.000Z');
    expect((await post('decision', SAM, body)).status).toBe(409);
    const closed = await noticeInReview({ state: 'closed' });
    expect((await closed.post('decision', SAM, body)).status).toBe(409);
    expect((await closed.post('claim', SAM)).status).toBe(409);
  });
});

describe('four eyes', () => {
  const wide = { items: [{ itemId: 'item-1', action: 'disable', territories: ['WORLD'] }] };

  it('holds a worldwide restriction for somebody else, never for the decider', async () => {
    const { decide, post, kept } = await noticeInReview();
    expect((await decide(CARL, wide)).body).toMatchObject({ state: 'awaiting-approval', fourEyes: true });
    const own = await post('approval', CARL, { verdict: 'approve', reason: 'Passt.' });
    expect(own).toMatchObject({ status: 403 });
    const approved = await post('approval', LEA, { verdict: 'approve', reason: 'Passt.' });
    expect(approved.body).toMatchObject({ verdict: 'approve', state: 'acting' });
    expect(kept().record).toMatchObject({ state: 'acting', stage: 'act', approvalVerdict: 'approve' });
    expect(kept().outbox.at(-1)).toEqual({ kind: 'ring', doorbell: 'approval' });
    expect((await post('approval', LEA, { verdict: 'cancel', reason: 'Doch nicht.' })).status).toBe(409);
  });

  it.each([
    ['that lists every country', { territories: Object.keys(COUNTRY_NAMES) }, {}],
    ['of journalistic or political content', { territories: ['DE'] }, { protectedSpeech: true }],
  ])('holds a restriction %s', async (_, where, fields) => {
    const { decide, view } = await noticeInReview();
    const items = [{ itemId: 'item-1', action: 'disable', ...where }];
    const { protectedSpeech = false } = fields as { protectedSpeech?: boolean };
    expect((await decide(SAM, { items, ...fields })).body).toMatchObject({ fourEyes: true });
    expect((await view()).decision).toMatchObject({ protectedSpeech, fourEyes: true });
  });

  it.each([
    ['return', 'd1'],
    ['cancel', null],
  ])('%s goes back to review, and the next decision has an id of its own', async (verdict, decision) => {
    const { decide, post, kept, caseId } = await noticeInReview();
    await decide(SAM, wide);
    expect((await post('approval', CARL, { verdict, reason: 'Zu weit.' })).body.state).toBe('in-review');
    expect(kept().record.decisionId).toBe(decision === null ? null : `${caseId}.${decision}`);
    expect((await decide(SAM)).body).toMatchObject({ decisionId: `${caseId}.d2`, state: 'acting' });
  });

  it('shows why a decision was cancelled until another one is made', async () => {
    const { decide, post, view, caseId } = await noticeInReview();
    await decide(SAM, wide);
    await post('approval', CARL, { verdict: 'cancel', reason: 'Zu weit.' });
    const cancelled = { decisionId: `${caseId}.d1`, verdict: 'cancel', approvedBy: 'carl', reason: 'Zu weit.' };
    expect(await view()).toMatchObject({ decision: null, approval: cancelled });
    await decide(SAM, wide);
    expect(await view()).toMatchObject({ decision: { decisionId: `${caseId}.d2` }, approval: null });
  });

  it('records no verdict on a decision that is not the one that waits by now', async () => {
    const { decide, post, kept, caseId } = await noticeInReview();
    await decide(SAM, wide);
    await post('approval', CARL, { verdict: 'return', reason: 'Zu weit.' });
    await decide(SAM, { items: [{ itemId: 'item-1', action: 'disable', territories: ['DE', 'WORLD'] }] });
    const seen = { verdict: 'approve', reason: 'Passt.' };
    const stale = await post('approval', LEA, { ...seen, decisionId: `${caseId}.d1` });
    expect(stale).toMatchObject({ status: 409, body: { detail: expect.stringContaining(`${caseId}.d2`) } });
    expect(kept().record.state).toBe('awaiting-approval');
    expect((await post('approval', LEA, { ...seen, decisionId: `${caseId}.d2` })).status).toBe(200);
  });

  it('takes one of two verdicts given at once', async () => {
    const { decide, post } = await noticeInReview();
    await decide(SAM, wide);
    const verdicts = ['approve', 'cancel'].map((verdict, at) =>
      post('approval', at === 0 ? CARL : LEA, { verdict, reason: 'x' }),
    );
    expect((await Promise.all(verdicts)).map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('review after acting first', () => {
  const acted = { firstEffectAt: '2026-10-05T08:02:00.000Z', provenAt: '2026-10-05T08:03:00.000Z' };

  it('confirms with a second person, without naming the items again', async () => {
    const { decide, post, kept } = await orderIn(acted);
    const decided = await decide(SAM, { items: [], ground: null });
    expect(decided.body).toMatchObject({ effect: 'confirm', state: 'awaiting-approval' });
    expect((await post('approval', CARL, { verdict: 'approve', reason: 'Ja.' })).body.state).toBe('sealing');
    expect(kept().record.stage).toBe('seal');
  });

  it('records what is in force where a confirmation names no items', async () => {
    const { decide, view } = await orderIn(acted);
    await decide(SAM, { items: [], ground: null });
    expect((await view()).decision).toMatchObject({
      itemCount: 1,
      territories: ['DE'],
      items: [{ itemId: 'item-1', action: 'disable', territories: ['DE'] }],
    });
  });

  it.each([
    ['names the item as it is in force', { territories: ['DE'] }],
    ['leaves out where', {}],
  ])('confirms when the decision %s', async (_, fields) => {
    const { decide, view } = await orderIn(acted);
    const answer = await decide(SAM, { items: [{ itemId: 'item-1', action: 'disable', ...fields }] });
    expect(answer).toMatchObject({ status: 200, body: { effect: 'confirm' } });
    expect((await view()).decision.territories).toEqual(['DE']);
  });

  it.each([
    ['does nothing to it', { action: 'none' }, '', 'item-1 is restricted, and the decision does not restrict it'],
    ['is wider', { territories: ['DE', 'FR'] }, '.territories', 'item-1 is not restricted in FR'],
    [
      'lies elsewhere',
      { territories: ['FR'] },
      '.territories',
      'item-1 is restricted also in DE; it is not restricted in FR',
    ],
    [
      'concerns a part',
      { components: ['title'] },
      '.components',
      'item-1 is restricted in the whole item, the decision says title',
    ],
    ['is another', { action: 'remove' }, '.action', 'item-1 is in force as disable, the decision says remove'],
    [
      'ends',
      { until: '2026-12-01T00:00:00Z' },
      '.until',
      'item-1 is restricted without an end, the decision says until 2026-12-01T00:00:00.000Z',
    ],
  ])('refuses a confirmation that %s, and changes nothing', async (_, fields, path, message) => {
    const { decide, kept } = await orderIn(acted);
    const answer = await decide(SAM, { items: [{ itemId: 'item-1', action: 'disable', ...fields }] });
    expect(answer).toMatchObject({ status: 409, body: { errors: [{ path: `items.0${path}`, message }] } });
    expect(answer.body.detail).toContain('decide reject');
    expect(kept().record.state).toBe('in-review');
    expect(kept().events.map(({ type }) => type)).not.toContain('decision.recorded');
  });

  it('refuses a confirmation of more items than are in force', async () => {
    const { decide, world, caseId } = await orderIn(acted);
    const [item] = (await world.documents.get(`${caseId}/case/items`)) as object[];
    await world.documents.replace(caseId, 'case', 'items', [item, { ...item, itemId: 'item-2' }]);
    const items = ['item-1', 'item-2'].map((itemId) => ({ itemId, action: 'disable', territories: ['DE'] }));
    const message = 'item-2 is not restricted, and a confirmation restricts nothing more';
    expect((await decide(SAM, { items })).body).toMatchObject({ errors: [{ path: 'items.1', message }] });
  });

  it('neither confirms nor misses what the platform no longer had', async () => {
    const { decide, kept, caseId, view } = await orderIn(acted);
    const item = { itemId: 'item-1', state: 'gone', territories: ['DE'], unproven: [] };
    const items = [{ ...item, personId: null, appliedAt: null, provenAt: null }];
    const batch = { decisionId: `${caseId}.order`, batch: 0, capsuleKey: null, items };
    kept().rows.set(`BATCH#${caseId}.order#00000`, batch);
    expect((await decide(SAM)).body).toMatchObject({ effect: 'confirm' });
    expect((await view()).decision).toMatchObject({ itemCount: 0, items: [] });
  });

  it('judges anew what has come into force since it was read', async () => {
    const { decide, world, caseId, kept } = await orderIn(acted);
    const { get } = world.documents;
    world.documents.get = async (key: string) => {
      const order = kept().rows.get(`DECISION#${caseId}.order`) as object;
      const decisionId = `${caseId}.order-2`;
      kept().rows.set(`DECISION#${decisionId}`, { ...order, decisionId, decidedAt: '2026-10-05T08:02:00.000Z' });
      return await get.call(world.documents, key);
    };
    expect(await decide(SAM)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('changed') } });
  });

  it('overturns, even after a first try was returned', async () => {
    const { decide, post, kept, caseId } = await orderIn(acted);
    await decide(SAM, { outcome: 'reject', items: [] });
    await post('approval', CARL, { verdict: 'return', reason: 'Warum?' });
    const again = await decide(SAM, { outcome: 'reject', items: [], facts: 'Offenkundiger Fehler.' });
    expect(again.body).toMatchObject({ effect: 'overturn', decisionId: `${caseId}.d3` });
    expect((await post('approval', CARL, { verdict: 'approve', reason: 'Ja.' })).body.state).toBe('restoring');
    expect(kept().record).toMatchObject({ stage: 'restore', outcome: 'rejected', provenAt: null });
    expect(kept().rows.get(`DECISION#${caseId}.d3`)).toMatchObject({ reverses: `${caseId}.order` });
  });

  it('shows its authority what is proven, and no outcome until a person has confirmed it', async () => {
    const effects = { pending: 0, proven: 1, failed: 0 };
    const { world, caseId } = await orderIn({ ...acted, state: 'in-review', outcome: 'actioned', effects });
    const read = () => world.call('GET', `/v1/orders/${caseId}`, { token: AUTHORITY });
    expect((await read()).body).toMatchObject({ state: 'in-review', outcome: null, effects });
    world.cases.set(caseId, { state: 'closed' });
    expect((await read()).body).toMatchObject({ state: 'closed', outcome: 'actioned', effects });
  });

  it('says of each clock how it stands, by what was put in place', async () => {
    const { world, kept, view, caseId } = await orderIn({ ...acted, state: 'in-review' });
    const hour = async () =>
      (await view()).clocks.find(({ clock }: { clock: string }) => clock === 'EU_TCO_ART3.disable').outcome;
    expect(await hour()).toEqual({ state: 'running', at: null, secondsLeft: 3_600 });
    const appliedAt = '2026-10-05T08:10:00.000Z';
    const effect = { itemId: 'item-1', state: 'proven', territories: ['DE'], unproven: [], personId: null, appliedAt };
    const items = [{ ...effect, provenAt: appliedAt }];
    kept().rows.set(`BATCH#${caseId}.order#00000`, {
      decisionId: `${caseId}.order`,
      batch: 0,
      capsuleKey: null,
      items,
    });
    world.at('2026-10-06T08:00:00.000Z');
    expect(await hour()).toEqual({ state: 'met', at: appliedAt, secondsLeft: 3_000 });
  });

  it('lifts an order that its authority withdraws, open or closed', async () => {
    for (const state of ['in-review', 'closed'] as const) {
      const { world, kept, caseId, view } = await orderIn({ ...acted, state });
      const body = { reason: 'Aufgehoben.' };
      const answer = await world.call('POST', `/v1/orders/${caseId}/withdrawal`, { token: AUTHORITY, body });
      expect(answer).toMatchObject({ status: 202, body: { state: 'restoring', outcome: 'withdrawn' } });
      expect(kept().record).toMatchObject({ run: state === 'closed' ? 2 : 1, closedAt: null, stage: 'restore' });
      expect(kept().outbox.at(-1)).toMatchObject(
        state === 'closed' ? { kind: 'start', run: 2, stage: 'restore' } : { kind: 'ring', doorbell: 'decision' },
      );
      expect((await view()).decision).toMatchObject({ effect: 'overturn', facts: '', reason: 'Aufgehoben.' });
      const again = await world.call('POST', `/v1/orders/${caseId}/withdrawal`, { token: AUTHORITY });
      expect(again.status).toBe(409);
    }
  });
});

describe('reversal and resume', () => {
  it('takes back what a closed case restricted, once', async () => {
    const { decide, post, world, kept, caseId, view } = await noticeInReview();
    expect((await post('reversal', LEA, { reason: 'Irrtum.' })).status).toBe(409);
    await decide(SAM);
    world.cases.set(caseId, { state: 'closed', firstEffectAt: '2026-10-05T08:30:00.000Z', outcome: 'actioned' });
    const answer = await post('reversal', LEA, { reason: 'Irrtum.' });
    expect(answer.body).toMatchObject({ effect: 'reverse', state: 'restoring', decisionId: `${caseId}.d2` });
    expect(kept().record).toMatchObject({ state: 'restoring', run: 2, stage: 'restore', closedAt: null });
    expect(kept().outbox.at(-1)).toEqual({ kind: 'start', run: 2, stage: 'restore' });
    expect((await view()).decision).toMatchObject({ ground: null, groundType: null, facts: '', reason: 'Irrtum.' });
    expect(kept().rows.get(`DECISION#${caseId}.d2`)).toMatchObject({ reverses: `${caseId}.d1`, groundType: null });
    world.cases.set(caseId, { state: 'closed' });
    expect((await post('reversal', LEA, { reason: 'Noch einmal.' })).status).toBe(409);
    expect((await view()).items).toMatchObject([{ itemId: 'item-1', action: 'none' }]);
  });

  it('has nothing to take back where nothing was restricted', async () => {
    const { post } = await noticeInReview({ state: 'closed', outcome: 'rejected' });
    expect((await post('reversal', CARL, { reason: 'x' })).status).toBe(409);
  });

  it.each([
    ['running', { run: 1 }, { kind: 'ring', doorbell: 'operator' }],
    ['failed', { run: 2, stage: 'act' }, { kind: 'start', run: 2, stage: 'act' }],
  ] as const)('resumes a parked case whose run is %s', async (status, fields, entry) => {
    const parked = {
      stage: 'act',
      reason: 'States.Timeout',
      owner: 'operator',
      at: '2026-10-05T08:00:00.000Z',
    } as const;
    const { world, post, kept, caseId, view } = await noticeInReview({ parked, state: 'acting' });
    expect(await view()).toMatchObject({ state: 'needs-operator', lifecycleState: 'acting', parked });
    const list = await world.call('GET', '/v1/cases', { token: SAM, query: { state: 'needs-operator' } });
    expect(list.body.cases).toHaveLength(1);
    world.statuses.set(`${caseId}-1`, status);
    expect((await post('resume', 'operator:olga')).status).toBe(202);
    expect(kept().record).toMatchObject({ parked: null, ...fields });
    expect(kept().outbox.at(-1)).toEqual(entry);
    expect((await post('resume', LEA)).status).toBe(409);
  });
});

describe('information and withdrawal by the sender', () => {
  const information = { answers: { explanation: 'Weil …' }, items: [{ url: 'https://x.example/tracks/1' }] };

  it('wakes a case that waits, and keeps both of two pieces sent at once', async () => {
    const { world, caseId, accessToken, kept } = await noticeInReview({
      state: 'awaiting-information',
      missing: ['explanation', 'location'],
    });
    const send = (body: object): Promise<ClientAnswer> =>
      world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body });
    const answers = await Promise.all([send(information), send({ answers: { name: 'N' } })]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(kept().record).toMatchObject({ state: 'validating', stage: 'validate', missing: ['location'] });
    expect(kept().outbox.filter((entry) => entry.kind === 'ring')).toHaveLength(1);
    const { information: pieces } = (await world.call('GET', `/v1/cases/${caseId}`, { token: LEA })).body;
    expect(JSON.stringify(pieces)).toContain('Weil …');
    expect(JSON.stringify(pieces)).toContain('"name":"N"');
  });

  it('keeps each of ten pieces sent at once exactly once', async () => {
    const { world, caseId, accessToken, kept } = await noticeInReview({ state: 'awaiting-information' });
    const urls = Array.from({ length: 10 }, (_, index) => `https://x.example/tracks/${index}`);
    const send = (url: string): Promise<ClientAnswer> =>
      world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body: { items: [{ url }] } });
    const answers = await Promise.all(urls.map(send));
    expect(answers.map(({ status }) => status)).toEqual(urls.map(() => 202));
    const { information: pieces } = (await world.call('GET', `/v1/cases/${caseId}`, { token: LEA })).body;
    const named = pieces.map((piece: { information: typeof information }) => piece.information.items[0]?.url);
    expect(named.sort()).toEqual(urls);
    expect(kept().events.filter(({ type }) => type === 'information.received')).toHaveLength(10);
  });

  it('shows no piece whose recording failed', async () => {
    const { world, caseId, accessToken } = await noticeInReview();
    const { change } = world.cases;
    world.cases.change = () => Promise.reject(new Error('the database went away'));
    const path = `/v1/notices/${caseId}/information`;
    expect((await world.call('POST', path, { token: accessToken, body: information })).status).toBe(500);
    world.cases.change = change;
    expect((await world.call('GET', `/v1/cases/${caseId}`, { token: LEA })).body.information).toEqual([]);
  });

  it('takes a hundred pieces and no more', async () => {
    const { world, caseId, accessToken } = await noticeInReview();
    const send = (): Promise<ClientAnswer> =>
      world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body: { answers: { name: 'N' } } });
    for (let piece = 1; piece <= 100; piece += 1) expect((await send()).status).toBe(202);
    expect((await send()).status).toBe(409);
  });

  it.each([
    ['validates items named in review before a person decides them', null, 'validating'],
    ['leaves a case in review whose effects are in place', '2026-10-05T08:00:00.000Z', 'in-review'],
  ])('%s', async (_, firstEffectAt, state) => {
    const { world, caseId, accessToken, kept } = await noticeInReview({ firstEffectAt });
    const options = { token: accessToken, body: information };
    expect((await world.call('POST', `/v1/notices/${caseId}/information`, options)).status).toBe(202);
    expect(kept().record.state).toBe(state);
    const rung = kept().outbox.filter((entry) => entry.kind === 'ring');
    expect(rung).toEqual(state === 'validating' ? [{ kind: 'ring', doorbell: 'decision' }] : []);
  });

  const items = [{ url: 'https://x.example/tracks/1' }];
  const WIDE = { items: [{ itemId: 'item-1', action: 'disable', territories: ['WORLD'] }] };

  it('sets aside a decision that waits for approval when items are added', async () => {
    const { world, caseId, accessToken, kept, decide, post, view } = await noticeInReview();
    await decide(SAM, WIDE);
    const options = { token: accessToken, body: { items } };
    const added = await world.call('POST', `/v1/notices/${caseId}/information`, options);
    expect(added).toMatchObject({ status: 202, body: { state: 'validating' } });
    expect(kept().record).toMatchObject({ state: 'validating', stage: 'validate', decisionId: null });
    expect(kept().outbox.at(-1)).toEqual({ kind: 'ring', doorbell: 'approval' });
    expect(kept().events.at(-1)).toMatchObject({
      type: 'decision.set-aside',
      actor: { kind: 'sender' },
      data: { decisionId: `${caseId}.d1`, information: 1 },
    });
    expect((await post('approval', LEA, { verdict: 'approve', reason: 'Passt.' })).status).toBe(409);
    world.cases.set(caseId, { state: 'in-review', stage: 'review' });
    const setAside = { decisionId: `${caseId}.d1`, at: '2026-10-05T08:00:00.000Z', piece: 1 };
    expect(await view()).toMatchObject({ setAside, decision: null, information: [{ information: { items } }] });
    expect((await decide(SAM)).body).toMatchObject({ decisionId: `${caseId}.d2` });
    expect((await view()).setAside).toBeNull();
  });

  it('keeps an answer in words beside a decision that waits for approval', async () => {
    const { world, caseId, accessToken, kept, decide, post, view } = await noticeInReview();
    await decide(SAM, WIDE);
    const options = { token: accessToken, body: { answers: { explanation: 'Weil …' } } };
    expect((await world.call('POST', `/v1/notices/${caseId}/information`, options)).status).toBe(202);
    expect(kept().record).toMatchObject({ state: 'awaiting-approval', decisionId: `${caseId}.d1` });
    expect((await view(LEA)).information).toHaveLength(1);
    expect((await post('approval', LEA, { verdict: 'approve', reason: 'Passt.' })).status).toBe(200);
  });

  it.each(['acting', 'proving', 'restoring', 'notifying', 'sealing'] as const)(
    'takes words and no items for a notice in state %s',
    async (state) => {
      const { world, caseId, accessToken, view } = await noticeInReview({ state, decisionId: 'd1' });
      const send = (body: object) =>
        world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body });
      const refused = await send({ answers: { explanation: 'Weil …' }, items });
      expect(refused).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('a notice of their own') },
      });
      expect((await view()).information).toEqual([]);
      expect((await send({ answers: { explanation: 'Weil …' } })).status).toBe(202);
      expect((await view()).information).toHaveLength(1);
    },
  );

  it('has a reviewer who holds the case look again when items are added', async () => {
    const { world, caseId, accessToken, post } = await noticeInReview();
    const { body: lease } = await post('claim', SAM);
    await world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body: { items } });
    world.cases.set(caseId, { state: 'in-review', stage: 'review' });
    const answer = await post('decision', SAM, { leaseId: lease.leaseId, outcome: 'reject', facts: 'Zitat' });
    expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Claim it, look at it') } });
  });

  it.each([
    ['nothing', {}, ['']],
    ['nothing in its parts', { answers: {}, items: [] }, ['']],
    ['an element that there is not', { answers: { foo: 'bar' } }, ['answers.foo']],
    [
      'a declaration in words',
      { answers: { accuracy: 'yes', signature: true } },
      ['answers.accuracy', 'answers.signature'],
    ],
  ])('refuses %s and names the path', async (_, body, paths) => {
    const { world, caseId, accessToken, kept } = await noticeInReview({ missing: ['accuracy', 'signature'] });
    const answer = await world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(paths);
    expect(kept().events.map(({ type }) => type)).not.toContain('information.received');
  });

  it('fills an element by a declaration that was made or words that say something, and by nothing else', async () => {
    const missing = ['work', 'signature', 'accuracy', 'penalty-of-perjury'];
    const { world, caseId, accessToken } = await noticeInReview({ missing }, { ...NOTICE, legalBasis: 'US_DMCA_512' });
    const give = async (answers: object): Promise<string[]> => {
      const options = { token: accessToken, body: { answers } };
      const { body } = await world.call('POST', `/v1/notices/${caseId}/information`, options);
      return body.missing.map(({ element }: { element: string }) => element);
    };
    expect(await give({ 'penalty-of-perjury': false, accuracy: false, signature: ' ', work: '' })).toEqual(missing);
    expect(await give({ 'penalty-of-perjury': true, work: 'Das Lied' })).toEqual(['signature', 'accuracy']);
  });

  it('asks for what was given only with a reason', async () => {
    const { post, kept } = await noticeInReview({ missing: ['signature'] });
    const refused = await post('information-requests', SAM, { elements: ['signature', 'name'] });
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ path: 'elements.1' }] } });
    expect([...kept().rows.keys()].filter((key) => key.startsWith('DELIVERY#'))).toEqual([]);
    expect((await post('information-requests', SAM, { elements: ['signature'] })).status).toBe(202);
    const reason = 'Der Name passt nicht zur Adresse.';
    expect((await post('information-requests', SAM, { elements: ['name'], reason })).status).toBe(202);
    expect(JSON.stringify([kept().record, [...kept().rows], kept().events])).not.toContain('passt nicht');
  });

  it('lets review go on meanwhile, and takes nothing once the case is closed', async () => {
    const { world, caseId, accessToken, kept } = await noticeInReview();
    const options = { token: accessToken, body: { answers: information.answers } };
    expect((await world.call('POST', `/v1/notices/${caseId}/information`, options)).status).toBe(202);
    expect(kept().record.state).toBe('in-review');
    world.cases.set(caseId, { state: 'closed' });
    expect((await world.call('POST', `/v1/notices/${caseId}/information`, options)).status).toBe(409);
  });

  it.each([
    ['received', null],
    ['awaiting-information', 'information'],
    ['in-review', 'decision'],
    ['awaiting-approval', 'approval'],
  ] as const)('withdraws from %s and rings where the run waits', async (state, doorbell) => {
    const { world, caseId, accessToken, kept } = await noticeInReview({ state });
    const options = { token: accessToken, body: { reason: 'Geklärt.' } };
    const answer = await world.call('POST', `/v1/notices/${caseId}/withdrawal`, options);
    expect(answer.body).toMatchObject({ state: 'notifying', outcome: 'withdrawn' });
    const rings = kept().outbox.filter((entry) => entry.kind === 'ring');
    expect(rings).toEqual(doorbell === null ? [] : [{ kind: 'ring', doorbell }]);
    expect((await world.call('POST', `/v1/notices/${caseId}/withdrawal`, options)).status).toBe(409);
  });

  it('keeps the reason of the withdrawal that was taken, whatever is sent in the same millisecond', async () => {
    const { world, caseId, accessToken, kept } = await noticeInReview();
    const send = (reason: string): Promise<ClientAnswer> =>
      world.call('POST', `/v1/notices/${caseId}/withdrawal`, { token: accessToken, body: { reason } });
    const answers = await Promise.all(['one', 'two', 'three'].map(send));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    const taken = kept().events.find(({ type }) => type === 'case.withdrawn')!;
    const documentKey = String(taken.data['document']);
    const text = await world.documents.get(documentKey);
    const secret = await world.vault.key(caseId, 'case');
    expect(taken.commitments).toEqual([commitTo(secret, documentKey, text)]);
    expect((await send('four')).status).toBe(409);
    expect(await world.documents.get(documentKey)).toEqual(text);
  });

  it('takes an amendment of an order', async () => {
    const { world, caseId, view } = await orderIn({});
    const body = { statement: 'Nur der Refrain.', territories: ['DE'] };
    const answer = await world.call('POST', `/v1/orders/${caseId}/amendment`, { token: AUTHORITY, body });
    expect(answer.status).toBe(202);
    expect((await view()).information).toMatchObject([{ kind: 'amendment', amendment: body }]);
  });
});

describe('the view of a case', () => {
  it('shows everything to a specialist and records the read before', async () => {
    const { view, post, world, caseId } = await noticeInReview();
    await post('claim', SAM);
    await post('notes', SAM, { text: 'Bitte prüfen.' });
    await post('information-requests', SAM, { elements: ['signature'], reason: 'Sie ist unleserlich.' });
    world.cases.set(caseId, { informationRound: 0 });
    expect(
      (await post('information-requests', SAM, { elements: ['name'], reason: 'Wer sind Sie?' })).body.missing,
    ).toEqual(['signature', 'name']);
    expect(await view()).toMatchObject({
      caseId,
      owner: 'sam',
      missing: ['signature', 'name'],
      notes: [{ number: 1, by: 'sam', text: 'Bitte prüfen.' }],
      parties: [{ email: 'recht@kanzlei.example' }],
      request: { kind: 'notice', explanation: NOTICE.explanation },
      deliveries: [1, 2].map((round) => ({ deliveryId: `case.information-request.sender.${round}`, state: 'owed' })),
      items: [{ itemId: 'item-1', url: NOTICE.items[0]?.url, effects: {} }],
    });
    expect((await view()).lease.leaseId).not.toBeNull();
    expect((await view(SUE)).lease).toMatchObject({ leaseId: null, holder: 'sam' });
    expect(world.reads.map(({ data }) => data)).toEqual(
      ['specialist', 'specialist', 'specialist'].map((role) => ({ caseId, what: 'case', role })),
    );
    expect(world.reads[0]?.chain).toMatch(/^READS#2026-10-05#[0-9a-f]{32}$/);
  });

  it('shows a vendor neither who complained nor how the house works', async () => {
    const { view, post } = await noticeInReview();
    await post('claim', SAM);
    await post('notes', SAM, { text: 'Vertraulich' });
    const seen = await view('vendor:vera');
    expect(seen).toMatchObject({ owner: null, lease: null, parties: null, deliveries: null, notes: [] });
    expect(JSON.stringify(seen)).not.toMatch(/kanzlei|\bsam\b|Vertraulich/i);
  });

  it('shows a vendor nothing that the sender wrote', async () => {
    const item = { ...NOTICE.items[0], url: `${NOTICE.items[0]?.url}?from=Beispiel%20Law` };
    const { view, decide } = await noticeInReview({}, { ...NOTICE, items: [item, { url: 'Seite der Beispiel Law' }] });
    const none = { itemId: 'item-2', action: 'none', reason: 'Beispiel Law hat daran kein Recht.' };
    await decide(SAM, { items: [{ itemId: 'item-1', action: 'disable', territories: ['DE'] }, none] });
    const seen = await view('vendor:vera');
    expect(JSON.stringify(seen)).not.toMatch(/Beispiel( |%20)Law/);
    const written = [NOTICE.explanation, NOTICE.items[0]?.note, NOTICE.works[0]?.description, GROUND.explanation];
    for (const text of written) expect(JSON.stringify(seen)).not.toContain(text);
    expect(seen).toMatchObject({
      request: { legalBasis: 'DSA_ART16' },
      items: [
        { itemId: 'item-1', note: null },
        { itemId: 'item-2', url: 'about:blank' },
      ],
    });
  });

  it('does not exist for a vendor once a signal of danger was found in it', async () => {
    const world = apiWorld();
    const body = { ...NOTICE, explanation: 'This is child sexual abuse material.' };
    const { caseId } = (await world.call('POST', '/v1/notices', { body })).body;
    world.bringToReview(caseId);
    const token = 'vendor:vera';
    expect((await world.call('GET', `/v1/cases/${caseId}`, { token })).status).toBe(404);
    expect((await world.call('GET', '/v1/cases', { token })).body).toEqual({ cases: [], next: null });
    expect((await world.call('GET', `/v1/cases/${caseId}`, { token: SAM })).status).toBe(200);
  });

  it('shows what was erased as null', async () => {
    const { view, world, caseId } = await noticeInReview();
    world.vault.erase(caseId, 'sender');
    expect(await view()).toMatchObject({ request: null, parties: [] });
  });

  it('shows effects territory by territory, and the approval', async () => {
    const { decide, post, view, kept, caseId } = await noticeInReview();
    await decide(SAM, { items: [{ itemId: 'item-1', action: 'disable', territories: ['WORLD'] }] });
    await post('approval', LEA, { verdict: 'approve', reason: 'Nötig.' });
    const item = { itemId: 'item-1', state: 'failed', territories: ['DE', 'AT'], unproven: ['audio@AT', 'audio@FR'] };
    const batch = { decisionId: `${caseId}.d1`, batch: 0, capsuleKey: null };
    const items = [{ ...item, personId: null, appliedAt: null, provenAt: null }];
    kept().rows.set(`BATCH#${caseId}.d1#00000`, { ...batch, items });
    expect(await view()).toMatchObject({
      items: [{ action: 'disable', effects: { DE: 'proven', AT: 'failed', FR: 'failed' } }],
      decision: { decisionId: `${caseId}.d1`, ground: GROUND, decidedBy: 'sam' },
      approval: { verdict: 'approve', approvedBy: 'lea', reason: 'Nötig.' },
    });
  });
});

describe('the queue', () => {
  it('lists by the tightest deadline, in pages, and hides terrorism from vendors', async () => {
    const world = apiWorld();
    const notice = (await world.call('POST', '/v1/notices', { body: NOTICE })).body.caseId;
    const order = (await world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY })).body.caseId;
    world.bringToReview(notice);
    world.bringToReview(order);
    const first = await world.call('GET', '/v1/cases', { token: SAM, query: { limit: '1' } });
    expect(first.body.cases).toMatchObject([{ caseId: order }]);
    const second = await world.call('GET', '/v1/cases', { token: SAM, query: { limit: '1', cursor: first.body.next } });
    expect(second.body).toMatchObject({ cases: [{ caseId: notice }], next: null });
    const vendor = await world.call('GET', '/v1/cases', { token: 'vendor:vera' });
    expect(vendor.body.cases).toMatchObject([{ caseId: notice, owner: null }]);
    const paged = await world.call('GET', '/v1/cases', { token: 'vendor:vera', query: { limit: '1' } });
    expect(paged.body).toMatchObject({ cases: [{ caseId: notice }], next: null });
    const due = await world.call('GET', '/v1/cases', { token: SAM, query: { due: '2026-10-05T12:00:00+02:00' } });
    expect(due.body.cases).toMatchObject([{ caseId: order }]);
  });

  it('names who holds a case while the lease lasts, and nobody afterwards', async () => {
    const { world, post } = await noticeInReview();
    await post('claim', SAM);
    const listed = async (query = {}) => (await world.call('GET', '/v1/cases', { token: SUE, query })).body.cases;
    expect(await listed({ owner: 'sam' })).toMatchObject([{ owner: 'sam' }]);
    world.at('2026-10-05T08:10:00.000Z');
    expect(await listed()).toMatchObject([{ owner: null }]);
    expect(await listed({ owner: 'sam' })).toEqual([]);
  });
});
