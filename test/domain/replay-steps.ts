import { Temporal } from 'temporal-polyfill';
import type { Bilingual } from '#domain/clock';

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
};
const DATE = {
  en: /(?<day>\d{1,2}) (?<month>\p{L}+) (?<year>\d{4})/gu,
  de: /(?<day>\d{1,2})\. (?<month>\p{L}+) (?<year>\d{4})/gu,
};
const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;
const UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'years'>> = {
  ...{
    day: 'days',
    days: 'days',
    week: 'weeks',
    weeks: 'weeks',
    month: 'months',
    months: 'months',
    year: 'years',
    years: 'years',
  },
  ...{
    Tag: 'days',
    Tage: 'days',
    Woche: 'weeks',
    Wochen: 'weeks',
    Monat: 'months',
    Monate: 'months',
    Jahr: 'years',
    Jahre: 'years',
  },
};

/**
 * Follows the sentences of a clock's explanation as a reader would, with a calculation of its own, and gives the
 * instant (epoch milliseconds) that it arrives at. Throws when a sentence does not follow from those before it.
 */
export function replaySteps(steps: readonly Bilingual[], language: 'en' | 'de', zone: string): number {
  const sentences = steps.map((step) => step[language]);
  for (const sentence of sentences) if (!sentence.endsWith('.')) throw new Error(`no whole sentence: ${sentence}`);
  const [first = '', ...rest] = sentences;
  const last = rest.pop() ?? '';
  const start = instants(first)[0];
  if (start === undefined) throw new Error('no start');
  let instant = Temporal.Instant.from(start);
  let date = instant.toZonedDateTimeISO(zone).toPlainDate();
  let counted = 0;
  for (const sentence of rest) {
    const dates = datesIn(sentence, language);
    const [from, to] = instants(sentence);
    const hours = /(?:plus) (\d+) (?:hours?|Stunden?)/.exec(sentence)?.[1];
    const civil = /^(\d+) (\p{L}+) (?:after|nach) /u.exec(sentence);
    if (hours !== undefined && from !== undefined && to !== undefined) {
      same(from, instant.toString(), sentence);
      instant = instant.add({ hours: Number(hours) });
      same(to, instant.toString(), sentence);
    } else if (civil !== null) {
      date = date.add({ [UNITS[civil[2] ?? ''] ?? 'days']: Number(civil[1]) });
      same(dates.at(-1), date.toString(), sentence);
    } else if (/business day|Geschäftstag/.test(sentence)) {
      date = date.add({ days: 1 });
      counted += 1;
      same(dates[0], date.toString(), sentence);
      same(/(?:business day|Geschäftstag) (\d+)/.exec(sentence)?.[1], String(counted), sentence);
    } else if (from !== undefined && to !== undefined) {
      same(instantDate(from, zone), dates[0], sentence);
      instant = Temporal.Instant.from(to);
      date = Temporal.PlainDate.from(dates[0] ?? '');
    } else if (/The day of the event|Der Tag des Ereignisses/.test(sentence)) {
      same(dates[0], date.toString(), sentence);
    } else if (/is not counted|zählt nicht mit/.test(sentence)) {
      if (rest.some((other) => /business day|Geschäftstag/.test(other))) {
        date = date.add({ days: 1 });
        same(dates[0], date.toString(), sentence);
      }
    } else if (/cannot end on|kann nicht am/.test(sentence)) {
      same(dates[0], date.toString(), sentence);
      date = date.add({ days: 1 });
    } else if (/next working day is|nächste Arbeitstag ist|does not move|verschiebt sich nicht/.test(sentence)) {
      same(dates[0], date.toString(), sentence);
    } else if (/The order itself|Die Anordnung selbst/.test(sentence)) {
      instant = Temporal.Instant.from(from ?? '');
    } else {
      throw new Error(`not understood: ${sentence}`);
    }
  }
  const endsWithDay = /(?<!:)24:00(?!:)/.test(last);
  if (endsWithDay) same(datesIn(last, language)[0], date.toString(), last);
  const end = endsWithDay ? date.add({ days: 1 }).toZonedDateTime(zone).toInstant() : instant;
  same(instants(last)[0], end.toString(), last);
  return end.epochMilliseconds;
}

