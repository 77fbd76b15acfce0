import { stackNames } from '../infra/names.ts';
import { cloudClients } from './deploy/clients.ts';
import { runCommandLine } from './deploy/command-line.ts';
import { EXIT } from './deploy/exit-status.ts';
import { environmentRegion, knownStage } from './deploy/known-stage.ts';
import { judgedPlace } from './deploy/refuse-place.ts';
import { DESTROY_HELP, type DestroyOptions, readDestroyOptions } from './destroy/destroy-options.ts';
import { runDestroy } from './destroy/run-destroy.ts';

const say = (line: string): void => console.log(line);
const COMMAND = { script: 'destroy', help: DESTROY_HELP, read: readDestroyOptions, run: destroy };
process.exitCode = await runCommandLine(COMMAND, process.argv.slice(2));

async function destroy(options: DestroyOptions): Promise<number> {
  const { stage } = options;
  const known = knownStage(stage);
  const clients = cloudClients(known?.region ?? environmentRegion() ?? 'us-east-1');
  const config = await judgedPlace({ stage, config: known, clients, say });
  if (config === null) return EXIT.refused;
  const names = Object.values(stackNames(config.stage)).toReversed();
  return await runDestroy({ options, config, stackNames: names, clients, dialogue: { input: process.stdin, say } });
}
