import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import type { CloudClients } from '../deploy/clients.ts';
import type { DeployedStack } from '../deploy/facts.ts';
import type { DeclaredResource } from '../templates.ts';
import { bucketContents } from './bucket-contents.ts';
import type { HeldKey, Holding } from './holdings.ts';

/** Days that KMS waits where the template names none. */
const DEFAULT_WINDOW_DAYS = 30;

/** What the stacks hold that somebody may miss, looked at in the services themselves. */
export async function surveyHoldings(
  clients: CloudClients,
  stacks: readonly DeployedStack[],
): Promise<readonly Holding[]> {
  const holdings: Holding[] = [];
  const logs: { readonly name: string; readonly retained: boolean }[] = [];
  for (const { template, physicalIds } of stacks) {
    for (const resource of template.resources) {
      const id = physicalIds.get(resource.logicalId);
      if (id === undefined) continue;
      if (resource.type === 'AWS::Logs::LogGroup') logs.push({ name: id, retained: resource.retained });
      else holdings.push(...(await surveyResource(clients, resource, id)));
    }
  }
  for (const retained of [true, false]) {
    const names = logs.filter((group) => group.retained === retained).map(({ name }) => name);
    if (names.length > 0) holdings.push({ kind: 'logs', names, retained });
  }
  return holdings;
}

async function surveyResource(
  clients: CloudClients,
  { type, stack, logicalId, retained, properties }: DeclaredResource,
  id: string,
): Promise<readonly Holding[]> {
  switch (type) {
    case 'AWS::S3::Bucket': {
      const contents = await bucketContents(clients.storage, id);
      return [{ kind: 'bucket', name: id, stack, logicalId, retained, ...contents }];
    }
    case 'AWS::DynamoDB::GlobalTable': {
      const { Table } = await clients.database.send(new DescribeTableCommand({ TableName: id }));
      return [{ kind: 'table', name: id, retained, rows: Table?.ItemCount ?? 0 }];
    }
    case 'AWS::KMS::Key':
      return [await surveyKey(clients, id, retained, Number(properties['PendingWindowInDays'] ?? DEFAULT_WINDOW_DAYS))];
    case 'AWS::Cognito::UserPool':
      return [{ kind: 'login', id, retained }];
    default:
      return [];
  }
}

/** A key as it stands. */
export async function surveyKey(
  { keys }: CloudClients,
  id: string,
  retained: boolean,
  windowDays: number,
): Promise<HeldKey> {
  const { KeyMetadata } = await keys.send(new DescribeKeyCommand({ KeyId: id }));
  return {
    kind: 'key',
    id,
    retained,
    windowDays,
    description: KeyMetadata?.Description ?? '',
    signs: KeyMetadata?.KeyUsage === 'SIGN_VERIFY',
    endsAt: KeyMetadata?.DeletionDate?.toISOString() ?? null,
  };
}
