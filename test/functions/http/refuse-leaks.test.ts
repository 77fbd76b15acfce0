import { describe, expect, it } from 'vitest';
import type { ContentReference } from '#domain/item';
import { PlatformUnavailableError } from '../../../functions/ports/errors.ts';
import { apiWorld } from '../../support/api-world.ts';
import { NOTICE, ORDER } from '../../support/demands.ts';

const SAM = 'specialist:sam';
const URL = 'http://localhost:4400/_local/platform/tracks';
const ANNA = { id: 'upl-anna', name: 'Anna Adler', email: 'anna@uploads.example', language: 'de', country: 'DE' };
const BEN = { ...ANNA, id: 'upl-ben', name: 'Ben Baker', email: 'ben@post.example' };
const SENDER = { name: 'Ottilie Geheimrat', email: 'ottilie@privat.example', role: 'individual', country: 'DE' };
const GROUND = { type: 'illegal', provision: '§ 130 StGB', explanation: 'Der Refrain hetzt.' };
const DISABLE = { itemId: 'item-1', action: 'disable', components: ['audio'], territories: ['DE'] };
const LEAVE = { itemId: 'item-2', action: 'none' };

/** A platform that has two items: the first is Anna's, the second Ben's. */
const PLATFORM = {
  describe: async (reference: ContentReference) => ({
    ...{ reference, title: '', components: ['audio'], publishedAt: null, restrictions: [], holds: [] },
    uploader: (reference.id === 'trk-0' ? ANNA : BEN) as never,
  }),
};
const DOWN = {
  describe: async () => {
    throw new PlatformUnavailableError('500');
  },
};

async function claimed(platform: Pick<typeof PLATFORM, 'describe'> = PLATFORM) {
  const world = apiWorld(undefined, platform);
  const items = [{ url: `${URL}/trk-0`, territories: ['DE'] }, { url: `${URL}/trk-1` }];
  const body = { ...NOTICE, submitter: SENDER, signature: SENDER.name, items };
  const { caseId } = (await world.call('POST', '/v1/notices', { body })).body;
  world.bringToReview(caseId);
  return await lease(world, caseId);
}

async function lease(world: ReturnType<typeof apiWorld>, caseId: string, token = SAM) {
  const post = async (route: string, body: object) =>
    await world.call('POST', `/v1/cases/${caseId}/${route}`, { token, body });
  const { leaseId } = (await post('claim', {})).body;
  return { world, caseId, post, decide: (body: object) => post('decision', { leaseId, ...body }) };
}

const RESTRICT = { outcome: 'restrict', ground: GROUND, facts: 'Im Refrain.', items: [DISABLE, LEAVE] };

describe('a decision whose words a message would tell to the wrong reader', () => {
  const said = (explanation: string) => ({ ...RESTRICT, ground: { ...GROUND, explanation } });
  it.each([
    [
      'the sender to the uploader',
      said('Frau Geheimrat hat uns das gemeldet.'),
      'ground.explanation',
      "the sender's name",
    ],
    [
      'the sender in the facts',
      { ...RESTRICT, facts: 'Laut ottilie@privat.example.' },
      'facts',
      "the sender's e-mail address",
    ],
    ['the uploader to the sender', said('Anna Adler hetzt.'), 'ground.explanation', 'of an uploader'],
    ['another uploader', { ...RESTRICT, facts: 'Anders als Ben Baker.' }, 'facts', 'of an uploader'],
    ['the uploader in public', { ...RESTRICT, facts: 'Anna Adler hetzt.' }, 'facts', 'Transparency Database'],
    [
      'the uploader beside an item',
      { ...RESTRICT, items: [DISABLE, { ...LEAVE, reason: 'Ben Baker darf das.' }] },
      'items.1.reason',
      'of an uploader',
    ],
    [
      'the uploader in a refusal',
      { outcome: 'reject', facts: 'Anna Adler hat eine Lizenz.' },
      'facts',
      'of an uploader',
    ],
    [
      'the uploader where facts are left out',
      { outcome: 'reject', ground: { ...GROUND, explanation: 'Anna Adler darf das.' } },
      'ground.explanation',
      'of an uploader',
    ],
    ['the uploader of a duplicate', { outcome: 'duplicate', facts: 'Wie bei Anna Adler.' }, 'facts', 'of an uploader'],
  ])('is refused before anything is recorded: %s', async (_, body, path, kind) => {
    const { decide, world, caseId } = await claimed();
    const answer = await decide(body);
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining('Write it without') } });
    expect(answer.body.errors).toContainEqual({ path, message: expect.stringContaining(kind) });
    expect(new Set(answer.body.errors.map((fault: object) => JSON.stringify(fault))).size).toBe(
      answer.body.errors.length,
    );
    expect(JSON.stringify(answer.body)).not.toMatch(/Geheimrat|ottilie|Adler|Baker/);
    expect(world.cases.of(caseId).record).toMatchObject({ state: 'in-review', decisionId: null });
  });

  it.each([
    ['nobody is named', RESTRICT],
    [
      'a refusal rests on facts, so that its explanation is told to nobody',
      { outcome: 'reject', ground: { ...GROUND, explanation: 'Anna Adler darf das.' }, facts: 'Es gibt eine Lizenz.' },
    ],
    ['nothing was written', { outcome: 'duplicate' }],
  ])('is none where %s', async (_, body) => {
    const { decide } = await claimed();
    expect((await decide(body)).status).toBe(200);
  });

  it('is left to the check of the message while the platform does not answer', async () => {
    const { decide } = await claimed(DOWN);
    expect((await decide({ outcome: 'reject', facts: 'Anna Adler hat eine Lizenz.' })).status).toBe(200);
  });

  it('may name the provision of an order that is secret for now, as its uploader is told of it later', async () => {
    const world = apiWorld();
    const provisions = ['§ 86a Abs. 1 StGB'];
    const nonDisclosureUntil = '2026-11-01T00:00:00Z';
    const body = { ...ORDER, legalBasis: 'COURT_ORDER', authority: { id: 'us-court' }, provisions, nonDisclosureUntil };
    const { caseId } = (await world.call('POST', '/v1/orders', { token: 'authority:us-court:us-court', body })).body;
    world.bringToReview(caseId);
    const { decide } = await lease(world, caseId, 'counsel:cora');
    const ground = { ...GROUND, provision: provisions[0] };
    const items = [{ ...DISABLE, components: [] }];
    expect(await decide({ ...RESTRICT, ground, items })).toMatchObject({ status: 200 });
  });
});

describe('a question whose reason names an uploader', () => {
  it('is refused before anything is recorded', async () => {
    const { post, world, caseId } = await claimed();
    const answer = await post('information-requests', {
      elements: ['explanation'],
      reason: 'Ben Baker sagt, es gebe eine Lizenz.',
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
    expect(world.cases.of(caseId).events.at(-1)).toMatchObject({ type: 'case.claimed' });
  });
});
