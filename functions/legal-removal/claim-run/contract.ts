import * as z from 'zod';
import { Stage } from '#domain/case';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write'] as const satisfies readonly Need[];

/** Claims a run on its case; a run that is not the case's present one ends at once. */
export const claimRun = {
  step: 'claim-run',
  needs,
  input: CaseRun.extend({ stage: Stage }),
  output: z.object({ stage: NextStep }),
};
