import * as z from 'zod';
import { Authority, idAgrees } from '#domain/authority';
import { Country } from '#domain/territory';
import { checked, parsed, UsageError } from '../deploy/command-line.ts';

export const AUTHORITY_HELP = `npm run authority -- <add|list|change|remove> --stage <stage> [options]

Keeps the register of authorities of a stage: who sends orders through which client, from which country, and where
reports go. The order of a client that it does not name is kept and reviewed by a person, and never acted on first.

  add      registers an authority and makes a client for it; prints its id and, once, its secret
             --id <id>          as its orders name it, its country first: de-bka
             --name <name>      its official name
             --email <address>  where reports on its orders go
             --country <code>   ISO 3166-1: DE
             --client <id>      register this client, which the user pool has, and make none
           Once more with the same id gives the authority another client, as for changing a secret.
  list     all clients with the scope of authorities, registered or not
  change   --client <id> and any of --name, --email, --country: for orders from then on
  remove   --client <id>: takes the client and its entry away; what it sent stays

Before you add one: make sure by a way of your own (its published number, its colleagues) that it is the authority.

Exit status: 0 done; 1 a fault; 2 usage; 3 refused.`;

/** An authority as options name it; unlike an entry that was made before, of a country that there is. */
const NamedAuthority = Authority.extend({ country: Country });
const Changes = NamedAuthority.omit({ id: true }).partial();

/** What each option of an authority has to be. */
const WANTED: Readonly<Record<string, string>> = {
  id: 'lowercase words joined by hyphens, its country first, as in de-bka',
  name: 'its official name, of 2 to 200 characters',
  email: 'the e-mail address that reports on its orders go to',
  country: 'the two-letter code of a country (ISO 3166-1), as in DE',
};

const Stage = z.string('Name a stage with --stage.');
const Client = z.string('Name a client with --client.').regex(/^[\w+]{1,128}$/, 'A client id has letters and digits.');

const Options = z.discriminatedUnion('action', [
  z.object({ action: z.literal('add'), stage: Stage, authority: NamedAuthority, client: Client.optional() }),
  z.object({ action: z.literal('list'), stage: Stage }),
  z.object({
    action: z.literal('change'),
    stage: Stage,
    client: Client,
    changes: Changes.refine(
      (changes) => Object.keys(changes).length > 0,
      'Say what to change: --name, --email or --country.',
    ),
  }),
  z.object({ action: z.literal('remove'), stage: Stage, client: Client }),
]);
export type AuthorityOptions = z.infer<typeof Options>;

/** Reads the command line. @returns null when help is asked for @throws UsageError in a sentence */
export function readAuthorityOptions(args: readonly string[]): AuthorityOptions | null {
  const [action = '', ...rest] = args;
  if (action === '--help') return null;
  const { help, stage, client, id, name, email, country } = parsed(rest, {
    help: { type: 'boolean' },
    stage: { type: 'string' },
    client: { type: 'string' },
    id: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
    country: { type: 'string' },
  });
  if (help === true) return null;
  const given = Object.fromEntries(
    Object.entries({ id, name, email, country }).filter(([, value]) => value !== undefined),
  );
  switch (action) {
    case 'add': {
      const authority = namedByOption(NamedAuthority, given);
      if (!idAgrees(authority.id, authority.country)) throw new UsageError(disagreement(authority));
      return checked(Options, { action, stage, client, authority });
    }
    case 'change': {
      if (id !== undefined) throw new UsageError('An id stays: add the authority under the other id.');
      const changes = namedByOption(Changes, given);
      return checked(Options, { action, stage, client, changes });
    }
    case 'list':
    case 'remove':
      return checked(Options, { action, stage, client });
    case '':
      throw new UsageError('Name what to do: add, list, change or remove.');
    default:
      throw new UsageError(`There is no "${action}": choose add, list, change or remove.`);
  }
}

/** Options of an authority as they must be. @throws UsageError naming the first that is not */
function namedByOption<S extends z.ZodType>(schema: S, values: Readonly<Record<string, unknown>>): z.output<S> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const option = String(result.error.issues[0]?.path[0]);
  const fault = values[option] === undefined ? 'is missing' : 'does not fit';
  throw new UsageError(`--${option} ${fault}: ${WANTED[option]}.`);
}

/** Says that an authority's id names another country than the one given. */
export function disagreement({ id, country }: Pick<Authority, 'id' | 'country'>): string {
  return `The id ${id} does not begin with the country ${country}: an id begins with its own, as de-bka with DE.`;
}
