import { describe, expect, it } from 'vitest';
import { apiWorld } from '../../support/api-world.ts';
import { NOTICE } from '../../support/demands.ts';

const CORA = 'counsel:cora';
const LEA = 'lead:lea';
const HOLD = { matter: 'LIT-2026-0042', reason: 'The other side announced a suit.' };

async function caseReceived() {
  const world = apiWorld();
  const { caseId } = (await world.call('POST', '/v1/notices', { body: NOTICE })).body;
  const holds = `/v1/cases/${caseId}/holds`;
  const release = (number: number) =>
    world.call('POST', `${holds}/${number}/release`, { token: LEA, body: { reason: 'The matter is closed.' } });
  return {
    world,
    caseId,
    release,
    place: (body: object = HOLD) => world.call('POST', holds, { token: CORA, body }),
    view: async (token = CORA) => (await world.call('GET', `/v1/cases/${caseId}`, { token })).body,
  };
}

describe('legal holds', () => {
  it('are shown with matter, person and reason, and as released once they are', async () => {
    const { world, caseId, place, release, view } = await caseReceived();
    expect(await place()).toMatchObject({ status: 201, body: { number: 1, matter: HOLD.matter, erased: [] } });
    const placed = { number: 1, placedBy: 'cora', ...HOLD, released: null };
    expect((await view()).holds).toMatchObject([placed]);
    expect(await release(1)).toMatchObject({ status: 200, body: { number: 1, matter: HOLD.matter } });
    expect((await view()).holds).toMatchObject([
      { ...placed, released: { by: 'lea', reason: 'The matter is closed.' } },
    ]);
    const { events, outbox } = world.cases.of(caseId);
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['hold.placed', 'hold.released']));
    expect(JSON.stringify(events)).not.toMatch(/announced|matter is closed/);
    // What waited for it is looked at again.
    expect(outbox.at(-1)).toMatchObject({ kind: 'schedule', purpose: 'erase' });
  });

  it('stand one for each matter, and are released once', async () => {
    const { place, release } = await caseReceived();
    await place();
    expect(await place()).toMatchObject({ status: 409 });
    expect(await place({ ...HOLD, matter: 'LIT-2026-0043' })).toMatchObject({ status: 201, body: { number: 2 } });
    await release(1);
    expect(await release(1)).toMatchObject({ status: 409 });
    expect(await release(3)).toMatchObject({ status: 404 });
    expect(await place()).toMatchObject({ status: 201, body: { number: 3 } });
  });

  it('take a number for the matter, which stands in the audit, and no name', async () => {
    const { place } = await caseReceived();
    for (const matter of ['Berger v. Writ', 'Berger', '']) expect((await place({ ...HOLD, matter })).status).toBe(400);
  });

  it('are nothing for a vendor', async () => {
    const { world, caseId, place, view } = await caseReceived();
    await place();
    world.bringToReview(caseId, { queue: 'notices' });
    expect((await view('vendor:vera')).holds).toBeNull();
  });
});
