import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { QUEUES } from '../../undelivered/run-undelivered.ts';
import type { CheckReport } from '../check-report.ts';
import type { AwsClients } from '../clients.ts';
import type { DeployedResource } from '../compare-resources.ts';
import { mustHaveSaid, type Operator } from '../operator.ts';

/** What the command is tried with. */
export interface UndeliveredChecks {
  readonly operator: Operator;
  readonly clients: AwsClients;
  readonly deployed: readonly DeployedResource[];
}

const MISSING_CASE = `case-${'0'.repeat(26)}`;

/** `undelivered` finds nothing in empty queues, and has an event taken again by its function, by its real command. */
export async function checkUndeliveredCommand(report: CheckReport, world: UndeliveredChecks): Promise<void> {
  const { operator, clients, deployed } = world;
  const physicalId = (wanted: string, prefix: string): string =>
    deployed.find(({ type, logicalId }) => type === wanted && logicalId.startsWith(prefix))?.physicalId ?? '';
  for (const queue of Object.keys(QUEUES)) {
    await report.check(`undelivered finds nothing among ${queue}`, async () => {
      mustHaveSaid(await operator.run('undelivered', ['--queue', queue]), 0, [/^Nothing waits\.$/m]);
      return undefined;
    });
  }
  await report.check('undelivered lists an event, has it taken again and removes it', async () => {
    const name = physicalId('AWS::Lambda::Function', 'OperationsParkFailedExecution');
    const detail = { name: `${MISSING_CASE}-1`, status: 'FAILED' };
    const MessageBody = JSON.stringify({
      requestContext: { functionArn: `arn:aws:lambda:::function:${name}`, condition: 'RetriesExhausted' },
      requestPayload: { detail },
    });
    const QueueUrl = physicalId('AWS::SQS::Queue', QUEUES.events);
    await clients.queues.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const listed = await operator.run('undelivered', ['--queue', 'events']);
    mustHaveSaid(listed, 0, [new RegExp(`^${MISSING_CASE}  ${name}`, 'm'), /1 message: left in the queue/]);
    const retaken = await operator.run('undelivered', ['--queue', 'events', '--retake']);
    mustHaveSaid(retaken, 0, [/1 message: 1 taken again and removed, 0 left/]);
    mustHaveSaid(await operator.run('undelivered', ['--queue', 'events']), 0, [/^Nothing waits\.$/m]);
    return undefined;
  });
}
