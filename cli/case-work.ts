import type * as z from 'zod';
import { ApprovalAnswer, CaseStanding, ClaimAnswer, DecisionAnswer, type ResumeRequest } from '#domain/api/work';
import { type ApprovalRequest, ApprovalVerdict } from '#domain/decision';
import { describeFields } from './answer-fields.ts';
import type { TakenFlags } from './arguments.ts';
import { type CaseArguments, readCaseArguments } from './case-arguments.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { callApi } from './http.ts';
import { writeJson, writeLines } from './output.ts';
import { judgementFrom, REPORT_FLAGS, REPORT_HELP } from './report-flags.ts';
import { ITEM_REASON, WORDING_FLAGS, WORDING_HELP, wordingFrom } from './wording-flags.ts';

/** A command that posts to one case and tells the answer's fields. */
interface PostCommand extends Omit<Command, 'run'> {
  readonly route: string | ((read: CaseArguments) => string);
  readonly takes?: TakenFlags;
  readonly answer: z.ZodType<Readonly<Record<string, unknown>>>;
  readonly body: (read: CaseArguments) => unknown;
}

const HANDED_OVER = 'handed-over-at';
const CLEARED = 'cleared';

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
    answer: ClaimAnswer,
    body: () => undefined,
  }),
  postCommand({
    name: 'case release',
    usage: 'case release <caseId> [--lease <leaseId>]',
    summary: { en: 'Gives a case back to the queue.', de: 'Gibt einen Fall an die Warteschlange zurück.' },
    examples: ['case release case-4zh7vhzbtespzp1ccfetjrq191'],
    route: 'release',
    takes: { text: ['lease'] },
    answer: CaseStanding,
    body: ({ text }) => (text['lease'] === undefined ? undefined : { leaseId: text['lease'] }),
  }),
  postCommand({
    name: 'case approve',
    usage:
      'case approve <caseId> --reason <text> [--verdict approve|return|cancel] [--decision <decisionId>] [--handed-over-at <time>]',
    summary: {
      en: 'Approves, returns or cancels the decision of somebody else.',
      de: 'Gibt die Entscheidung einer anderen Person frei, zurück oder verwirft sie.',
    },
    examples: ['case approve case-4zh7vhzbtespzp1ccfetjrq191 --verdict return --reason "Germany is enough."'],
    germanExamples: ['case approve case-4zh7vhzbtespzp1ccfetjrq191 --verdict return --reason "Deutschland genügt."'],
    flags: [
      {
        flag: '--decision <decisionId>',
        en: 'only if this is the decision that waits ("case show" names it)',
        de: 'nur wenn diese Entscheidung wartet ("case show" nennt sie)',
      },
      {
        flag: '--handed-over-at <RFC 3339>',
        en: 'of a disclosure: when you handed the package over',
        de: 'bei einer Auskunft: wann Sie das Datenpaket übergeben haben',
      },
      {
        flag: '--cleared',
        en: 'the notified enforcing authority raised nothing: handed over before the period ended',
        de: 'die unterrichtete Vollstreckungsbehörde hat nichts eingewandt: vor Ablauf der Frist übergeben',
      },
    ],
    route: 'approval',
    takes: { text: ['reason', 'verdict', 'decision', HANDED_OVER], switches: [CLEARED] },
    answer: ApprovalAnswer,
    body: (read) => ({
      verdict: verdictOf(read),
      reason: reasonOf(read),
      decisionId: read.text['decision'],
      handOver: handOverOf(read),
    }),
  }),
  postCommand({
    name: 'case reverse',
    usage: 'case reverse <caseId> --reason <text>',
    summary: {
      en: 'Takes back what a closed case restricted.',
      de: 'Nimmt zurück, was ein abgeschlossener Fall beschränkt hat.',
    },
    examples: ['case reverse case-4zh7vhzbtespzp1ccfetjrq191 --reason "The licence was found."'],
    germanExamples: ['case reverse case-4zh7vhzbtespzp1ccfetjrq191 --reason "Die Lizenz hat sich gefunden."'],
    route: 'reversal',
    takes: { text: ['reason'] },
    answer: DecisionAnswer,
    body: (read) => ({ reason: reasonOf(read) }),
  }),
  postCommand({
    name: 'case resume',
    usage:
      'case resume <caseId> [--delivery <deliveryId>[=<e-mail>]]… [words] [--incident-type <type>] [--viewed yes|no]',
    summary: {
      en: 'Lets a parked case go on at its stage; of a case that is not parked, sends its parked messages again.',
      de: 'Lässt einen angehaltenen Fall weitergehen; sonst gehen liegen gebliebene Mitteilungen erneut hinaus.',
    },
    flags: [
      {
        flag: '--delivery <deliveryId>',
        en: 'sends this parked message again; may be given more than once',
        de: 'sendet diese liegen gebliebene Mitteilung erneut; mehrfach möglich',
      },
      {
        flag: '--delivery <deliveryId>=<e-mail>',
        en: 'the same, to another address of its reader ("case show" names the ids)',
        de: 'ebenso, an eine andere Adresse ihres Empfängers ("case show" nennt die Kennungen)',
      },
      ...WORDING_HELP,
      ...REPORT_HELP,
    ],
    examples: [
      'case resume case-4zh7vhzbtespzp1ccfetjrq191',
      'case resume case-4zh7vhzbtespzp1ccfetjrq191 --delivery case.receipt.sender=office@kanzlei.example',
      `case resume case-4zh7vhzbtespzp1ccfetjrq191 \\
      --delivery case-4zh7vhzbtespzp1ccfetjrq191.d1.statement-of-reasons.uploader-1 --explanation "It incites hatred."`,
    ],
    germanExamples: [
      'case resume case-4zh7vhzbtespzp1ccfetjrq191',
      'case resume case-4zh7vhzbtespzp1ccfetjrq191 --delivery case.receipt.sender=office@kanzlei.example',
      `case resume case-4zh7vhzbtespzp1ccfetjrq191 \\
      --delivery case-4zh7vhzbtespzp1ccfetjrq191.d1.statement-of-reasons.uploader-1 --explanation "Es stachelt zu Hass auf."`,
    ],
    route: 'resume',
    takes: { text: [...WORDING_FLAGS, ...REPORT_FLAGS], lists: ['delivery', ITEM_REASON] },
    answer: CaseStanding,
    body: resumeBody,
  }),
];

