import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { StageConfig } from '../../infra/config.ts';

/** Where an answer comes from, and where the question goes. */
export interface Dialogue {
  readonly input: Readable;
  readonly say: (line: string) => void;
}

/**
 * Asks whether to go on. A stage that is confirmed by name wants its name typed, whatever was agreed to beforehand; any
 * other wants `yes`, or no answer where `agreed` is true.
 */
export async function confirmed(
  { stage, confirmByName }: Pick<StageConfig, 'stage' | 'confirmByName'>,
  agreed: boolean,
  { input, say }: Dialogue,
): Promise<boolean> {
  if (agreed && !confirmByName) return true;
  const wanted = confirmByName ? stage : 'yes';
  say(confirmByName ? `Type the name of the stage to go on:` : 'Type yes to go on:');
  for await (const line of createInterface({ input })) return line.trim() === wanted;
  return false;
}