function instants(sentence: string): string[] {
  return [...sentence.matchAll(INSTANT)].map((match) => match[0]);
}

function datesIn(sentence: string, language: 'en' | 'de'): string[] {
  return [...sentence.matchAll(DATE[language])].map(({ groups }) => {
    const month = MONTHS[language].indexOf(groups?.['month'] ?? '') + 1;
    return new Temporal.PlainDate(Number(groups?.['year']), month, Number(groups?.['day'])).toString();
  });
}

function instantDate(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function same(said: string | undefined, found: string | undefined, sentence: string): void {
  if (said !== found) throw new Error(`the sentence says ${said}, the calculation ${found}: ${sentence}`);
}

/**
 * Follows an explanation with the changes of a ledger in it: each part that ends with an end of the period is replayed by
 * itself, and each change has to move the end that stood before as it says.
 */
export function replayLedger(steps: readonly Bilingual[], language: 'en' | 'de', zone: string): number {
  const parts: Bilingual[][] = [[]];
  for (const step of steps) {
    parts.at(-1)?.push(step);
    if (/The period therefore ends|Die Frist endet daher/.test(step[language])) parts.push([]);
  }
  if (parts.pop()?.length !== 0) throw new Error('something follows the last end');
  const [first = [], ...changes] = parts;
  let due = replaySteps(first, language, zone);
  for (const [change, ground, ...after] of changes) {
    if (change === undefined || ground === undefined) throw new Error('a change without its ground');
    if (!/is shown by: |ist belegt durch: /.test(ground[language])) throw new Error(`no ground: ${ground[language]}`);
    due = replayChange(change[language], after, due, language, zone);
  }
  return due;
}

function replayChange(
  sentence: string,
  after: readonly Bilingual[],
  due: number,
  language: 'en' | 'de',
  zone: string,
): number {
  const [from = '', to = '', before = '', moved = ''] = instants(sentence);
  const said = instants(after.at(-1)?.[language] ?? '')[0] ?? '';
  const counted = /(?:moves by|rückt um) (\d+) .*?(\d{4}-\d\d-\d\d) (?:to|auf) (\d{4}-\d\d-\d\d)\.$/.exec(sentence);
  if (/begins anew|beginnt damit neu|longer rule|längeren Regel/.test(sentence))
    return replaySteps(after, language, zone);
  if (counted !== null) {
    const [, days, old = '', fresh = ''] = counted;
    same(
      Temporal.PlainDate.from(old)
        .add({ days: Number(days) })
        .toString(),
      fresh,
      sentence,
    );
    const lastDay = Temporal.Instant.fromEpochMilliseconds(due - 1)
      .toZonedDateTimeISO(zone)
      .toPlainDate();
    if (old > lastDay.toString()) throw new Error(`the last day lies before: ${sentence}`);
    const within = Date.parse(to) - Date.parse(from);
    if (Number(days) * 86_400_000 > within + 3_600_000) throw new Error(`more days than the pause has: ${sentence}`);
    return replayEnd(after, Temporal.PlainDate.from(fresh), language, zone);
  }
  if (moved !== '') {
    same(String(Date.parse(before)), String(due), sentence);
    const length = Temporal.Instant.from(from).until(to);
    same(Temporal.Instant.from(before).add(length).toString(), Temporal.Instant.from(moved).toString(), sentence);
    same(said, moved, sentence);
    return Date.parse(moved);
  }
  same(String(Date.parse(said)), String(Date.parse(to)), sentence);
  return Date.parse(to);
}

/** A last day, what it rolls over, and the end. */
function replayEnd(steps: readonly Bilingual[], day: Temporal.PlainDate, language: 'en' | 'de', zone: string): number {
  let date = day;
  for (const step of steps) {
    const sentence = step[language];
    same(datesIn(sentence, language)[0], date.toString(), sentence);
    if (/cannot end on|kann nicht am/.test(sentence)) date = date.add({ days: 1 });
  }
  const end = date.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  same(instants(steps.at(-1)?.[language] ?? '')[0], end.toString(), 'end');
  return end.epochMilliseconds;
}
