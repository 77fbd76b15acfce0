import * as z from 'zod';
import { CATEGORIES } from './enumerations.ts';
import { KEYWORDS } from './keywords.ts';

/** What content is about, as the database sorts it; without a keyword where none fits all of it. */
export const Topic = z.object({ category: z.enum(CATEGORIES), keyword: z.enum(KEYWORDS).nullable() });
export type Topic = z.infer<typeof Topic>;
