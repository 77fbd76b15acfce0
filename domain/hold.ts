import * as z from 'zod';

/** The number of a matter or of a file elsewhere: a code, never a name, as it stands in the audit in the clear. */
export const MatterNumber = z
  .string()
  .regex(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9./_-]{0,63}$/, 'letters, digits and . / _ - without spaces, with a digit');

/** The body of `POST /v1/cases/{caseId}/holds`: for which matter everything of the case is kept, and why. */
export const HoldRequest = z.strictObject({ matter: MatterNumber, reason: z.string().trim().min(1).max(2_000) });
export type HoldRequest = z.infer<typeof HoldRequest>;

/** The body of `POST /v1/cases/{caseId}/holds/{number}/release`: why it is lifted. */
export const HoldReleaseRequest = HoldRequest.pick({ reason: true });
export type HoldReleaseRequest = z.infer<typeof HoldReleaseRequest>;

/** A legal hold beside its case: codes and instants, and where the reasons lie. It stands until it is released. */
export const HoldRow = z.object({
  number: z.int().positive(),
  matter: MatterNumber,
  placedBy: z.string(),
  placedAt: z.iso.datetime(),
  documentKey: z.string(),
  released: z.object({ by: z.string(), at: z.iso.datetime(), documentKey: z.string() }).nullable(),
});
export type HoldRow = z.infer<typeof HoldRow>;

/** The key of a legal hold; `number` counts from 1; without one, the prefix of all. */
export const holdKey = (number?: number): string =>
  `HOLD#${number === undefined ? '' : String(number).padStart(5, '0')}`;

/** The holds that stand: nothing of the case is erased while there is one. */
export function standingHolds(holds: readonly HoldRow[]): readonly HoldRow[] {
  return holds.filter(({ released }) => released === null);
}
