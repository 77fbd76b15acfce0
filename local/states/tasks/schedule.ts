import * as z from 'zod';
import type { Frame } from '../frame.ts';
import { type Payload, payloadOf } from '../payload.ts';
import type { EventBody, JournalRecord } from '../record.ts';
import type { TaskKind } from './resource.ts';

/** A task whose Scheduled and Started events are written. */
export interface ScheduledTask {
  readonly parameters: Payload;
  readonly token: string | undefined;
  /** Seconds, from the moment it was scheduled. */
  readonly timeout: number | undefined;
  /** Seconds, from the start or the last heartbeat. */
  readonly heartbeat: number | undefined;
  /** Epoch milliseconds. */
  readonly scheduledAt: number;
}

/** What is evaluated before a task is scheduled, or the event that an earlier run wrote. */
type Plan = { readonly recorded: JournalRecord } | Omit<ScheduledTask, 'scheduledAt'>;

const Hidden = z.object({
  token: z.string().optional(),
  heartbeat: z.number().optional(),
  timeout: z.number().optional(),
});

/** Writes the Scheduled and Started events of a task. On replay the recorded parameters and token count. */
export function scheduleTask(frame: Frame, kind: TaskKind, plan: Plan): ScheduledTask {
  const task = 'recorded' in plan ? fromRecord(plan.recorded, kind) : { ...plan, scheduledAt: 0 };
  const scheduled = frame.emitRecord(scheduledBody(kind, task));
  frame.emit(startedBody(kind));
  return { ...task, scheduledAt: scheduled.t };
}

function fromRecord(record: JournalRecord, kind: TaskKind): ScheduledTask {
  const hidden = Hidden.parse(record.v ?? {});
  const field = kind.kind === 'service' ? 'parameters' : 'input';
  return {
    parameters: payloadOf(record.o?.[field]),
    token: hidden.token,
    timeout: hidden.timeout,
    heartbeat: hidden.heartbeat,
    scheduledAt: record.t,
  };
}

function scheduledBody(kind: TaskKind, task: ScheduledTask): EventBody {
  const { token, timeout, heartbeat } = task;
  const hidden = { token, timeout, heartbeat };
  const limits = {
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined || kind.kind !== 'service' ? {} : { heartbeatInSeconds: heartbeat }),
  };
  if (kind.kind === 'lambda-function') {
    const details = { resource: kind.resource, ...limits };
    return { type: 'LambdaFunctionScheduled', details, payloads: { input: task.parameters.text }, hidden };
  }
  const { resource, resourceType, region } = kind;
  const details = { region, resource, resourceType, ...limits };
  return { type: 'TaskScheduled', details, payloads: { parameters: task.parameters.text }, hidden };
}

function startedBody(kind: TaskKind): EventBody {
  if (kind.kind === 'lambda-function') return { type: 'LambdaFunctionStarted' };
  return { type: 'TaskStarted', details: { resource: kind.resource, resourceType: kind.resourceType } };
}
