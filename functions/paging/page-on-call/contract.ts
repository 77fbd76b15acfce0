import * as z from 'zod';
import type { Need } from '../../ports/needs.ts';

const needs = [
  'cases:read',
  'cases:write',
  'documents:read',
  'documents:write',
  'keys:make',
  'on-call',
  'platform',
  'platform-identity',
  'report-destinations',
] as const satisfies readonly Need[];

/** How often a page is sent at most: at five minutes each, more than 41 hours. */
export const MOST_ROUNDS = 500;
/** The highest level a page climbs to, one with each repeat. */
export const HIGHEST_LEVEL = 5;

/** One round of a page: sent once more, one level higher, unless somebody took it up or its reason is gone. */
export const pageOnCall = {
  step: 'page-on-call',
  needs,
  input: z.object({
    caseId: z.string().min(1),
    pageId: z.string().min(1),
    reason: z.string().min(1),
    /** Counts from 1. */
    round: z.int().positive(),
  }),
  output: z.object({ status: z.enum(['waiting', 'done']) }),
};
