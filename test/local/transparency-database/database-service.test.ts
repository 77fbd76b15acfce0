import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTransparencyDatabase } from '#local/transparency-database/database-service';
import { sampleStatement } from '../../support/statements.ts';
import { listen, TestClock } from '../services/listener.ts';

const TOKEN = '1|token';
const DAY = 86_400_000;

let directory: string;
let clock: TestClock;
let url: string;
let close: () => Promise<void>;

async function start(): Promise<void> {
  ({ url, close } = await listen(await createTransparencyDatabase({ directory, clock, token: TOKEN })));
}

// biome-ignore lint/suspicious/noExplicitAny: answers of an outside party, looked at field by field
type Answer = { status: number; body: any };

async function call(method: string, path: string, body?: unknown, token: string | null = TOKEN): Promise<Answer> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const sent = body === undefined ? null : JSON.stringify(body);
  const response = await fetch(url + path, { method, headers, body: sent, redirect: 'manual' });
  return { status: response.status, body: await response.json() };
}

const one = (changes: object = {}) => call('POST', '/api/v1/statement', { ...sampleStatement(), ...changes });
const batch = (statements: readonly object[]) => call('POST', '/api/v1/statements', { statements });
const named = (...puids: string[]) => puids.map((puid) => sampleStatement({ puid }));
const known = async (puid: string) => (await call('GET', `/api/v1/statement/existing-puid/${puid}`)).status;
const faults = (mode: string, more: object = {}) => call('PUT', '/faults', { mode, ...more });
const kept = async () => (await call('GET', '/')).body.statements;

/** Waits until a request has met the fault that was set, and is being worked on. */
async function begun(): Promise<void> {
  while ((await call('GET', '/')).body.faults.met === 0) await new Promise((done) => setImmediate(done));
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'writ-database-'));
  clock = new TestClock('2026-11-22T15:00:00Z');
  await start();
});

afterEach(() => close());

