import * as z from 'zod';
import { tell } from '../../legal-removal/tell/contract.ts';
import type { Need } from '../../ports/needs.ts';

/**
 * A message that was withheld leaves on its date whatever its case waits for, so the timer tells as the step does. It is
 * the only function that destroys keys, and it signs what it says of a case that was erased as a whole.
 */
const needs = [...tell.needs, 'timers', 'keys:destroy', 'documents:sweep', 'sign'] as const satisfies readonly Need[];

/** Minutes after which a message whose date has come and that no channel took is tried again. */
export const MINUTES_UNTIL_AGAIN = 2;

/** What a one-off schedule wakes a case for. */
export const fireTimer = {
  step: 'fire-timer',
  needs,
  input: z.object({ caseId: z.string().min(1), purpose: z.string().min(1) }),
  output: z.object({ fired: z.enum(['reopened', 'sent', 'noted', 'restoring', 'erased', 'later', 'nothing']) }),
};
