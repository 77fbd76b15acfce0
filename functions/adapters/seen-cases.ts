import type { CaseRecord } from '#domain/case';
import type { Clock } from '../ports/clock.ts';
import type { KnownRows } from './known-rows.ts';

/** Milliseconds for which a case counts as seen a moment ago. */
const FRESH_MILLISECONDS = 1_000;
/** Cases remembered at a time. */
const MOST_CASES = 500;

/** A case as it was seen: its record, and its rows where all of them were read or written with it. */
export interface SeenCase {
  readonly record: CaseRecord;
  readonly rows: KnownRows | null;
}

/**
 * The cases that this process read or wrote a moment ago. A change may start from one without reading it again, since
 * it is written under the version it was decided on, and what rows hold changes with that version.
 */
export class SeenCases {
  readonly #clock: Clock;
  readonly #cases = new Map<string, SeenCase & { readonly at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Remembers a case: without rows that are too many, and with those known of this very version. */
  note(record: CaseRecord, read: KnownRows | null): void {
    const before = this.#cases.get(record.caseId);
    const rows = read ?? (before?.record.version === record.version ? before.rows : null);
    if (this.#cases.size >= MOST_CASES) this.#cases.clear();
    this.#cases.set(record.caseId, { record, rows: rows?.isSmall() ? rows : null, at: this.#now() });
  }

  /** A case seen a moment ago, once: whoever takes it notes what becomes of it. */
  take(caseId: string): SeenCase | null {
    const seen = this.#cases.get(caseId);
    this.#cases.delete(caseId);
    return seen !== undefined && this.#now() - seen.at <= FRESH_MILLISECONDS ? seen : null;
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}
