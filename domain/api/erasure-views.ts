import * as z from 'zod';
import { ErasureRow } from '../erasure.ts';

/** An erasure as those see it who work on its case, and as the answer to having it done. */
export const ErasureView = ErasureRow.meta({ id: 'CaseErasure' });
export type ErasureView = z.infer<typeof ErasureView>;

/** The answer to a request for the erasure of one person. */
export const ErasureAnswer = z
  .object({ caseId: z.string(), number: z.int().positive(), personId: z.string(), state: ErasureRow.shape.state })
  .meta({ id: 'ErasureAnswer' });
export type ErasureAnswer = z.infer<typeof ErasureAnswer>;
