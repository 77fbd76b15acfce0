import * as z from 'zod';
import { Certainty } from './clock.ts';

/** Where a rule comes from and how sure that is. */
export const Source = z.object({ cite: z.string(), certainty: Certainty });
export type Source = z.infer<typeof Source>;
