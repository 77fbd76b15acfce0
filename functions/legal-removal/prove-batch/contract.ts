import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write', 'documents:read', 'platform'] as const satisfies readonly Need[];

/** Reads one batch back from both sides and says which batch is next. */
export const proveBatch = {
  step: 'prove-batch',
  needs,
  /** `round`: 0 while every batch is tried for the first time; `reachable`: whether the platform answered just now. */
  input: CaseRun.extend({ batch: z.int().nonnegative(), round: z.int().nonnegative(), reachable: z.boolean() }),
  /**
   * `batch`: go on with that one; `pause`: nothing to gain now; else the stage after everything is proven.
   * `reachable`: whether the platform answered, now as well.
   */
  output: z.object({ stage: NextStep, batch: z.int().nonnegative(), reachable: z.boolean() }),
};
