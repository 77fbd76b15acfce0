import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAuthorityOptions } from '../../../scripts/authority/authority-options.ts';
import { runAuthority } from '../../../scripts/authority/run-authority.ts';
import { startTestDatabase, type TestDatabase } from '../../functions/support/database.ts';
import { type AwsServer, jsonError, startAwsServer } from '../../support/aws-server.ts';

const BKA = ['--id', 'de-bka', '--name', 'Bundeskriminalamt', '--email', 'orders@bka.example', '--country', 'DE'];

let aws: AwsServer;
let database: TestDatabase;
let pool: Map<string, readonly string[]>;

beforeAll(async () => {
  [aws, database] = await Promise.all([startAwsServer(), startTestDatabase()]);
  aws.answer('CreateUserPoolClient', (body) => {
    const { AllowedOAuthScopes } = JSON.parse(body) as { AllowedOAuthScopes: string[] };
    const ClientId = `client${pool.size + 1}${Date.now()}`;
    pool.set(ClientId, AllowedOAuthScopes);
    return { body: { UserPoolClient: { ClientId, ClientSecret: 'the-secret' } } };
  });
  aws.answer('DescribeUserPoolClient', (body) => {
    const { ClientId } = JSON.parse(body) as { ClientId: string };
    const scopes = pool.get(ClientId);
    if (scopes === undefined) return jsonError('ResourceNotFoundException', 'no such client');
    return { body: { UserPoolClient: { ClientId, AllowedOAuthScopes: scopes } } };
  });
  aws.answer('ListUserPoolClients', () => ({
    body: { UserPoolClients: [...pool.keys()].map((ClientId) => ({ ClientId })) },
  }));
  aws.answer('DeleteUserPoolClient', (body) => {
    const { ClientId } = JSON.parse(body) as { ClientId: string };
    return pool.delete(ClientId) ? { body: {} } : jsonError('ResourceNotFoundException', 'no such client');
  });
});
beforeEach(() => {
  pool = new Map([['console', ['openid']]]);
});
afterAll(async () => {
  await Promise.all([aws.close(), database.close()]);
});

async function run(action: string, ...args: readonly string[]) {
  const said: string[] = [];
  const options = readAuthorityOptions([action, '--stage', 'dev', ...args]);
  const status = await runAuthority(options!, {
    clients: { database: database.client as never, identities: aws.clients.identities },
    parts: { userPool: 'eu-central-1_pool', caseTable: database.caseTable },
    say: (line) => said.push(line),
  });
  return { status, said: said.join('\n') };
}

async function added(): Promise<string> {
  const { said } = await run('add', ...BKA);
  return /Client id: +(\w+)/.exec(said)?.[1] ?? '';
}

describe('npm run authority', () => {
  it('makes a client, registers it, and says its secret once', async () => {
    const { status, said } = await run('add', ...BKA);
    expect([status, said]).toEqual([0, expect.stringContaining('the-secret')]);
    const [, client = ''] = pool.keys();
    expect(pool.get(client)).toEqual(['writ/authority']);
    const listed = await run('list');
    expect(listed.said).toBe(`${client}  de-bka  Bundeskriminalamt  orders@bka.example  DE`);
  });

  it('lists a client that somebody made without registering it', async () => {
    pool.set('byhand', ['writ/authority']);
    expect((await run('list')).said).toContain('byhand  NOT REGISTERED');
    expect((await run('add', '--client', 'byhand', ...BKA)).status).toBe(0);
    expect((await run('list')).said).toContain('byhand  de-bka');
  });

  it('registers no client twice, and none that may send no orders', async () => {
    const client = await added();
    expect(await run('add', '--client', client, ...BKA)).toMatchObject({ status: 3 });
    expect(await run('add', '--client', 'console', ...BKA)).toMatchObject({ status: 3 });
    expect(await run('add', '--client', 'nowhere', ...BKA)).toMatchObject({ status: 3 });
  });

  it('changes where reports go, and nothing of a client that is not registered', async () => {
    const client = await added();
    const changed = await run('change', '--client', client, '--email', 'new@bka.example');
    expect(changed.said).toBe(`${client}  de-bka  Bundeskriminalamt  new@bka.example  DE`);
    expect(await run('change', '--client', 'nowhere', '--country', 'FR')).toMatchObject({ status: 3 });
    const moved = await run('change', '--client', client, '--country', 'FR');
    expect(moved).toEqual({ status: 3, said: expect.stringContaining('de-bka does not begin with the country FR') });
  });

  it('takes a client and its entry away, and may do so once more', async () => {
    const client = await added();
    expect(await run('remove', '--client', client)).toMatchObject({ status: 0 });
    expect([pool.has(client), (await run('list')).said]).toEqual([false, 'There are no clients of authorities.']);
    expect(await run('remove', '--client', client)).toMatchObject({ status: 3 });
  });

  it('takes away nothing but the clients of authorities', async () => {
    expect(await run('remove', '--client', 'console')).toMatchObject({ status: 3 });
    expect(pool.has('console')).toBe(true);
  });
});

describe('the options of npm run authority', () => {
  it.each([
    [[], 'Name what to do: add, list, change or remove.'],
    [['add', '--stage', 'dev', ...BKA.slice(2)], '--id is missing: lowercase words joined by hyphens, its country'],
    [
      ['add', '--stage', 'dev', ...BKA, '--name', 'B'],
      '--name does not fit: its official name, of 2 to 200 characters.',
    ],
    [['add', '--stage', 'dev', ...BKA, '--email', 'x'], '--email does not fit: the e-mail address'],
    [['add', '--stage', 'dev', ...BKA, '--country', 'Germany'], '--country does not fit: the two-letter code'],
    [['add', '--stage', 'dev', ...BKA, '--country', 'ZZ'], '--country does not fit: the two-letter code'],
    [['add', '--stage', 'dev', ...BKA, '--country', 'FR'], 'The id de-bka does not begin with the country FR'],
    [['change', '--stage', 'dev', '--client', 'x', '--country', 'ZZ'], '--country does not fit'],
    [['add', ...BKA], '--stage'],
    [['change', '--stage', 'dev', '--client', 'x'], '--name, --email or --country'],
    [['change', '--stage', 'dev', '--client', 'x', '--id', 'de-x'], 'An id stays'],
    [['remove', '--stage', 'dev'], '--client'],
    [['rename', '--stage', 'dev'], 'There is no "rename"'],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(() => readAuthorityOptions(args)).toThrow(sentence);
  });

  it.each([[['--help']], [['add', '--help']]])('%j asks for help', (args) => {
    expect(readAuthorityOptions(args)).toBeNull();
  });
});
