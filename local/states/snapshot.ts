import * as z from 'zod';
import { type Payload, payloadOf } from './payload.ts';
import type { JournalRecord } from './record.ts';

/** How often each Retry entry of the current state was used, and when the next try is due (epoch milliseconds). */
export const RetryMemory = z.object({
  counts: z.array(z.number()),
  total: z.number(),
  dueAt: z.number().optional(),
});
export type RetryMemory = z.infer<typeof RetryMemory>;

/** What a failure event keeps for replay. */
export const FailureMemory = z.object({
  retry: RetryMemory.optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
  aliases: z.array(z.string()).optional(),
});
export type FailureMemory = z.infer<typeof FailureMemory>;

/** No try made yet. */
export const NO_RETRIES: RetryMemory = { counts: [], total: 0 };

/** Where a branch stood when the process ended. */
export interface BranchSnapshot {
  /** The state to go on in; undefined when the branch has ended. */
  state: string | undefined;
  input: Payload | undefined;
  /** The output of a branch that has ended. */
  output: Payload | undefined;
  previous: number;
  assigned: Readonly<Record<string, unknown>>;
  retries: RetryMemory;
  /** Events of the current state, to be passed over. */
  pending: JournalRecord[];
  /** Ids of the Map's own events about this iteration. */
  iterationStarted: number | undefined;
  iterationSucceeded: number | undefined;
  iterationFailed: FailureMemory | undefined;
}

const FAILURES = new Set([
  'TaskFailed',
  'TaskTimedOut',
  'LambdaFunctionFailed',
  'LambdaFunctionTimedOut',
  'EvaluationFailed',
  'MapStateFailed',
  'ParallelStateFailed',
]);
const KEEPS_PREVIOUS = new Set([
  'MapStateSucceeded',
  'ParallelStateSucceeded',
  'MapIterationSucceeded',
  'MapIterationFailed',
]);

/** Folds an execution's journal records, in the order of their ids, into the branches as they stood. */
export function foldBranches(records: readonly JournalRecord[]): Map<string, BranchSnapshot> {
  const branches = new Map<string, BranchSnapshot>();
  for (const record of records) {
    if (record.k === 'ExecutionStarted') continue;
    let branch = branches.get(record.s);
    if (branch === undefined) {
      branch = emptySnapshot();
      branches.set(record.s, branch);
    }
    apply(branch, record);
    if (!KEEPS_PREVIOUS.has(record.k)) branch.previous = record.i;
  }
  return branches;
}

function apply(branch: BranchSnapshot, record: JournalRecord): void {
  if (record.k === 'MapIterationStarted') branch.iterationStarted = record.i;
  else if (record.k === 'MapIterationSucceeded') branch.iterationSucceeded = record.i;
  else if (record.k === 'MapIterationFailed') branch.iterationFailed = FailureMemory.parse(record.v ?? {});
  else if (record.k.endsWith('StateEntered')) enter(branch, record);
  else if (record.k.endsWith('StateExited')) exit(branch, record);
  else if (FAILURES.has(record.k)) fail(branch, record);
  else branch.pending.push(record);
}

function enter(branch: BranchSnapshot, record: JournalRecord): void {
  branch.state = z.string().parse(record.d?.['name']);
  branch.input = payloadOf(record.o?.['input']);
  branch.retries = NO_RETRIES;
  branch.pending = [record];
}

function exit(branch: BranchSnapshot, record: JournalRecord): void {
  branch.output = payloadOf(record.o?.['output']);
  branch.input = branch.output;
  branch.state = record.n;
  branch.assigned = { ...branch.assigned, ...record.a };
  branch.retries = NO_RETRIES;
  branch.pending = [];
}

/** A failure ends a try: what came before it in the state is over, and either the next try is due or it counts. */
function fail(branch: BranchSnapshot, record: JournalRecord): void {
  const memory = FailureMemory.parse(record.v ?? {});
  const entered = branch.pending.slice(0, 1);
  branch.pending = memory.retry === undefined ? [...entered, record] : entered;
  if (memory.retry !== undefined) branch.retries = memory.retry;
}

function emptySnapshot(): BranchSnapshot {
  return {
    state: undefined,
    input: undefined,
    output: undefined,
    previous: 0,
    assigned: {},
    retries: NO_RETRIES,
    pending: [],
    iterationStarted: undefined,
    iterationSucceeded: undefined,
    iterationFailed: undefined,
  };
}
