import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write'] as const satisfies readonly Need[];

/** Reads where a case stands after a wait, and raises its tier when the time for that has come. */
export const raiseTier = {
  step: 'raise-tier',
  needs,
  /**
   * `timedOut`: the wait ended by its timeout, so that somebody is told when no higher tier is left; `riskTold`: the
   * hour at risk was reported before.
   */
  input: CaseRun.extend({ timedOut: z.boolean(), riskTold: z.boolean() }),
  /** `atRisk`: the hour is at risk and was not reported yet; `owes`: a message is still to be handed over. */
  output: z.object({ stage: NextStep, wakeAt: z.iso.datetime(), atRisk: z.boolean(), owes: z.boolean() }),
};
