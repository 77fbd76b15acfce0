import { Temporal } from 'temporal-polyfill';
import type { Language } from '#domain/party';
import { endOfDay } from '#domain/period';

const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Names of an offset in a zone, German and English; zones of the same region share a list. */
interface ZoneNames {
  readonly zones: readonly string[];
  readonly names: Readonly<Record<string, { readonly en: string; readonly de: string }>>;
}

const CENTRAL_EUROPE = [
  ...['Berlin', 'Busingen', 'Vienna', 'Zurich', 'Vaduz', 'Paris', 'Brussels', 'Amsterdam', 'Luxembourg', 'Monaco'],
  ...['Rome', 'San_Marino', 'Vatican', 'Malta', 'Madrid', 'Andorra', 'Copenhagen', 'Oslo', 'Stockholm', 'Prague'],
  ...['Bratislava', 'Budapest', 'Warsaw', 'Ljubljana', 'Zagreb', 'Belgrade'],
].map((city) => `Europe/${city}`);

const EASTERN_EUROPE = ['Athens', 'Bucharest', 'Helsinki', 'Kyiv', 'Riga', 'Sofia', 'Tallinn', 'Vilnius'].map(
  (city) => `Europe/${city}`,
);

const ZONE_NAMES: readonly ZoneNames[] = [
  { zones: CENTRAL_EUROPE, names: { '+01:00': { en: 'CET', de: 'MEZ' }, '+02:00': { en: 'CEST', de: 'MESZ' } } },
  {
    zones: [...EASTERN_EUROPE, 'Asia/Nicosia'],
    names: { '+02:00': { en: 'EET', de: 'OEZ' }, '+03:00': { en: 'EEST', de: 'OESZ' } },
  },
  {
    zones: ['Europe/Lisbon', 'Atlantic/Madeira'],
    names: { '+00:00': { en: 'WET', de: 'WEZ' }, '+01:00': { en: 'WEST', de: 'WESZ' } },
  },
  {
    zones: ['Europe/London'],
    names: { '+00:00': { en: 'GMT', de: 'GMT' }, '+01:00': { en: 'BST', de: 'BST' } },
  },
  {
    zones: ['America/New_York'],
    names: { '-05:00': { en: 'EST', de: 'EST' }, '-04:00': { en: 'EDT', de: 'EDT' } },
  },
  {
    zones: ['America/Los_Angeles'],
    names: { '-08:00': { en: 'PST', de: 'PST' }, '-07:00': { en: 'PDT', de: 'PDT' } },
  },
];

function zoneName(at: Temporal.ZonedDateTime, language: Language): string {
  const zone = at.timeZoneId;
  const named = ZONE_NAMES.find(({ zones }) => zones.includes(zone))?.names[at.offset];
  if (named) return named[language];
  return zone === 'UTC' ? 'UTC' : `UTC${at.offset}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * A civil date in words: `22.11.2026` in German, `22 Nov 2026` in English.
 * Takes an ISO date; throws a RangeError for anything else.
 */
export function formatDate(isoDate: string, language: Language): string {
  return dateInWords(Temporal.PlainDate.from(isoDate), language);
}

function dateInWords(
  { day, month, year }: Pick<Temporal.PlainDate, 'day' | 'month' | 'year'>,
  language: Language,
): string {
  if (language === 'de') return `${twoDigits(day)}.${twoDigits(month)}.${year}`;
  return `${day} ${ENGLISH_MONTHS[month - 1] ?? ''} ${year}`;
}

function withClockTime(date: string, time: string, zone: string, language: Language): string {
  return language === 'de' ? `${date}, ${time} Uhr (${zone})` : `${date}, ${time} ${zone}`;
}

/**
 * An instant as a reader in `zone` is shown it: `22.11.2026, 15:40 Uhr (MEZ)` or `22 Nov 2026, 15:40 CET`. A zone
 * without a known name shows its offset. Minutes only: seconds are cut, never rounded up.
 */
export function formatInstant(isoInstant: string, zone: string, language: Language): string {
  return toTheMinute(Temporal.Instant.from(isoInstant).toZonedDateTimeISO(zone), language);
}

function toTheMinute(at: Temporal.ZonedDateTime, language: Language): string {
  const time = `${twoDigits(at.hour)}:${twoDigits(at.minute)}`;
  return withClockTime(dateInWords(at, language), time, zoneName(at, language), language);
}

/** An instant in UTC to the second, RFC 3339: `2026-11-22T14:40:05Z`. */
export function formatUtc(isoInstant: string): string {
  return Temporal.Instant.from(isoInstant).toString({ smallestUnit: 'second' });
}

/**
 * The end of a period as an instant, in every message alike: where a day ends with it in `zone`, 24:00 of that day, never
 * 00:00 of the next; else as `formatInstant` has it.
 */
export function formatDue(dueAt: string, zone: string, language: Language): string {
  const due = Temporal.Instant.from(dueAt).toZonedDateTimeISO(zone);
  return isStartOfDay(due) ? endingTheDayBefore(due, language) : toTheMinute(due, language);
}

/**
 * An instant in each way in which a message may show it: in UTC, and for readers in `zone` in each of `languages` as an
 * instant and, where a day begins with it, as the end of a period.
 */
export function formatEveryWay(isoInstant: string, zone: string, languages: readonly Language[]): readonly string[] {
  const instant = Temporal.Instant.from(isoInstant);
  const at = instant.toZonedDateTimeISO(zone);
  const dues = isStartOfDay(at) ? languages.map((language) => endingTheDayBefore(at, language)) : [];
  return [
    instant.toString({ smallestUnit: 'second' }),
    ...languages.map((language) => toTheMinute(at, language)),
    ...dues,
  ];
}

function isStartOfDay(at: Temporal.ZonedDateTime): boolean {
  return at.equals(at.startOfDay());
}

function endingTheDayBefore(due: Temporal.ZonedDateTime, language: Language): string {
  const lastMoment = due.subtract({ seconds: 1 });
  return withClockTime(dateInWords(lastMoment, language), '24:00', zoneName(lastMoment, language), language);
}

/** The end of a period that ends with the civil date `lastDay` in `zone`. */
export function formatLastDay(lastDay: string, zone: string, language: Language): string {
  return formatDue(endOfDay(Temporal.PlainDate.from(lastDay), zone).toString(), zone, language);
}
