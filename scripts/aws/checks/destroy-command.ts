import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { CheckReport } from '../check-report.ts';
import type { AwsClients } from '../clients.ts';
import { mustHaveSaid } from '../operator.ts';
import type { CommandChecks } from './deploy-command.ts';

/** What `destroy` is tried with. */
export interface DestroyChecks extends CommandChecks {
  readonly clients: AwsClients;
  readonly stacks: readonly string[];
}

/** `destroy` refuses while cases are open, lists what is kept, and removes every stack, by its real command. */
export async function checkDestroyCommand(report: CheckReport, world: DestroyChecks): Promise<void> {
  const { operator, clients, stacks } = world;
  await report.check('destroy refuses while cases are open', async () => {
    const refused = await operator.run('destroy', ['--yes']);
    mustHaveSaid(refused, 3, [/\d+ cases are open/, /Object Lock keeps them \(governance\) until 20/]);
    return /\d+ cases are open/.exec(refused.output)?.[0];
  });
  await report.check('destroy removes every stack and lists what is left', async () => {
    const destroyed = await operator.run('destroy', ['--yes', '--with-open-cases']);
    mustHaveSaid(destroyed, 0, [/are gone\. What is left/, /cancel-key-deletion/, /delete-bucket/]);
    for (const StackName of stacks) await mustBeGone(clients, StackName);
    return stacks.join(', ');
  });
}

async function mustBeGone({ stacks }: AwsClients, StackName: string): Promise<void> {
  const { Stacks: [found] = [] } = await stacks
    .send(new DescribeStacksCommand({ StackName }))
    .catch(() => ({ Stacks: [] }));
  if (found !== undefined && found.StackStatus !== 'DELETE_COMPLETE') {
    throw new Error(`${StackName} is ${found.StackStatus}`);
  }
}
