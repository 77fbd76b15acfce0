import type { StageName } from '../../infra/config.ts';
import { stackOutput } from '../deploy/ask-stacks.ts';
import { itemUrl } from '../examples.ts';
import { deploymentParameters } from '../product.ts';
import { providerUrlFromName, readTemplates, rewriteTemplates, type StackTemplate } from '../templates.ts';
import { askForLock } from './ask-again.ts';
import type { CheckReport } from './check-report.ts';
import { checkAccess } from './checks/access.ts';
import { checkAuthorityCommand } from './checks/authority-command.ts';
import { type BehaviourWorld, checkBehaviour } from './checks/behaviour.ts';
import { checkDeployCommand, checkSmokeTest } from './checks/deploy-command.ts';
import { checkDestroyCommand } from './checks/destroy-command.ts';
import { findPlaces } from './checks/places.ts';
import { checkResources } from './checks/resources.ts';
import { checkUndeliveredCommand } from './checks/undelivered-command.ts';
import { awsClients } from './clients.ts';
import { type DeployedResource, deployedResources } from './compare-resources.ts';
import { HttpApi } from './http-api.ts';
import { hostedStacks } from './left-out.ts';
import { Logins } from './logins.ts';
import type { Ministack } from './ministack.ts';
import { Operator, valuesFile } from './operator.ts';
import type { OutsideWorld } from './outside-world.ts';
import { describeResources } from './stack-probe.ts';
import { lockBuckets, widenMailSending } from './stand-ins.ts';

/** What a deployment is made from and onto. */
export interface DeploymentChecks {
  readonly ministack: Ministack;
  readonly outside: OutsideWorld;
  /** The synthesized assembly, a copy that may be changed. */
  readonly assembly: string;
  /** The folder in which the AWS CLI is. */
  readonly programs: string;
  /** A folder for files of the checks. */
  readonly folder: string;
}

/** The stage that is deployed. */
export const DEPLOYED_STAGE: StageName = 'dev';

/** Deploys with the operator's own command, looks from outside, and destroys. @throws Error when there is nothing to look at */
export async function checkDeployment(report: CheckReport, world: DeploymentChecks): Promise<void> {
  const { assembly, ministack, outside, folder } = world;
  const { hosted, others } = hostedStacks(readTemplates(assembly));
  for (const { stack, because } of others) report.note(`left out  ${stack}: ${because.what}; ${because.reason}`);
  const parameters: Readonly<Record<string, string>> = {
    ...deploymentParameters(outside.url),
    PublicUrl: 'https://legal.writ.example',
  };
  rewriteTemplates(assembly, providerUrlFromName);
  const operator = new Operator(ministack, DEPLOYED_STAGE);
  const commands = {
    operator,
    ministack,
    assembly,
    values: valuesFile(folder, parameters),
    item: itemUrl(outside.url, 'comments/cmt-3001'),
  };
  await checkDeployCommand(report, commands);
  const deployed = await standIn(world, hosted);
  const lacking = await checkResources(report, deployed.clients, hosted);
  await checkAuthorityCommand(report, { operator, logins: deployed.logins });
  await checkBehaviour(report, { ...deployed, lacking, mailDomain: parameters['MailDomain'] ?? '' });
  await checkAccess(report, {
    ...deployed,
    userPool: deployed.places.userPool,
    stage: DEPLOYED_STAGE,
    environment: { ...ministack.clientEnvironment, PATH: `${world.programs}:${ministack.clientEnvironment['PATH']}` },
  });
  await checkUndeliveredCommand(report, { ...deployed, operator });
  await checkSmokeTest(report, commands);
  await checkDestroyCommand(report, { ...commands, clients: deployed.clients, stacks: hosted.map(({ name }) => name) });
}

/** Puts in place what ministack leaves out, before anything is written, and finds what the checks need. */
async function standIn(
  { ministack: { endpoint }, outside }: DeploymentChecks,
  stacks: readonly StackTemplate[],
): Promise<Omit<BehaviourWorld, 'lacking' | 'mailDomain'>> {
  const clients = awsClients(endpoint);
  const deployed: DeployedResource[] = [];
  for (const { name, resources } of stacks) {
    deployed.push(...deployedResources(resources, await describeResources(clients.stacks, name)));
  }
  const places = findPlaces(deployed);
  const lockAnswer = await askForLock(clients, places.evidence);
  if (lockAnswer !== null) await lockBuckets(clients.storage, deployed);
  await widenMailSending(clients.permissions, deployed);
  const apiStack = deployed.find(({ type }) => type === 'AWS::ApiGatewayV2::Api')?.stack ?? '';
  const api = new HttpApi(await stackOutput(clients.stacks, apiStack, 'ApiUrl'));
  const logins = new Logins(clients.identities, places.userPool, endpoint);
  return { clients, endpoint, outside: outside.url, deployed, places, lockAnswer, api, logins };
}
