import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Calendar } from './calendar.ts';
import type { AppliedEntry, Bilingual, ComputedClock } from './clock.ts';
import { PauseReason, RestartReason } from './clock-conditions.ts';
import { type ClockOptions, computeClock } from './compute-clock.ts';
import { explainTrace } from './explain-clock.ts';
import { InstantText, normalInstant } from './instant.ts';
import {
  amendedWords,
  extendedWords,
  groundWords,
  pausedDaysWords,
  pausedSinceWords,
  pausedWords,
  restartedWords,
} from './ledger-words.ts';
import type { ClockRule } from './legal-basis.ts';
import { endOn, type FixedPeriod, type PeriodSetting } from './period.ts';
import type { Source } from './source.ts';

const evidence = z.string().min(1).max(200);

/** One entry of a clock's ledger. `evidence` names the document or message that shows it. */
export const LedgerEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('restart'),
    because: RestartReason,
    at: InstantText,
    reportedAt: InstantText,
    evidence,
  }),
  z.strictObject({
    kind: z.literal('extension'),
    by: z.enum(['us', 'authority']),
    at: InstantText,
    until: InstantText.nullable(),
    evidence,
  }),
  z.strictObject({
    kind: z.literal('pause'),
    because: PauseReason,
    at: InstantText,
    until: InstantText.nullable(),
    evidence,
  }),
  z.strictObject({ kind: z.literal('amendment'), at: InstantText, complyBy: InstantText, evidence }),
]);
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** Why an entry changes nothing: the rule knows no such thing, it came too late, or it makes nothing longer. */
export interface RefusedEntry {
  readonly entry: LedgerEntry;
  readonly reason: 'rule-knows-none' | 'not-reported-before' | 'after-the-end' | 'not-later' | 'ends-before-it-begins';
}

/** A clock with its ledger applied, and the entries that change nothing. */
export interface LedgerResult {
  readonly clock: ComputedClock;
  readonly refused: readonly RefusedEntry[];
}

/** What a clock is computed with. `longer` is the rule that an extension of our own leads to, where there is one. */
export interface LedgerSetting {
  readonly calendar: Calendar;
  readonly options?: ClockOptions;
  readonly longer?: ClockRule | undefined;
}

/**
 * Computes a clock from its start (RFC 3339) and replays what happened since, in the order of time: the computation
 * before stays in the steps, each change follows with its ground and its evidence. Nothing is ever edited: the same
 * entries give the same clock.
 */
export function clockWithLedger(
  rule: ClockRule,
  startAt: string,
  entries: readonly LedgerEntry[],
  setting: LedgerSetting,
): LedgerResult {
  const inOrder = entries.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  let running = begun(rule, startAt, setting);
  const refused: RefusedEntry[] = [];
  for (const entry of inOrder) {
    const next = applied(rule, running, entry, setting);
    if (typeof next === 'string') refused.push({ entry, reason: next });
    else running = next;
  }
  return { clock: running.clock, refused };
}

/** A clock with the last day of its period before it rolled, which is what a pause moves; null where it has none. */
interface Running {
  readonly clock: ComputedClock;
  readonly lastDay: string | null;
}

type Next = Running | RefusedEntry['reason'];

function begun(rule: ClockRule, startAt: string, { calendar, options = {} }: LedgerSetting): Running {
  const clock = computeClock(rule, startAt, calendar, options);
  const { ordered } = options;
  const unrolled = ordered !== undefined && 'period' in ordered ? { period: unrolledOf(ordered.period) } : ordered;
  const period = rule.period.unit === 'as-ordered' ? rule.period : unrolledOf(rule.period);
  const nominal = computeClock({ ...rule, period }, startAt, calendar, { ...options, ordered: unrolled });
  return { clock, lastDay: nominal.dueDate ?? null };
}

function unrolledOf<Period extends FixedPeriod>(period: Period): Period {
  return 'rolls' in period ? { ...period, rolls: false } : period;
}

function applied(rule: ClockRule, running: Running, entry: LedgerEntry, setting: LedgerSetting): Next {
  switch (entry.kind) {
    case 'restart':
      return restarted(rule, running, entry, setting);
    case 'extension':
      return extended(rule, running, entry, setting);
    case 'pause':
      return paused(rule, running, entry, setting);
    case 'amendment':
      return amended(rule, running, entry);
  }
}

type EntryOf<Kind extends LedgerEntry['kind']> = Extract<LedgerEntry, { kind: Kind }>;

/** The hour counts anew only if the report was sent before what ends the obstacle came. */
function restarted(rule: ClockRule, { clock }: Running, entry: EntryOf<'restart'>, setting: LedgerSetting): Next {
  if (rule.startsAnewAt?.events.includes(entry.because) !== true) return 'rule-knows-none';
  if (Temporal.Instant.compare(entry.reportedAt, entry.at) >= 0) return 'not-reported-before';
  const anew = begun(rule, entry.at, setting);
  const words = restartedWords(entry.because, normalInstant(entry.at));
  return changed(clock, anew, entry, { because: entry.because, source: rule.startsAnewAt.source, words });
}

