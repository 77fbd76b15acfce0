import * as z from 'zod';
import { CaseRun, NextStep } from '#domain/case-run';
import type { Need } from '../../ports/needs.ts';

const needs = [
  'cases:read',
  'cases:write',
  'documents:read',
  'documents:write',
  'platform',
] as const satisfies readonly Need[];

/** Judges a demand's completeness: on to planning, wait for information, or to another door. */
export const validate = {
  step: 'validate',
  needs,
  input: CaseRun,
  /**
   * `ask`: something is missing and the one who asked is to be told. `owes`: a message is to be handed over before the
   * wait goes on. `wakeAt`: until when a wait lasts.
   */
  output: z.object({ stage: NextStep, ask: z.boolean(), owes: z.boolean(), wakeAt: z.iso.datetime() }),
};
