import { Temporal } from 'temporal-polyfill';
import type { Bilingual } from './clock.ts';

const WEEKDAYS: readonly Bilingual[] = [
  { en: 'Monday', de: 'Montag' },
  { en: 'Tuesday', de: 'Dienstag' },
  { en: 'Wednesday', de: 'Mittwoch' },
  { en: 'Thursday', de: 'Donnerstag' },
  { en: 'Friday', de: 'Freitag' },
  { en: 'Saturday', de: 'Samstag' },
  { en: 'Sunday', de: 'Sonntag' },
];

const MONTHS: readonly Bilingual[] = [
  { en: 'January', de: 'Januar' },
  { en: 'February', de: 'Februar' },
  { en: 'March', de: 'März' },
  { en: 'April', de: 'April' },
  { en: 'May', de: 'Mai' },
  { en: 'June', de: 'Juni' },
  { en: 'July', de: 'Juli' },
  { en: 'August', de: 'August' },
  { en: 'September', de: 'September' },
  { en: 'October', de: 'Oktober' },
  { en: 'November', de: 'November' },
  { en: 'December', de: 'Dezember' },
];

/** The name of a weekday by its ISO number, 1 (Monday) to 7 (Sunday). */
export function weekdayInWords(weekday: number): Bilingual {
  return WEEKDAYS[weekday - 1] ?? { en: `day ${weekday}`, de: `Tag ${weekday}` };
}

/** `Saturday, 17 October 2026` and `Samstag, 17. Oktober 2026` for an ISO 8601 date. */
export function dateInWords(date: string): Bilingual {
  const plain = Temporal.PlainDate.from(date);
  const weekday = weekdayInWords(plain.dayOfWeek);
  const month = MONTHS[plain.month - 1] ?? { en: '', de: '' };
  return {
    en: `${weekday.en}, ${plain.day} ${month.en} ${plain.year}`,
    de: `${weekday.de}, ${plain.day}. ${month.de} ${plain.year}`,
  };
}

/** An instant (RFC 3339) as a date and a time with its offset in a zone, to the millisecond where it has any. */
export function instantInWords(instant: string, zone: string): Bilingual {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const date = dateInWords(zoned.toPlainDate().toString());
  const exact = zoned.second !== 0 || zoned.millisecond !== 0;
  const time = zoned
    .toPlainTime()
    .toString(
      exact ? { smallestUnit: zoned.millisecond === 0 ? 'second' : 'millisecond' } : { smallestUnit: 'minute' },
    );
  return { en: `${date.en}, ${time} (UTC${zoned.offset})`, de: `${date.de}, ${time} Uhr (UTC${zoned.offset})` };
}

/** A length of time in hours, minutes and seconds: `31 h 30 min`. Takes milliseconds. */
export function lengthInWords(milliseconds: number): string {
  const parts = [
    { amount: Math.floor(milliseconds / 3_600_000), unit: 'h' },
    { amount: Math.floor(milliseconds / 60_000) % 60, unit: 'min' },
    { amount: (milliseconds % 60_000) / 1_000, unit: 's' },
  ];
  const words = parts.filter((part) => part.amount > 0).map((part) => `${part.amount} ${part.unit}`);
  return words.length === 0 ? '0 h' : words.join(' ');
}
