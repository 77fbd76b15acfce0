import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import * as z from 'zod';
import { Language } from '#domain/party';
import { type CommandContext, UsageError } from './command.ts';

const Texts = z.array(z.string());

/** What every command takes besides its own flags. */
const COMMON = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** The flags that a command takes besides `--json` and `--lang`. */
export interface TakenFlags {
  /** Flags with a value. */
  readonly text?: readonly string[];
  /** Flags with a value that may be given more than once. */
  readonly lists?: readonly string[];
  /** Flags without a value. */
  readonly switches?: readonly string[];
}

/** The arguments of a command, read. */
export interface ReadArguments {
  readonly positionals: readonly string[];
  /** Values of string flags, by name. */
  readonly text: Readonly<Record<string, string | undefined>>;
  /** Values of flags that may be given more than once, by name. */
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>;
  /** Boolean flags that were given. */
  readonly flags: ReadonlySet<string>;
  readonly json: boolean;
  readonly language: Language;
}

/**
 * Reads a command's arguments: the flags it takes, `--json` and `--lang`.
 * Throws UsageError for a flag that the command does not know, a missing value, or another language.
 */
export function readArguments(args: readonly string[], context: CommandContext, taken: TakenFlags = {}): ReadArguments {
  const options: ParseArgsOptionsConfig = { ...COMMON };
  for (const flag of taken.text ?? []) options[flag] = { type: 'string' };
  for (const flag of taken.lists ?? []) options[flag] = { type: 'string', multiple: true };
  for (const flag of taken.switches ?? []) options[flag] = { type: 'boolean' };
  const { values, positionals } = parse(args, options);
  const text = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const lists = (taken.lists ?? []).map((name): [string, string[]] => [name, Texts.parse(values[name] ?? [])]);
  const flags = Object.entries(values).flatMap(([name, value]) => (value === true ? [name] : []));
  const asked = text.find(([name]) => name === 'lang')?.[1];
  const language = Language.safeParse(asked ?? context.language);
  if (!language.success) throw new UsageError(`--lang takes en or de, not "${asked}".`);
  return {
    positionals,
    text: Object.fromEntries(text),
    lists: Object.fromEntries(lists),
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
