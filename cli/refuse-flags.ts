import type { ReadArguments } from './arguments.ts';
import { UsageError } from './command.ts';

/** Refuses flags that were given although they have no effect, by name. */
export function refuse(text: ReadArguments['text'], flags: readonly string[], because: string): void {
  const given = flags.find((flag) => text[flag] !== undefined);
  if (given !== undefined) throw new UsageError(`--${given} ${because}.`);
}
