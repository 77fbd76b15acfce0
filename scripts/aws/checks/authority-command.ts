import type { CheckReport } from '../check-report.ts';
import type { Logins } from '../logins.ts';
import { mustHaveSaid, type Operator } from '../operator.ts';

/** The authority that sends the orders of the checks. */
export const CHECKED_AUTHORITY = 'de-bka';

const BKA = ['--id', CHECKED_AUTHORITY, '--name', 'Bundeskriminalamt', '--country', 'DE'];
const MADE = /Client id: +(\w+)[\s\S]*Client secret: +\S+/;

/** `authority` registers the client of the checks, and makes, lists, changes and removes another, by its real command. */
export async function checkAuthorityCommand(
  report: CheckReport,
  { operator, logins }: { readonly operator: Operator; readonly logins: Logins },
): Promise<void> {
  await report.check('authority registers a client that the user pool has', async () => {
    const { client } = await logins.of('authority');
    const args = ['add', '--client', client, ...BKA, '--email', 'orders@bka.example'];
    mustHaveSaid(await operator.run('authority', args), 0, [/de-bka {2}Bundeskriminalamt/]);
    return CHECKED_AUTHORITY;
  });
  await report.check('authority makes, lists, changes and removes a client', async () => {
    const added = await operator.run('authority', ['add', ...BKA, '--email', 'second@bka.example']);
    mustHaveSaid(added, 0, [MADE]);
    const client = MADE.exec(added.output)?.[1] ?? '';
    const change = ['change', '--client', client, '--email', 'third@bka.example'];
    mustHaveSaid(await operator.run('authority', change), 0, [/third@bka\.example/]);
    mustHaveSaid(await operator.run('authority', ['list']), 0, [/third@bka\.example/, /orders@bka\.example/]);
    mustHaveSaid(await operator.run('authority', ['remove', '--client', client]), 0, [/no longer sends/]);
    mustHaveSaid(await operator.run('authority', ['remove', '--client', client]), 3, [/There is no client/]);
    return 'a second client of it';
  });
}
