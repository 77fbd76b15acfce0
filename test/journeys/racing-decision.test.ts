import { describe, expect, it } from 'vitest';
import { germanNotice, itemUrl, restriction } from '../../scripts/examples.ts';
import type { LocalAnswer } from '../../scripts/local-client.ts';
import { auditOf, countOf, ledgerOf, mailsAbout } from '../support/case-traces.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { sharedProduct } from '../support/shared-product.ts';

const seed = Number(process.env['WRIT_RACE_SEED'] ?? Math.floor(Math.random() * 1e9));
const random = seededRandom(seed);

const { client, urls } = sharedProduct();
const { api } = urls;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Racer {
  readonly caseId: string;
  readonly item: string;
  readonly accessToken: string;
}

async function received(item: string, more: Record<string, unknown> = {}): Promise<Racer> {
  const { caseId, accessToken = '' } = await client.notice({ ...germanNotice(api, `tracks/${item}`), ...more });
  return { caseId, item, accessToken };
}

async function inReview(item: string): Promise<string> {
  const { caseId } = await received(item);
  await client.until(caseId, ({ state }) => state === 'in-review');
  return caseId;
}

function post(role: string, subject: string, caseId: string, what: string, body: unknown): Promise<LocalAnswer> {
  return client.callAs(role, subject, 'POST', `/v1/cases/${caseId}/${what}`, body);
}

async function claim(caseId: string, subject = 'sam'): Promise<string> {
  return ((await post('specialist', subject, caseId, 'claim', {})).json as { leaseId: string }).leaseId;
}

/** Moves the clock over a deadline while every call is on its way, each begun at a moment drawn at random. */
async function raceTheClock<T>(advance: string, calls: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const after = async <R>(turns: number, call: () => Promise<R>): Promise<R> => {
    for (let turn = 0; turn < turns; turn += 1) await client.must('GET', '/_local/clock');
    return await call();
  };
  const clock = after(20 + Math.floor(random() * 40), () => client.must('POST', '/_local/clock', { advance }));
  const answers = await Promise.all(calls.map((call) => after(Math.floor(random() * 50), call)));
  await clock;
  await client.advance('PT1S');
  return answers;
}

async function expectDoneOnce({ caseId, item }: Racer): Promise<void> {
  const closed = await client.until(caseId, ({ state }) => state === 'closed');
  expect(closed).toMatchObject({ outcome: 'actioned', parked: null });
  expect((await ledgerOf(client, item)).map(({ change }) => change)).toEqual(['restricted']);
  const types = (await auditOf(client, caseId)).map(({ type }) => type);
  for (const once of ['decision.recorded', 'effect.applied', 'proving.finished', 'case.closed']) {
    expect(
      types.filter((type) => type === once),
      once,
    ).toHaveLength(1);
  }
  const mails = (await mailsAbout(client, caseId)).map(({ deliveryId }) => deliveryId);
  expect(mails).toEqual([...new Set(mails)]);
}

describe(`a decision at the moment at which its wait ends (seed ${seed})`, () => {
  it('wins over the timeout of the review, and of the approval, with one effect each', async () => {
    const start = Date.parse(await client.now());
    const racers = await Promise.all([...Array(3).keys()].map((index) => received(`trk-bulk-${100 + index}`)));
    const wide = racers.slice(1);
    await client.idle();
    await client.advance('PT35H58M');
    const leases = await Promise.all(racers.map(({ caseId }) => claim(caseId)));
    // A function's first call is slower than the rest and would lose every race.
    const early = { leaseId: 'none', ...restriction(['item-1'], ['DE']) };
    expect((await post('specialist', 'sue', racers[0]?.caseId ?? '', 'decision', early)).status).toBe(409);
    const decided = await raceTheClock(
      'PT3M',
      racers.map((racer, index) => () => {
        const territories = [wide.includes(racer) ? 'WORLD' : 'DE'];
        const decision = { leaseId: leases[index], ...restriction(['item-1'], territories) };
        return post('specialist', 'sam', racer.caseId, 'decision', decision);
      }),
    );
    expect(decided.map(({ status }) => status)).toEqual(Array(3).fill(200));
    for (const racer of racers.slice(0, 1)) await expectDoneOnce(racer);

    for (const { caseId } of wide) expect((await client.view(caseId)).state).toBe('awaiting-approval');
    await client.must('POST', '/_local/clock', { now: new Date(start + 54 * HOUR - 2 * MINUTE).toISOString() });
    await client.advance('PT1M');
    const approval = { verdict: 'approve', reason: 'valid' };
    const approved = await raceTheClock(
      'PT3M',
      wide.map(
        ({ caseId }) =>
          () =>
            post('counsel', 'carla', caseId, 'approval', approval),
      ),
    );
    expect(approved.map(({ status }) => status)).toEqual([200, 200]);
    for (const racer of wide) await expectDoneOnce(racer);
  });

  it('takes information that arrives as its deadline ends into the review', async () => {
    const racers = await Promise.all([...Array(3).keys()].map((i) => received(`trk-bulk-${120 + i}`, { items: [] })));
    await client.idle();
    const [{ caseId: first, accessToken: token } = { caseId: '', accessToken: '' }] = racers;
    const status = (await client.call('GET', `/v1/notices/${first}`, undefined, token)).json;
    const dueAt = Date.parse((status as { informationDueAt: string }).informationDueAt);
    await client.must('POST', '/_local/clock', { now: new Date(dueAt - 61_000).toISOString() });
    await client.advance('PT1S');
    // A function's first call is slower than the rest and would lose every race.
    await client.call('POST', `/v1/notices/${first}/information`, {}, `sender.${'x'.repeat(43)}`);
    const answered = await raceTheClock(
      'PT2M',
      racers.map(({ caseId, item, accessToken }) => () => {
        const items = [{ url: itemUrl(api, `tracks/${item}`), components: ['audio'], territories: ['DE'] }];
        return client.call('POST', `/v1/notices/${caseId}/information`, { items }, accessToken);
      }),
    );
    expect(answered.map(({ status }) => status)).toEqual(Array(3).fill(202));
    for (const racer of racers) {
      const { state, parked, items } = await client.view(racer.caseId);
      expect({ state, parked, items: items.length }).toEqual({ state: 'in-review', parked: null, items: 1 });
    }
    for (const racer of racers.slice(0, 1)) {
      await client.decide(racer.caseId, 'specialist', 'sam', restriction(['item-1'], ['DE']));
      await expectDoneOnce(racer);
    }
  });
});

