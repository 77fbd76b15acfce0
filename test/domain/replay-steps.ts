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
