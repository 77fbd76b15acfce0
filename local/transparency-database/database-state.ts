import * as z from 'zod';
import { Fields } from './validation.ts';

/** How the database misbehaves: for so many requests, or until an instant, or until told otherwise. */
export const DatabaseFaults = z.strictObject({
  mode: z.enum(['none', 'slow', 'unanswered', 'lost', '500', '429', '422']),
  times: z.int().positive().nullable().default(null),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type DatabaseFaults = z.infer<typeof DatabaseFaults>;

/** A stored statement. */
export const StoredStatement = z.object({
  id: z.int().positive(),
  uuid: z.string(),
  createdAt: z.iso.datetime(),
  fields: Fields,
});
export type StoredStatement = z.infer<typeof StoredStatement>;

/** A line of the database's log. */
export const DatabaseRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stored'), statements: z.array(StoredStatement) }),
  z.object({ type: z.literal('remembered'), puids: z.array(z.string()), until: z.iso.datetime() }),
  z.object({ type: z.literal('faults'), faults: DatabaseFaults }),
]);
export type DatabaseRecord = z.infer<typeof DatabaseRecord>;

const NO_FAULTS: DatabaseFaults = { mode: 'none', times: null, until: null };

/** The state of the database, folded from its log. */
export class DatabaseState {
  readonly #byUuid = new Map<string, StoredStatement>();
  readonly #puids = new Set<unknown>();
  readonly #remembered = new Map<string, number>();
  #faults = NO_FAULTS;
  #faulty = 0;

  /** Takes one record of the log. */
  apply(record: DatabaseRecord): void {
    switch (record.type) {
      case 'stored':
        for (const statement of record.statements) {
          this.#byUuid.set(statement.uuid, statement);
          this.#puids.add(statement.fields['puid']);
        }
        return;
      case 'remembered':
        for (const puid of record.puids) this.#remembered.set(puid, Date.parse(record.until));
        return;
      case 'faults':
        this.#faults = record.faults;
        this.#faulty = 0;
        return;
    }
  }

  /** Every statement, in the order in which they were stored. */
  statements(): readonly StoredStatement[] {
    return [...this.#byUuid.values()];
  }

  /** One statement. */
  statement(uuid: string): StoredStatement | undefined {
    return this.#byUuid.get(uuid);
  }

  /** Tells whether the database takes an identifier for used: stored once, or remembered, whether stored or not. */
  knows(puid: string, now: number): boolean {
    return this.#puids.has(puid) || (this.#remembered.get(puid) ?? 0) > now;
  }

  /** The fault that was set, and how many requests it has met. */
  faults(): DatabaseFaults & { readonly met: number } {
    return { ...this.#faults, met: this.#faulty };
  }

  /** The fault in force at `now` (epoch milliseconds), counted as used once more. */
  nextFault(now: number): DatabaseFaults['mode'] {
    const { mode, times, until } = this.#faults;
    if ((until !== null && Date.parse(until) <= now) || (times !== null && this.#faulty >= times)) return 'none';
    this.#faulty += 1;
    return mode;
  }
}
