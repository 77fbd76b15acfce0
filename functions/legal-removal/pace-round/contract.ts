import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:read', 'cases:write'] as const satisfies readonly Need[];

/** Says until when to wait before what is unproven is tried again, and who is told meanwhile. */
export const paceRound = {
  step: 'pace-round',
  needs,
  /**
   * `round`: rounds without success so far, from 0; `riskTold`: the hour at risk was reported before; `reachable`:
   * whether the platform answered in this round.
   */
  input: CaseRun.extend({ round: z.int().nonnegative(), riskTold: z.boolean(), reachable: z.boolean() }),
  /**
   * `exhausted`: trying by itself ends; `atRisk`: the hour is at risk and was not reported yet; `owes`: a message may leave.
   */
  output: z.object({
    stage: NextStep,
    wakeAt: z.iso.datetime(),
    round: z.int().nonnegative(),
    atRisk: z.boolean(),
    owes: z.boolean(),
    exhausted: z.boolean(),
  }),
};
