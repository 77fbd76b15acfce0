import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write', 'documents:read', 'documents:write'] as const satisfies readonly Need[];

/** Judges whether a demand is authenticated; if so, the rule decides and acting starts, else a person reviews it. */
export const authenticateDemand = {
  step: 'authenticate-demand',
  needs,
  input: CaseRun,
  output: z.object({ stage: NextStep, wakeAt: z.iso.datetime() }),
};
