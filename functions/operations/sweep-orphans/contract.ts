import * as z from 'zod';
import type { Need } from '../../ports/needs.ts';

const needs = ['cases:exist', 'documents:sweep'] as const satisfies readonly Need[];

/** Hours that documents without a case are left alone: long after the request that put them has ended. */
export const HOURS_LEFT_ALONE = 24;

/**
 * The recurring sweep of documents that no case refers to: one slice of the case ids an hour, by their first random
 * character, so that all have had their turn after 32 hours. It takes nothing from the schedule that calls it.
 */
export const sweepOrphans = {
  step: 'sweep-orphans',
  needs,
  input: z.unknown(),
  /** `looked`: case ids looked at; `removed`: those whose documents were removed; `failed`: those tried next time. */
  output: z.object({ looked: z.int(), removed: z.int(), failed: z.int() }),
};
