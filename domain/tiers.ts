import { Temporal } from 'temporal-polyfill';

/** How far up a case has risen: 1 the queue, 2 and 3 nearer the deadline, 4 nearest. */
export type Tier = 1 | 2 | 3 | 4;

const THRESHOLDS = [
  { tier: 2, percent: 50 },
  { tier: 3, percent: 75 },
  { tier: 4, percent: 90 },
] as const;

/** The instants (RFC 3339 UTC) at which a case rises: after 50, 75 and 90 % of the time from receipt to deadline. */
export function tierInstants(
  receivedAt: string,
  dueAt: string,
): readonly { readonly tier: Tier; readonly at: string }[] {
  const start = Temporal.Instant.from(receivedAt).epochMilliseconds;
  const length = Math.max(0, Temporal.Instant.from(dueAt).epochMilliseconds - start);
  return THRESHOLDS.map(({ tier, percent }) => ({
    tier,
    at: Temporal.Instant.fromEpochMilliseconds(start + Math.floor((length * percent) / 100)).toString(),
  }));
}

/** The tier a case has reached at `now` (RFC 3339). */
export function tierAt(receivedAt: string, dueAt: string, now: string): Tier {
  const instant = Temporal.Instant.from(now);
  const reached = tierInstants(receivedAt, dueAt).findLast(
    ({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), instant) <= 0,
  );
  return reached?.tier ?? 1;
}

/** The next instant at which a case rises after `now`, or null when it has reached the top. */
export function nextTierInstant(receivedAt: string, dueAt: string, now: string): string | null {
  const instant = Temporal.Instant.from(now);
  const next = tierInstants(receivedAt, dueAt).find(
    ({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), instant) > 0,
  );
  return next?.at ?? null;
}
