import { type ReadArguments, readArguments, type TakenFlags } from './arguments.ts';
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
  taken: TakenFlags = {},
): CaseArguments {
  const read = readArguments(args, context, taken);
  const [caseId, ...rest] = read.positionals;
  if (caseId === undefined || rest.length > 0) {
    throw new UsageError('Name exactly one case; "writ case list" lists them.');
  }
  return { ...read, caseId, path: `/v1/cases/${encodeURIComponent(caseId)}` };
}