function extended(rule: ClockRule, { clock }: Running, entry: EntryOf<'extension'>, setting: LedgerSetting): Next {
  const { extension } = rule;
  if (extension?.by !== entry.by || (extension.to === null) !== (entry.until !== null)) return 'rule-knows-none';
  if (Temporal.Instant.compare(entry.at, clock.dueAt) > 0) return 'after-the-end';
  const because = `extended-by-${entry.by}`;
  if (entry.until === null) {
    if (setting.longer === undefined || setting.longer.clock !== extension.to) return 'rule-knows-none';
    const longer = begun(setting.longer, clock.startAt, setting);
    if (Temporal.Instant.compare(longer.clock.dueAt, clock.dueAt) <= 0) return 'not-later';
    const words = extendedWords(entry.by, normalInstant(entry.at), null);
    const renamed = { ...longer, clock: { ...longer.clock, clock: clock.clock } };
    return changed(clock, renamed, entry, { because, source: extension.source, words });
  }
  if (Temporal.Instant.compare(entry.until, clock.dueAt) <= 0) return 'not-later';
  const words = extendedWords(entry.by, normalInstant(entry.at), normalInstant(entry.until));
  return changed(clock, endingAt(clock, entry.until), entry, { because, source: extension.source, words });
}

/** While a pause lasts the clock has no end of its own: it is marked, and ends as it would have. */
function paused(rule: ClockRule, { clock, lastDay }: Running, entry: EntryOf<'pause'>, setting: LedgerSetting): Next {
  const ground = rule.pausedBy?.find(({ because }) => because === entry.because);
  if (ground === undefined) return 'rule-knows-none';
  if (Temporal.Instant.compare(entry.at, clock.dueAt) >= 0) return 'after-the-end';
  if (entry.until === null) {
    const since = normalInstant(entry.at);
    const steps = [...clock.steps, pausedSinceWords(entry.because, since), groundWords(ground.source, entry.evidence)];
    return { lastDay, clock: { ...clock, pausedSince: since, steps } };
  }
  if (Temporal.Instant.compare(entry.until, entry.at) <= 0) return 'ends-before-it-begins';
  const span = { from: normalInstant(entry.at), until: normalInstant(entry.until) };
  const { because } = entry;
  if (lastDay === null) {
    const after = endingAt(clock, instantAfter(clock.dueAt, span));
    const words = pausedWords(because, span, { before: clock.dueAt, after: after.clock.dueAt });
    return changed(clock, after, entry, { because, source: ground.source, words });
  }
  const days = wholeDays(span, clock.zone);
  const last = Temporal.PlainDate.from(lastDay);
  const later = last.add({ days });
  const period = { place: clock.place, zone: clock.zone, direction: clock.direction, calendar: setting.calendar };
  const after = onDay(clock, later, rolls(rule, setting.options), period);
  const words = pausedDaysWords(because, span, { days, before: last.toString(), after: later.toString() });
  return changed(clock, after, entry, { because, source: ground.source, words });
}

/** What an order sets, its authority may set otherwise: sooner as well as later. */
function amended(rule: ClockRule, { clock }: Running, entry: EntryOf<'amendment'>): Next {
  if (rule.period.unit !== 'as-ordered') return 'rule-knows-none';
  const words = amendedWords(normalInstant(entry.at), normalInstant(entry.complyBy));
  const after = endingAt(clock, entry.complyBy);
  return changed(clock, after, entry, { because: 'amended', source: rule.source, words });
}

interface Change {
  readonly because: string;
  readonly source: Source;
  readonly words: Bilingual;
}

function changed(
  before: ComputedClock,
  { clock: after, lastDay }: Running,
  { kind, at, evidence: shownBy }: LedgerEntry,
  { because, source, words }: Change,
): Running {
  const entry: AppliedEntry = {
    kind,
    because,
    at: normalInstant(at),
    source: source.cite,
    certainty: source.certainty,
    evidence: shownBy,
    dueBefore: normalInstant(before.dueAt),
    dueAfter: normalInstant(after.dueAt),
  };
  const { pausedSince: _over, ...running } = after;
  const steps = [...before.steps, words, groundWords(source, shownBy), ...after.steps];
  return { lastDay, clock: { ...running, ledger: [...(before.ledger ?? []), entry], steps } };
}

/** The clock with another end, at an instant; its steps are only those that say so. */
function endingAt(clock: ComputedClock, at: string): Running {
  const { dueDate: _none, ...rest } = clock;
  const dueAt = Temporal.Instant.from(at).toString();
  const steps = explainTrace([{ kind: 'ends-at', at: dueAt, zone: clock.zone }]);
  return { lastDay: null, clock: { ...rest, dueAt, steps } };
}

function onDay(clock: ComputedClock, day: Temporal.PlainDate, mayRoll: boolean, period: PeriodSetting): Running {
  const { dueAt, dueDate, trace } = endOn(day, mayRoll, period);
  const ending = { ...clock, dueAt, ...(dueDate === null ? {} : { dueDate }), steps: explainTrace(trace) };
  return { lastDay: day.toString(), clock: ending };
}

function rolls({ period }: ClockRule, options: ClockOptions = {}): boolean {
  const { ordered } = options;
  const counted =
    period.unit === 'as-ordered' && ordered !== undefined && 'period' in ordered ? ordered.period : period;
  return 'rolls' in counted && counted.rolls;
}

interface Span {
  readonly from: string;
  readonly until: string;
}

function instantAfter(due: string, { from, until }: Span): string {
  return Temporal.Instant.from(due).add(Temporal.Instant.from(from).until(until)).toString();
}

/** Days that lay wholly within the pause: one that was partly free to act on is no day gained, which errs early. */
function wholeDays({ from, until }: Span, zone: string): number {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
  const first = start.startOfDay().equals(start) ? start.toPlainDate() : start.toPlainDate().add({ days: 1 });
  const last = Temporal.Instant.from(until).toZonedDateTimeISO(zone).toPlainDate();
  return Math.max(0, first.until(last, { largestUnit: 'days' }).days);
}
