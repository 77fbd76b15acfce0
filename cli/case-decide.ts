import { readFile } from 'node:fs/promises';
import { CaseView } from '#domain/api/case-views';
import { DecisionAnswer } from '#domain/api/work';
import { type CaseArguments, readCaseArguments } from './case-arguments.ts';
import { describeFields } from './case-work.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { callApi } from './http.ts';
import { writeJson, writeLines } from './output.ts';

const FLAGS = [
  ...['file', 'lease', 'outcome', 'items', 'action', 'components', 'territories', 'until'],
  ...['ground', 'provision', 'explanation', 'facts', 'duplicate-of'],
];

/** The flags that say what is done to what, where and until when. */
const HOW = ['items', 'action', 'components', 'territories', 'until'];

/** Says that the content is journalistic or political, so that a second person looks at its restriction. */
const PROTECTED_SPEECH = 'protected-speech';

/** `writ case decide`: decides a claimed case, by flags or by a file that holds the body of the request. */
export const CASE_DECIDE_COMMAND: Command = {
  name: 'case decide',
  usage:
    'case decide <caseId> (--file decision.json | --outcome restrict|reject|duplicate|already-unavailable [--items item-1,item-2] [--action disable] [--components audio] [--territories DE,AT] [--until <RFC 3339>] [--ground illegal|terms] [--provision <text>] [--explanation <text>] [--facts <text>] [--duplicate-of <caseId>] [--protected-speech]) [--lease <leaseId>]',
  summary: {
    en: 'Decides a claimed case; without --items, all its items that were found, or as it is in force.',
    de: 'Entscheidet einen übernommenen Fall; ohne --items alle aufgefundenen Inhalte oder so, wie es bereits gilt.',
  },
  examples: [
    'case decide case-4zh7vhzbtespzp1ccfetjrq191 --outcome reject --explanation "It is a quotation, as the law allows."',
  ],
  run: runCaseDecide,
};

async function runCaseDecide(args: readonly string[], context: CommandContext): Promise<number> {
  const read = readCaseArguments(args, context, { text: FLAGS, switches: [PROTECTED_SPEECH] });
  const view = await callApi(context, { method: 'GET', path: read.path, answer: CaseView });
  const leaseId = read.text['lease'] ?? view.lease?.leaseId;
  if (leaseId === undefined || leaseId === null) {
    throw new UsageError(`You do not hold this case. Claim it first: writ case claim ${read.caseId}`);
  }
  const file = read.text['file'];
  const decision = file === undefined ? fromFlags(read, view) : await fromFile(file);
  const body = { leaseId, ...decision };
  const path = `${read.path}/decision`;
  const answer = await callApi(context, { method: 'POST', path, body, answer: DecisionAnswer });
  if (read.json) writeJson(context.output, answer);
  else writeLines(context.output, describeFields(answer));
  return 0;
}

async function fromFile(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`${file} cannot be read.`, { cause });
  });
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch (cause) {
    throw new UsageError(`${file} is not JSON.`, { cause });
  }
  throw new UsageError(`${file} does not hold a decision.`);
}

function fromFlags({ text, flags }: CaseArguments, view: CaseView): object {
  const outcome = text['outcome'];
  if (outcome === undefined) throw new UsageError('--outcome or --file is missing.');
  const ground =
    text['provision'] === undefined
      ? null
      : { type: text['ground'] ?? 'illegal', provision: text['provision'], explanation: text['explanation'] ?? '' };
  const earlier = text['duplicate-of'];
  if (outcome !== 'restrict') {
    return { outcome, ground, facts: wordsOf(text), ...(earlier !== undefined && { duplicateOf: earlier }) };
  }
  const items = standsAsItIs(text, view) ? [] : (listOf(text['items']) ?? itemsThere(view));
  return {
    outcome,
    ground,
    facts: text['facts'] ?? '',
    protectedSpeech: flags.has(PROTECTED_SPEECH),
    items: items.map((itemId) => ({
      itemId,
      action: text['action'] ?? 'disable',
      components: listOf(text['components']) ?? [],
      territories: listOf(text['territories']) ?? [],
      until: text['until'] ?? null,
    })),
  };
}

/** The words for the one who asked; an explanation without a provision is kept as the facts. */
function wordsOf(text: CaseArguments['text']): string {
  return text['facts'] ?? (text['provision'] === undefined ? text['explanation'] : undefined) ?? '';
}

/** What was acted on first is confirmed as it is in force, unless a flag says how. */
function standsAsItIs(text: CaseArguments['text'], { items }: CaseView): boolean {
  const inForce = items.some(({ effects }) => Object.keys(effects).length > 0);
  return inForce && HOW.every((flag) => text[flag] === undefined);
}

/** All items that were found; where none was, all of them, so that the answer says what to do. */
function itemsThere({ items }: CaseView): string[] {
  const found = items.filter(({ located }) => located);
  return (found.length === 0 ? items : found).map(({ itemId }) => itemId);
}

function listOf(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
