import { GetEmailIdentityCommand } from '@aws-sdk/client-sesv2';
import { paginateListSubscriptionsByTopic } from '@aws-sdk/client-sns';
import { askStack } from './ask-stacks.ts';
import type { CloudClients } from './clients.ts';
import type { DeployedStack } from './facts.ts';

/** What somebody still has to do after a deployment, in lines: DNS records to publish, and who hears the alarms. */
export async function remainingWork(clients: CloudClients, stacks: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const name of stacks) {
    const stack = await askStack(clients.stacks, name);
    if (stack === null) continue;
    for (const domain of idsOf(stack, 'AWS::SES::EmailIdentity')) lines.push(...(await recordsFor(clients, domain)));
    for (const topic of idsOf(stack, 'AWS::SNS::Topic')) lines.push(...(await listenersOf(clients, topic)));
  }
  return lines;
}

/** The physical ids of a stack's resources of a type. */
export function idsOf({ template, physicalIds }: DeployedStack, type: string): readonly string[] {
  return template.resources
    .filter((resource) => resource.type === type)
    .flatMap(({ logicalId }) => physicalIds.get(logicalId) ?? []);
}

async function recordsFor({ mail }: CloudClients, domain: string): Promise<readonly string[]> {
  const identity = await mail.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
  if (identity.VerifiedForSendingStatus === true) return [];
  return [
    `SES sends nothing from ${domain} until these records are published in its DNS:`,
    ...(identity.DkimAttributes?.Tokens ?? []).map(
      (token) => `  ${token}._domainkey.${domain}  CNAME  ${token}.dkim.amazonses.com`,
    ),
  ];
}

async function listenersOf({ topics }: CloudClients, TopicArn: string): Promise<readonly string[]> {
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client: topics }, { TopicArn })) {
    if (Subscriptions.length > 0) return [];
  }
  return [
    `Nobody hears the alarms: \`aws sns subscribe --topic-arn ${TopicArn} --protocol email --notification-endpoint <address>\`.`,
  ];
}
