import * as z from 'zod';
import { HoldRow } from '../hold.ts';

/** A legal hold as those see it who work on its case; a reason is null once erased. */
export const HoldView = HoldRow.omit({ documentKey: true, released: true })
  .extend({
    reason: z.string().nullable(),
    released: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'CaseHold' });
export type HoldView = z.infer<typeof HoldView>;

/**
 * The answer to placing or releasing a hold. `erased`: the persons of whom the case holds nothing readable any more, or
 * whose erasure had begun before: no hold brings that back.
 */
export const HoldAnswer = z
  .object({ caseId: z.string(), number: z.int().positive(), matter: z.string(), erased: z.array(z.string()) })
  .meta({ id: 'HoldAnswer' });
export type HoldAnswer = z.infer<typeof HoldAnswer>;
