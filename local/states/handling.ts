import type { Catcher, Retrier } from './definition.ts';
import { decideRetry, findCatcher } from './error-matching.ts';
import { QueryEvaluationFailure, StateFailure } from './errors.ts';
import { recordEvaluationFailure } from './evaluation-failure.ts';
import { type Exit, leaveState } from './exit.ts';
import type { Frame } from './frame.ts';
import { payloadOf } from './payload.ts';
import type { EventBody } from './record.ts';
import type { FailureMemory } from './snapshot.ts';

/** A state that retries and catches. */
export interface Handling {
  readonly Type: 'Task' | 'Parallel' | 'Map';
  readonly Retry?: readonly Retrier[] | undefined;
  readonly Catch?: readonly Catcher[] | undefined;
}

/** Runs the tries of a state under its Retry and Catch; one try writes its own events and leaves the state itself. */
export async function runTries(frame: Frame, state: Handling, attempt: () => Promise<Exit>): Promise<Exit> {
  for (;;) {
    await waitForTry(frame);
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StateFailure)) throw error;
      const failure = recordFailure(frame, state, error);
      if (failure.retry === undefined) return await catchFailure(frame, state, failure);
      if (frame.current !== undefined) frame.current.retries = failure.retry;
    }
  }
}

/** Decides the next try and writes the event of a failed try, which keeps that decision for replay. */
export function recordFailedTry(
  frame: Frame,
  state: Handling,
  failure: StateFailure,
  body: EventBody,
  previous?: number,
): void {
  decide(frame, state, failure);
  frame.emit({ ...body, hidden: memoryOf(failure) }, previous);
  failure.recorded = true;
}

/** The failure that a replayed event tells of. */
export function recordedFailure(memory: FailureMemory): StateFailure {
  const failure = new StateFailure(memory.error, memory.cause);
  failure.aliases = memory.aliases ?? [];
  failure.recorded = true;
  return failure;
}

/** What a failure's event keeps for replay. */
export function memoryOf(failure: StateFailure): FailureMemory {
  const { retry, error, failureCause: cause, aliases } = failure;
  return aliases.length === 0 ? { retry, error, cause } : { retry, error, cause, aliases: [...aliases] };
}

function recordFailure(frame: Frame, state: Handling, failure: StateFailure): StateFailure {
  if (failure.recorded) return failure;
  decide(frame, state, failure);
  if (!(failure instanceof QueryEvaluationFailure)) return failure;
  const full = recordEvaluationFailure(frame, failure, memoryOf(failure));
  full.retry = failure.retry;
  return full;
}

function decide(frame: Frame, state: Handling, failure: StateFailure): void {
  const { clock, random } = frame.execution.services;
  const memory = frame.current?.retries ?? { counts: [], total: 0 };
  failure.retry = decideRetry(state.Retry, failure, memory, { now: clock.now(), random });
}

async function waitForTry(frame: Frame): Promise<void> {
  const { clock } = frame.execution.services;
  const dueAt = frame.current?.retries.dueAt;
  if (dueAt !== undefined && dueAt > clock.now()) {
    await frame.park<void>((resolve) => clock.setTimer(dueAt, resolve));
  }
}

async function catchFailure(frame: Frame, state: Handling, failure: StateFailure): Promise<Exit> {
  const found = findCatcher(state.Catch, failure);
  if (found === undefined) throw failure;
  const errorOutput = { Error: failure.error, Cause: failure.failureCause };
  const { Assign, Output, Next } = found.catcher;
  const options = { prefix: `Catch[${found.index}]/`, result: { errorOutput }, fallback: payloadOf(errorOutput) };
  return leaveState(frame, state.Type, { Assign, Output, Next }, options);
}
