import { parseArgs } from 'node:util';
import type * as z from 'zod';
import { refusalOfAws } from './asked.ts';
import { EXIT } from './exit-status.ts';

/** Thrown when the command line cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Declared = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** The values of the options that are declared. @throws UsageError for any other */
export function parsed(args: readonly string[], options: Declared): Readonly<Record<string, unknown>> {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The options as they must be. @throws UsageError with the first sentence about one that is not */
export function checked<S extends z.ZodType>(schema: S, values: unknown): z.output<S> {
  const result = schema.safeParse(values);
  if (!result.success) throw new UsageError(result.error.issues[0]?.message ?? 'the options do not fit');
  return result.data;
}

/** How a command is put together. */
export interface CommandLine<O> {
  readonly script: string;
  readonly help: string;
  /** Null when help is asked for. */
  readonly read: (args: readonly string[]) => O | null;
  /** @returns the exit status */
  readonly run: (options: O) => Promise<number>;
}

/**
 * Runs a command on its arguments; a call that AWS refuses meanwhile is told in a sentence, as is what cannot be understood.
 * @returns the exit status
 */
export async function runCommandLine<O>(
  { script, help, read, run }: CommandLine<O>,
  args: readonly string[],
): Promise<number> {
  try {
    const options = read(args);
    if (options !== null) return await run(options);
    console.log(help);
    return EXIT.done;
  } catch (error) {
    const refusal = refusalOfAws(error);
    if (refusal !== null) {
      console.error(`AWS did not do what was asked of it (${refusal}).`);
      return EXIT.fault;
    }
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message} \`npm run ${script} -- --help\` tells more.`);
    return EXIT.usage;
  }
}
