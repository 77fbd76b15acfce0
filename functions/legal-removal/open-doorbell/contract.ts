import * as z from 'zod';
import { CaseRun } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:tokens', 'executions:ring'] as const satisfies readonly Need[];

/** The waits of a case for something outside the run. */
export const Doorbell = z.enum(['information', 'decision', 'approval', 'response', 'deliveries', 'operator']);

/** Stores the task token of a wait, and rings at once when what it waits for is there already. */
export const openDoorbell = {
  step: 'open-doorbell',
  needs,
  input: CaseRun.extend({ doorbell: Doorbell, token: z.string().min(1) }),
  output: z.object({ rung: z.boolean() }),
};
