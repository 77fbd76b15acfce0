import * as z from 'zod';
import type { MapState } from '../definition.ts';
import { QueryEvaluationFailure, StateFailure } from '../errors.ts';
import { type Exit, leaveState, type RunBranch } from '../exit.ts';
import { evaluateTemplate, evaluateTyped } from '../expressions/evaluate.ts';
import { failFanOut, type Lane, runChild, runFanOut } from '../fan-out.ts';
import type { Frame } from '../frame.ts';
import { memoryOf, recordedFailure, runTries } from '../handling.ts';
import { type Payload, payloadOf } from '../payload.ts';
import { FailureMemory } from '../snapshot.ts';

/** AWS runs at most 40 iterations of an inline Map at once. */
const INLINE_CONCURRENCY = 40;
const Items = z.array(z.unknown());

/** Runs its item processor once for each item; the output is the list of the iterations' outputs, in item order. */
export function runMap(frame: Frame, state: MapState, runBranch: RunBranch): Promise<Exit> {
  return runTries(frame, state, async () => {
    const failed = frame.takeRecorded('MapStateFailed');
    if (failed !== undefined) throw recordedFailure(FailureMemory.parse(failed.v ?? {}));
    try {
      const result = await runIterations(frame, state, runBranch);
      return await leaveState(frame, 'Map', state, { result: { result: result.value }, fallback: result });
    } catch (error) {
      throw error instanceof StateFailure ? failFanOut(frame, state, error) : error;
    }
  });
}

async function runIterations(frame: Frame, state: MapState, runBranch: RunBranch): Promise<Payload> {
  const plan = await planOf(frame, state);
  const record = frame.emitRecord({
    type: 'MapStateStarted',
    details: { length: plan.items.length },
    hidden: { items: plan.items },
  });
  const items = z.object({ items: Items }).parse(record.v).items;
  const started = record.i;
  let last = started;
  const begin = (index: number, previous: number): Lane => {
    const value = items[index];
    const child = frame.child(frame.childScope(started, index), previous, { Item: { Index: index, Value: value } });
    const told = { details: { index, name: frame.current?.name } };
    const run = async () => {
      const output = await runIteration(frame, child, { state, value, told }, runBranch);
      last = Math.max(last, output.endedId);
      return output.payload;
    };
    const abandon = () => {
      child.abandon();
      child.emit({ type: 'MapIterationAborted', ...told });
    };
    return { child, run, abandon };
  };
  frame.previous = started;
  const { concurrency, tolerated } = plan;
  const outputs = await runFanOut(frame, { count: items.length, concurrency, tolerated, begin });
  frame.previous = last;
  frame.emit({ type: 'MapStateSucceeded' });
  return payloadOf(outputs);
}

interface Iteration {
  readonly state: MapState;
  readonly value: unknown;
  readonly told: { readonly details: Readonly<Record<string, unknown>> };
}

async function runIteration(
  frame: Frame,
  child: Frame,
  { state, value, told }: Iteration,
  runBranch: RunBranch,
): Promise<{ readonly payload: Payload; readonly endedId: number }> {
  const { snapshot } = child;
  if (snapshot?.iterationFailed !== undefined) throw recordedFailure(snapshot.iterationFailed);
  if (snapshot?.iterationStarted === undefined) child.emit({ type: 'MapIterationStarted', ...told });
  try {
    const input = await iterationInput(frame, state, child, value);
    const payload = await runChild(child, state.ItemProcessor, input, runBranch);
    const endedId = snapshot?.iterationSucceeded ?? child.emit({ type: 'MapIterationSucceeded', ...told });
    return { payload, endedId };
  } catch (error) {
    if (error instanceof StateFailure) child.emit({ type: 'MapIterationFailed', ...told, hidden: memoryOf(error) });
    throw error;
  }
}

async function iterationInput(frame: Frame, state: MapState, child: Frame, value: unknown): Promise<Payload> {
  if (state.ItemSelector === undefined || child.snapshot?.input !== undefined) return payloadOf(value);
  const bindings = frame.bindings({}, { Map: child.map });
  return payloadOf(await evaluateTemplate(state.ItemSelector, 'ItemSelector', bindings));
}

interface MapPlan {
  readonly items: readonly unknown[];
  readonly concurrency: number;
  readonly tolerated: number;
}

async function planOf(frame: Frame, state: MapState): Promise<MapPlan> {
  const bindings = frame.bindings({});
  const items = await itemsOf(frame, state, bindings);
  const number = async (field: 'MaxConcurrency' | 'ToleratedFailureCount' | 'ToleratedFailurePercentage') => {
    const template = state[field];
    if (template === undefined) return 0;
    const value = Number(await evaluateTyped(template, field, 'number', bindings));
    if (value >= 0) return value;
    throw new QueryEvaluationFailure(`The ${field} field must not be negative but was: ${value}`, field);
  };
  const limit = await number('MaxConcurrency');
  const percentage = await number('ToleratedFailurePercentage');
  const count = await number('ToleratedFailureCount');
  return {
    items,
    concurrency: limit === 0 ? INLINE_CONCURRENCY : Math.min(limit, INLINE_CONCURRENCY),
    tolerated: Math.max(count, Math.floor((items.length * percentage) / 100)),
  };
}

async function itemsOf(frame: Frame, state: MapState, bindings: Record<string, unknown>): Promise<readonly unknown[]> {
  if (state.Items !== undefined) return Items.parse(await evaluateTyped(state.Items, 'Items', 'array', bindings));
  const input = frame.current?.input ?? payloadOf({});
  const items = Items.safeParse(input.value);
  if (items.success) return items.data;
  throw new QueryEvaluationFailure(`Map state input must be an array but was: ${input.text}`, undefined);
}