describe('decisions that may not be', () => {
  it('takes one of two decisions made at once, whichever comes first', async () => {
    for (const order of [0, 1]) {
      const item = `trk-bulk-${140 + order}`;
      const caseId = await inReview(item);
      const leaseId = await claim(caseId);
      const decisions = [restriction(['item-1'], ['DE']), restriction(['item-1'], ['AT'])];
      if (order === 1) decisions.reverse();
      const answers = await Promise.all(
        decisions.map((decision) => post('specialist', 'sam', caseId, 'decision', { leaseId, ...decision })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      await expectDoneOnce({ caseId, item, accessToken: '' });
    }
  });

  it('gives one of two people who claim at once the case, and refuses the decision of the other', async () => {
    const caseId = await inReview('trk-bulk-150');
    const people = ['sam', 'sue'];
    const claims = await Promise.all(people.map((subject) => post('specialist', subject, caseId, 'claim', {})));
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [holder = '', other = ''] = claims[0]?.status === 200 ? people : [...people].reverse();
    const [{ leaseId } = { leaseId: '' }] = claims.flatMap(({ status, json }) =>
      status === 200 ? [json as { leaseId: string }] : [],
    );
    const decision = { leaseId, ...restriction(['item-1'], ['DE']) };
    const refused = await post('specialist', other, caseId, 'decision', decision);
    expect(refused).toMatchObject({ status: 409, json: { heldBy: holder } });
    expect((await post('specialist', holder, caseId, 'decision', decision)).status).toBe(200);
    await expectDoneOnce({ caseId, item: 'trk-bulk-150', accessToken: '' });
  });

  it('refuses a decision without a lease, under a stale one, and after closing', async () => {
    const caseId = await inReview('trk-bulk-151');
    const decision = restriction(['item-1'], ['DE']);
    const decide = (leaseId: string): Promise<LocalAnswer> =>
      post('specialist', 'sam', caseId, 'decision', { leaseId, ...decision });
    expect((await decide('lease-of-nobody')).status).toBe(409);
    const stale = await claim(caseId);
    await client.advance('PT11M');
    expect((await decide(stale)).status).toBe(409);
    const sues = await claim(caseId, 'sue');
    expect((await decide(stale)).status).toBe(409);
    expect((await decide(sues)).status).toBe(409);
    await client.advance('PT11M');
    const fresh = await claim(caseId);
    expect((await decide(stale)).status).toBe(409);
    expect(await countOf(client, caseId, 'decision.recorded')).toBe(0);
    expect((await decide(fresh)).status).toBe(200);
    await expectDoneOnce({ caseId, item: 'trk-bulk-151', accessToken: '' });
    expect((await decide(fresh)).status).toBe(409);
    expect((await post('specialist', 'sam', caseId, 'claim', {})).status).toBe(409);
  });

  it('lets nobody approve their own decision, and takes one of two approvals made at once', async () => {
    const caseId = await inReview('trk-bulk-152');
    await client.decide(caseId, 'counsel', 'carla', restriction(['item-1'], ['WORLD']));
    const approval = { verdict: 'approve', reason: 'valid' };
    expect((await post('counsel', 'carla', caseId, 'approval', approval)).status).toBe(403);
    expect((await post('specialist', 'sam', caseId, 'approval', approval)).status).toBe(403);
    expect((await client.view(caseId)).state).toBe('awaiting-approval');
    const answers = await Promise.all([
      post('counsel', 'carl', caseId, 'approval', approval),
      post('lead', 'lea', caseId, 'approval', { verdict: 'cancel', reason: 'too wide' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await countOf(client, caseId, 'approval.recorded')).toBe(1);
    const approved = answers[0]?.status === 200;
    await client.until(caseId, ({ state }) => state === (approved ? 'closed' : 'in-review'));
    expect(await ledgerOf(client, 'trk-bulk-152')).toHaveLength(approved ? 1 : 0);
  });
});
