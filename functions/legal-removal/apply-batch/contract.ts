import * as z from 'zod';
import { CaseRun } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write', 'documents:read', 'platform'] as const satisfies readonly Need[];

/** Puts in place, or lifts, what is open of one batch. */
export const applyBatch = {
  step: 'apply-batch',
  needs,
  input: CaseRun.extend({ batch: z.int().nonnegative() }),
  /** `effective`: a restriction of this decision is in place somewhere; `reachable`: the platform answers. */
  output: z.object({ effective: z.boolean(), reachable: z.boolean() }),
};
