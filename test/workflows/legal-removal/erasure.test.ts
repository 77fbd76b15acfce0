import { afterEach, describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { NOTICE, ORDER } from '../../support/demands.ts';
import { PLATFORM_URL, RemovalWorld } from '../../support/removal-world.ts';

const CORA = 'counsel:cora';
const LEA = 'lead:lea';
const SAM = 'specialist:sam';
const REQUEST = { ground: 'gdpr-art-17', reference: 'DSR-2026-0107' };
const GROUND = { type: 'illegal', provision: '§ 185 StGB', explanation: 'Eine Beleidigung.' };
const ITEM = { url: `${PLATFORM_URL}/tracks/trk-bulk-1`, note: 'Meine Anmerkung: 00:43' };
/** What the sender wrote, and who they are. */
const OF_SENDER = [NOTICE.submitter.name, NOTICE.submitter.email, NOTICE.explanation, 'Meine Anmerkung'];

const worlds: RemovalWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.dispose();
});

/** A notice on one item, restricted and closed; `after` months later. */
async function closedCase(after = 0) {
  const world = new RemovalWorld('2026-10-05T08:00:00.000Z');
  worlds.push(world);
  world.api.deps.calendar = holidayCalendar();
  const { caseId, accessToken } = (await world.call('POST', '/v1/notices', { body: { ...NOTICE, items: [ITEM] } }))
    .body as { caseId: string; accessToken: string };
  await world.until(() => world.record(caseId).state === 'in-review');
  const { leaseId } = (await world.call('POST', `/v1/cases/${caseId}/claim`, { token: SAM })).body;
  const item = { itemId: 'item-1', action: 'disable', components: [], territories: ['DE'], until: null };
  const decision = { leaseId, outcome: 'restrict', ground: GROUND, facts: 'Gehört von 00:43 an.', items: [item] };
  await world.call('POST', `/v1/cases/${caseId}/decision`, { token: SAM, body: decision });
  await world.until(() => world.record(caseId).state === 'closed');
  const erase = (personId: string, body: object = REQUEST, token = CORA) =>
    world.call('POST', `/v1/cases/${caseId}/erasures`, { token, body: { personId, ...body } });
  const hold = (matter = 'LIT-2026-0042') =>
    world.call('POST', `/v1/cases/${caseId}/holds`, { token: LEA, body: { matter, reason: 'A suit is announced.' } });
  const release = (number = 1) =>
    world.call('POST', `/v1/cases/${caseId}/holds/${number}/release`, { token: LEA, body: { reason: 'It is over.' } });
  const view = async () => (await world.call('GET', `/v1/cases/${caseId}`, { token: LEA })).body;
  const made = { world, caseId, accessToken, erase, hold, release, view, fire: () => world.fireTimer(caseId, 'erase') };
  if (after > 0) await later(world, after);
  return made;
}

async function later(world: RemovalWorld, months: number) {
  await world.pass(Math.round(months * 30.5 * 24 * 60));
}

