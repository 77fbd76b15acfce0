import { type StageConfig, stageConfig } from '../../infra/config.ts';

/** The configuration of a stage; null when there is none of that name. */
export function knownStage(name: string): StageConfig | null {
  try {
    return stageConfig(name);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The region that the environment names, as the SDK and the CLI read it. */
export function environmentRegion(): string | undefined {
  return process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'];
}
