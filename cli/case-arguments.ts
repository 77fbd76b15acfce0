import { type ReadArguments, readArguments } from './arguments.ts';
import { type CommandContext, UsageError } from './command.ts';

/** The arguments of a command about one case. */
export interface CaseArguments extends ReadArguments {
  readonly caseId: string;
  /** The path of the case at the HTTP interface. */
  readonly path: string;
}

/** Reads the arguments of a command about exactly one case. @throws UsageError */
export function readCaseArguments(
  args: readonly string[],
  context: CommandContext,
  textFlags: readonly string[] = [],
  booleanFlags: readonly string[] = [],
): CaseArguments {
  const read = readArguments(args, context, textFlags, booleanFlags);
  const [caseId, ...rest] = read.positionals;
  if (caseId === undefined || rest.length > 0) {
    throw new UsageError('Name exactly one case; "writ case list" lists them.');
  }
  return { ...read, caseId, path: `/v1/cases/${encodeURIComponent(caseId)}` };
}