describe('a single statement', () => {
  it('is stored with identifiers of the database, and shown without its own', async () => {
    const { status, body } = await one();
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: 1, puid: 'statement-1', created_at: '2026-11-22T15:00:00.000Z' });
    expect(body.self).toContain(`/api/v1/statement/${body.uuid}`);
    const shown = await call('GET', `/api/v1/statement/${body.uuid}`);
    expect(shown).toMatchObject({ status: 200, body: { decision_facts: sampleStatement().decision_facts } });
    expect(shown.body.puid).toBeUndefined();
    expect((await call('GET', '/api/v1/statement/unknown')).status).toBe(404);
  });

  it('under an identifier that was used before is refused with it, for ever', async () => {
    await one();
    clock.advance(1_000 * DAY);
    expect(await one({ decision_facts: 'anders' })).toEqual({
      status: 422,
      body: {
        message: 'The identifier given is not unique within this platform.',
        errors: { puid: ['The identifier given is not unique within this platform.'] },
        existing: { puid: 'statement-1' },
      },
    });
  });

  it('is told by its identifier: 302 without a place to go to, or 404', async () => {
    await one();
    const response = await fetch(`${url}/api/v1/statement/existing-puid/statement-1`, {
      headers: { authorization: `Bearer ${TOKEN}` },
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([302, null]);
    expect(await response.json()).toEqual({ message: 'statement of reason found', puid: 'statement-1' });
    expect(await known('other')).toBe(404);
  });

  it.each([
    ['no decision at all', { decision_visibility: undefined }, 'decision_visibility'],
    ['an unknown value', { decision_visibility: ['DECISION_VISIBILITY_CONTENT_HIDDEN'] }, 'decision_visibility'],
    ['one value where several are taken', { content_type: 'CONTENT_TYPE_AUDIO' }, 'content_type'],
    ['a kind of content that is not said', { content_type: ['CONTENT_TYPE_OTHER'] }, 'content_type_other'],
    ['the ground without its law', { illegal_content_legal_ground: ' ' }, 'illegal_content_legal_ground'],
    ['facts of 5,001 characters', { decision_facts: 'ä'.repeat(5_001) }, 'decision_facts'],
    ['an explanation of 2,001', { illegal_content_explanation: 'x'.repeat(2_001) }, 'illegal_content_explanation'],
    ['a law of 501', { illegal_content_legal_ground: 'x'.repeat(501) }, 'illegal_content_legal_ground'],
    ['a number for a text', { decision_facts: 5 }, 'decision_facts'],
    ['a category of the first schema', { category: 'STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR' }, 'category'],
    ['a keyword of the first schema', { category_specification: ['KEYWORD_DANGEROUS_TOYS'] }, 'category_specification'],
    ['Greece as EL', { territorial_scope: ['EL'] }, 'territorial_scope'],
    ['a country outside the area', { territorial_scope: ['DE', 'CH'] }, 'territorial_scope'],
    ['a language in lower case', { content_language: 'de' }, 'content_language'],
    ['an answer of yes or no to the decision', { automated_decision: 'No' }, 'automated_decision'],
    ['a time for a date', { application_date: '2026-11-22T15:00:00Z' }, 'application_date'],
    ['a decision before 2020', { application_date: '2019-12-31' }, 'application_date'],
    ['content before 2000', { content_date: '1999-12-31' }, 'content_date'],
    ['an end after 2038', { end_date_visibility_restriction: '2038-01-02' }, 'end_date_visibility_restriction'],
    ['an identifier with a dot', { puid: 'case-1.item-1' }, 'puid'],
    ['an identifier with a line break', { puid: 'case-1\n' }, 'puid'],
    ['an identifier of 501', { puid: 'x'.repeat(501) }, 'puid'],
    ['an address that is none', { decision_ground_reference_url: 'nowhere' }, 'decision_ground_reference_url'],
    ['a product number of 12 digits', { content_id: { 'EAN-13': '123456789012' } }, 'content_id.EAN-13'],
  ])('is refused with the field at fault for %s', async (_, changes, field) => {
    const { status, body } = await one(changes);
    expect(status).toBe(422);
    expect(Object.keys(body.errors)).toContain(field);
    expect(body.message).toContain(Object.values<string[]>(body.errors)[0]?.[0]);
    expect(await kept()).toEqual([]);
  });

  it('may end before it began, and lack a scope: the code looks at neither', async () => {
    expect((await one({ end_date_visibility_restriction: '2026-11-01', territorial_scope: undefined })).status).toBe(
      201,
    );
  });

  it('loses in silence what its other fields make meaningless, and its scope is put in order', async () => {
    await one({
      incompatible_content_ground: 'AGB § 4',
      decision_visibility_other: 'anders',
      source_type: 'SOURCE_VOLUNTARY',
      source_identity: 'Kanzlei',
      territorial_scope: ['FR', 'DE', 'FR'],
      category_addition: ['STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', 'STATEMENT_CATEGORY_VIOLENCE'],
    });
    const [{ fields }] = await kept();
    expect(fields).toMatchObject({
      territorial_scope: ['DE', 'FR'],
      category_addition: ['STATEMENT_CATEGORY_VIOLENCE'],
    });
    for (const lost of ['incompatible_content_ground', 'decision_visibility_other', 'source_identity']) {
      expect(fields).not.toHaveProperty(lost);
    }
  });
});

describe('a batch', () => {
  it('is stored in its order', async () => {
    const { status, body } = await batch(named('a', 'b', 'c'));
    expect(status).toBe(201);
    const stored = (await kept()).map(({ uuid, fields }: { uuid: string; fields: { puid: string } }) => [
      uuid,
      fields.puid,
    ]);
    expect(stored).toEqual(['a', 'b', 'c'].map((puid, index) => [body.statements[index].uuid, puid]));
  });

  it.each([0, 101])('of %i is refused', async (size) => {
    const many = Array.from({ length: size }, (_, index) => sampleStatement({ puid: `p-${index}` }));
    expect(await batch(many)).toMatchObject({ status: 422, body: { errors: { statements: [expect.any(String)] } } });
  });

  it('stores nothing when one is bad, and names each bad one by its place from zero', async () => {
    const bad = { ...sampleStatement({ puid: 'b' }), decision_facts: 'x'.repeat(5_001) };
    const answer = await batch([...named('a'), bad, { ...sampleStatement({ puid: 'c' }), content_language: 'xx' }]);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body)).toEqual(['errors']);
    expect(Object.entries<object>(answer.body.errors).map(([name, fields]) => [name, Object.keys(fields)])).toEqual([
      ['statement_1', ['decision_facts']],
      ['statement_2', ['content_language']],
    ]);
    expect(await kept()).toEqual([]);
    expect(await known('a')).toBe(404);
  });

  it('stores nothing when one identifier is known, and names all that are', async () => {
    await batch(named('a', 'b'));
    const answer = await batch(named('b', 'c', 'a'));
    expect(answer.body.errors.existing_puids).toEqual(['b', 'a']);
    expect(await kept()).toHaveLength(2);
    expect(await known('c')).toBe(404);
  });

  it('with one identifier twice poisons it for two days: 302 and 422 though nothing is stored', async () => {
    expect((await batch(named('a', 'a', 'b'))).body.errors.existing_puids).toEqual(['a']);
    expect(await kept()).toEqual([]);
    expect(await known('a')).toBe(302);
    clock.advance(2 * DAY - 1);
    expect((await batch(named('a', 'b'))).body.errors.existing_puids).toEqual(['a']);
    expect((await one({ puid: 'a' })).body.existing).toEqual({ puid: 'a' });
    clock.advance(2 * DAY);
    expect((await batch(named('a', 'b'))).status).toBe(201);
  });
});

