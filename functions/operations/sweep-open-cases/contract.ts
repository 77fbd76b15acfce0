import * as z from 'zod';
import type { Need } from '../../ports/needs.ts';

const needs = [
  'cases:read',
  'cases:watch',
  'cases:write',
  'executions:status',
  'executions:start',
] as const satisfies readonly Need[];

/**
 * How many open cases one sweep looks at; the next one, a minute later, goes on. As many executions may be described at
 * once (Step Functions quotas, DescribeExecution: 250, refilled by 10 a second).
 */
export const CASES_EACH_SWEEP = 250;
/**
 * Minutes after which a case whose run executes, and that nobody changed meanwhile, is looked at again. A change sets a
 * nearer instant, so what this delays is only the finding of a run that ended unheard while its case waits for a person.
 */
export const MINUTES_WHILE_RUNNING = 240;
/** Minutes after which a run that the sweep started is looked at again. */
export const MINUTES_AFTER_START = 2;
/** Minutes after which a case that could not be looked at is tried again. */
export const MINUTES_AFTER_FAULT = 5;

/** The recurring sweep: it takes nothing from the schedule that calls it. */
export const sweepOpenCases = {
  step: 'sweep-open-cases',
  needs,
  input: z.unknown(),
  output: z.object({ started: z.int(), running: z.int(), parked: z.int(), failed: z.int() }),
};
