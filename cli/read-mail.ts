import { readFile } from 'node:fs/promises';
import { Correction } from '#domain/reading/correction';
import { readMessage } from '#domain/reading/read-message';
import { type ReadArguments, readArguments } from './arguments.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { describeReading } from './describe-reading.ts';
import { mailText } from './mail-text.ts';
import { writeJson, writeLines } from './output.ts';
import { readMailLines } from './read-mail-lines.ts';

/** `writ read-mail`: reads what a mail is and demands, offline; what it says is a proposal with passages, never a decision. */
export const READ_MAIL_COMMAND: Command = {
  name: 'read-mail',
  usage: 'read-mail <file.eml> [--correct <file>] [--json] | read-mail --jsonl <file>',
  summary: {
    en: 'Reads what a mail is and demands, with the passage that shows each conclusion (offline).',
    de: 'Liest, was eine Mail ist und verlangt, mit der Textstelle zu jedem Schluss (offline).',
  },
  flags: [
    {
      flag: '--jsonl <file>',
      en: 'many messages, one a line: {"id","text"}; one reading a line comes out',
      de: 'viele Nachrichten, je Zeile eine: {"id","text"}; heraus kommt je Zeile eine Auswertung',
    },
    {
      flag: '--correct <file>',
      en: 'what a person says instead, as JSON: kind, legalBasis, language, items, works',
      de: 'was ein Mensch stattdessen sagt, als JSON: kind, legalBasis, language, items, works',
    },
  ],
  examples: [
    'read-mail notice.eml',
    'read-mail notice.eml --correct said.json --json',
    'read-mail --jsonl mails.jsonl',
  ],
  run: runReadMail,
};

async function runReadMail(args: readonly string[], context: CommandContext): Promise<number> {
  const read = readArguments(args, context, { text: ['jsonl', 'correct'] });
  const { jsonl, correct } = read.text;
  if (jsonl === undefined) return await readOne(read, correct, context);
  if (read.positionals.length > 0 || correct !== undefined) {
    throw new UsageError('--jsonl takes a file of messages and neither a mail nor --correct beside it.');
  }
  return await readMailLines(jsonl, context.output);
}

async function readOne(read: ReadArguments, correct: string | undefined, context: CommandContext): Promise<number> {
  const [path, ...rest] = read.positionals;
  if (path === undefined || rest.length > 0) throw new UsageError('Name exactly one mail: writ read-mail <file.eml>.');
  const correction = await readCorrection(correct);
  const { text, notRead } = await mailText(await bytesOf(path));
  const reading = readMessage(text, correction);
  if (read.json) writeJson(context.output, { ...reading, notRead });
  else writeLines(context.output, describeReading(reading, notRead, read.language));
  return 0;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UsageError(`The mail ${path} cannot be read.`, { cause });
  }
}

async function readCorrection(file: string | undefined): Promise<Correction> {
  if (file === undefined) return {};
  const read = Correction.safeParse(await json(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(`The correction "${file}" is not understood at "${issue?.path.join('.')}": ${issue?.message}.`);
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UsageError(`The correction "${file}" cannot be read as JSON.`, { cause });
  }
}
