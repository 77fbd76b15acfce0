import type * as z from 'zod';
import { ApprovalAnswer, CaseStanding, ClaimAnswer, DecisionAnswer } from '#domain/api/work';
import { ApprovalVerdict } from '#domain/decision';
import { type CaseArguments, readCaseArguments } from './case-arguments.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { callApi } from './http.ts';
import { writeJson, writeLines } from './output.ts';

/** A command that posts to one case and tells the answer's fields. */
interface PostCommand extends Omit<Command, 'run'> {
  readonly route: string;
  readonly takes: readonly string[];
  readonly answer: z.ZodType<Readonly<Record<string, unknown>>>;
  readonly body: (read: CaseArguments) => unknown;
}

/** `writ case claim`, `release`, `approve`, `reverse` and `resume`. */
export const CASE_WORK_COMMANDS: readonly Command[] = [
  postCommand({
    name: 'case claim',
    usage: 'case claim <caseId>',
    summary: {
      en: 'Claims a case for ten minutes; claim again to keep it.',
      de: 'Übernimmt einen Fall für zehn Minuten; erneut übernehmen, um ihn zu behalten.',
    },
    examples: ['case claim case-4zh7vhzbtespzp1ccfetjrq191'],
    route: 'claim',
    takes: [],
    answer: ClaimAnswer,
    body: () => undefined,
  }),
  postCommand({
    name: 'case release',
    usage: 'case release <caseId> [--lease <leaseId>]',
    summary: { en: 'Gives a case back to the queue.', de: 'Gibt einen Fall an die Warteschlange zurück.' },
    examples: ['case release case-4zh7vhzbtespzp1ccfetjrq191'],
    route: 'release',
    takes: ['lease'],
    answer: CaseStanding,
    body: ({ text }) => (text['lease'] === undefined ? undefined : { leaseId: text['lease'] }),
  }),
  postCommand({
    name: 'case approve',
    usage: 'case approve <caseId> --reason <text> [--verdict approve|return|cancel]',
    summary: {
      en: 'Approves, returns or cancels the decision of somebody else.',
      de: 'Gibt die Entscheidung einer anderen Person frei, zurück oder verwirft sie.',
    },
    examples: ['case approve case-4zh7vhzbtespzp1ccfetjrq191 --verdict return --reason "Germany is enough."'],
    route: 'approval',
    takes: ['reason', 'verdict'],
    answer: ApprovalAnswer,
    body: (read) => ({ verdict: verdictOf(read), reason: reasonOf(read) }),
  }),
  postCommand({
    name: 'case reverse',
    usage: 'case reverse <caseId> --reason <text>',
    summary: {
      en: 'Takes back what a closed case restricted.',
      de: 'Nimmt zurück, was ein abgeschlossener Fall beschränkt hat.',
    },
    examples: ['case reverse case-4zh7vhzbtespzp1ccfetjrq191 --reason "The licence was found."'],
    route: 'reversal',
    takes: ['reason'],
    answer: DecisionAnswer,
    body: (read) => ({ reason: reasonOf(read) }),
  }),
  postCommand({
    name: 'case resume',
    usage: 'case resume <caseId>',
    summary: { en: 'Lets a parked case go on.', de: 'Lässt einen angehaltenen Fall weitergehen.' },
    examples: ['case resume case-4zh7vhzbtespzp1ccfetjrq191'],
    route: 'resume',
    takes: [],
    answer: CaseStanding,
    body: () => undefined,
  }),
];

function postCommand({ route, takes, answer, body, ...command }: PostCommand): Command {
  const run = async (args: readonly string[], context: CommandContext): Promise<number> => {
    const read = readCaseArguments(args, context, takes);
    const call = { method: 'POST', path: `${read.path}/${route}`, body: body(read), answer } as const;
    const given = await callApi(context, call);
    if (read.json) writeJson(context.output, given);
    else writeLines(context.output, describeFields(given));
    return 0;
  };
  return { ...command, run };
}

/** The fields of an answer, one a line. */
export function describeFields(answer: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(answer).map(([name, value]) => `${name}: ${String(value)}`);
}

function reasonOf({ text }: CaseArguments): string {
  const reason = text['reason'];
  if (reason === undefined || reason === '') throw new UsageError('--reason is missing.');
  return reason;
}

function verdictOf({ text }: CaseArguments): ApprovalVerdict {
  const verdict = ApprovalVerdict.safeParse(text['verdict'] ?? 'approve');
  if (!verdict.success) throw new UsageError(`--verdict takes approve, return or cancel, not "${text['verdict']}".`);
  return verdict.data;
}
