import {
  type CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import { parseTemplate } from '../templates.ts';
import { orNull } from './asked.ts';
import type { DeployedStack } from './facts.ts';

const NO_STACK = /does not exist/;

/** The stacks of these names that there are, in the same order. */
export async function askStacks(
  client: CloudFormationClient,
  names: readonly string[],
): Promise<readonly DeployedStack[]> {
  const found = await Promise.all(names.map((name) => askStack(client, name)));
  return found.filter((stack) => stack !== null);
}

/** A stack as it stands; null when there is none of that name. */
export async function askStack(client: CloudFormationClient, name: string): Promise<DeployedStack | null> {
  const StackName = name;
  return await orNull(NO_STACK, async () => {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    if (stack === undefined || stack.StackStatus === 'DELETE_COMPLETE') return null;
    const { TemplateBody = '{}' } = await client.send(new GetTemplateCommand({ StackName }));
    const resources = await listResources(client, StackName);
    return {
      name,
      status: stack.StackStatus ?? '',
      parameters: Object.fromEntries(
        (stack.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]),
      ),
      template: parseTemplate(name, TemplateBody === '' ? '{}' : TemplateBody),
      physicalIds: new Map(
        resources.flatMap(({ LogicalResourceId, PhysicalResourceId, ResourceStatus }) =>
          LogicalResourceId && PhysicalResourceId && ResourceStatus !== 'DELETE_COMPLETE'
            ? [[LogicalResourceId, PhysicalResourceId] as const]
            : [],
        ),
      ),
    };
  });
}

/** Every resource of a stack: describing them ends at a hundred, listing does not. */
export async function listResources(
  client: CloudFormationClient,
  StackName: string,
): Promise<readonly StackResourceSummary[]> {
  const found: StackResourceSummary[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName })) {
    found.push(...StackResourceSummaries);
  }
  return found;
}

/** An output of a stack. @throws Error when it has none of that name */
export async function stackOutput(client: CloudFormationClient, stack: string, name: string): Promise<string> {
  const { Stacks: [found] = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
  const value = found?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
  if (value === undefined) throw new Error(`${stack} has no output ${name}`);
  return value;
}
