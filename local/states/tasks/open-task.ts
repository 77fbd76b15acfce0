import type { TaskState } from '../definition.ts';
import { BranchAborted, StateFailure } from '../errors.ts';
import { tooLarge } from '../exit.ts';
import type { Frame } from '../frame.ts';
import { recordFailedTry } from '../handling.ts';
import { exceedsLimit, type Payload, payloadOf } from '../payload.ts';
import type { EventBody } from '../record.ts';
import type { TaskOutcome } from '../services.ts';
import type { TaskKind } from './resource.ts';
import type { ScheduledTask } from './schedule.ts';

type Ended = { readonly output: Payload } | { readonly failure: StateFailure };

/**
 * Waits for a started task: invokes it once its events are on disk, unless an earlier run recorded that it was
 * submitted, and ends with the answer, the token or the clock, whichever comes first. The outcome's event is written
 * in the same turn in which it arrives, so that whoever reported it can wait until it is on disk.
 */
export async function openTask(frame: Frame, state: TaskState, kind: TaskKind, task: ScheduledTask): Promise<Payload> {
  const submitted = frame.takeRecorded('TaskSubmitted') !== undefined;
  if (!submitted) await frame.execution.services.durable();
  const ended = await frame.park<Ended>((resolve) => watch(frame, state, kind, task, submitted, resolve));
  if ('failure' in ended) throw ended.failure;
  return ended.output;
}

function watch(
  frame: Frame,
  state: TaskState,
  kind: TaskKind,
  task: ScheduledTask,
  submitted: boolean,
  resolve: (ended: Ended) => void,
): () => void {
  const { clock, tokens } = frame.execution.services;
  const cancels: (() => void)[] = [];
  let open = true;
  const release = () => {
    open = false;
    for (const cancel of cancels) cancel();
    if (task.token !== undefined) tokens.drop(task.token);
  };
  const end = (outcome: TaskOutcome) => {
    if (!open) return;
    release();
    unlessAborted(() => resolve(record(frame, state, kind, outcome)));
  };
  const isOpen = () => open;
  if (task.timeout !== undefined) {
    cancels.push(clock.setTimer(task.scheduledAt + task.timeout * 1000, () => end(timedOut(false))));
  }
  const heartbeat = heartbeatTimer(frame, task, end, cancels);
  if (task.token !== undefined) tokens.register(task.token, { complete: end, heartbeat });
  if (!submitted) invoke(frame, kind, state, task, { end, isOpen });
  return release;
}

function heartbeatTimer(
  frame: Frame,
  task: ScheduledTask,
  end: (outcome: TaskOutcome) => void,
  cancels: (() => void)[],
): () => void {
  const { clock } = frame.execution.services;
  const period = task.heartbeat;
  if (period === undefined) return () => undefined;
  let cancel: () => void = () => undefined;
  const restart = () => {
    cancel();
    cancel = clock.setTimer(clock.now() + period * 1000, () => end(timedOut(true)));
  };
  cancels.push(() => cancel());
  restart();
  return restart;
}

function invoke(
  frame: Frame,
  kind: TaskKind,
  state: TaskState,
  task: ScheduledTask,
  open: { readonly end: (outcome: TaskOutcome) => void; readonly isOpen: () => boolean },
): void {
  const { services, start } = frame.execution;
  const name = frame.current?.name ?? '';
  const done = services.activity.begin(`task ${name}`);
  const answered = (outcome: TaskOutcome) => {
    if (open.isOpen()) {
      if (kind.kind === 'service' && kind.submits && outcome.kind === 'succeeded')
        unlessAborted(() => submit(frame, kind, outcome.output));
      else open.end(outcome);
    }
    done();
  };
  const request = {
    resource: state.Resource,
    parameters: task.parameters.value,
    taskToken: task.token,
    executionArn: start.arn,
    state: name,
  };
  services.runTask(request).then(answered, (error: unknown) => {
    answered({
      kind: 'failed',
      error: 'States.TaskFailed',
      cause: error instanceof Error ? error.message : String(error),
    });
  });
}

function submit(frame: Frame, kind: TaskKind & { readonly kind: 'service' }, output: unknown): void {
  const { resource, resourceType } = kind;
  frame.emit({
    type: 'TaskSubmitted',
    details: { resource, resourceType },
    payloads: { output: payloadOf(output).text },
  });
}

function record(frame: Frame, state: TaskState, kind: TaskKind, outcome: TaskOutcome): Ended {
  const named = kind.kind === 'service' ? { resource: kind.resource, resourceType: kind.resourceType } : {};
  const family = kind.kind === 'service' ? 'Task' : 'LambdaFunction';
  if (outcome.kind === 'succeeded') {
    const output = payloadOf(outcome.output);
    if (!exceedsLimit(output.text)) {
      const payloads = { output: output.text };
      frame.emit(
        kind.kind === 'service'
          ? { type: 'TaskSucceeded', details: named, payloads }
          : { type: 'LambdaFunctionSucceeded', payloads },
      );
      return { output };
    }
    const name = kind.kind === 'service' ? kind.resourceType : kind.resource;
    return fail(frame, state, tooLarge(`The state/task '${name}' returned a result`), {
      type: `${family}Failed`,
      details: named,
    });
  }
  const failure = new StateFailure(outcome.error, outcome.cause);
  if (outcome.kind === 'timed-out' && outcome.heartbeat) failure.aliases = ['States.HeartbeatTimeout'];
  const type = outcome.kind === 'timed-out' ? `${family}TimedOut` : `${family}Failed`;
  return fail(frame, state, failure, { type, details: named });
}

function fail(frame: Frame, state: TaskState, failure: StateFailure, body: EventBody): Ended {
  const told = {
    ...(failure.failureCause === undefined ? {} : { cause: failure.failureCause }),
    ...(failure.error === undefined ? {} : { error: failure.error }),
  };
  recordFailedTry(frame, state, failure, { ...body, details: { ...told, ...body.details } });
  return { failure };
}

/** The execution may end at its history limit while an outcome is written; its branches are unwound by then. */
function unlessAborted(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof BranchAborted)) throw error;
  }
}

function timedOut(heartbeat: boolean): TaskOutcome {
  return { kind: 'timed-out', error: 'States.Timeout', cause: undefined, heartbeat };
}
