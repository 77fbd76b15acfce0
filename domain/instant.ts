import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** The years that an instant from outside may lie in: the first, and the one after the last. */
const YEARS = { first: 1970, end: 2200 } as const;

/**
 * Whether an RFC 3339 text is an instant that can be computed with: one that exists, to the nanosecond at most, in the
 * years 1970 to 2199, so that no period added to it leaves what a calendar holds.
 */
export function isUsableInstant(text: string): boolean {
  try {
    const { year } = Temporal.Instant.from(text).toZonedDateTimeISO('UTC');
    return year >= YEARS.first && year < YEARS.end;
  } catch {
    return false;
  }
}

/** An instant as a caller gives it, RFC 3339 with an offset; kept as it was written. */
export const InstantText = z.iso
  .datetime({ offset: true, abort: true, error: 'an instant after RFC 3339, such as 2026-11-22T10:00:00+01:00' })
  .refine(isUsableInstant, 'an instant in the years 1970 to 2199, with at most nine digits after the second');

/** `instant` moved forward by elapsed time, RFC 3339 in UTC with milliseconds. */
export function plus(
  instant: string,
  duration: { hours?: number; minutes?: number; seconds?: number; milliseconds?: number },
): string {
  return Temporal.Instant.from(instant).add(duration).toString({ fractionalSecondDigits: 3 });
}

/** `instant` written in the one form in which instants are stored and compared as text: UTC, milliseconds. */
export function normalInstant(instant: string): string {
  return Temporal.Instant.from(instant).toString({ fractionalSecondDigits: 3 });
}
