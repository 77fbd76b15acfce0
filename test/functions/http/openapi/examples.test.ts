import { describe, expect, it } from 'vitest';
import { EXAMPLE_BODIES } from '../../../../functions/http/openapi/examples.ts';
import { ROUTES } from '../../../../functions/http/routes.ts';
import { type ApiWorld, apiWorld } from '../../../support/api-world.ts';
import { AUTHORITY } from '../../../support/demands.ts';

const withBody = ROUTES.map(({ contract }) => contract).filter(({ body }) => body.def.type !== 'undefined');
const example = (operationId: string) => EXAMPLE_BODIES[operationId] as Record<string, unknown>;
const SAM = 'specialist:sam';

/** Where a case comes to be, made by the examples themselves. */
async function noticed(world: ApiWorld): Promise<{ readonly caseId: string; readonly token: string }> {
  const { status, body } = await world.call('POST', '/v1/notices', { body: example('submitNotice') });
  expect(status).toBe(202);
  return { caseId: body.caseId, token: body.accessToken };
}

async function ordered(world: ApiWorld): Promise<{ readonly caseId: string; readonly token: string }> {
  const { status, body } = await world.call('POST', '/v1/orders', { body: example('submitOrder'), token: AUTHORITY });
  expect(status).toBe(202);
  return { caseId: body.caseId, token: AUTHORITY };
}

async function claimed(world: ApiWorld, caseId: string): Promise<string> {
  world.bringToReview(caseId);
  return (await world.call('POST', `/v1/cases/${caseId}/claim`, { token: SAM })).body.leaseId;
}

describe('the example bodies', () => {
  it('are there for every route that takes a body, and for no other', () => {
    expect(Object.keys(EXAMPLE_BODIES).toSorted()).toEqual(withBody.map(({ operationId }) => operationId).toSorted());
  });

  it.each(withBody)('fit the schema of their route: $operationId', ({ operationId, body }) => {
    expect(body.safeParse(example(operationId))).toMatchObject({ success: true });
  });

  it.each([
    ['addNoticeInformation', noticed, 'notices', 'information'],
    ['withdrawNotice', noticed, 'notices', 'withdrawal'],
    ['addOrderInformation', ordered, 'orders', 'information'],
    ['amendOrder', ordered, 'orders', 'amendment'],
    ['withdrawOrder', ordered, 'orders', 'withdrawal'],
  ] as const)('are taken by whoever answers their route: %s', async (operationId, make, collection, tail) => {
    const world = apiWorld();
    const { caseId, token } = await make(world);
    const body = example(operationId);
    expect(await world.call('POST', `/v1/${collection}/${caseId}/${tail}`, { token, body })).toMatchObject({
      status: 202,
    });
  });

  it('let a reviewer note, ask, decide and release, and a lead return and reverse', async () => {
    const world = apiWorld();
    const { caseId } = await noticed(world);
    const post = async (tail: string, token: string, body: object) =>
      (await world.call('POST', `/v1/cases/${caseId}/${tail}`, { token, body })).status;
    const lease = { leaseId: await claimed(world, caseId) };
    expect(await post('notes', SAM, example('addNote'))).toBe(201);
    expect(await post('information-requests', SAM, example('requestInformation'))).toBe(202);
    expect(await post('release', SAM, { ...example('releaseCase'), ...lease })).toBe(200);
    const decision = { ...example('decideCase'), leaseId: await claimed(world, caseId) };
    const [item] = decision['items' as never] as object[];
    expect(await post('decision', SAM, { ...decision, items: [{ ...item, territories: ['WORLD'] }] })).toBe(200);
    expect(await post('approval', 'lead:lea', example('approveDecision'))).toBe(200);
    expect(await post('decision', SAM, { ...decision, leaseId: await claimed(world, caseId) })).toBe(200);
    world.cases.set(caseId, { state: 'closed', firstEffectAt: '2026-10-05T08:30:00.000Z', outcome: 'actioned' });
    expect(await post('reversal', 'lead:lea', example('reverseDecision'))).toBe(202);
  });
});
