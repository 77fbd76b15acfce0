import * as z from 'zod';
import { ImpossibilityFacts } from './fact-sheet.ts';

/** A draft as the person who sends it reads it, and the grounds it states: what is sent later states the same. */
export const KeptDraft = z.object({
  subject: z.string(),
  text: z.string(),
  impossibility: ImpossibilityFacts.nullable(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** The part of a kept message that is a draft; absent where it was written to leave by itself. */
export const WithDraft = z.object({ draft: KeptDraft.optional() });
