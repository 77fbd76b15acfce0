import { Temporal } from 'temporal-polyfill';
import { AwsError } from '../responses.ts';

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** A schedule expression, read: once at an instant, or every so many milliseconds. */
export type Timing = { readonly kind: 'at'; readonly at: number } | { readonly kind: 'rate'; readonly everyMs: number };

/** Reads `at(…)` in a time zone, or `rate(…)`; throws ValidationException for anything else, cron among it. */
export function readExpression(expression: string, timeZone: string): Timing {
  const at = /^at\((.+)\)$/.exec(expression)?.[1];
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  try {
    if (at !== undefined) {
      return { kind: 'at', at: Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).epochMilliseconds };
    }
  } catch {
    throw new AwsError('ValidationException', `Invalid Schedule Expression ${expression} in ${timeZone}.`);
  }
  const everyMs = Number(rate?.[1] ?? 0) * (UNIT_MS[rate?.[2] ?? ''] ?? 0);
  if (everyMs === 0) throw new AwsError('ValidationException', `Invalid Schedule Expression ${expression}.`);
  return { kind: 'rate', everyMs };
}

/** When a new schedule fires first, epoch milliseconds. */
export function firstRun(timing: Timing, now: number): number {
  return timing.kind === 'at' ? timing.at : now + timing.everyMs;
}

/** When a schedule that was due at `dueAt` fires next; runs missed in between are one. Null when never again. */
export function nextRun(timing: Timing, dueAt: number, now: number): number | null {
  if (timing.kind === 'at') return null;
  return dueAt + timing.everyMs * (Math.floor((now - dueAt) / timing.everyMs) + 1);
}
