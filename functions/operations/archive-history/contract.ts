import * as z from 'zod';
import type { Need } from '../../ports/needs.ts';

const needs = ['executions:history', 'keys:use', 'evidence:write'] as const satisfies readonly Need[];

/** An event of an execution of the legal-removal machine that ended, in whatever way. */
export const archiveHistory = {
  step: 'archive-history',
  needs,
  input: z.object({ detail: z.object({ name: z.string(), status: z.string() }) }),
  output: z.object({ archived: z.string().nullable() }),
};
