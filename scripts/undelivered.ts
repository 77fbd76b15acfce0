import { stackNames } from '../infra/names.ts';
import { askStack } from './deploy/ask-stacks.ts';
import { cloudClients } from './deploy/clients.ts';
import { runCommandLine } from './deploy/command-line.ts';
import { EXIT } from './deploy/exit-status.ts';
import { environmentRegion, knownStage } from './deploy/known-stage.ts';
import { judgedPlace } from './deploy/refuse-place.ts';
import { readUndeliveredOptions, UNDELIVERED_HELP, type UndeliveredOptions } from './undelivered/options.ts';
import { runUndelivered } from './undelivered/run-undelivered.ts';

const say = (line: string): void => console.log(line);
const COMMAND = { script: 'undelivered', help: UNDELIVERED_HELP, read: readUndeliveredOptions, run: undelivered };
process.exitCode = await runCommandLine(COMMAND, process.argv.slice(2));

async function undelivered(options: UndeliveredOptions): Promise<number> {
  const { stage } = options;
  const known = knownStage(stage);
  const clients = cloudClients(known?.region ?? environmentRegion() ?? 'us-east-1');
  const config = await judgedPlace({ stage, config: known, clients, say });
  if (config === null) return EXIT.refused;
  const name = stackNames(config.stage).workflow;
  const stack = await askStack(clients.stacks, name);
  if (stack !== null) return await runUndelivered({ options, clients, stack, say });
  say(`stop  The stack ${name} is not deployed in ${config.region}.`);
  return EXIT.refused;
}
