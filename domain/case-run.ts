import * as z from 'zod';
import { type CaseRecord, Stage } from './case.ts';
import type { CaseState } from './lifecycle.ts';

/** Which run of which case's workflow a step works for. */
export const CaseRun = z.object({ caseId: z.string().min(1), run: z.int().positive() });
export type CaseRun = z.infer<typeof CaseRun>;

/**
 * Where a run goes next: a stage; `information`, `response`, `deliveries` and `operator`, which are waits within one;
 * `tell-hearing`, which tells those heard; `capsules`, `batch` and
 * `pause`, which are turns of the loop over items; `done` when nothing is left for this run.
 */
export const NextStep = z.enum([
  ...Stage.options,
  'information',
  'tell-hearing',
  'response',
  'deliveries',
  'operator',
  'capsules',
  'batch',
  'pause',
  'done',
]);
export type NextStep = z.infer<typeof NextStep>;

/** The stages that fit each state, the one to fall back on first. */
const STAGES: Readonly<Record<CaseState, readonly Stage[]>> = {
  received: ['validate'],
  validating: ['validate', 'plan', 'act-first', 'hear', 'preserve'],
  'awaiting-information': ['validate', 'plan'],
  'in-review': ['review'],
  'awaiting-approval': ['approval'],
  'awaiting-response': ['hear'],
  acting: ['act'],
  proving: ['prove'],
  restoring: ['restore'],
  notifying: ['notify'],
  sealing: ['seal'],
  closed: [],
};

/**
 * The stage at which a run goes on with a case: the state decides, and where it leaves a choice, `asked` (by default
 * the stage on the record). `done` when the case is closed.
 */
export function nextStep(record: Pick<CaseRecord, 'state' | 'stage'>, asked: Stage = record.stage): NextStep {
  const fitting = STAGES[record.state];
  return fitting.includes(asked) ? asked : (fitting[0] ?? 'done');
}
