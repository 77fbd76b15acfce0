import type { Bilingual } from '#domain/clock';
import type { Language } from '#domain/party';
import type { Output } from './output.ts';

/** What a command may ask of its surroundings. */
export interface CommandContext {
  readonly output: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The language of the environment, which `--lang` overrides. */
  readonly language: Language;
}

/** A flag of a command as its help shows it: `--due <RFC 3339>`, and what it does. */
export interface FlagHelp extends Bilingual {
  readonly flag: string;
}

/** A command of `writ`. */
export interface Command {
  /** The words that name it: `clock`, `audit verify`. */
  readonly name: string;
  /** How it is called, after `writ`. */
  readonly usage: string;
  readonly summary: Bilingual;
  /** Its flags, where the usage does not explain them. */
  readonly flags?: readonly FlagHelp[];
  /** Calls as they may be typed, after `writ`. */
  readonly examples: readonly string[];
  /** The same calls for German help, where they hold words of a language. */
  readonly germanExamples?: readonly string[];
  /** Runs it with the arguments after its name; gives the exit code. Throws UsageError. */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>;
}

/** Thrown when a command was called in a way it cannot follow, or cannot get what it needs: one clear sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
