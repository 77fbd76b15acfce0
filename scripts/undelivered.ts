import { stackNames } from '../infra/names.ts';
import { askStack } from './deploy/ask-stacks.ts';
import { cloudClients } from './deploy/clients.ts';
import { runCommandLine, UsageError } from './deploy/command-line.ts';
import { knownStage } from './deploy/known-stage.ts';
import { readUndeliveredOptions, UNDELIVERED_HELP, type UndeliveredOptions } from './undelivered/options.ts';
import { runUndelivered } from './undelivered/run-undelivered.ts';

const say = (line: string): void => console.log(line);
const COMMAND = { script: 'undelivered', help: UNDELIVERED_HELP, read: readUndeliveredOptions, run: undelivered };
process.exitCode = await runCommandLine(COMMAND, process.argv.slice(2));

async function undelivered(options: UndeliveredOptions): Promise<number> {
  const config = knownStage(options.stage);
  if (config === null) throw new UsageError(`There is no stage ${options.stage}.`);
  const clients = cloudClients(config.region);
  const name = stackNames(config.stage).workflow;
  const stack = await askStack(clients.stacks, name);
  if (stack === null) throw new UsageError(`The stack ${name} is not deployed in ${config.region}.`);
  return await runUndelivered({ options, clients, stack, say });
}
