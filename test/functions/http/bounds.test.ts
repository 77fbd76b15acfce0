import { describe, expect, it } from 'vitest';
import { CUT_MARK } from '../../../domain/api/fit-view.ts';
import { COUNTRY_NAMES } from '../../../domain/messages/country-names.ts';
import { MOST_SENT } from '../../../domain/sent.ts';
import { apiWorld, type ClientAnswer } from '../../support/api-world.ts';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';

/** What a Lambda function may answer, in bytes. */
const LARGEST_ANSWER = 6 * 1024 * 1024;
const LEA = 'lead:lea';

function places(count: number, from: number, note?: string) {
  return Array.from({ length: count }, (_, index) => ({ url: `https://x.example/${from + index}`, note }));
}

async function noticeWith(items: readonly object[]) {
  const world = apiWorld();
  const { caseId, accessToken } = (await world.call('POST', '/v1/notices', { body: { ...NOTICE, items } })).body;
  world.bringToReview(caseId);
  const send = (body: object): Promise<ClientAnswer> =>
    world.call('POST', `/v1/notices/${caseId}/information`, { token: accessToken, body });
  return { world, caseId, send, kept: () => world.cases.of(caseId) };
}

describe('what one case takes of its sender', () => {
  it('ends at as many items as one decision names, those of the demand included', async () => {
    const { send, kept, world } = await noticeWith(places(4_999, 0));
    const before = world.documents.kept.size;
    const refused = await send({ items: places(2, 9_000) });
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('at most 5000 items') } });
    expect(world.documents.kept.size).toBe(before);
    expect((await send({ items: places(1, 9_000) })).status).toBe(202);
    expect((await send({ answers: { location: 'https://x.example/one-more' } })).status).toBe(409);
    expect((await send({ answers: { explanation: 'No item.' } })).status).toBe(202);
    expect(kept().record.sent).toMatchObject({ pieces: 2, items: 5_000 });
  });

  it('ends at a number of bytes, whatever they are spent on', async () => {
    const { send, kept } = await noticeWith([]);
    const answers: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      answers.push((await send({ items: places(200, round * 200, 'n'.repeat(1_900)) })).status);
    }
    expect(answers).toEqual([202, 202, 202, 409, 409, 409, 409, 409]);
    expect(kept().record.sent.bytes).toBeLessThanOrEqual(MOST_SENT.bytes);
    expect((await send({ answers: { explanation: 'There is room for this.' } })).status).toBe(202);
  });

  it('pages for a signal of danger in what it has no room for', async () => {
    const { send, kept } = await noticeWith(places(5_000, 0));
    expect((await send({ items: places(1, 9_000, 'He will kill her tonight.') })).status).toBe(409);
    expect(kept().record.danger?.signals).toEqual(['threat-to-life']);
  });
});

describe('the view of a large case', () => {
  it('is whole when its sender has sent as much as a case takes', async () => {
    const { world, caseId, send } = await noticeWith(places(4_000, 0, 'n'.repeat(150)));
    expect((await send({ items: places(1_000, 4_000, 'n'.repeat(150)) })).status).toBe(202);
    const { status, body } = await world.call('GET', `/v1/cases/${caseId}`, { token: LEA });
    expect(status).toBe(200);
    expect(body.cut).toBeNull();
  });

  it('is cut where the whole would exceed an answer, texts first, and says where the whole is', async () => {
    const world = apiWorld();
    const territories = Object.keys(COUNTRY_NAMES);
    const body = { ...ORDER, territories, items: places(5_000, 0), statementOfReasons: 'x'.repeat(15_000) };
    const { caseId } = (await world.call('POST', '/v1/orders', { body, token: AUTHORITY })).body;
    const items = JSON.parse(world.documents.kept.get(`${caseId}/case/items`)!);
    expect(items).toHaveLength(5_000);
    const { status, body: view } = await world.call('GET', `/v1/cases/${caseId}`, { token: LEA });
    expect(status).toBe(200);
    expect(view.cut).toMatchObject({ texts: 300, whole: 'evidence' });
    expect(view.items.length).toBeGreaterThanOrEqual(200);
    expect(view.items[0].territories).toHaveLength(items[0].territories.length);
    expect(view.request.statementOfReasons).toBe(`${'x'.repeat(300)}${CUT_MARK}`);
    expect(Buffer.byteLength(JSON.stringify(JSON.stringify(view)))).toBeLessThan(LARGEST_ANSWER);
  });
});
