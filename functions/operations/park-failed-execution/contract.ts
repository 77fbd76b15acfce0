import * as z from 'zod';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write'] as const satisfies readonly Need[];

/** An event of an execution of the legal-removal machine that ended without success. */
export const parkFailedExecution = {
  step: 'park-failed-execution',
  needs,
  input: z.object({ detail: z.object({ name: z.string(), status: z.string() }) }),
  output: z.object({ parked: z.boolean() }),
};
