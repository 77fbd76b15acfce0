import * as z from 'zod';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write', 'timers'] as const satisfies readonly Need[];

/** Hours after which a message that falls due while a run is under way is looked at again. */
export const HOURS_WHILE_OPEN = 1;

/** What a one-off schedule wakes a case for. */
export const fireTimer = {
  step: 'fire-timer',
  needs,
  input: z.object({ caseId: z.string().min(1), purpose: z.string().min(1) }),
  output: z.object({ fired: z.enum(['reopened', 'noted', 'later', 'nothing']) }),
};
