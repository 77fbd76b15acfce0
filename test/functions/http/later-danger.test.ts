import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../domain/case.ts';
import { type ApiWorld, apiWorld, type ClientAnswer } from '../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';

const THREAT = 'He said that he will kill her tonight.';
const SUICIDE = 'Er will sich umbringen.';
const SAM = 'specialist:sam';

interface Sent {
  readonly world: ApiWorld;
  readonly caseId: string;
  readonly token: string;
  readonly post: (route: string, body: object) => Promise<ClientAnswer>;
  readonly danger: () => CaseRecord['danger'];
  readonly pages: () => readonly string[];
}

async function sent(kind: 'notices' | 'orders', fields: Partial<CaseRecord> = {}): Promise<Sent> {
  const world = apiWorld();
  const order = kind === 'orders';
  const options = order ? { body: ORDER, token: AUTHORITY } : { body: NOTICE };
  const { caseId, accessToken } = (await world.call('POST', `/v1/${kind}`, options)).body;
  world.bringToReview(caseId, fields);
  const token = order ? AUTHORITY : accessToken;
  return {
    world,
    caseId,
    token,
    post: (route, body) => world.call('POST', `/v1/${kind}/${caseId}/${route}`, { token, body }),
    danger: () => world.cases.of(caseId).record.danger,
    pages: () => world.cases.of(caseId).outbox.flatMap((entry) => (entry.kind === 'page' ? [entry.pageId] : [])),
  };
}

describe('a signal of danger in what a sender says later', () => {
  it.each([
    ['an answer', 'notices', 'information', { answers: { explanation: THREAT } }],
    ['the note of an item', 'notices', 'information', { items: [{ url: 'https://x.example/1', note: THREAT }] }],
    ['the reason of a withdrawal', 'notices', 'withdrawal', { reason: THREAT }],
    ['an answer of an authority', 'orders', 'information', { answers: { explanation: THREAT } }],
    ['an amendment', 'orders', 'amendment', { statement: THREAT }],
    ['the reason of lifting an order', 'orders', 'withdrawal', { reason: THREAT }],
  ] as const)('pages when it stands in %s', async (_, kind, route, body) => {
    const { post, danger, pages, caseId, world } = await sent(kind);
    expect((await post(route, body)).status).toBe(202);
    expect(danger()).toEqual({
      signals: ['threat-to-life'],
      pageId: `${caseId}-danger`,
      acknowledgedBy: null,
      acknowledgedAt: null,
    });
    expect(pages()).toEqual([`${caseId}-danger`]);
    expect(world.cases.of(caseId).events.map(({ type }) => type)).toContain('danger.signalled');
    expect(JSON.stringify([...world.cases.of(caseId).rows])).not.toContain('kill');
    const { information } = (await world.call('GET', `/v1/cases/${caseId}`, { token: SAM })).body;
    expect(JSON.stringify(information)).toContain(THREAT);
  });

  it.each([
    ['information', { answers: { explanation: THREAT } }, { state: 'closed' }],
    ['withdrawal', { reason: THREAT }, { state: 'closed' }],
    ['withdrawal', { reason: THREAT }, { state: 'acting' }],
  ] as const)('counts though the case refuses the %s', async (route, body, fields) => {
    const { post, pages, caseId, world } = await sent('notices', fields);
    expect((await post(route, body)).status).toBe(409);
    expect(pages()).toEqual([`${caseId}-danger`]);
    expect(world.cases.of(caseId).record.state).toBe(fields.state);
    const { information } = (await world.call('GET', `/v1/cases/${caseId}`, { token: SAM })).body;
    expect(information).toMatchObject([{ kind: 'remark', text: THREAT }]);
  });

  it('adds to the page that is under way, and keeps no more than twenty refused remarks', async () => {
    const { post, danger, pages, caseId, world } = await sent('notices', { state: 'closed' });
    for (let index = 0; index < 22; index += 1) await post('withdrawal', { reason: THREAT });
    await post('withdrawal', { reason: SUICIDE });
    expect(danger()?.signals).toEqual(['threat-to-life', 'self-harm']);
    expect(pages()).toEqual([`${caseId}-danger`]);
    const remarks = [...world.cases.of(caseId).rows.keys()].filter((key) => key.startsWith('REMARK#'));
    expect(remarks).toHaveLength(20);
  });

  it('pages anew once the danger before was taken up, and does not rest on a lease taken before', async () => {
    const { post, danger, pages, caseId, world } = await sent('notices');
    const work = (route: string) => world.call('POST', `/v1/cases/${caseId}/${route}`, { token: SAM });
    await work('claim');
    for (const number of [1, 2, 3]) {
      await post('information', { answers: { explanation: THREAT } });
      await work('claim');
      expect(danger()?.acknowledgedBy).toBeNull();
      await work('danger-acknowledgement');
      expect(danger()?.acknowledgedBy).toBe('sam');
      expect(pages()).toHaveLength(number);
    }
    expect(pages()).toEqual([`${caseId}-danger`, `${caseId}-danger-n2`, `${caseId}-danger-n3`]);
  });

  it('pages anew when the page before ran out without anybody', async () => {
    const { post, pages, caseId, world } = await sent('notices');
    await post('information', { answers: { explanation: THREAT } });
    const row = { pageId: `${caseId}-danger`, level: 5, acknowledged: false, over: true };
    world.cases.of(caseId).rows.set(`PAGE#${caseId}-danger`, row);
    await post('information', { answers: { explanation: THREAT } });
    expect(pages()).toEqual([`${caseId}-danger`, `${caseId}-danger-n2`]);
  });

  it('pages nobody for words without a signal', async () => {
    const { post, danger, pages } = await sent('notices');
    await post('information', { answers: { explanation: 'The refrain, at 0:43.' } });
    await post('withdrawal', { reason: 'A mistake.' });
    expect([danger(), pages()]).toEqual([null, []]);
  });
});
