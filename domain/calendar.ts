import type { Bilingual } from './clock.ts';
import { HOLIDAY_CORRECTIONS, type HolidayCorrection } from './holiday-corrections.ts';
import { findPlace } from './places.ts';

/** A public holiday of a place; `partOnly` when only some municipalities of the place keep it, or it is disputed. */
export interface PublicHoliday {
  /** ISO 8601 date. */
  readonly date: string;
  readonly name: Bilingual;
  readonly partOnly: boolean;
}

/** A holiday as the source of holidays lists it: `date` is the ISO 8601 date and the time of day at which it begins. */
export interface SourceHoliday {
  readonly date: string;
  readonly name: string;
  readonly type: string;
  readonly rule: string;
}

/** Opens the list of a country or of one of its regions, by year and language of the names. */
export type HolidaySource = (
  country: string,
  region: string | null,
) => { readonly getHolidays: (year: number, language: string) => readonly SourceHoliday[] };

/** The port through which clocks ask for public holidays; weekends are not its business. */
export interface Calendar {
  /** The public holiday at `place` (ISO 3166) on `date` (ISO 8601), or null. Several on a day: the first listed. */
  readonly holiday: (place: string, date: string) => PublicHoliday | null;
  /** Tells whether `date` is a public holiday everywhere in `place`. */
  readonly isHoliday: (place: string, date: string) => boolean;
}

/** Places whose holidays are the union of those of their parts (Terrorism Act 2006 s.3: any part of the UK). */
const UNIONS: Readonly<Record<string, readonly string[]>> = { GB: ['GB-ENG', 'GB-WLS', 'GB-SCT', 'GB-NIR'] };

/** A calendar over a source of holidays, with our corrections applied. Each place and year is read once. */
export function calendarFrom(source: HolidaySource): Calendar {
  const known = new Map<string, ReadonlyMap<string, PublicHoliday>>();
  function holidaysOf(place: string, year: number): ReadonlyMap<string, PublicHoliday> {
    const key = `${place} ${year}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const parts = UNIONS[place] ?? [place];
    const found = new Map<string, PublicHoliday>();
    for (const part of parts) {
      for (const holiday of corrected(source, part, year)) {
        if (!found.has(holiday.date)) found.set(holiday.date, holiday);
      }
    }
    known.set(key, found);
    return found;
  }
  function holiday(place: string, date: string): PublicHoliday | null {
    return holidaysOf(calendarPlace(place), Number(date.slice(0, 4))).get(date) ?? null;
  }
  return { holiday, isHoliday: (place, date) => holiday(place, date)?.partOnly === false };
}

/** The clocks of the United States count federal holidays, wherever in the country the agent sits. */
function calendarPlace(place: string): string {
  return place.startsWith('US-') ? 'US' : place;
}

function corrected(source: HolidaySource, place: string, year: number): readonly PublicHoliday[] {
  const corrections = HOLIDAY_CORRECTIONS.filter((correction) => correction.place === place);
  const types = corrections.flatMap((correction) => (correction.kind === 'count-type' ? [correction.type] : []));
  const removed = corrections.flatMap((correction) => (correction.kind === 'remove' ? [correction.date] : []));
  const listed = listedIn(source, place, year)
    .filter((entry) => entry.type === 'public' || types.includes(entry.type))
    .filter((entry) => entry.isWholeDay && !removed.includes(entry.date))
    .map((entry) => ({ date: entry.date, name: entry.name, partOnly: false }));
  const added = corrections.flatMap((correction) =>
    correction.kind === 'add' && correction.date.startsWith(`${year}-`)
      ? [{ date: correction.date, name: correction.name, partOnly: false }]
      : [],
  );
  const partial = corrections.flatMap((correction) =>
    correction.kind === 'part-only'
      ? listedIn(source, correction.like, year)
          .filter((entry) => entry.rule === correction.rule)
          .map((entry) => ({ date: entry.date, name: entry.name, partOnly: true }))
      : [],
  );
  return [...listed, ...added, ...partial, ...partlyKept(corrections, year)];
}

/** Days that some municipalities keep, and days of which it is open whether they are working days. */
function partlyKept(corrections: readonly HolidayCorrection[], year: number): readonly PublicHoliday[] {
  return corrections.flatMap((correction) => {
    if (correction.kind === 'part-only-yearly') {
      return [{ date: `${year}-${correction.day}`, name: correction.name, partOnly: true }];
    }
    const isDisputed = correction.kind === 'disputed' && correction.date.startsWith(`${year}-`);
    return isDisputed ? [{ date: correction.date, name: correction.name, partOnly: true }] : [];
  });
}

interface ListedHoliday {
  readonly date: string;
  readonly name: Bilingual;
  readonly type: string;
  readonly rule: string;
  /** False for a holiday that begins in the evening: its day is a working day. */
  readonly isWholeDay: boolean;
}

function listedIn(source: HolidaySource, place: string, year: number): readonly ListedHoliday[] {
  const found = findPlace(place);
  if (found === null) return [];
  const list = source(found.country, found.region);
  const german = list.getHolidays(year, 'de');
  return list.getHolidays(year, 'en').map((entry, index) => ({
    date: entry.date.slice(0, 10),
    name: { en: entry.name, de: german[index]?.name ?? entry.name },
    type: entry.type,
    rule: entry.rule,
    isWholeDay: !/ (?!00:00:00)\d{2}:/.test(entry.date),
  }));
}
