import { setTimeout as delay } from 'node:timers/promises';
import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import type { DescribedResource } from './compare-resources.ts';

const TRIES = 100;

/** The resources of a stack. */
export async function describeResources(
  client: CloudFormationClient,
  stack: string,
): Promise<readonly DescribedResource[]> {
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: stack }));
  return StackResources.map(({ LogicalResourceId, ResourceType, PhysicalResourceId, ResourceStatus }) => ({
    logicalId: LogicalResourceId ?? '',
    type: ResourceType ?? '',
    physicalId: PhysicalResourceId ?? '',
    status: ResourceStatus ?? '',
  }));
}

/** An output of a stack. @throws Error when it has none of that name */
export async function stackOutput(client: CloudFormationClient, stack: string, name: string): Promise<string> {
  const { Stacks: [found] = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
  const value = found?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
  if (value === undefined) throw new Error(`${stack} has no output ${name}`);
  return value;
}

/** Deploys a small template and removes it again. @returns why it failed, or null when it did not */
export async function probeStack(client: CloudFormationClient, name: string, template: object): Promise<string | null> {
  try {
    await client.send(new CreateStackCommand({ StackName: name, TemplateBody: JSON.stringify(template) }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const status = await endOf(client, name);
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
  await client.send(new DeleteStackCommand({ StackName: name }));
  if (status === 'CREATE_COMPLETE') return null;
  // The newest comes first; the oldest failure is the cause of the others.
  const failure = StackEvents.findLast(
    ({ ResourceStatus = '', ResourceStatusReason }) => /FAILED|ROLLBACK/.test(ResourceStatus) && ResourceStatusReason,
  );
  return failure?.ResourceStatusReason ?? status;
}

async function endOf(client: CloudFormationClient, name: string): Promise<string> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const status = stack?.StackStatus ?? '';
    if (!status.endsWith('IN_PROGRESS')) return status;
    await delay(100);
  }
  throw new Error(`the stack ${name} is still being made`);
}
