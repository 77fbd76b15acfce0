import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Language } from '#domain/party';
import { type CommandContext, UsageError } from './command.ts';

/** What every command takes besides its own flags. */
const COMMON = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** The arguments of a command, read. */
export interface ReadArguments {
  readonly positionals: readonly string[];
  /** Values of string flags, by name. */
  readonly text: Readonly<Record<string, string | undefined>>;
  /** Boolean flags that were given. */
  readonly flags: ReadonlySet<string>;
  readonly json: boolean;
  readonly language: Language;
}

/**
 * Reads a command's arguments: the string flags `textFlags`, the boolean flags `booleanFlags`, `--json`, `--lang`.
 * Throws UsageError for a flag that the command does not know, a missing value, or another language.
 */
export function readArguments(
  args: readonly string[],
  context: CommandContext,
  textFlags: readonly string[],
  booleanFlags: readonly string[] = [],
): ReadArguments {
  const options: ParseArgsOptionsConfig = { ...COMMON };
  for (const flag of textFlags) options[flag] = { type: 'string' };
  for (const flag of booleanFlags) options[flag] = { type: 'boolean' };
  const { values, positionals } = parse(args, options);
  const text = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const flags = Object.entries(values).flatMap(([name, value]) => (value === true ? [name] : []));
  const asked = text.find(([name]) => name === 'lang')?.[1];
  const language = Language.safeParse(asked ?? context.language);
  if (!language.success) throw new UsageError(`--lang takes en or de, not "${asked}".`);
  return {
    positionals,
    text: Object.fromEntries(text),
    flags: new Set(flags),
    json: flags.includes('json'),
    language: language.data,
  };
}

function parse(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(message.replace(/\. To specify a positional argument.*$/s, '.'), { cause });
  }
}
