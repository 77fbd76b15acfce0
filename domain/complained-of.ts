import * as z from 'zod';

/** Who complains: the person whose content a decision restricts, or the one whose notice it answers. */
export const Complainant = z.enum(['uploader', 'sender']);
export type Complainant = z.infer<typeof Complainant>;

/** Against what a complaint is made, on the record of its own case; the case itself is `earlierCase`. */
export const ComplainedOf = z.object({
  by: Complainant,
  /** Who that is in the case complained of. */
  personId: z.string(),
  decisionId: z.string(),
  /** Which complaint of that person about that decision it is, from 1: each is about other items. */
  number: z.int().positive(),
});
export type ComplainedOf = z.infer<typeof ComplainedOf>;
