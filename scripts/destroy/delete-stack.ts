import { setTimeout as delay } from 'node:timers/promises';
import { type CloudFormationClient, DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { listResources } from '../deploy/ask-stacks.ts';
import { orNull } from '../deploy/asked.ts';

const BETWEEN_LOOKS_MS = 2_000;

/** A resource that CloudFormation could not remove. */
export interface Undeleted {
  readonly logicalId: string;
  readonly reason: string;
}

/** What is removed, and what may stay behind. */
export interface Removal {
  readonly stack: string;
  /** Resources that are left behind when they cannot be removed, by logical id: a lock keeps what is in them. */
  readonly mayStay: ReadonlySet<string>;
  readonly say: (line: string) => void;
  /** Milliseconds between two looks. @default 2,000 */
  readonly between?: number;
}

/**
 * Removes a stack. What may stay is left behind once CloudFormation has failed to remove it, which is the only time at
 * which it lets anybody say so.
 * @returns what could not be removed and must not stay; then the stack is still there
 */
export async function deleteStack(client: CloudFormationClient, removal: Removal): Promise<readonly Undeleted[]> {
  const { stack, mayStay, say } = removal;
  const undeleted = await attempt(client, removal, []);
  const staying = undeleted.filter(({ logicalId }) => mayStay.has(logicalId));
  if (undeleted.length === 0 || staying.length < undeleted.length) return undeleted;
  for (const { logicalId } of staying) say(`  ${stack}: ${logicalId} stays, a lock keeps what is in it`);
  return await attempt(
    client,
    removal,
    staying.map(({ logicalId }) => logicalId),
  );
}

async function attempt(
  client: CloudFormationClient,
  { stack, say, between = BETWEEN_LOOKS_MS }: Removal,
  RetainResources: readonly string[],
): Promise<readonly Undeleted[]> {
  const { Stacks: [before] = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
  // A stack that is gone is found by its id alone.
  const StackName = before?.StackId ?? stack;
  const retain = RetainResources.length === 0 ? {} : { RetainResources: [...RetainResources] };
  await client.send(new DeleteStackCommand({ StackName, ...retain }));
  let told = '';
  for (;;) {
    const status = await statusOf(client, StackName);
    if (status !== told) say(`  ${stack}: ${status}`);
    told = status;
    if (status === 'DELETE_COMPLETE') return [];
    if (status === 'DELETE_FAILED') return await undeletedIn(client, StackName);
    await delay(between);
  }
}

async function statusOf(client: CloudFormationClient, StackName: string): Promise<string> {
  const found = await orNull(/does not exist/, () => client.send(new DescribeStacksCommand({ StackName })));
  return found?.Stacks?.[0]?.StackStatus ?? 'DELETE_COMPLETE';
}

async function undeletedIn(client: CloudFormationClient, StackName: string): Promise<readonly Undeleted[]> {
  const resources = await listResources(client, StackName);
  return resources
    .filter(({ ResourceStatus }) => ResourceStatus === 'DELETE_FAILED')
    .map(({ LogicalResourceId = '', ResourceStatusReason = '' }) => ({
      logicalId: LogicalResourceId,
      reason: ResourceStatusReason,
    }));
}
