import * as z from 'zod';
import { Language } from '../party.ts';

/** The query of a page: the language it is written in. */
export const DocsQuery = z.object({ lang: Language.catch('en').default('en') });
export type DocsQuery = z.infer<typeof DocsQuery>;
