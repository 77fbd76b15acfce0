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

/**
 * Deploys a small template of one resource, does something with it, and removes the stack.
 * @returns the status that its removal ends with
 */
export async function deletedStack(
  client: CloudFormationClient,
  name: string,
  template: object,
  use: (physicalId: string) => Promise<void>,
): Promise<string> {
  await client.send(new CreateStackCommand({ StackName: name, TemplateBody: JSON.stringify(template) }));
  await endOf(client, name);
  const { Stacks: [made] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
  const [resource] = await describeResources(client, name);
  await use(resource?.physicalId ?? '');
  await client.send(new DeleteStackCommand({ StackName: name }));
  return await endOf(client, made?.StackId ?? name);
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