describe('erasing one person', () => {
  it('waits for the end of complaints, then takes all that is readable of them and nothing of anybody else', async () => {
    const { world, caseId, erase, fire, view } = await closedCase();
    const refused = await erase('sender');
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ path: 'open-window' }] } });
    expect(refused.body.errors[0].message).toMatch(/DSA_ART20\.complaint-until until 2027-04-0\dT/);
    expect((await view()).erasures).toEqual([]);
    await later(world, 7);
    const before = await view();
    for (const text of OF_SENDER) expect(JSON.stringify(before)).toContain(text);
    expect(await erase('sender')).toMatchObject({ status: 202, body: { number: 1, state: 'recorded' } });
    await fire();
    const after = await view();
    for (const text of OF_SENDER) expect(JSON.stringify(after)).not.toContain(text);
    expect(after.erasures).toMatchObject([
      { number: 1, personIds: ['sender'], ...REQUEST, by: 'cora', state: 'pending', destroyedAt: world.now() },
    ]);
    const uploader = before.parties.filter(({ role }: { role: string }) => role === 'uploader');
    expect(uploader).toHaveLength(1);
    expect(after.parties).toEqual(uploader);
    expect(after.decision).toEqual(before.decision);
    expect(after.items.map(({ url }: { url: string }) => url)).toEqual([ITEM.url]);
    const kept = [...world.api.documents.kept.keys()];
    expect(kept.filter((key) => key.startsWith(`${caseId}/sender/`))).toEqual([]);
    expect(kept.filter((key) => key.startsWith(`${caseId}/uploader-1/`))).not.toEqual([]);
    const { events } = world.api.cases.of(caseId);
    for (const text of OF_SENDER) expect(JSON.stringify(events)).not.toContain(text);
  });

  it('is for counsel and lead, pending until no backup holds the key, and done once however often it is fired', async () => {
    const { world, caseId, erase, fire, view } = await closedCase(7);
    for (const token of [SAM, 'auditor:ada', 'operator:olga', 'vendor:vera']) {
      expect((await erase('sender', REQUEST, token)).status).toBe(403);
    }
    expect((await erase('uploader-9')).status).toBe(404);
    expect((await erase('case')).status).toBe(404);
    expect((await erase('sender', { ...REQUEST, ground: 'retention-ended' })).status).toBe(400);
    expect((await erase('sender', { ...REQUEST, reference: 'Frau Berger' })).status).toBe(400);
    await erase('uploader-1');
    for (let time = 0; time < 3; time += 1) await fire();
    const [pending] = (await view()).erasures;
    expect(Date.parse(pending.backupsUntil) - Date.parse(pending.destroyedAt)).toBe(86_400_000);
    await world.pass(24 * 60 + 1);
    for (let time = 0; time < 3; time += 1) await fire();
    expect((await view()).erasures).toMatchObject([{ state: 'complete' }]);
    const told = world.audit(caseId).filter((type) => type.startsWith('erasure.'));
    expect(told).toEqual(['erasure.recorded', 'erasure.begun', 'erasure.carried-out', 'erasure.completed']);
    expect(await erase('uploader-1')).toMatchObject({ status: 409 });
  });

  it('is finished by the next timer when a process died after the key was destroyed', async () => {
    const { world, caseId, erase, fire, view } = await closedCase(7);
    await erase('sender');
    const { change } = world.api.cases;
    let changes = 0;
    world.api.cases.change = async (id, decide) => {
      changes += 1;
      if (changes === 2) throw new Error('the process died');
      return (await change.call(world.api.cases, id, decide)) as never;
    };
    await expect(fire()).rejects.toThrow('the process died');
    const again = world.scheduled.filter(({ purpose }) => purpose === 'erase').map(({ at }) => Date.parse(at));
    expect(again).toEqual([Date.parse(world.now()) + 3_600_000]);
    world.api.cases.change = change;
    await expect(world.api.vault.key(caseId, 'sender')).rejects.toMatchObject({ name: 'KeyErasedError' });
    expect((await view()).erasures).toMatchObject([{ state: 'begun' }]);
    // Asking again has it tried again, and is no second erasure.
    expect(await erase('sender')).toMatchObject({ status: 202, body: { number: 1, state: 'begun' } });
    await fire();
    expect((await view()).erasures).toMatchObject([{ number: 1, state: 'pending' }]);
  });

  it('breaks nothing that comes later: the sender’s token, a note, and a reversal that tells whoever is left', async () => {
    const { world, caseId, accessToken, erase, fire, view } = await closedCase(7);
    await erase('sender');
    await fire();
    const path = `/v1/notices/${caseId}`;
    expect((await world.call('GET', path, { token: accessToken })).status).toBe(200);
    const body = { reason: 'Wir haben uns geeinigt.' };
    expect((await world.call('POST', `${path}/withdrawal`, { token: accessToken, body })).status).toBe(409);
    expect((await world.call('POST', `/v1/cases/${caseId}/notes`, { token: SAM, body: { text: 'ok' } })).status).toBe(
      201,
    );
    const mails = world.mails.length;
    const reversal = { token: LEA, body: { reason: 'Die Lizenz hat sich gefunden.' } };
    expect((await world.call('POST', `/v1/cases/${caseId}/reversal`, reversal)).status).toBe(202);
    await world.until(() => world.record(caseId).state === 'closed');
    expect(world.record(caseId).parked).toBeNull();
    expect(world.mails.slice(mails).map(({ deliveryId }) => deliveryId)).toEqual([
      expect.stringContaining('reinstatement-to-uploader.uploader-1'),
    ]);
    expect((await view()).undelivered).toBe(0);
  });

  it('tells nobody who was erased, and has nobody to care for it', async () => {
    const { world, caseId, erase, fire, view } = await closedCase(7);
    await erase('uploader-1');
    await fire();
    const reversal = { token: LEA, body: { reason: 'Die Lizenz hat sich gefunden.' } };
    expect((await world.call('POST', `/v1/cases/${caseId}/reversal`, reversal)).status).toBe(202);
    await world.until(() => world.record(caseId).state === 'closed');
    expect((await view()).undelivered).toBe(0);
    expect(world.deliveries(caseId).map(({ deliveryId }) => deliveryId)).not.toContainEqual(
      expect.stringContaining('reinstatement-to-uploader.uploader-1'),
    );
  });
});

