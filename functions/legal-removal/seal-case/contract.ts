import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write', 'sign', 'evidence:write'] as const satisfies readonly Need[];

/** Closes and seals a case of which nothing is missing, or says what it waits for. */
export const sealCase = {
  step: 'seal-case',
  needs,
  input: CaseRun,
  /** `done`: sealed; `review`: acted first, now to be reviewed; `deliveries` and `operator`: what is still open. */
  output: z.object({ stage: NextStep, wakeAt: z.iso.datetime() }),
};
