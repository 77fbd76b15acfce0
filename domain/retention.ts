import { Temporal } from 'temporal-polyfill';
import type { CaseRecord } from './case.ts';
import type { LegalBasis } from './legal-basis.ts';

/** Tells whether a case is open, or closed for less than the years that its basis keeps it, at `now` (RFC 3339). */
export function isRetained(
  { closedAt }: Pick<CaseRecord, 'closedAt'>,
  { retentionYears: years }: Pick<LegalBasis, 'retentionYears'>,
  now: string,
): boolean {
  if (closedAt === null) return true;
  const end = Temporal.Instant.from(closedAt).toZonedDateTimeISO('UTC').add({ years }).toInstant();
  return Temporal.Instant.compare(now, end) < 0;
}