describe('the lock of 30 seconds', () => {
  it('refuses an identifier that another request holds, though that one stores nothing in the end', async () => {
    await faults('lost', { times: 1 });
    const first = one({ puid: 'a' });
    await begun();
    expect((await one({ puid: 'a' })).body.existing).toEqual({ puid: 'a' });
    clock.advance(60_000);
    expect((await first).status).toBe(500);
    expect(await kept()).toEqual([]);
    expect((await one({ puid: 'a' })).status).toBe(201);
  });

  it('is over after 30 seconds, even while the request that took it goes on', async () => {
    await faults('lost', { times: 1 });
    const first = one({ puid: 'a' });
    await begun();
    clock.advance(30_000);
    expect((await one({ puid: 'a' })).status).toBe(201);
    clock.advance(60_000);
    expect((await first).status).toBe(500);
    expect(await kept()).toHaveLength(1);
  });

  it('turns a batch inside of it into poison', async () => {
    await faults('lost', { times: 1 });
    const first = one({ puid: 'a' });
    await begun();
    await batch(named('a', 'b'));
    clock.advance(60_000);
    await first;
    expect(await known('a')).toBe(302);
    expect(await kept()).toEqual([]);
  });
});

describe('a request', () => {
  it('needs the token', async () => {
    expect((await call('POST', '/api/v1/statement', sampleStatement(), 'other')).status).toBe(401);
    expect((await call('GET', '/api/v1/statement/existing-puid/a', undefined, null)).status).toBe(401);
  });

  it('is one too many after 200 in a second, or after 100 in a minute without a token', async () => {
    const statuses = await Promise.all(Array.from({ length: 201 }, () => known('a')));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    clock.advance(1_000);
    expect(await known('a')).toBe(404);
    const anonymous = await Promise.all(
      Array.from({ length: 101 }, () => call('GET', '/api/v1/statement/a', undefined, null)),
    );
    expect(anonymous.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
    expect(anonymous.find(({ status }) => status === 429)?.body.message).toContain('Limit Reached');
  });

  it('finds no way to change or take back what is stored', async () => {
    const { uuid } = (await one()).body;
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await call(method, `/api/v1/statement/${uuid}`, sampleStatement())).status).toBe(404);
    }
    expect(await kept()).toHaveLength(1);
  });
});

describe('faults', () => {
  it.each(['500', '429', '422'])('answer %i once and store nothing', async (mode) => {
    await faults(mode, { times: 1 });
    expect((await one()).status).toBe(Number(mode));
    expect(await kept()).toEqual([]);
    expect((await one()).status).toBe(201);
  });

  it('refuse the first of a batch that keeps all rules', async () => {
    await faults('422', { until: '2026-11-22T15:01:00Z' });
    expect(Object.keys((await batch(named('a', 'b'))).body.errors)).toEqual(['statement_0']);
    clock.advance(60_000);
    expect((await batch(named('a', 'b'))).status).toBe(201);
  });

  it.each(['slow', 'unanswered'])('store at once and answer late: %s', async (mode) => {
    await faults(mode, { times: 1 });
    const answer = one();
    while ((await kept()).length === 0) await new Promise((done) => setImmediate(done));
    clock.advance(60_000);
    expect((await answer).status).toBe(201);
  });

  it('and what is stored outlast a restart', async () => {
    await one();
    await batch(named('p', 'p'));
    await faults('500');
    await close();
    await start();
    expect((await one({ puid: 'n' })).status).toBe(500);
    await faults('none');
    expect((await one()).body.existing).toEqual({ puid: 'statement-1' });
    expect(await known('p')).toBe(302);
    expect((await call('PUT', '/faults', { mode: 'gone' })).status).toBe(400);
    expect((await call('GET', '/elsewhere')).status).toBe(404);
  });
});
