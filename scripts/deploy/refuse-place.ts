import type { StageConfig } from '../../infra/config.ts';
import { askIdentity } from './ask-cloud.ts';
import { ask } from './asked.ts';
import type { CloudClients } from './clients.ts';
import { judgeAccount, judgeCredentials, judgeRegion, judgeStage } from './judge-place.ts';
import { environmentRegion } from './known-stage.ts';

/** The stage that is asked for, and the clients to ask AWS with. */
export interface PlaceToJudge {
  readonly stage: string;
  /** Null when there is no such stage. */
  readonly config: StageConfig | null;
  readonly clients: Pick<CloudClients, 'tokens'>;
  readonly say: (line: string) => void;
}

/**
 * Says in a sentence each why a command cannot work on a stage: there is no such, AWS does not know who calls, or it is
 * another account or region.
 * @returns the configuration of the stage, or null where anything was said
 */
export async function judgedPlace({ stage, config, clients, say }: PlaceToJudge): Promise<StageConfig | null> {
  const wishes = { stage, environmentRegion: environmentRegion() };
  const place = { config, wishes, identity: await ask(() => askIdentity(clients)) };
  const findings = [judgeStage, judgeCredentials, judgeAccount, judgeRegion].flatMap((judge) => judge(place));
  for (const { sentence } of findings) say(`stop  ${sentence}`);
  return findings.length > 0 ? null : config;
}
