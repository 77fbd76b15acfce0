import {
  CreateReceiptRuleSetCommand,
  DeleteReceiptRuleSetCommand,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { PutAccountDetailsCommand } from '@aws-sdk/client-sesv2';
import { bootstrap } from '../../deploy/cdk.ts';
import { type CloudClients, cloudClients } from '../../deploy/clients.ts';
import type { CheckReport } from '../check-report.ts';
import { clientSettings } from '../clients.ts';
import { ACCOUNT, type Ministack, REGION } from '../ministack.ts';
import { mustHaveSaid, type Operator } from '../operator.ts';

/** What the operator's commands are tried with. */
export interface CommandChecks {
  readonly operator: Operator;
  readonly ministack: Ministack;
  readonly assembly: string;
  /** The file of the parameters' values. */
  readonly values: string;
  /** The item that the smoke test complains of. */
  readonly item: string;
}

/** `deploy` refuses with all reasons at once, then deploys, by its real command. */
export async function checkDeployCommand(report: CheckReport, world: CommandChecks): Promise<void> {
  const { operator, ministack, assembly, values } = world;
  const clients = cloudClients(REGION, clientSettings(ministack.endpoint));
  await report.check('deploy refuses an account that is not prepared, with all reasons at once', async () => {
    const restore = await spoilMail(clients);
    const refused = await operator.run('deploy', ['--assembly', assembly, '--yes']);
    await restore();
    mustHaveSaid(refused, 3, [
      /^stop .*was never bootstrapped/m,
      /^stop .*PlatformUrl .* has no value/m,
      /^stop .*smoke test has no item/m,
      /^note .*keeps this account in its sandbox/m,
      /^note .*receipt rule set theirs .* is left alone/m,
    ]);
    return undefined;
  });
  await report.check('cdk bootstrap', async () => {
    const lines: string[] = [];
    const options = { environment: ministack.clientEnvironment, assembly, say: (line: string) => lines.push(line) };
    await bootstrap(`aws://${ACCOUNT}/${REGION}`, options).catch((cause: unknown) => {
      throw new Error(lines.slice(-SHOWN_LINES).join('\n'), { cause });
    });
    return undefined;
  });
  await report.check('deploy says what it creates and costs, and deploys with the CLI of the CDK', async () => {
    const args = ['--assembly', assembly, '--parameters', values, '--yes', '--smoke', 'none'];
    const deployed = await operator.run('deploy', args);
    mustHaveSaid(deployed, 0, [/resources will be created, 0 changed and 0 removed/, /At rest it costs about \$/]);
    return /At rest it costs about [^:]*/.exec(deployed.output)?.[0];
  });
}

const SHOWN_LINES = 15;

/** Puts the account into the sandbox, with somebody else's rule set active. @returns what takes both back */
async function spoilMail({ mail, mailRules }: CloudClients): Promise<() => Promise<void>> {
  const details = { MailType: 'TRANSACTIONAL', WebsiteURL: 'https://writ.example' } as const;
  await mail.send(new PutAccountDetailsCommand({ ...details, ProductionAccessEnabled: false }));
  await mailRules.send(new CreateReceiptRuleSetCommand({ RuleSetName: 'theirs' }));
  await mailRules.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: 'theirs' }));
  return async () => {
    await mail.send(new PutAccountDetailsCommand({ ...details, ProductionAccessEnabled: true }));
    await mailRules.send(new SetActiveReceiptRuleSetCommand({}));
    await mailRules.send(new DeleteReceiptRuleSetCommand({ RuleSetName: 'theirs' }));
  };
}

/** A second `deploy` finds nothing to change, and its smoke test goes as far as ministack does. */
export async function checkSmokeTest(report: CheckReport, { operator, assembly, item }: CommandChecks): Promise<void> {
  await report.check('deploy again changes nothing and tries the deployment with a notice', async () => {
    const args = ['--assembly', assembly, '--yes', '--smoke', 'receipt', '--smoke-item', item];
    const deployed = await operator.run('deploy', args);
    mustHaveSaid(deployed, 0, [/Nothing differs/, /case\.received and verifies offline/, /it is withdrawn/]);
    return /a notice is taken: \S+/.exec(deployed.output)?.[0];
  });
}
