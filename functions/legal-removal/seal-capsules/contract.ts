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

/** Seals what items are restored from, some batches at a time, before anything is done to them. */
export const sealCapsules = {
  step: 'seal-capsules',
  needs,
  /** `batch`: where acting goes on once every capsule is sealed. */
  input: CaseRun.extend({ batch: z.int().nonnegative() }),
  /** `capsules`: more are to be sealed; `pause`: the platform does not answer (`reachable`); `batch`: all are sealed. */
  output: z.object({ stage: NextStep, batch: z.int().nonnegative(), reachable: z.boolean() }),
};
