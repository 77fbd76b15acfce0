import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = [
  'cases:read',
  'cases:write',
  'documents:read',
  'documents:write',
  'keys:make',
  'platform',
] as const satisfies readonly Need[];

/** Hears those whom the law wants heard: finds them, starts their window, and judges how the hearing ended. */
export const hear = {
  step: 'hear',
  needs,
  input: CaseRun,
  /**
   * `hear`: more are to be found; `tell-hearing`: tell those meant by `moment`; `response`: wait until `wakeAt` or for
   * an answer. `owes`: a message is still to be handed over.
   */
  output: z.object({
    stage: NextStep,
    wakeAt: z.iso.datetime(),
    moment: z.enum(['hearing', 'hearing-sent']),
    owes: z.boolean(),
  }),
};
