import { ApiClient } from '../api-client.ts';
import { idsOf } from './after-deployment.ts';
import { askStack, stackOutput } from './ask-stacks.ts';
import type { CloudClients } from './clients.ts';
import type { SmokeLevel } from './facts.ts';
import { patience } from './patience.ts';
import { signInForSmoke } from './smoke-login.ts';
import { MAIL_SIMULATOR, smokeTest } from './smoke-test.ts';

/** Seconds that one notice may take to its end: a schedule of every minute may be on its way. */
const PATIENCE = 300;

/** What is tried. */
export interface Trial {
  readonly clients: CloudClients;
  readonly stage: string;
  readonly apiStack: string;
  readonly level: Exclude<SmokeLevel, 'none'>;
  readonly item: string;
  readonly mailDomain: string;
  readonly say: (line: string) => void;
}

/** Takes a notice through the deployment as a person who exists for that alone. @throws SmokeTestError or Error */
export async function tryDeployment(trial: Trial): Promise<void> {
  const { clients, apiStack, mailDomain, stage, level, item, say } = trial;
  const stack = await askStack(clients.stacks, apiStack);
  const [userPool] = stack === null ? [] : idsOf(stack, 'AWS::Cognito::UserPool');
  if (userPool === undefined) throw new Error(`${apiStack} has no user pool`);
  const api = new ApiClient(await stackOutput(clients.stacks, apiStack, 'ApiUrl'));
  const person = await signInForSmoke(clients.identities, userPool, mailDomain);
  say(`  ${person.name} signs in`);
  try {
    const { token } = person;
    const pause = patience(PATIENCE);
    await smokeTest({ api, stage, level, item, sender: MAIL_SIMULATOR, token, pause, say });
  } finally {
    await person.remove();
    say('  that person is removed again');
  }
}
