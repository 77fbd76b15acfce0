import * as z from 'zod';
import type { ItemEffect } from '#domain/case-rows';
import { EEA_COUNTRIES, isWithin } from '#domain/territory';

/** The most statements that one request takes. */
export const LARGEST_BATCH = 100;

/** The key of what is known of the statements of an entry, by its duty. */
export const entryKey = (deliveryId: string): string => `ENTRY#${deliveryId}`;
/** The key of an entry that a later decision made untrue and that the database cannot take back, by its duty. */
export const outdatedKey = (deliveryId: string): string => `OUTDATED#${deliveryId}`;

/**
 * How a statement stands: `stored` with the proof of an answer; `unconfirmed` when an answer was missed and the database
 * knows the identifier since; `refused` for the fields named, with a person.
 */
export const StatementRow = z.object({
  itemId: z.string(),
  puid: z.string(),
  state: z.enum(['stored', 'unconfirmed', 'refused']),
  /** The database's identifier: the only hard proof. */
  uuid: z.string().nullable(),
  fields: z.array(z.string()),
});
export type StatementRow = z.infer<typeof StatementRow>;

/** What is known of the statements of an entry. */
export const EntryRow = z.object({ deliveryId: z.string(), statements: z.array(StatementRow) });
export type EntryRow = z.infer<typeof EntryRow>;

/** Stored statements that a later decision made untrue: the ledger of what the database cannot take back. */
export const OutdatedRow = EntryRow.extend({
  decisionId: z.string(),
  reversedBy: z.string(),
  at: z.iso.datetime(),
});
export type OutdatedRow = z.infer<typeof OutdatedRow>;

/** The countries of an effect that the database knows: those of the European Economic Area. */
export function scopeInDatabase(territories: readonly string[]): (typeof EEA_COUNTRIES)[number][] {
  return EEA_COUNTRIES.filter((country) => isWithin([country], territories)).toSorted();
}

/** Tells whether the database is owed a statement of an effect: of what is proven, and somewhere that it knows. */
export function isStated({ state, appliedAt, territories }: ItemEffect): boolean {
  return state === 'proven' && appliedAt !== null && scopeInDatabase(territories).length > 0;
}

/** Things in lots of at most as many as one request takes, in order. */
export function inLots<Thing>(things: readonly Thing[]): Thing[][] {
  const lots = Math.ceil(things.length / LARGEST_BATCH);
  return Array.from({ length: lots }, (_, lot) => things.slice(lot * LARGEST_BATCH, (lot + 1) * LARGEST_BATCH));
}

/** Statements with each identifier once: a repetition inside one request would block it for two days. */
export function eachOnce<Stated extends { readonly puid: string }>(statements: readonly Stated[]): Stated[] {
  return [...new Map(statements.map((statement) => [statement.puid, statement])).values()];
}
