import type { Language } from '#domain/party';
import type { Command } from './command.ts';
import { columns } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

const WIDTH = 110;

const WORDS = {
  en: {
    commands: 'Commands:',
    flags: 'Flags:',
    examples: 'Example:',
    everywhere: 'Every command takes:',
    environment: 'Environment:',
    more: 'writ <command> --help tells more about one, writ case --help about all of a kind.',
  },
  de: {
    commands: 'Befehle:',
    flags: 'Schalter:',
    examples: 'Beispiel:',
    everywhere: 'Jeder Befehl nimmt:',
    environment: 'Umgebung:',
    more: 'writ <Befehl> --help sagt mehr über einen, writ case --help über alle einer Art.',
  },
} as const;

const EVERYWHERE = [
  { flag: '--json', en: 'one JSON value in place of text', de: 'einen JSON-Wert statt Text' },
  { flag: '--lang en|de', en: 'the language of the text', de: 'die Sprache des Texts' },
  { flag: '--help', en: 'this help', de: 'diese Hilfe' },
] as const;

const ENVIRONMENT = [
  {
    flag: 'WRIT_URL',
    en: 'where the product is (http://localhost:4400)',
    de: 'wo das Produkt läuft (http://localhost:4400)',
  },
  { flag: 'WRIT_TOKEN', en: 'an access token: as whom to call it', de: 'ein Zugriffstoken: in wessen Namen' },
  {
    flag: 'WRIT_LANG',
    en: 'en or de; without it the locale (LC_ALL, LC_MESSAGES, LANG)',
    de: 'en oder de; sonst die Spracheinstellung (LC_ALL, LC_MESSAGES, LANG)',
  },
] as const;

/** The help of `writ`, or of a group of commands such as `writ case`: each with what it does, and an example. */
export function helpOfMany(group: string, commands: readonly Command[], language: Language): string[] {
  const words = WORDS[language];
  const [example] = commands.flatMap((command) => examplesOf(command, language));
  return [
    group === '' ? 'writ <command>' : `writ ${group} <command>`,
    '',
    words.commands,
    ...columns(commands.map(({ name, summary }) => [`  writ ${name}`, summary[language]])),
    '',
    ...surroundings(language),
    '',
    words.examples,
    `  writ ${example}`,
    '',
    words.more,
  ];
}

/** The help of one command: how it is called, its flags, and an example. */
export function helpOfOne(command: Command, language: Language): string[] {
  const words = WORDS[language];
  const { usage, summary, flags = [] } = command;
  return [
    ...wrapText(`writ ${usage} [--json] [--lang en|de]`, WIDTH, '    '),
    '',
    ...wrapText(summary[language], WIDTH),
    ...(flags.length === 0 ? [] : ['', words.flags, ...described(flags, language)]),
    '',
    words.examples,
    ...examplesOf(command, language).map((example) => `  writ ${example}`),
    '',
    ...surroundings(language),
  ];
}

function examplesOf({ examples, germanExamples = examples }: Command, language: Language): readonly string[] {
  return { en: examples, de: germanExamples }[language];
}

function surroundings(language: Language): string[] {
  const words = WORDS[language];
  return [
    words.everywhere,
    ...described(EVERYWHERE, language),
    '',
    words.environment,
    ...described(ENVIRONMENT, language),
  ];
}

function described(rows: NonNullable<Command['flags']>, language: Language): string[] {
  return columns(rows.map((row) => [`  ${row.flag}`, row[language]]));
}