describe('a legal hold', () => {
  it('refuses an erasure, keeps one waiting that has not begun until it is released, and says who is erased already', async () => {
    const { world, erase, fire, hold, release, view } = await closedCase(7);
    await hold('LIT-1');
    expect(await erase('sender')).toMatchObject({ status: 409, body: { errors: [{ path: 'legal-hold' }] } });
    await release(1);
    await erase('sender');
    expect(await hold()).toMatchObject({ status: 201, body: { erased: [] } });
    await fire();
    expect((await view()).erasures).toMatchObject([{ state: 'recorded' }]);
    expect(JSON.stringify(await view())).toContain(NOTICE.explanation);
    await release(2);
    expect(world.entries.at(-1)).toMatchObject({ kind: 'schedule', purpose: 'erase', at: world.now() });
    await fire();
    expect((await view()).erasures).toMatchObject([{ state: 'pending' }]);
    expect(await hold('LIT-3')).toMatchObject({ status: 201, body: { erased: ['sender'] } });
  });

  it('and an erasure at the same moment never both have effect', async () => {
    const { caseId, erase, fire, hold, release, view, world } = await closedCase(7);
    await erase('sender');
    const [held] = await Promise.all([hold(), fire()]);
    const [erasure] = (await view()).erasures;
    const key = world.api.vault.key(caseId, 'sender').then(
      () => 'there',
      () => 'gone',
    );
    expect([held.status, held.body.erased, erasure.state, await key]).toEqual(
      erasure.state === 'recorded' ? [201, [], 'recorded', 'there'] : [201, ['sender'], 'pending', 'gone'],
    );
    await release();
    // Whoever asks for an erasure and whoever places a hold at once: the later of the two sees the other.
    const [asked, placed] = await Promise.all([erase('uploader-1'), hold('LIT-2')]);
    await fire();
    const waits = (await view()).erasures.filter(({ state }: { state: string }) => state === 'recorded');
    expect([placed.status, asked.status === 409 || waits.length === 1]).toEqual([201, true]);
  });
});

describe('preservation', () => {
  it('under the regulation on terrorist content refuses an erasure for six months', async () => {
    const world = new RemovalWorld('2026-10-05T08:00:00.000Z');
    worlds.push(world);
    const order = { ...ORDER, items: [{ url: ITEM.url }] };
    const sent = await world.call('POST', '/v1/orders', { body: order, token: 'authority:bka:de-bka' });
    const { caseId } = sent.body;
    await world.until(() => world.record(caseId).firstEffectAt !== null);
    world.api.cases.set(caseId, { state: 'closed', closedAt: world.now(), undelivered: 0 });
    const body = { personId: 'authority', ...REQUEST };
    const refused = await world.call('POST', `/v1/cases/${caseId}/erasures`, { token: CORA, body });
    expect(refused.status).toBe(409);
    expect(refused.body.errors.map(({ message }: { message: string }) => message)).toContainEqual(
      expect.stringMatching(/EU_TCO_ART6\.preserve-until until 2027-04-0\dT/),
    );
  });
});

describe('retention', () => {
  it('ends four years after closing with everything erased but the audit, and a signed report', async () => {
    const { world, caseId, fire, view } = await closedCase();
    const timer = world.entries.findLast((entry) => entry.kind === 'schedule' && entry.purpose === 'erase');
    expect(timer).toMatchObject({ at: expect.stringMatching(/^2030-10-05T08:/) });
    await fire();
    expect((await view()).erasures).toEqual([]);
    const report = `/v1/cases/${caseId}/purge-report`;
    expect((await world.call('GET', report, { token: LEA })).status).toBe(404);

    await later(world, 48.5);
    for (let time = 0; time < 2; time += 1) await fire();
    const after = await view();
    expect(after.erasures).toMatchObject([
      { whole: true, ground: 'retention-ended', by: 'system', reference: null, state: 'pending' },
    ]);
    for (const text of [...OF_SENDER, GROUND.explanation, 'Gehört von'])
      expect(JSON.stringify(after)).not.toContain(text);
    expect([after.parties, after.request, after.items]).toEqual([[], null, []]);
    expect([...world.api.documents.kept.keys()].filter((key) => key.startsWith(`${caseId}/`))).toEqual([]);
    const { body } = await world.call('GET', report, { token: 'auditor:ada' });
    expect(body.report).toMatchObject({ caseId, rule: { years: 4, setBy: 'platform' } });
    expect(body.report.persons).toEqual(expect.arrayContaining(['sender', 'uploader-1']));
    expect(JSON.parse(Buffer.from(body.jws.split('.')[1], 'base64url').toString())).toEqual(body.report);
    expect((await world.call('GET', report, { token: SAM })).status).toBe(403);
    const reversal = { token: LEA, body: { reason: 'Die Lizenz hat sich gefunden.' } };
    expect((await world.call('POST', `/v1/cases/${caseId}/reversal`, reversal)).status).toBe(410);
    const list = await world.call('GET', '/v1/cases', { token: LEA, query: { state: 'closed' } });
    expect(list.body.cases).toHaveLength(1);
    await world.pass(24 * 60 + 1);
    await fire();
    expect((await view()).erasures).toMatchObject([{ state: 'complete' }]);
  });

  it('waits for a hold that was placed meanwhile, and goes on when it is released', async () => {
    const { world, fire, hold, release, view } = await closedCase();
    await later(world, 40);
    await hold();
    await later(world, 9);
    await fire();
    expect((await view()).erasures).toEqual([]);
    expect(world.scheduled).toEqual([]);
    await release();
    await fire();
    expect((await view()).erasures).toMatchObject([{ whole: true, state: 'pending' }]);
  });
});
