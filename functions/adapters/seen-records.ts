import type { CaseRecord } from '#domain/case';
import type { Clock } from '../ports/clock.ts';

/** Milliseconds for which a record counts as seen a moment ago. */
const FRESH_MILLISECONDS = 1_000;
/** Records remembered at a time. */
const MOST_RECORDS = 500;

/**
 * The records that this process read or wrote a moment ago. A change may start from one without reading it again,
 * since it is written under the version it was decided on.
 */
export class SeenRecords {
  readonly #clock: Clock;
  readonly #records = new Map<string, { readonly record: CaseRecord; readonly at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Remembers a record and gives it back. */
  note(record: CaseRecord): CaseRecord {
    if (this.#records.size >= MOST_RECORDS) this.#records.clear();
    this.#records.set(record.caseId, { record, at: this.#now() });
    return record;
  }

  /** The record of a case seen a moment ago, once: whoever takes it notes what becomes of it. */
  take(caseId: string): CaseRecord | null {
    const seen = this.#records.get(caseId);
    this.#records.delete(caseId);
    return seen !== undefined && this.#now() - seen.at <= FRESH_MILLISECONDS ? seen.record : null;
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}
