import { ClockEntryAnswer } from '#domain/api/work';
import { instantInWords } from '#domain/dates-in-words';
import type { Language } from '#domain/party';
import { type CaseArguments, readCaseArguments } from './case-arguments.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { callApi } from './http.ts';
import { writeJson, writeLines } from './output.ts';
import { fields } from './sections.ts';
import { labelsIn } from './show-labels.ts';

const KINDS = ['restart', 'extension', 'pause', 'resume', 'amendment'] as const;
const REPORTED_AT = 'reported-at';

/** `writ case clock-entry`: enters what changed a clock of a case. */
export const CASE_CLOCK_ENTRY_COMMAND: Command = {
  name: 'case clock-entry',
  usage:
    'case clock-entry <caseId> --clock <clockId> --kind restart|extension|pause|resume|amendment --at <time> --evidence <text> [--because <ground>] [--until <time>] [--reported-at <time>] [--reason <text>]',
  summary: {
    en: 'Enters what changed a clock of a case; what the law does not know on that clock is refused.',
    de: 'Trägt ein, was eine Frist eines Falls geändert hat; was das Recht bei ihr nicht kennt, wird abgelehnt.',
  },
  flags: [
    { flag: '--clock <clockId>', en: 'the clock, as "case show" names it', de: 'die Frist, wie "case show" sie nennt' },
    { flag: '--kind <kind>', en: 'what happened to it', de: 'was mit ihr geschah' },
    { flag: '--at <RFC 3339>', en: 'when it happened', de: 'wann es geschah' },
    {
      flag: '--evidence <text>',
      en: 'the document that shows it, and why the law allows it',
      de: 'der Beleg, und warum das Recht es erlaubt',
    },
    {
      flag: '--because <ground>',
      en: 'of a restart: clarification, impossibility-ended; of a pause: stay, identity-request',
      de: 'bei restart: clarification, impossibility-ended; bei pause: stay, identity-request',
    },
    {
      flag: '--until <RFC 3339>',
      en: 'the end of a pause, or the new end of the period',
      de: 'das Ende einer Unterbrechung oder das neue Ende der Frist',
    },
    {
      flag: '--reported-at <RFC 3339>',
      en: 'of a restart: when the obstacle was reported, if not through this case',
      de: 'bei restart: wann das Hindernis gemeldet wurde, wenn nicht über diesen Fall',
    },
    {
      flag: '--reason <text>',
      en: 'of an extension of ours: why, as the one who asked is told',
      de: 'bei eigener Verlängerung: warum, wie es der anfragenden Person mitgeteilt wird',
    },
  ],
  examples: [
    `case clock-entry case-4zh7vhzbtespzp1ccfetjrq191 --clock COURT_ORDER.comply --kind pause \\
      --because stay --at 2026-11-23T10:00:00+01:00 --evidence "Order of the court of 23 November 2026"`,
  ],
  germanExamples: [
    `case clock-entry case-4zh7vhzbtespzp1ccfetjrq191 --clock COURT_ORDER.comply --kind pause \\
      --because stay --at 2026-11-23T10:00:00+01:00 --evidence "Beschluss vom 23. November 2026"`,
  ],
  run: runClockEntry,
};

async function runClockEntry(args: readonly string[], context: CommandContext): Promise<number> {
  const text = ['clock', 'kind', 'at', 'evidence', 'because', 'until', 'reason', REPORTED_AT];
  const read = readCaseArguments(args, context, { text });
  const body = bodyOf(read);
  const call = { method: 'POST', path: `${read.path}/clock-entries`, body, answer: ClockEntryAnswer } as const;
  const given = await callApi(context, call);
  if (read.json) writeJson(context.output, given);
  else writeLines(context.output, told(given, read.language));
  return 0;
}

function told({ number, clock }: ClockEntryAnswer, language: Language): string[] {
  const label = labelsIn(language);
  const from = clock.begun?.steps ?? 0;
  return fields([
    [label('entry'), `${number} (${clock.clock})`],
    [label('ends'), `${instantInWords(clock.dueAt, clock.zone)[language]} = ${clock.dueAt}`],
    [
      label('changed'),
      clock.steps
        .slice(from)
        .map((step) => step[language])
        .join('\n'),
    ],
  ]);
}

/** What is sent: the API says what is wrong with it, but for what no flag gives. */
function bodyOf({ text }: CaseArguments): Record<string, unknown> {
  const kind = KINDS.find((known) => known === text['kind']);
  if (kind === undefined) throw new UsageError(`--kind takes ${KINDS.join(', ')}, not "${text['kind'] ?? ''}".`);
  const end = kind === 'amendment' ? 'complyBy' : 'until';
  const body = {
    kind,
    clock: needed(text, 'clock'),
    at: needed(text, 'at'),
    evidence: needed(text, 'evidence'),
    because: text['because'],
    [end]: text['until'],
    reason: text['reason'],
    reportedAt: text[REPORTED_AT],
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function needed(text: CaseArguments['text'], flag: string): string {
  const value = text[flag];
  if (value === undefined || value === '') throw new UsageError(`--${flag} is missing.`);
  return value;
}
