import { UsageError } from './command.ts';

/** The value of a flag that takes one of a list. @throws UsageError that names them when it is missing or another one */
export function choice<Value extends string>(flag: string, given: string | undefined, values: readonly Value[]): Value {
  if (given === undefined) throw new UsageError(`--${flag} is missing: ${values.join(', ')}.`);
  const found = values.find((value) => value === given);
  if (found === undefined) throw new UsageError(`--${flag} takes ${values.join(', ')}; not "${given}".`);
  return found;
}
