import { readFile } from 'node:fs/promises';
import { CaseView } from '#domain/api/case-views';
import { DecisionAnswer } from '#domain/api/work';
import { describeFields } from './answer-fields.ts';
import { type CaseArguments, readCaseArguments } from './case-arguments.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import {
  CRISIS,
  DECISION_FLAGS,
  decisionFrom,
  type FlaggedDecision,
  MANIFESTLY_UNFOUNDED,
  PROTECTED_SPEECH,
} from './decision-flags.ts';
import { DECISION_FLAG_HELP } from './decision-help.ts';
import { describeChoice, describeUnfound } from './describe-decision.ts';
import { callApi } from './http.ts';
import { writeJson, writeLines } from './output.ts';
import { refuse } from './refuse-flags.ts';

const CASE = 'case-4zh7vhzbtespzp1ccfetjrq191';

/** `writ case decide`: decides a claimed case, by flags or by a file that holds the body of the request. */
export const CASE_DECIDE_COMMAND: Command = {
  name: 'case decide',
  usage: 'case decide <caseId> (--outcome <outcome> [flags] | --file decision.json) [--dry-run]',
  summary: {
    en: 'Decides a claimed case: all its items, as far as the demand asks, unless flags say otherwise.',
    de: 'Entscheidet einen übernommenen Fall: alle Inhalte, so weit wie begehrt, wenn Schalter nichts anderes sagen.',
  },
  flags: DECISION_FLAG_HELP,
  examples: [
    `case decide ${CASE} --outcome reject --explanation "It is a quotation."`,
    `case decide ${CASE} --outcome restrict \\
      --provision "§ 130 StGB" --explanation "It incites hatred." --facts "Heard from 00:43 to 01:12."`,
    `case decide ${CASE} --outcome restrict --items item-1 --others none \\
      --territories DE,AT --provision "§ 130 StGB" --explanation "It incites hatred."`,
  ],
  germanExamples: [
    `case decide ${CASE} --outcome reject --explanation "Es ist ein Zitat."`,
    `case decide ${CASE} --outcome restrict \\
      --provision "§ 130 StGB" --explanation "Es stachelt zu Hass auf." --facts "Zu hören von 00:43 bis 01:12."`,
    `case decide ${CASE} --outcome restrict --items item-1 --others none \\
      --territories DE,AT --provision "§ 130 StGB" --explanation "Es stachelt zu Hass auf."`,
  ],
  run: runCaseDecide,
};

const SWITCHES = [PROTECTED_SPEECH, CRISIS, MANIFESTLY_UNFOUNDED] as const;

async function runCaseDecide(args: readonly string[], context: CommandContext): Promise<number> {
  const taken = { text: ['file', 'lease', ...DECISION_FLAGS], switches: ['dry-run', ...SWITCHES] };
  const read = readCaseArguments(args, context, taken);
  const view = await callApi(context, { method: 'GET', path: read.path, answer: CaseView });
  const decision = await decisionOf(read, view);
  const told = describeChoice(decision, read.language);
  if (read.flags.has('dry-run')) {
    if (read.json) writeJson(context.output, decision.body);
    else
      writeLines(context.output, [...told, ...describeUnfound(decision, read.language), NOTHING_SENT[read.language]]);
    return 0;
  }
  const body = { leaseId: leaseOf(read, view), ...decision.body };
  const path = `${read.path}/decision`;
  const answer = await callApi(context, { method: 'POST', path, body, answer: DecisionAnswer });
  if (read.json) writeJson(context.output, answer);
  else writeLines(context.output, [...describeFields(answer, read.language), ...told, ...nextStep(answer, read)]);
  return 0;
}

const NOTHING_SENT = { en: 'Nothing was sent.', de: 'Es wurde nichts gesendet.' } as const;

function leaseOf({ text, caseId }: CaseArguments, { lease }: CaseView): string {
  const leaseId = text['lease'] ?? lease?.leaseId;
  if (leaseId !== undefined && leaseId !== null) return leaseId;
  const held = lease === null ? '' : ` ${lease.holder} holds it until ${lease.expiresAt}.`;
  throw new UsageError(`You do not hold this case.${held} Claim it first: writ case claim ${caseId}`);
}

function nextStep({ fourEyes, caseId, effect }: DecisionAnswer, { language }: CaseArguments): string[] {
  if (!fourEyes) return [];
  const next = {
    en: 'A second person has to answer, counsel or lead:',
    de: 'Eine zweite Person muss antworten, Justiziariat (counsel) oder Leitung (lead):',
  }[language];
  const handOver = effect === 'disclose' ? ' --handed-over-at <RFC 3339>' : '';
  return [next, `  writ case approve ${caseId} --verdict approve|return|cancel --reason <text>${handOver}`];
}

async function decisionOf({ text, flags }: CaseArguments, view: CaseView): Promise<FlaggedDecision> {
  const file = text['file'];
  const switches = {
    protectedSpeech: flags.has(PROTECTED_SPEECH),
    crisis: flags.has(CRISIS),
    manifestlyUnfounded: flags.has(MANIFESTLY_UNFOUNDED),
  };
  if (file === undefined) return decisionFrom(text, view, switches);
  refuse(text, DECISION_FLAGS, 'goes into the file that --file names');
  for (const flag of SWITCHES) {
    if (flags.has(flag)) throw new UsageError(`--${flag} goes into the file that --file names.`);
  }
  return { body: await fromFile(file), items: null, confirms: false, unfound: [], outreach: null };
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
