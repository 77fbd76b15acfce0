import { AUTHORITY_HELP, type AuthorityOptions, readAuthorityOptions } from './authority/authority-options.ts';
import { runAuthority } from './authority/run-authority.ts';
import { findStage } from './authority/stage-parts.ts';
import { cloudClients } from './deploy/clients.ts';
import { runCommandLine } from './deploy/command-line.ts';
import { EXIT } from './deploy/exit-status.ts';
import { environmentRegion, knownStage } from './deploy/known-stage.ts';
import { judgedPlace } from './deploy/refuse-place.ts';

const say = (line: string): void => console.log(line);
const COMMAND = { script: 'authority', help: AUTHORITY_HELP, read: readAuthorityOptions, run: authority };
process.exitCode = await runCommandLine(COMMAND, process.argv.slice(2));

async function authority(options: AuthorityOptions): Promise<number> {
  const { stage } = options;
  const known = knownStage(stage);
  const clients = cloudClients(known?.region ?? environmentRegion() ?? 'us-east-1');
  const config = await judgedPlace({ stage, config: known, clients, say });
  if (config === null) return EXIT.refused;
  const parts = await findStage(clients, config.stage);
  if (parts !== null) return await runAuthority(options, { clients, parts, say });
  say(`stop  The stage ${config.stage} is not deployed, or these credentials may not see it.`);
  return EXIT.refused;
}
