import { Language } from '#domain/party';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { helpOfMany, helpOfOne } from './help.ts';
import { nearestCommand } from './nearest-command.ts';
import { chooseLanguage, type Output, writeLines } from './output.ts';

/**
 * Runs `writ` with its arguments and gives the exit code: 0, or 1 after one sentence on the error stream. `--help`, alone
 * or behind a command or the first words of several, tells how they are called.
 */
export async function runWrit(
  commands: readonly Command[],
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  output: Output,
): Promise<number> {
  const context: CommandContext = { output, environment, language: chooseLanguage(languageAsked(args), environment) };
  const command = findCommand(commands, args);
  const help =
    args.includes('--help') || args.includes('-h') ? helpFor(commands, command, args, context.language) : null;
  if (help !== null) {
    writeLines(output, help);
    return 0;
  }
  if (command === undefined) {
    output.error(`${sentenceAboutUnknown(commands, wordsOf(args))}\n"writ --help" lists the commands.\n`);
    return 1;
  }
  return await runCommand(command, args.slice(command.name.split(' ').length), context);
}

async function runCommand(command: Command, args: readonly string[], context: CommandContext): Promise<number> {
  try {
    return await command.run(args, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    context.output.error(`${error.message}\n`);
    return 1;
  }
}

/** The longest command whose words begin the arguments. */
function findCommand(commands: readonly Command[], args: readonly string[]): Command | undefined {
  return commands
    .filter((command) => command.name.split(' ').every((word, index) => args[index] === word))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
}

/** The commands whose names begin with those words. */
function groupOf(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  return commands.filter(({ name }) => words.every((word, index) => name.split(' ')[index] === word));
}

function helpFor(
  commands: readonly Command[],
  command: Command | undefined,
  args: readonly string[],
  language: Language,
): string[] | null {
  if (command !== undefined) return helpOfOne(command, language);
  const words = wordsOf(args);
  const group = groupOf(commands, words);
  return group.length === 0 ? null : helpOfMany(words.join(' '), group, language);
}

function sentenceAboutUnknown(commands: readonly Command[], words: readonly string[]): string {
  if (words.length === 0) return 'Name a command.';
  const called = words.join(' ');
  const group = groupOf(commands, words);
  if (group.length > 0) return `"${called}" needs one more word: ${group.map(({ name }) => `"${name}"`).join(', ')}.`;
  const nearest = nearestCommand(commands, words);
  return `There is no command "${called}".${nearest === null ? '' : ` Did you mean "writ ${nearest.name}"?`}`;
}

/** The arguments before the first flag. */
function wordsOf(args: readonly string[]): readonly string[] {
  const firstFlag = args.findIndex((argument) => argument.startsWith('-'));
  return firstFlag === -1 ? args : args.slice(0, firstFlag);
}

/** The language of `--lang` where it is one; each command judges the flag again and refuses another value. */
function languageAsked(args: readonly string[]): string | undefined {
  const asked = args[args.indexOf('--lang') + 1];
  return args.includes('--lang') && Language.safeParse(asked).success ? asked : undefined;
}
