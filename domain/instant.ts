import { Temporal } from 'temporal-polyfill';

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
