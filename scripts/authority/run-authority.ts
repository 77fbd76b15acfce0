import { type Authority, idAgrees } from '#domain/authority';
import type { CloudClients } from '../deploy/clients.ts';
import { EXIT } from '../deploy/exit-status.ts';
import { AuthorityClients, type Credentials } from './authority-clients.ts';
import { type AuthorityOptions, disagreement } from './authority-options.ts';
import { OperatedRegister } from './register.ts';
import type { StageParts } from './stage-parts.ts';

/** What the command works on. */
export interface AuthorityRun {
  readonly clients: Pick<CloudClients, 'database' | 'identities'>;
  readonly parts: StageParts;
  /** Takes a line for the operator. */
  readonly say: (line: string) => void;
}

interface Work {
  readonly register: OperatedRegister;
  readonly pool: AuthorityClients;
  readonly say: (line: string) => void;
}

type OptionsOf<A extends AuthorityOptions['action']> = Extract<AuthorityOptions, { readonly action: A }>;

/** Does what the operator asked for. @returns the exit status */
export async function runAuthority(options: AuthorityOptions, { clients, parts, say }: AuthorityRun): Promise<number> {
  const register = new OperatedRegister(clients.database, parts.caseTable);
  const pool = new AuthorityClients(clients.identities, parts.userPool);
  const work = { register, pool, say };
  switch (options.action) {
    case 'add':
      return await add(options, work);
    case 'list':
      return await list(work);
    case 'change':
      return await change(options, work);
    case 'remove':
      return await remove(options, work);
  }
}

async function add({ authority, client }: OptionsOf<'add'>, { register, pool, say }: Work): Promise<number> {
  if (client !== undefined && !(await pool.has(client))) {
    say(`stop  The user pool has no client ${client} with the scope writ/authority.`);
    return EXIT.refused;
  }
  const made: Credentials | null = client === undefined ? await pool.make(authority.id) : null;
  const id = made?.client ?? client ?? '';
  if (!(await register.put(id, authority, 'new'))) {
    say(`stop  The client ${id} is registered already: \`change\` it, or \`remove\` it first.`);
    return EXIT.refused;
  }
  say(`${lineOf(id, authority)}`);
  if (made === null) return EXIT.done;
  say(`Client id:      ${made.client}`);
  say(`Client secret:  ${made.secret}`);
  say('Hand both over by a way of their own. With them the authority gets its token from POST /oauth/token.');
  return EXIT.done;
}

async function list({ register, pool, say }: Work): Promise<number> {
  const ids = await pool.all();
  for (const id of ids) {
    const entry = await register.find(id);
    say(entry === null ? `${id}  NOT REGISTERED: its orders are reviewed, never acted on first` : lineOf(id, entry));
  }
  if (ids.length === 0) say('There are no clients of authorities.');
  return EXIT.done;
}

async function change({ client, changes }: OptionsOf<'change'>, { register, say }: Work): Promise<number> {
  const entry = await register.find(client);
  const changed = entry === null ? null : { ...entry, ...given(changes) };
  if (changed !== null && changes.country !== undefined && !idAgrees(changed.id, changed.country)) {
    say(`stop  ${disagreement(changed)}`);
    return EXIT.refused;
  }
  if (changed === null || !(await register.put(client, changed, 'known'))) {
    say(`stop  The client ${client} is not registered.`);
    return EXIT.refused;
  }
  say(lineOf(client, changed));
  return EXIT.done;
}

/** The entry goes first: a token that the client still has names nobody from then on. */
async function remove({ client }: OptionsOf<'remove'>, { register, pool, say }: Work): Promise<number> {
  const entry = await register.find(client);
  if (entry === null && !(await pool.has(client))) {
    say(`stop  There is no client ${client} of an authority.`);
    return EXIT.refused;
  }
  await register.remove(client);
  await pool.remove(client);
  say(`${entry?.id ?? 'A client that was not registered'} no longer sends through ${client}.`);
  return EXIT.done;
}

function given(changes: OptionsOf<'change'>['changes']): Partial<Authority> {
  const { name, email, country } = changes;
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(country !== undefined && { country }),
  };
}

function lineOf(client: string, { id, name, email, country }: Authority): string {
  return `${client}  ${id}  ${name}  ${email}  ${country}`;
}
