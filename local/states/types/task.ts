import type { TaskState } from '../definition.ts';
import { QueryEvaluationFailure } from '../errors.ts';
import { type Exit, leaveState, tooLarge } from '../exit.ts';
import { evaluateTemplate, evaluateTyped } from '../expressions/evaluate.ts';
import type { Frame } from '../frame.ts';
import { recordedFailure, runTries } from '../handling.ts';
import { exceedsLimit, type Payload, payloadOf } from '../payload.ts';
import { FailureMemory } from '../snapshot.ts';
import { openTask } from '../tasks/open-task.ts';
import { type TaskKind, taskKind } from '../tasks/resource.ts';
import { type ScheduledTask, scheduleTask } from '../tasks/schedule.ts';

/** Runs its resource, under Retry and Catch, until it answers, its token is rung, or its time is up. */
export function runTask(frame: Frame, state: TaskState): Promise<Exit> {
  const region = frame.execution.start.machineArn.split(':')[3] ?? '';
  const kind = taskKind(state.Resource, region);
  return runTries(frame, state, () => attempt(frame, state, kind));
}

async function attempt(frame: Frame, state: TaskState, kind: TaskKind): Promise<Exit> {
  const result = await resultOf(frame, state, kind);
  return leaveState(frame, 'Task', state, { result: { result: result.value }, fallback: result });
}

async function resultOf(frame: Frame, state: TaskState, kind: TaskKind): Promise<Payload> {
  const failed = frame.takeRecorded(
    'TaskFailed',
    'TaskTimedOut',
    'LambdaFunctionFailed',
    'LambdaFunctionTimedOut',
    'EvaluationFailed',
  );
  if (failed !== undefined) throw recordedFailure(FailureMemory.parse(failed.v ?? {}));
  const task = await schedule(frame, state, kind);
  const succeeded = frame.takeRecorded('TaskSucceeded', 'LambdaFunctionSucceeded');
  if (succeeded !== undefined) return payloadOf(succeeded.o?.['output']);
  return openTask(frame, state, kind, task);
}

/** Evaluates what the task needs and writes its Scheduled and Started events, or takes both from the journal. */
async function schedule(frame: Frame, state: TaskState, kind: TaskKind): Promise<ScheduledTask> {
  const recorded = frame.recorded();
  if (recorded !== undefined) return scheduleTask(frame, kind, { recorded });
  const token = kind.kind === 'service' && kind.submits ? frame.execution.mintToken() : undefined;
  const shown = kind.kind === 'service' && kind.callback ? { Task: { Token: token } } : {};
  const bindings = frame.bindings({}, shown);
  const parameters = await argumentsOf(frame, state, bindings);
  const timeout = await seconds(state.TimeoutSeconds, 'TimeoutSeconds', bindings);
  const heartbeat = await seconds(state.HeartbeatSeconds, 'HeartbeatSeconds', bindings);
  return scheduleTask(frame, kind, { parameters, token, timeout, heartbeat });
}

async function argumentsOf(frame: Frame, state: TaskState, bindings: Record<string, unknown>): Promise<Payload> {
  if (state.Arguments === undefined) return frame.current?.input ?? payloadOf({});
  const parameters = payloadOf(await evaluateTemplate(state.Arguments, 'Arguments', bindings));
  if (exceedsLimit(parameters.text)) throw tooLarge(`The state/task '${frame.current?.name}' provided parameters`);
  return parameters;
}

async function seconds(
  template: number | string | undefined,
  field: string,
  bindings: Record<string, unknown>,
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = Number(await evaluateTyped(template, field, 'number', bindings));
  if (Number.isInteger(value) && value > 0 && value <= 99_999_999) return value;
  throw new QueryEvaluationFailure(`The ${field} field must be a positive integer but was: ${value}`, field);
}
