import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { runCommand } from '../../run-command.ts';
import { shellBlocks } from '../../shell-blocks.ts';
import type { CheckReport } from '../check-report.ts';
import { clientToken } from '../client-token.ts';
import type { AwsClients } from '../clients.ts';
import type { HttpApi } from '../http-api.ts';

const DOCUMENT = join(import.meta.dirname, '..', '..', '..', 'docs', 'access.md');
const TIMEOUT_MS = 60_000;
const PERSON = 'ada@platform.example';

/** What the document's commands are run with. */
export interface AccessChecks {
  readonly clients: AwsClients;
  readonly api: HttpApi;
  readonly userPool: string;
  readonly endpoint: string;
  readonly stage: string;
  /** The environment of an operator's shell, in which `aws` is found. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The commands of docs/access.md, as printed, make people and clients, change them and take them away. */
export async function checkAccess(report: CheckReport, world: AccessChecks): Promise<void> {
  const { clients, userPool: UserPoolId } = world;
  const { identities } = clients;
  await report.check('access.md: a person is made with a role', async () => {
    await run(world, ['Make a person']);
    await mustHaveGroups(world, ['operator']);
    const listed = await run(world, ['See who has which role']);
    if (!new RegExp(`^operator: .*${PERSON}`, 'm').test(listed)) throw new Error(listed);
    return undefined;
  });
  await report.check('access.md: the role is changed', async () => {
    await run(world, ['Change a role']);
    await mustHaveGroups(world, ['lead']);
    return undefined;
  });
  await report.check('access.md: a new first password has to be changed', async () => {
    await run(world, ['Give a new first password']);
    const { UserStatus } = await identities.send(new AdminGetUserCommand({ UserPoolId, Username: PERSON }));
    if (UserStatus !== 'FORCE_CHANGE_PASSWORD') throw new Error(`the person is ${UserStatus}`);
    return undefined;
  });
  await report.check('access.md: the person is taken away', async () => {
    await run(world, ['Take a person away']);
    const gone = await failureOf(identities.send(new AdminGetUserCommand({ UserPoolId, Username: PERSON })));
    if (gone !== 'UserNotFoundException') throw new Error(`asking for the person ended with ${gone}`);
    return undefined;
  });
  await report.check('access.md: a client is made, let in with its role, and taken away', () => checkClient(world));
}

async function checkClient(world: AccessChecks): Promise<string> {
  const { api, clients, endpoint, userPool: UserPoolId } = world;
  const made = await run(world, ['Make a client']);
  const [ClientId = '', secret = ''] = made.trim().split(/\s+/).slice(-2);
  const token = await clientToken(endpoint, { id: ClientId, secret, scope: 'writ/authority' });
  const { status } = await api.call('GET', `/v1/orders/case-${'0'.repeat(26)}`, { token });
  if (status !== 404) throw new Error(`the authority was answered ${status}, not 404`);
  const listed = await run(world, ['See which clients there are']);
  if (!listed.includes(ClientId)) throw new Error(`not among the clients: ${listed}`);
  await run(world, ['Change a secret, or take a client away'], { CLIENT_ID: ClientId });
  const gone = await failureOf(clients.identities.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId })));
  if (gone !== 'ResourceNotFoundException') throw new Error(`asking for the client ended with ${gone}`);
  return ClientId;
}

/** Runs the blocks below these headings in one shell, behind those that set it up. @throws Error with what it said */
async function run(
  { environment, stage }: AccessChecks,
  headings: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const text = readFileSync(DOCUMENT, 'utf8');
  const script = ['Set up', ...headings].flatMap((heading) => shellBlocks(text, heading)).join('\n');
  const { status, output } = await runCommand('bash', ['-euo', 'pipefail', '-c', script], {
    environment: { ...environment, ...more, STAGE: stage },
    timeoutMs: TIMEOUT_MS,
  });
  if (status !== 0) throw new Error(`the shell ended with ${status}: ${output}`);
  return output;
}

async function mustHaveGroups({ clients, userPool }: AccessChecks, wanted: readonly string[]): Promise<void> {
  const { Groups = [] } = await clients.identities.send(
    new AdminListGroupsForUserCommand({ UserPoolId: userPool, Username: PERSON }),
  );
  const found = Groups.map(({ GroupName }) => GroupName).join(', ');
  if (found !== wanted.join(', ')) throw new Error(`the person is in: ${found}`);
}

/** The name of the error that a call ends with; null when it succeeds. */
async function failureOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}
