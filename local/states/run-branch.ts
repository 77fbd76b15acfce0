import type { Branch, State } from './definition.ts';
import { QueryEvaluationFailure } from './errors.ts';
import { recordEvaluationFailure } from './evaluation-failure.ts';
import type { Exit, Position } from './exit.ts';
import type { Frame } from './frame.ts';
import type { Payload } from './payload.ts';
import { runChoice } from './types/choice.ts';
import { runFail } from './types/fail.ts';
import { runMap } from './types/map.ts';
import { runParallel } from './types/parallel.ts';
import { runPass } from './types/pass.ts';
import { runSucceed } from './types/succeed.ts';
import { runTask } from './types/task.ts';
import { runWait } from './types/wait.ts';

/** Runs a chain of states to its end and gives its output; throws StateFailure when a state fails uncaught. */
export async function runBranch(frame: Frame, branch: Branch, from: Position): Promise<Payload> {
  let position = from;
  for (;;) {
    const exit = await runState(frame, branch, position);
    if (exit.next === undefined) return exit.output;
    position = { state: exit.next, input: exit.output };
  }
}

async function runState(frame: Frame, branch: Branch, position: Position): Promise<Exit> {
  const state = branch.States[position.state];
  if (state === undefined) throw new RangeError(`The state '${position.state}' is not in the definition`);
  enter(frame, state, position);
  try {
    return await dispatch(frame, state);
  } catch (error) {
    if (!(error instanceof QueryEvaluationFailure)) throw error;
    throw recordEvaluationFailure(frame, error);
  }
}

function enter(frame: Frame, state: State, { state: name, input }: Position): void {
  const entryPrevious = frame.recorded()?.p ?? frame.previous;
  const current = {
    type: state.Type,
    name,
    input,
    enteredId: 0,
    entryPrevious,
    enteredAt: 0,
    retries: frame.takeRetries(),
  };
  frame.current = current;
  const entered = frame.emitRecord({
    type: `${state.Type}StateEntered`,
    details: { name },
    payloads: { input: input.text },
  });
  current.enteredId = entered.i;
  current.enteredAt = entered.t;
}

function dispatch(frame: Frame, state: State): Promise<Exit> {
  switch (state.Type) {
    case 'Pass':
      return runPass(frame, state);
    case 'Task':
      return runTask(frame, state);
    case 'Choice':
      return runChoice(frame, state);
    case 'Wait':
      return runWait(frame, state);
    case 'Succeed':
      return runSucceed(frame, state);
    case 'Fail':
      return runFail(frame, state);
    case 'Parallel':
      return runParallel(frame, state, runBranch);
    case 'Map':
      return runMap(frame, state, runBranch);
    default:
      return state satisfies never;
  }
}