/** A command that posts to one case and tells the answer's fields. */
export function postCommand({ route, takes, answer, body, ...command }: PostCommand): Command {
  const run = async (args: readonly string[], context: CommandContext): Promise<number> => {
    const read = readCaseArguments(args, context, takes);
    const call = {
      method: 'POST',
      path: `${read.path}/${typeof route === 'string' ? route : route(read)}`,
      body: body(read),
      answer,
    } as const;
    const given = await callApi(context, call);
    if (read.json) writeJson(context.output, given);
    else writeLines(context.output, describeFields(given, read.language));
    return 0;
  };
  return { ...command, run };
}

/**
 * The parked messages named, each with the address that corrects it where one is given, and all with the words given and
 * what is said of reports; none: everything.
 */
function resumeBody(read: CaseArguments): ResumeRequest | undefined {
  const named = read.lists['delivery'] ?? [];
  const wording = wordingFrom(read);
  const judged = judgementFrom(read);
  if (named.length === 0 && wording !== null) throw new UsageError('Other words need the --delivery that says them.');
  if (named.length === 0 && judged !== null) throw new UsageError('What is said of a report needs its --delivery.');
  if (named.length === 0) return undefined;
  const said = { ...(wording !== null && { wording }), ...judged };
  const deliveries = named.map((text) => {
    const [, deliveryId = '', address] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (deliveryId === '' || address === '') {
      throw new UsageError(`--delivery takes <deliveryId> or <deliveryId>=<e-mail>, not "${text}".`);
    }
    return { deliveryId, ...(address !== undefined && { email: address }), ...said };
  });
  return { deliveries };
}

function handOverOf({ text, flags }: CaseArguments): ApprovalRequest['handOver'] {
  const at = text[HANDED_OVER];
  const cleared = flags.has(CLEARED);
  if (at === undefined && cleared) throw new UsageError(`--${CLEARED} needs --${HANDED_OVER}.`);
  return at === undefined ? undefined : { at, cleared };
}

/** The reason given. @throws UsageError when there is none */
export function reasonOf({ text }: CaseArguments): string {
  const reason = text['reason'];
  if (reason === undefined || reason === '') throw new UsageError('--reason is missing.');
  return reason;
}

function verdictOf({ text }: CaseArguments): ApprovalVerdict {
  const verdict = ApprovalVerdict.safeParse(text['verdict'] ?? 'approve');
  if (!verdict.success) throw new UsageError(`--verdict takes approve, return or cancel, not "${text['verdict']}".`);
  return verdict.data;
}
