import type { Branch, ParallelState } from '../definition.ts';
import { StateFailure } from '../errors.ts';
import { type Exit, leaveState, type RunBranch, tooLarge } from '../exit.ts';
import { evaluateTemplate } from '../expressions/evaluate.ts';
import { failFanOut, type Lane, runChild, runFanOut } from '../fan-out.ts';
import type { Frame } from '../frame.ts';
import { recordedFailure, runTries } from '../handling.ts';
import { exceedsLimit, type Payload, payloadOf } from '../payload.ts';
import { FailureMemory } from '../snapshot.ts';

/** Runs its branches side by side on the same input; the output is the list of theirs, in the order of the branches. */
export function runParallel(frame: Frame, state: ParallelState, runBranch: RunBranch): Promise<Exit> {
  return runTries(frame, state, async () => {
    const failed = frame.takeRecorded('ParallelStateFailed');
    if (failed !== undefined) throw recordedFailure(FailureMemory.parse(failed.v ?? {}));
    try {
      const result = await runBranches(frame, state, runBranch);
      return await leaveState(frame, 'Parallel', state, { result: { result: result.value }, fallback: result });
    } catch (error) {
      throw error instanceof StateFailure ? failFanOut(frame, state, error) : error;
    }
  });
}

async function runBranches(frame: Frame, state: ParallelState, runBranch: RunBranch): Promise<Payload> {
  const input = await inputOf(frame, state);
  const started = frame.emit({ type: 'ParallelStateStarted' });
  let last = started;
  const begin = (index: number): Lane => {
    const branch = branchAt(state, index);
    const child = frame.child(frame.childScope(started, index), started);
    const run = async () => {
      const output = await runChild(child, branch, input, runBranch);
      last = Math.max(last, child.previous);
      return output;
    };
    return { child, run, abandon: () => child.abandon() };
  };
  const count = state.Branches.length;
  frame.previous = started;
  const outputs = await runFanOut(frame, { count, concurrency: count, tolerated: 0, begin });
  frame.previous = last;
  frame.emit({ type: 'ParallelStateSucceeded' });
  return payloadOf(outputs);
}

function branchAt(state: ParallelState, index: number): Branch {
  const branch = state.Branches[index];
  if (branch === undefined) throw new RangeError(`The Parallel state has no branch ${index}`);
  return branch;
}

async function inputOf(frame: Frame, state: ParallelState): Promise<Payload> {
  if (state.Arguments === undefined) return frame.current?.input ?? payloadOf({});
  const input = payloadOf(await evaluateTemplate(state.Arguments, 'Arguments', frame.bindings({})));
  if (exceedsLimit(input.text)) throw tooLarge(`The state/task '${frame.current?.name}' provided parameters`);
  return input;
}
