import * as z from 'zod';
import { CaseRun } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write'] as const satisfies readonly Need[];

/** Parks a case at a stage, visibly and with an owner, and pages; a case parked already is paged for again. */
export const park = {
  step: 'park',
  needs,
  input: CaseRun.extend({ stage: z.string(), reason: z.string(), again: z.boolean() }),
  output: z.object({ parked: z.boolean() }),
};
