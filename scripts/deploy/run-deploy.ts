import type { StageConfig } from '../../infra/config.ts';
import { stackNames } from '../../infra/names.ts';
import type { StackTemplate } from '../templates.ts';
import { remainingWork } from './after-deployment.ts';
import { CdkFailedError, deployStacks } from './cdk.ts';
import type { CloudClients } from './clients.ts';
import { confirmed, type Dialogue } from './confirm.ts';
import { costAtRest, costLines } from './cost-at-rest.ts';
import type { DeployOptions } from './deploy-options.ts';
import { EXIT } from './exit-status.ts';
import type { Facts } from './facts.ts';
import { planDeployment, planLines } from './plan.ts';
import { preflight } from './preflight.ts';
import { activateRuleSet } from './rule-set.ts';
import { tryDeployment } from './try-deployment.ts';
import { givenValues, knownValue } from './values.ts';

/** What a deployment is run with. */
export interface DeployRun {
  readonly options: DeployOptions;
  readonly facts: Facts;
  /** The folder of the assembly. */
  readonly assembly: string;
  readonly clients: CloudClients;
  readonly dialogue: Dialogue;
}

/** From what is known to a deployment that was tried. @returns the exit status */
export async function runDeploy(run: DeployRun): Promise<number> {
  const { options, facts, dialogue } = run;
  const { say } = dialogue;
  const findings = preflight(facts);
  for (const { level, sentence } of findings) say(`${level === 'stop' ? 'stop' : 'note'}  ${sentence}`);
  const { config, assembly } = facts;
  const stops = findings.filter(({ level }) => level === 'stop');
  if (stops.length > 0 || config === null || assembly === null) {
    say(`${stops.length} to mend first; nothing was changed.`);
    return EXIT.refused;
  }
  tellPlan(facts, assembly.stacks, say);
  if (options.check) return EXIT.done;
  if (!(await confirmed(config, options.yes, dialogue))) {
    say('Nothing was changed.');
    return EXIT.notConfirmed;
  }
  return await deployAndTry(run, config, assembly.stacks);
}

function tellPlan(facts: Facts, stacks: readonly StackTemplate[], say: (line: string) => void): void {
  const { identity, config } = facts;
  const account = identity.known ? identity.value.account : '';
  say(`\nThe stage ${config?.stage} in the account ${account}, ${config?.region}:`);
  const deployed = facts.stacks.known ? facts.stacks.value : [];
  for (const line of [...planLines(planDeployment(stacks, deployed)), ...costLines(costAtRest(stacks))]) say(line);
}

async function deployAndTry(
  { options, facts, assembly, clients, dialogue: { say } }: DeployRun,
  config: StageConfig,
  stacks: readonly StackTemplate[],
): Promise<number> {
  const environment = { ...process.env, AWS_REGION: config.region, AWS_DEFAULT_REGION: config.region };
  say('\nDeploying:');
  try {
    await deployStacks(stacks, givenValues(facts), { assembly, environment, say: (line) => say(`  ${line}`) });
  } catch (error) {
    if (!(error instanceof CdkFailedError)) throw error;
    say(`The deployment failed (${error.message}); what CloudFormation had begun it has rolled back.`);
    return EXIT.failed;
  }
  const names = stackNames(config.stage);
  const activated = await activateRuleSet(clients.mailRules, stacks, options['take-over-mail']);
  for (const line of [
    ...(activated === null ? [] : [activated]),
    ...(await remainingWork(clients, Object.values(names))),
  ])
    say(line);
  const { smoke: level } = options;
  if (level === 'none') {
    say('\nDeployed; not tried (--smoke none).');
    return EXIT.done;
  }
  say('\nTrying it with one notice:');
  try {
    const [item, mailDomain] = [options['smoke-item'] ?? '', knownValue(facts, 'MailDomain') ?? ''];
    await tryDeployment({ clients, stage: config.stage, apiStack: names.api, level, item, mailDomain, say });
  } catch (error) {
    say(`The smoke test failed at: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.smokeFailed;
  }
  say('Deployed and tried.');
  return EXIT.done;
}
