import { stackNames } from '../infra/names.ts';
import { askIdentity } from './deploy/ask-cloud.ts';
import { ask } from './deploy/asked.ts';
import { cloudClients } from './deploy/clients.ts';
import { runCommandLine } from './deploy/command-line.ts';
import { EXIT } from './deploy/exit-status.ts';
import { judgeAccount, judgeCredentials, judgeRegion, judgeStage } from './deploy/judge-place.ts';
import { environmentRegion, knownStage } from './deploy/known-stage.ts';
import { DESTROY_HELP, type DestroyOptions, readDestroyOptions } from './destroy/destroy-options.ts';
import { runDestroy } from './destroy/run-destroy.ts';

const say = (line: string): void => console.log(line);
const COMMAND = { script: 'destroy', help: DESTROY_HELP, read: readDestroyOptions, run: destroy };
process.exitCode = await runCommandLine(COMMAND, process.argv.slice(2));

async function destroy(options: DestroyOptions): Promise<number> {
  const { stage } = options;
  const config = knownStage(stage);
  const wishes = { stage, environmentRegion: environmentRegion() };
  const clients = cloudClients(config?.region ?? wishes.environmentRegion ?? 'us-east-1');
  const place = { config, wishes, identity: await ask(() => askIdentity(clients)) };
  const findings = [judgeStage, judgeCredentials, judgeAccount, judgeRegion].flatMap((judge) => judge(place));
  for (const { sentence } of findings) say(`stop  ${sentence}`);
  if (findings.length > 0 || config === null) return EXIT.refused;
  const names = Object.values(stackNames(config.stage)).toReversed();
  return await runDestroy({ options, config, stackNames: names, clients, dialogue: { input: process.stdin, say } });
}
