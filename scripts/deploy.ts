import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askCloud } from './deploy/ask-cloud.ts';
import { cloudClients } from './deploy/clients.ts';
import { runCommandLine } from './deploy/command-line.ts';
import { DEPLOY_HELP, type DeployOptions, readDeployOptions } from './deploy/deploy-options.ts';
import type { Wishes } from './deploy/facts.ts';
import { environmentRegion, knownStage } from './deploy/known-stage.ts';
import { assemblyFacts } from './deploy/read-assembly.ts';
import { runDeploy } from './deploy/run-deploy.ts';
import { knownValue, readValues } from './deploy/values.ts';
import { assembleProduct } from './product.ts';

const say = (line: string): void => console.log(line);
const COMMAND = { script: 'deploy', help: DEPLOY_HELP, read: readDeployOptions, run: deploy };
process.exitCode = await runCommandLine(COMMAND, process.argv.slice(2));

async function deploy(options: DeployOptions): Promise<number> {
  const wishes = wishesOf(options);
  const config = knownStage(options.stage);
  const folder = mkdtempSync(join(tmpdir(), 'writ-deploy-'));
  try {
    const assembly = options.assembly === undefined ? join(folder, 'cdk.out') : resolve(options.assembly);
    if (config !== null && options.assembly === undefined) {
      say('Building the functions and synthesizing the templates ...');
      await assembleProduct(assembly, config.stage);
    }
    const clients = cloudClients(config?.region ?? wishes.environmentRegion ?? 'us-east-1');
    const read = config === null ? null : assemblyFacts(assembly);
    const cloud = await askCloud(clients, {
      stackNames: read?.stacks.map(({ name }) => name) ?? [],
      mailDomain: (stacks) => knownValue({ config, wishes, stacks }, 'MailDomain'),
    });
    const facts = { ...cloud, wishes, config, assembly: read };
    return await runDeploy({ options, facts, assembly, clients, dialogue: { input: process.stdin, say } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wishesOf(options: DeployOptions): Wishes {
  return {
    stage: options.stage,
    values: options.parameters === undefined ? {} : readValues(options.parameters),
    takeOverMail: options['take-over-mail'],
    smoke: options.smoke,
    smokeItem: options['smoke-item'],
    environmentRegion: environmentRegion(),
  };
}
