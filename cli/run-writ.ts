import { Language } from '#domain/party';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { chooseLanguage, inLanguage, type Output, writeLines } from './output.ts';

/**
 * Runs `writ` with its arguments and gives the exit code: 0, or 1 after one sentence on the error stream. `--help`, alone
 * or behind a command, tells how it is called.
 */
export async function runWrit(
  commands: readonly Command[],
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  output: Output,
): Promise<number> {
  const context: CommandContext = { output, environment, language: chooseLanguage(languageAsked(args), environment) };
  const command = findCommand(commands, args);
  const wantsHelp = args.includes('--help') || args.includes('-h');
  if (wantsHelp && (command !== undefined || isHelpAlone(args))) {
    writeLines(output, command === undefined ? helpOf(commands, context) : helpOfOne(command, context));
    return 0;
  }
  if (command === undefined) {
    const called = args.filter((argument) => !argument.startsWith('-')).join(' ');
    output.error(called === '' ? 'Name a command.\n' : `There is no command "${called}".\n`);
    output.error('"writ --help" lists the commands.\n');
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

/** The language of `--lang` where it is one; each command judges the flag again and refuses another value. */
function languageAsked(args: readonly string[]): string | undefined {
  const asked = args[args.indexOf('--lang') + 1];
  return args.includes('--lang') && Language.safeParse(asked).success ? asked : undefined;
}

function isHelpAlone(args: readonly string[]): boolean {
  return args.every((argument) => argument.startsWith('-') || Language.safeParse(argument).success);
}

function helpOf(commands: readonly Command[], context: CommandContext): string[] {
  const heading = {
    en: 'Commands (each takes --json, --lang en|de, --help):',
    de: 'Befehle (alle mit --json, --lang en|de, --help):',
  };
  return [
    'writ <command>',
    '',
    inLanguage(heading, context.language),
    ...commands.flatMap((command) => [
      `  writ ${command.usage}`,
      `      ${inLanguage(command.summary, context.language)}`,
    ]),
  ];
}

function helpOfOne(command: Command, context: CommandContext): string[] {
  return [`writ ${command.usage} [--json] [--lang en|de]`, '', inLanguage(command.summary, context.language)];
}
