import * as z from 'zod';
import { MatterNumber } from './hold.ts';
import { plus } from './instant.ts';

/** Days the backups of wrapped keys reach back: an erasure is pending until these have run out. */
export const KEY_BACKUP_DAYS = 1;

/** On which ground one person of a case is erased because somebody asks for it or orders it. */
export const RequestedGround = z.enum(['gdpr-art-17', 'gdpr-art-21', 'court-order', 'supervisory-authority-order']);
export type RequestedGround = z.infer<typeof RequestedGround>;

/** On which ground something was erased: as asked for, or because the time for which it is kept has ended. */
export const ErasureGround = z.enum([...RequestedGround.options, 'retention-ended']);
export type ErasureGround = z.infer<typeof ErasureGround>;

/** The body of `POST /v1/cases/{caseId}/erasures`: whom, on which ground, and the file in which that was decided. */
export const ErasureRequest = z.strictObject({
  personId: z.string().regex(/^[a-z0-9-]{1,64}$/),
  ground: RequestedGround,
  reference: MatterNumber.describe('The number under which the request or the order is kept.'),
});
export type ErasureRequest = z.infer<typeof ErasureRequest>;

/**
 * How far an erasure has come: `recorded`, and carried out as soon as no hold stands; `begun`, from when nothing stops it;
 * `pending` while backups still hold the wrapped keys; `complete`.
 */
export const ErasureState = z.enum(['recorded', 'begun', 'pending', 'complete']);
export type ErasureState = z.infer<typeof ErasureState>;

/** An erasure beside its case: codes and instants. */
export const ErasureRow = z.object({
  number: z.int().positive(),
  /** Those who are erased; of a whole case filled in as it begins. */
  personIds: z.array(z.string()),
  /** True where the texts that no person of the case is the owner of go as well: notes, decisions, items. */
  whole: z.boolean(),
  ground: ErasureGround,
  /** The file of the request or order; null where the rule on retention is the ground. */
  reference: MatterNumber.nullable(),
  /** Who had it done; `system` where the rule on retention did. */
  by: z.string(),
  recordedAt: z.iso.datetime(),
  state: ErasureState,
  /** When the keys were destroyed; null before. */
  destroyedAt: z.iso.datetime().nullable(),
  /** When the last backup of the keys has run out; null before they were destroyed. */
  backupsUntil: z.iso.datetime().nullable(),
});
export type ErasureRow = z.infer<typeof ErasureRow>;

/** The key of an erasure; `number` counts from 1; without one, the prefix of all. */
export const erasureKey = (number?: number): string =>
  `ERASURE#${number === undefined ? '' : String(number).padStart(5, '0')}`;

/** When the backups of keys destroyed at `destroyedAt` (RFC 3339 UTC) have run out. */
export function backupsUntil(destroyedAt: string): string {
  return plus(destroyedAt, { hours: 24 * KEY_BACKUP_DAYS });
}

/** What stands for the texts of a case that are no person's own: notes, decisions, items. */
const CASE_TEXTS = 'case';

/** The erasures by the persons of whom nothing may be shown any more, from when each began; `case` for a whole case. */
export function erasedPersons(rows: readonly ErasureRow[]): ReadonlyMap<string, ErasureRow> {
  const begun = rows.filter(({ state }) => state !== 'recorded');
  return new Map(
    begun.flatMap((row) => [...row.personIds, ...(row.whole ? [CASE_TEXTS] : [])].map((id) => [id, row] as const)),
  );
}
