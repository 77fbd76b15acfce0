import { Temporal } from 'temporal-polyfill';
import type { CaseRecord } from './case.ts';
import { LIMITATION } from './catalogue/basis-parts.ts';
import type { LegalBasis } from './legal-basis.ts';
import type { Source } from './source.ts';

/** How long a closed case is kept on a basis, and whether a law says so or the platform. */
export interface RetentionRule {
  readonly years: number;
  /** `law` where a source sets the period itself; else a setting of the platform, which is never shown as law. */
  readonly setBy: 'law' | 'platform';
  /** The law, or what the setting of the platform goes by. */
  readonly source: Source;
}

/** The rule on retention of a legal basis. */
export function retentionRule({ retentionYears: years, retentionSource }: RetainedBasis): RetentionRule {
  return retentionSource === undefined
    ? { years, setBy: 'platform', source: LIMITATION }
    : { years, setBy: 'law', source: retentionSource };
}

type RetainedBasis = Pick<LegalBasis, 'retentionYears' | 'retentionSource'>;

/** When the time ends for which a case closed at `closedAt` (RFC 3339) is kept, in UTC. */
export function retentionEnd(closedAt: string, { retentionYears: years }: Pick<LegalBasis, 'retentionYears'>): string {
  const end = Temporal.Instant.from(closedAt).toZonedDateTimeISO('UTC').add({ years }).toInstant();
  return end.toString({ smallestUnit: 'millisecond' });
}

/** Tells whether a case is open, or closed for less than the years that its basis keeps it, at `now` (RFC 3339). */
export function isRetained(
  { closedAt }: Pick<CaseRecord, 'closedAt'>,
  basis: Pick<LegalBasis, 'retentionYears'>,
  now: string,
): boolean {
  return closedAt === null || Temporal.Instant.compare(now, retentionEnd(closedAt, basis)) < 0;
}
