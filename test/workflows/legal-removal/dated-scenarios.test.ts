import { afterEach, describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { AUTHORITY, NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const worlds: RemovalWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.dispose();
});

/** The whole removal at a moment, with the holidays as they are. */
function worldAt(startAt: string): RemovalWorld {
  const world = new RemovalWorld(startAt);
  world.api.deps.calendar = holidayCalendar();
  worlds.push(world);
  return world;
}

async function order(world: RemovalWorld, change: object = {}, token = AUTHORITY): Promise<string> {
  const { status, body } = await world.call('POST', '/v1/orders', { token, body: { ...ORDER, ...change } });
  expect(status, JSON.stringify(body)).toBe(202);
  return body.caseId;
}

async function notice(world: RemovalWorld, change: object = {}): Promise<string> {
  const { status, body } = await world.call('POST', '/v1/notices', { body: { ...NOTICE, ...change } });
  expect(status, JSON.stringify(body)).toBe(202);
  return body.caseId;
}

async function decide(world: RemovalWorld, caseId: string, decision: object, token = 'specialist:sam') {
  const claimed = await world.call('POST', `/v1/cases/${caseId}/claim`, { token });
  const body = { leaseId: claimed.body.leaseId, ...decision };
  const answer = await world.call('POST', `/v1/cases/${caseId}/decision`, { token, body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

const restrict = (territories: readonly string[]) => ({
  outcome: 'restrict',
  ground: { type: 'illegal', provision: '§ 130 StGB', explanation: 'Der Refrain stachelt zum Hass auf.' },
  facts: 'Gehört von 00:43 bis 01:12.',
  items: [{ itemId: 'item-1', action: 'disable', components: ['audio'], territories, until: null }],
  automation: { detection: false, decision: 'not-automated' },
});

const isIn = (world: RemovalWorld, caseId: string, state: string) => () => world.record(caseId).state === state;

function clockOf(world: RemovalWorld, caseId: string, id: string) {
  return world.record(caseId).clocks.find(({ clock }) => clock === id);
}

function kindsOf(world: RemovalWorld, caseId: string): string[] {
  return world.deliveries(caseId).map(({ kind }) => kind);
}

/** Where the sound of a track is heard and where not. */
function heardIn(world: RemovalWorld, id: string, country: string): string | undefined {
  const { default: elsewhere, exceptions = {} } = world.platform.seen(id)['audio'] ?? {};
  return exceptions[country] ?? elsewhere;
}

describe('dated scenarios', () => {
  it.each([
    ['across midnight at a weekend', '2026-10-17T21:40:00.000Z', '2026-10-17T22:40:00.000Z'],
    ['in the repeated hour of autumn', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ['over the hour that spring leaves out', '2027-03-28T00:40:00.000Z', '2027-03-28T01:40:00.000Z'],
  ])('a removal order %s is executed and reported within its hour, and owes no statement', async (_, from, until) => {
    const world = worldAt(from);
    const caseId = await order(world);
    await world.until(isIn(world, caseId, 'in-review'));
    expect(clockOf(world, caseId, 'EU_TCO_ART3.disable')).toMatchObject({ startAt: from, dueAt: until });
    expect(world.record(caseId).firstEffectAt! < until).toBe(true);
    expect(world.now() < until).toBe(true);
    expect(['PT', 'GR', 'DE'].map((country) => heardIn(world, 'trk-1002', country))).toEqual(['dark', 'dark', 'dark']);
    expect(['US', 'CH'].map((country) => heardIn(world, 'trk-1002', country))).toEqual(['up', 'up']);
    expect(kindsOf(world, caseId)).toContain('effect-report');
    expect(kindsOf(world, caseId)).not.toContain('statement-of-reasons');
    expect(world.stated).toEqual([]);
  });

  it('a manifest error answered by Annex III at 10:20 and mended at 14:05 is due at 15:05', async () => {
    const world = worldAt('2026-10-12T08:00:00.000Z');
    const items = [{ url: `${PLATFORM_URL}/tracks/trk-of-nobody` }];
    const caseId = await order(world, { items, signed: false });
    await world.until(isIn(world, caseId, 'in-review'));
    await world.pass((Date.parse('2026-10-12T08:20:00Z') - world.clock.now()) / 60_000);
    const deliveries = [{ deliveryId: 'case.impossibility-report-draft.authority' }];
    await world.call('POST', `/v1/cases/${caseId}/resume`, { token: 'operator:olga', body: { deliveries } });
    await world.pass((Date.parse('2026-10-12T12:05:00Z') - world.clock.now()) / 60_000);
    expect(world.platform.ledger).toEqual([]);
    const mended = { items: [{ url: `${PLATFORM_URL}/tracks/trk-1001` }], answers: { signed: true } };
    await world.call('POST', `/v1/orders/${caseId}/information`, { token: AUTHORITY, body: mended });
    expect(clockOf(world, caseId, 'EU_TCO_ART3.disable')).toMatchObject({
      startAt: '2026-10-12T12:05:00.000Z',
      dueAt: '2026-10-12T13:05:00.000Z',
    });
    await world.until(() => heardIn(world, 'trk-1001', 'PT') === 'dark');
    expect(world.now() < '2026-10-12T13:05:00.000Z').toBe(true);
  });

  it('a whole German notice is acknowledged at once, and its uploader told as it goes dark', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const caseId = await notice(world);
    expect(kindsOf(world, caseId)).toEqual(['receipt']);
    await world.until(isIn(world, caseId, 'in-review'));
    await decide(world, caseId, restrict(['DE']));
    await world.until(isIn(world, caseId, 'closed'));
    expect(kindsOf(world, caseId)).toEqual(expect.arrayContaining(['decision-to-sender', 'statement-of-reasons']));
    const [statement] = world.stated;
    expect(statement).toMatchObject({ source_type: 'SOURCE_ARTICLE_16', content_language: 'DE' });
    expect(statement).toMatchObject({ automated_detection: 'No', territorial_scope: ['DE'] });
  });

  it('a threat to life in an incomplete notice at night pages at once, and asks for the place beside it', async () => {
    const world = worldAt('2026-10-11T01:10:00.000Z');
    const caseId = await notice(world, { items: [], explanation: 'Er will sich heute Nacht umbringen.' });
    expect(world.pages()).toHaveLength(1);
    expect(world.now() < '2026-10-11T01:11').toBe(true);
    await world.until(() => kindsOf(world, caseId).includes('information-request'));
    expect(world.now() < '2026-10-11T01:12').toBe(true);
    await world.page(caseId);
    expect(kindsOf(world, caseId)).toContain('welfare-disclosure');
    const drafted = world.deliveries(caseId).filter(({ kind }) => kind === 'welfare-disclosure');
    expect(drafted.map(({ channel }) => channel)).toEqual(drafted.map(() => 'draft'));
  });

  it('a German court order for Germany darkens Germany alone, and owes information instead of a statement', async () => {
    const world = worldAt('2026-10-05T08:00:00.000Z');
    const court = { legalBasis: 'COURT_ORDER', reference: '324 O 1/26', territories: ['DE'] };
    const body = { ...court, authority: { id: 'de-lg-hamburg' }, complyBy: '2026-10-09T22:00:00Z' };
    const caseId = await order(world, body, 'authority:de-lg-hamburg:de-lg-hamburg');
    await world.until(isIn(world, caseId, 'in-review'));
    await decide(world, caseId, restrict(['DE']), 'counsel:carla');
    const approval = { verdict: 'approve', reason: 'Die Anordnung ist wirksam.' };
    await world.call('POST', `/v1/cases/${caseId}/approval`, { token: 'lead:lea', body: approval });
    await world.until(isIn(world, caseId, 'closed'));
    expect(['DE', 'AT', 'CH'].map((country) => heardIn(world, 'trk-1002', country))).toEqual(['dark', 'up', 'up']);
    expect(kindsOf(world, caseId)).toEqual(expect.arrayContaining(['effect-report', 'information-about-order']));
    expect(kindsOf(world, caseId)).not.toContain('statement-of-reasons');
    expect(world.stated).toEqual([]);
  });

  it.each([
    ['to a Monday after the end of February', '2027-01-29T10:00:00.000Z', '2027-03-01'],
    ['to the leap day', '2028-01-31T10:00:00.000Z', '2028-02-29'],
    ['over Christmas and a Sunday', '2026-11-25T10:00:00.000Z', '2026-12-28'],
  ])('a month for erasure ends %s', async (_, from, dueDate) => {
    const world = worldAt(from);
    const caseId = await notice(world, { legalBasis: 'GDPR_ART17', statements: { affectedPerson: true } });
    expect(clockOf(world, caseId, 'GDPR_ART17.answer')).toMatchObject({ dueDate, direction: 'our-deadline' });
  });
});
