import * as z from 'zod';
import { UNITS } from './usage.ts';

const Usage = z.record(z.enum(UNITS), z.number().nonnegative());

/** What one case of a kind uses: until it waits for a person, until it is closed, and by its timers afterwards. */
const CaseCounts = z.object({ untilReview: Usage, untilClosed: Usage, afterwards: Usage });
export type CaseCounts = z.infer<typeof CaseCounts>;

/** Write units of one restricted case, of its tables and of its indexes. */
const Written = z.object({ writeUnits: z.number(), indexWriteUnits: z.number() });

/** What was counted on the local runtime: medians for one case each, and one look of the sweep at an open case. */
export const Counts = z.object({
  restricted: CaseCounts,
  rejected: CaseCounts,
  order: CaseCounts,
  look: Usage,
  /** What the request that keeps a notice uses by itself. */
  intake: Usage,
  /** What a restricted case would write in a design that is not built. */
  designs: z.object({ clockWordsApart: Written }),
});
export type Counts = z.infer<typeof Counts>;
