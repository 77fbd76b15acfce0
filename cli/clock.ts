import Holidays from 'date-holidays';
import { calendarFrom } from '#domain/calendar';
import { clockIds, findClock } from '#domain/catalogue/catalogue';
import type { ComputedClock } from '#domain/clock';
import { clockWithLedger, type RefusedEntry } from '#domain/clock-ledger';
import { ClockInputError, type OrderedPeriod } from '#domain/compute-clock';
import { dateInWords, instantInWords } from '#domain/dates-in-words';
import { readDuration } from '#domain/duration';
import type { Language } from '#domain/party';
import { readArguments } from './arguments.ts';
import { readLedger } from './clock-ledger.ts';
import { CERTAINTIES, DIRECTIONS, IN_FORCE, KINDS, NOT_APPLIED, PAUSED, REFUSALS } from './clock-words.ts';
import { changeInWords } from './code-words.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { ruleInWords, sourceInWords } from './law-words.ts';
import { writeJson, writeLines } from './output.ts';

/** `writ clock`: computes a statutory, ordered or target clock, offline, and says how. */
export const CLOCK_COMMAND: Command = {
  name: 'clock',
  usage:
    'clock <clockId> --start <RFC 3339> [--place DE-BY] [--comply-by <RFC 3339> | --period P14D [--rolls]] [--ledger <file>] | clock --list',
  summary: {
    en: 'Computes when a period ends and shows every step (offline).',
    de: 'Berechnet, wann eine Frist endet, und zeigt jeden Schritt (offline).',
  },
  flags: [
    { flag: '--start <RFC 3339>', en: 'the instant of the event', de: 'der Zeitpunkt des Ereignisses' },
    { flag: '--place DE-BY', en: 'whose holidays and zone count', de: 'wessen Feiertage und Zeitzone gelten' },
    { flag: '--comply-by <RFC 3339>', en: 'the end that an order sets', de: 'das Ende, das eine Anordnung setzt' },
    { flag: '--period P14D', en: 'the length that an order sets', de: 'die Dauer, die eine Anordnung setzt' },
    { flag: '--rolls', en: 'it ends on a working day', de: 'sie endet an einem Werktag' },
    {
      flag: '--ledger <file>',
      en: 'what changed the period since: JSON, see docs/clocks.md',
      de: 'was die Frist seither geändert hat: JSON, siehe docs/clocks.md',
    },
    { flag: '--list', en: 'the ids of all clocks', de: 'die Kennungen aller Fristen' },
  ],
  examples: ['clock EU_TCO_ART3.disable --start 2026-10-17T23:40:00+02:00'],
  run: runClock,
};

async function runClock(args: readonly string[], context: CommandContext): Promise<number> {
  const read = readArguments(args, context, {
    text: ['start', 'place', 'comply-by', 'period', 'ledger'],
    switches: ['list', 'rolls'],
  });
  if (read.flags.has('list')) {
    if (read.json) writeJson(context.output, clockIds());
    else writeLines(context.output, clockIds());
    return 0;
  }
  const [clockId, ...rest] = read.positionals;
  if (clockId === undefined || rest.length > 0)
    throw new UsageError('Name exactly one clock; "writ clock --list" lists them.');
  const found = findClock(clockId);
  if (found === null) throw new UsageError(`There is no clock "${clockId}"; "writ clock --list" lists them.`);
  const start = read.text['start'];
  if (start === undefined)
    throw new UsageError('--start is missing: the instant of the event, as 2026-10-17T23:40:00+02:00.');
  const ordered = orderedPeriod(read.text['comply-by'], read.text['period'], read.flags.has('rolls'));
  if (ordered !== undefined && found.rule.period.unit !== 'as-ordered') {
    throw new UsageError(`${clockId} runs by law; --comply-by and --period are for clocks that run as ordered.`);
  }
  const entries = await readLedger(read.text['ledger']);
  const { clock, refused } = compute(() =>
    clockWithLedger(found.rule, start, entries, {
      calendar: holidayCalendar(),
      options: { place: read.text['place'], ordered, legalBasis: found.legalBasis },
      longer: findClock(found.rule.extension?.to ?? '')?.rule,
    }),
  );
  if (read.json) writeJson(context.output, refused.length === 0 ? clock : { ...clock, refused });
  else writeLines(context.output, [...describeClock(clock, read.language), ...describeRefused(refused, read.language)]);
  return 0;
}

function holidayCalendar(): ReturnType<typeof calendarFrom> {
  return calendarFrom((country, region) => (region === null ? new Holidays(country) : new Holidays(country, region)));
}

function orderedPeriod(
  complyBy: string | undefined,
  period: string | undefined,
  rolls: boolean,
): OrderedPeriod | undefined {
  if (complyBy !== undefined && period !== undefined) throw new UsageError('Give --comply-by or --period, not both.');
  if (complyBy !== undefined) return { complyBy };
  if (period === undefined) return undefined;
  const read = readDuration(period, rolls);
  if (read === null)
    throw new UsageError(`--period takes one unit in ISO 8601, as PT24H, P14D or P1M, not "${period}".`);
  return { period: read };
}

function compute<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof ClockInputError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function describeClock(clock: ComputedClock, language: Language): string[] {
  const words = {
    en: { due: 'Ends', lastDay: 'Last day', rule: 'Rule', place: 'Place', source: 'Source', steps: 'Steps' },
    de: { due: 'Ende', lastDay: 'Letzter Tag', rule: 'Regel', place: 'Ort', source: 'Quelle', steps: 'Schritte' },
  }[language];
  const lastDay = clock.dueDate === undefined ? [] : [`${words.lastDay}: ${dateInWords(clock.dueDate)[language]}`];
  return [
    `${clock.clock} (${KINDS[clock.kind][language]}; ${DIRECTIONS[clock.direction][language]})`,
    `${words.due}: ${instantInWords(clock.dueAt, clock.zone)[language]} = ${clock.dueAt}`,
    ...lastDay,
    ...(clock.pausedSince === undefined ? [] : [`${PAUSED[language]}: ${clock.pausedSince}`]),
    `${words.rule}: ${ruleInWords(clock.rule, language)}`,
    `${words.place}: ${clock.place} (${clock.zone})`,
    `${words.source}: ${sourceInWords(clock.source, language)} (${CERTAINTIES[clock.certainty][language]}; ${IN_FORCE[clock.inForce][language]})`,
    `${words.steps}:`,
    ...clock.steps.map((step, index) => `  ${index + 1}. ${step[language]}`),
  ];
}

/** The entries of the ledger that change nothing, each with why. */
function describeRefused(refused: readonly RefusedEntry[], language: Language): string[] {
  return refused.map(
    ({ entry, reason }) =>
      `${NOT_APPLIED[language]}: ${changeInWords(entry.kind, language)} ${entry.at}: ${REFUSALS[reason][language]}`,
  );
}
