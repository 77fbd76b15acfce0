import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import { paginateListServiceQuotas } from '@aws-sdk/client-service-quotas';
import { GetAccountCommand, GetEmailIdentityCommand } from '@aws-sdk/client-sesv2';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { askStacks } from './ask-stacks.ts';
import { ask, orNull } from './asked.ts';
import type { CloudClients } from './clients.ts';
import type { CloudFacts, MailAccount } from './facts.ts';
import { askActiveRuleSet } from './rule-set.ts';

/** Where the CDK's bootstrap keeps its version. */
const BOOTSTRAP_VERSION = '/cdk-bootstrap/hnb659fds/version';

/** What is asked about. */
export interface Questions {
  readonly stackNames: readonly string[];
  /** The domain that mail comes from, given what the deployed stacks have. @returns undefined when nothing tells it */
  readonly mailDomain: (stacks: CloudFacts['stacks']) => string | undefined;
}

/** Asks AWS all that preflight judges; an answer that is not to be had keeps no other from being asked. */
export async function askCloud(clients: CloudClients, { stackNames, mailDomain }: Questions): Promise<CloudFacts> {
  const [identity, bootstrapVersion, stacks, functionConcurrency, workflowQuotas, mail, activeRuleSet] =
    await Promise.all([
      ask(() => askIdentity(clients)),
      ask(() => askBootstrap(clients)),
      ask(() => askStacks(clients.stacks, stackNames)),
      ask(() => askConcurrency(clients)),
      ask(() => askWorkflowQuotas(clients)),
      ask(() => askMailAccount(clients)),
      ask(() => askActiveRuleSet(clients.mailRules)),
    ]);
  const domain = mailDomain(stacks);
  const mailIdentity = await ask(async () => (domain === undefined ? null : await askMailIdentity(clients, domain)));
  return {
    identity,
    bootstrapVersion,
    stacks,
    functionConcurrency,
    workflowQuotas,
    mail,
    mailIdentity,
    activeRuleSet,
  };
}

/** Whose credentials these are. */
export async function askIdentity({
  tokens,
}: Pick<CloudClients, 'tokens'>): Promise<{ readonly account: string; readonly arn: string }> {
  const { Account = '', Arn = '' } = await tokens.send(new GetCallerIdentityCommand({}));
  return { account: Account, arn: Arn };
}

async function askBootstrap({ parameters }: CloudClients): Promise<number | null> {
  const found = await orNull(/ParameterNotFound/, () =>
    parameters.send(new GetParameterCommand({ Name: BOOTSTRAP_VERSION })),
  );
  return found === null ? null : Number(found.Parameter?.Value);
}

async function askConcurrency({ functions }: CloudClients): Promise<number> {
  const { AccountLimit } = await functions.send(new GetAccountSettingsCommand({}));
  if (AccountLimit?.ConcurrentExecutions === undefined) throw new Error('Lambda told no limit');
  return AccountLimit.ConcurrentExecutions;
}

async function askWorkflowQuotas({ quotas }: CloudClients): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for await (const { Quotas = [] } of paginateListServiceQuotas({ client: quotas }, { ServiceCode: 'states' })) {
    for (const { QuotaName, Value } of Quotas) {
      if (QuotaName !== undefined && Value !== undefined) found.set(QuotaName, Value);
    }
  }
  return found;
}

async function askMailAccount({ mail }: CloudClients): Promise<MailAccount> {
  const answer = await mail.send(new GetAccountCommand({}));
  return {
    production: answer.ProductionAccessEnabled ?? false,
    sending: answer.SendingEnabled ?? false,
    enforcement: answer.EnforcementStatus ?? '',
    dailyQuota: answer.SendQuota?.Max24HourSend ?? 0,
    sentToday: answer.SendQuota?.SentLast24Hours ?? 0,
  };
}

async function askMailIdentity({ mail }: CloudClients, domain: string): Promise<{ readonly verified: boolean } | null> {
  const found = await orNull(/NotFoundException/, () =>
    mail.send(new GetEmailIdentityCommand({ EmailIdentity: domain })),
  );
  return found === null ? null : { verified: found.VerifiedForSendingStatus ?? false };
}
