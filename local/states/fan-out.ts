import type { Branch } from './definition.ts';
import { QueryEvaluationFailure, StateFailure } from './errors.ts';
import { recordEvaluationFailure } from './evaluation-failure.ts';
import type { RunBranch } from './exit.ts';
import type { Frame } from './frame.ts';
import { type Handling, recordFailedTry } from './handling.ts';
import type { Payload } from './payload.ts';

/** One branch or iteration: its frame and what runs it. */
export interface Lane {
  readonly child: Frame;
  readonly run: () => Promise<Payload>;
  /** Writes the events of a lane that is stopped because another one failed. */
  readonly abandon: () => void;
}

/** How many lanes there are, how many run at once, and how many may fail. */
export interface FanOut {
  readonly count: number;
  readonly concurrency: number;
  readonly tolerated: number;
  /** Begins a lane; its events follow the event `previous`. */
  readonly begin: (index: number, previous: number) => Lane;
}

/**
 * Runs lanes side by side and gives the outputs in order, without those of tolerated failures. The first failure that
 * is not tolerated stops the other lanes and is thrown; the parent's chain then goes on where that lane ended.
 */
export async function runFanOut(frame: Frame, plan: FanOut): Promise<readonly unknown[]> {
  const outputs: { readonly index: number; readonly value: unknown }[] = [];
  const running = new Set<Lane>();
  const baton = new Baton(frame, Math.min(plan.count, plan.concurrency));
  const first = frame.previous;
  let next = 0;
  let failures = 0;
  let stopped = false;
  const worker = async () => {
    let previous = first;
    try {
      while (next < plan.count && !stopped) {
        const index = next++;
        const lane = plan.begin(index, previous);
        running.add(lane);
        try {
          outputs.push({ index, value: (await lane.run()).value });
        } catch (error) {
          if (!(error instanceof StateFailure) || ++failures > plan.tolerated) {
            if (!stopped) stop(frame, lane, running, error);
            stopped = true;
            throw plan.tolerated > 0 && error instanceof StateFailure ? thresholdExceeded() : error;
          }
        }
        running.delete(lane);
        frame.leave(lane.child);
        previous = lane.child.previous;
      }
    } finally {
      baton.done(stopped);
    }
  };
  await Promise.all(Array.from({ length: Math.min(plan.count, plan.concurrency) }, worker));
  return outputs.sort((left, right) => left.index - right.index).map(({ value }) => value);
}

/** Runs a lane's states, unless a journal says that they are through. */
export async function runChild(child: Frame, branch: Branch, input: Payload, runBranch: RunBranch): Promise<Payload> {
  const { snapshot } = child;
  if (snapshot?.output !== undefined && snapshot.state === undefined) return snapshot.output;
  const from = { state: snapshot?.state ?? branch.StartAt, input: snapshot?.input ?? input };
  return runBranch(child, branch, from);
}

/** Writes the failure of a Parallel or Map state, with the evaluation failure that led to it where there is one. */
export function failFanOut(frame: Frame, state: Handling, error: StateFailure): StateFailure {
  const told =
    error instanceof QueryEvaluationFailure && !error.recorded ? recordEvaluationFailure(frame, error) : error;
  const failure = new StateFailure(told.error, told.failureCause);
  failure.aliases = told.aliases;
  recordFailedTry(frame, state, failure, { type: `${state.Type}StateFailed` });
  return failure;
}

function stop(frame: Frame, failed: Lane, running: Set<Lane>, error: unknown): void {
  running.delete(failed);
  frame.leave(failed.child);
  frame.previous = failed.child.previous;
  for (const lane of running) {
    if (error instanceof StateFailure) lane.abandon();
    lane.child.abort();
    frame.leave(lane.child);
  }
}

function thresholdExceeded(): StateFailure {
  return new StateFailure(
    'States.ExceedToleratedFailureThreshold',
    'The specified tolerated failure threshold was exceeded',
  );
}

/** Hands the parent's place among the busy branches to its lanes and back, so that the count never drops in between. */
class Baton {
  private readonly frame: Frame;
  private left: number;
  private handedBack = false;

  constructor(frame: Frame, lanes: number) {
    this.frame = frame;
    this.left = lanes;
    for (let lane = 1; lane < lanes; lane += 1) frame.execution.busy();
  }

  done(stopped: boolean): void {
    this.left -= 1;
    if (!this.handedBack && (stopped || this.left === 0)) this.handedBack = true;
    else this.frame.execution.idle();
  }
}
