import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write', 'documents:read'] as const satisfies readonly Need[];

/** Plans a case: its clocks, tier and queue, and whether it may be acted on before review. */
export const plan = {
  step: 'plan',
  needs,
  input: CaseRun,
  output: z.object({ stage: NextStep, wakeAt: z.iso.datetime() }),
};
