import * as z from 'zod';
import type { Need } from '../../ports/needs.ts';

const needs = [
  'audit:read',
  'audit:days',
  'audit:append',
  'evidence:read',
  'evidence:write',
  'sign',
] as const satisfies readonly Need[];

/** Minutes before the last checkpoint from which heads are read again: an index may lag, a clock may be behind. */
export const OVERLAP_MINUTES = 3;
/** Hours before the first checkpoint from which heads are read. */
export const FIRST_LOOK_HOURS = 48;
/** Hours after which a checkpoint is made even though nothing grew, so that what is read again stays bounded. */
export const HOURS_BETWEEN_EMPTY = 24;

/** The recurring checkpoint: it takes nothing from the schedule that calls it. */
export const recordCheckpoint = {
  step: 'record-checkpoint',
  needs,
  input: z.unknown(),
  output: z.object({ number: z.int().nullable(), heads: z.int() }),
};
