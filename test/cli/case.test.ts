import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHORITY, NOTICE, ORDER } from '../support/demands.ts';
import { type CliWorld, cliWorld } from './cli-world.ts';

let world: CliWorld['world'];
let writ: CliWorld['writ'];
let inReview: CliWorld['inReview'];
let close: CliWorld['close'];
let caseId = '';

beforeAll(async () => {
  ({ world, writ, inReview, close } = await cliWorld());
  caseId = await inReview();
});

afterAll(() => close());

describe('writ case', () => {
  it('lists the queue as a table or as one JSON value', async () => {
    const table = await writ('case list --state in-review');
    expect(table.out).toMatch(/^DUE +TIER +STATE/);
    expect(table.out).toContain(caseId);
    expect(table.out).toContain('in review');
    expect((await writ('case list --state closed')).out).toBe('No case.\n');
    world.cases.set(caseId, {
      danger: { signals: ['self-harm'], pageId: 'p', acknowledgedBy: null, acknowledgedAt: null },
      undelivered: 2,
    });
    expect((await writ('case list')).out).toContain(`${caseId}  DANGER, 2 undelivered`);
    world.cases.set(caseId, { danger: null, undelivered: 0 });
    expect(JSON.parse((await writ('case list --json')).out).cases).toHaveLength(1);
    expect((await writ('case list --lang de')).out).toContain('FÄLLIG');
  });

  it('works a case from claim to decision', async () => {
    const early = await writ(`case decide ${caseId} --outcome reject`);
    expect(early).toMatchObject({ code: 1, err: expect.stringContaining('Claim it first') });
    expect((await writ(`case claim ${caseId}`)).out).toContain('expiresAt: 2026-10-05T08:10:00.000Z');
    expect((await writ(`case release ${caseId}`)).code).toBe(0);
    await writ(`case claim ${caseId}`);
    expect((await writ(`case show ${caseId}`)).out).toContain('item-1');
    const wide = `case decide ${caseId} --outcome restrict --territories WORLD --provision §_185_StGB --explanation x`;
    expect((await writ(wide)).out).toContain('state: awaiting-approval');
    const own = await writ(`case approve ${caseId} --reason gut`);
    expect(own).toMatchObject({ code: 1, out: '', err: expect.stringContaining('403') });
    const lead = { WRIT_TOKEN: 'lead:lea' };
    expect((await writ(`case approve ${caseId} --reason eng --verdict return`, lead)).out).toContain('in-review');
    await writ(`case claim ${caseId}`);
    await writ(wide);
    await writ(`case approve ${caseId} --reason zu_weit --verdict cancel`, lead);
    const told = (await writ(`case show ${caseId} --lang de`)).out;
    expect(told).toMatch(
      /Zweite Person\n +Ergebnis +verworfen\n +Von +lea.*\n +Grund +zu weit\n +Entscheidung +case-\S+\.d2/,
    );
    await writ(`case claim ${caseId}`);
    const file = join(mkdtempSync(join(tmpdir(), 'writ-cli-')), 'decision.json');
    writeFileSync(file, JSON.stringify({ outcome: 'reject', facts: 'Zitatrecht' }));
    const decided = await writ(`case decide ${caseId} --json --file ${file}`);
    expect(JSON.parse(decided.out)).toMatchObject({ state: 'notifying', decisionId: `${caseId}.d3` });
  });

  it('marks items that were not found, and decides without them', async () => {
    const items = ['trk-1001', 'trk-1002', 'trk-1003'].map((id) => ({ url: `https://platform.example/tracks/${id}` }));
    const second = (await world.call('POST', '/v1/notices', { body: { ...NOTICE, items } })).body.caseId;
    world.bringToReview(second);
    const key = `${second}/case/items`;
    const [found, unknown, elsewhere] = JSON.parse(world.documents.kept.get(key) ?? '[]') as object[];
    const kept = [found, { ...unknown, known: false }, { ...elsewhere, reference: null }];
    world.documents.kept.set(key, JSON.stringify(kept));
    const { out } = await writ(`case show ${second}`);
    const [first, ...others] = out.slice(out.indexOf('item-1')).split(/ item-[23] /);
    expect(first).not.toContain('NOT LOCATED');
    expect(others[0]).toContain('NOT LOCATED: the platform knows no such item');
    expect(others[1]).toContain('NOT LOCATED: not an address of the platform');
    expect((await writ(`case show ${second} --lang de`)).out).toContain('NICHT AUFFINDBAR');
    await writ(`case claim ${second}`);
    const decided = await writ(`case decide ${second} --outcome restrict --provision §_1 --explanation x --json`);
    expect(JSON.parse(decided.out)).toMatchObject({ state: 'acting' });
    const { decisionId } = JSON.parse(decided.out) as { decisionId: string };
    expect(world.cases.of(second).rows.get(`DECISION#${decisionId}`)).toMatchObject({ itemCount: 1 });
  });

  it('confirms what was acted on first as it is in force, and says what differs otherwise', async () => {
    const order = (await world.call('POST', '/v1/orders', { body: ORDER, token: AUTHORITY })).body.caseId;
    const decisionId = `${order}.order`;
    const firstEffectAt = '2026-10-05T08:02:00.000Z';
    world.bringToReview(order, { actFirst: true, decisionId, firstEffectAt });
    const { rows } = world.cases.of(order);
    const item = { itemId: 'item-1', components: ['audio' as const], territories: ['DE', 'FR'] };
    const documentKey = await world.documents.put(order, 'case', 'decisions/order', {
      ...{ ground: null, facts: '' },
      items: [{ ...item, action: 'disable', until: null }],
    });
    rows.set(`DECISION#${decisionId}`, {
      ...{ decisionId, caseId: order, outcome: 'restrict', effect: 'restrict', decidedBy: 'rule', decidedByRule: true },
      ...{ decidedAt: '2026-10-05T08:01:00.000Z', groundType: 'order', itemCount: 1, territories: ['DE', 'FR'] },
      ...{ until: null, automation: { detection: false, decision: 'fully-automated' }, documentKey },
      ...{ fourEyes: false, reverses: null },
    });
    const effect = { ...item, state: 'proven', unproven: [], personId: null, appliedAt: null, provenAt: null };
    rows.set(`BATCH#${decisionId}#00000`, { decisionId, batch: 0, capsuleKey: null, items: [effect] });
    await writ(`case claim ${order}`);
    const narrower = await writ(`case decide ${order} --outcome restrict --territories DE`);
    expect(narrower).toMatchObject({ code: 1, out: '' });
    expect(narrower.err).toContain('or decide reject, so that everything is restored');
    expect(narrower.err).toContain('items.0.territories: item-1 is restricted also in FR');
    expect((await writ(`case decide ${order} --outcome restrict`)).out).toContain('effect: confirm');
  });

  it('says that a decision has to be made anew, since its demand was added to', async () => {
    const { body } = await world.call('POST', '/v1/notices', { body: NOTICE });
    world.bringToReview(body.caseId);
    await writ(`case claim ${body.caseId}`);
    await writ(`case decide ${body.caseId} --outcome restrict --territories WORLD --provision §_1 --explanation x`);
    const items = [{ url: 'https://platform.example/tracks/trk-1002' }];
    const path = `/v1/notices/${body.caseId}/information`;
    await world.call('POST', path, { token: body.accessToken, body: { items } });
    expect((await writ(`case show ${body.caseId}`)).out).toContain(`To be decided anew, since the sender added`);
    expect((await writ(`case show ${body.caseId} --lang de`)).out).toContain(`Neu zu entscheiden`);
  });

  it('has a second person look at content that the decider calls journalistic or political', async () => {
    const press = (await world.call('POST', '/v1/notices', { body: NOTICE })).body.caseId;
    world.bringToReview(press);
    await writ(`case claim ${press}`);
    const flags = '--outcome restrict --provision §_1 --explanation x --protected-speech';
    expect((await writ(`case decide ${press} ${flags}`)).out).toContain('state: awaiting-approval');
    expect((await writ(`case show ${press}`)).out).toContain('journalistic or political');
    expect((await writ(`case show ${press} --lang de`)).out).toContain('journalistisch oder politisch');
  });

  it('explains a rejection in words that rest on no provision', async () => {
    const third = (await world.call('POST', '/v1/notices', { body: NOTICE })).body.caseId;
    world.bringToReview(third);
    await writ(`case claim ${third}`);
    const bare = await writ(`case decide ${third} --outcome reject`);
    expect(bare).toMatchObject({ code: 1, err: expect.stringContaining('ground.explanation') });
    expect((await writ(`case decide ${third} --outcome reject --explanation Zitat`)).out).toContain('notifying');
  });

  it('enters what changed a clock, and shows each step of it in both languages', async () => {
    const erasure = await inReview({ legalBasis: 'GDPR_ART17' });
    const line = `case clock-entry ${erasure} --clock GDPR~ART17.answer --at 2026-10-05T08:00:00Z --evidence Vermerk`;
    const counsel = { WRIT_TOKEN: 'counsel:cora' };
    expect((await writ(`${line} --kind pause --because identity-request`)).err).toContain('403');
    const paused = await writ(`${line} --kind pause --because identity-request --lang de`, counsel);
    expect(paused.out).toMatch(/Eintrag +1 \(GDPR_ART17\.answer\)\n/);
    expect((await writ(`${line} --kind pause --because stay`, counsel)).err).toContain('409');
    expect((await writ(`${line} --kind undo`, counsel)).err).toContain('--kind takes restart, extension');
    const shown = (await writ(`case show ${erasure} --lang de`)).out.replaceAll(/\s+/g, ' ');
    expect(shown).toContain(
      'Läuft nicht seit 2026-10-05T08:00:00.000Z Geändert Seit 2026-10-05T08:00:00.000Z läuft die',
    );
    expect((await writ(`case show ${erasure}`)).out.replaceAll(/\s+/g, ' ')).toContain(
      'Changed Since 2026-10-05T08:00:00.000Z the period does not run, because the identity of the one who asks',
    );
  });

  it.each([
    ['case show', 'Name exactly one case'],
    ['case show case-none', '404'],
    ['case list --limit many', 'limit (many): '],
    ['case list --state all', '--state takes received, validating, awaiting-information, in-review, '],
    ['case list --state all', 'closed, needs-operator; not "all".\n'],
    ['case list --basis NOPE', '--basis takes DSA_ART9, DSA_ART10, DSA_ART16, '],
    ['case list --sort x', '--sort'],
    ['case approve case-1', '--reason is missing'],
    ['case approve case-1 --reason x --verdict maybe', '--verdict takes'],
    ['case resume case-1', '403'],
    ['case reverse case-1 --reason x', '403'],
    ['case decide case-1 --file nowhere.json', '404'],
  ])('says what is wrong on the error stream: %s', async (line, sentence) => {
    const { code, out, err } = await writ(line);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
  });

  it('says when the product cannot be reached or no token is set', async () => {
    expect((await writ('case list', { WRIT_URL: 'http://127.0.0.1:1' })).err).toContain('cannot be reached');
    expect((await writ('case list', { WRIT_TOKEN: '' })).err).toContain('WRIT_TOKEN');
    expect((await writ('case list', { WRIT_URL: 'nonsense' })).err).toContain('WRIT_URL');
  });
});
