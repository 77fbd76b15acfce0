import * as z from 'zod';
import { Execution, type ExecutionStart, type ExecutionStatus } from './execution.ts';
import type { FoundExecution } from './journal/journal.ts';
import type { Machines } from './machines.ts';
import { payloadOf } from './payload.ts';
import type { JournalRecord } from './record.ts';
import type { EngineServices } from './services.ts';
import { foldBranches } from './snapshot.ts';

const Hidden = z.object({
  arn: z.string(),
  name: z.string(),
  machineArn: z.string(),
  machineName: z.string(),
  definition: z.string(),
  inputText: z.string().optional(),
});
const Text = z.string().optional();

const TERMINAL: Readonly<Record<string, ExecutionStatus>> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionTimedOut: 'TIMED_OUT',
  ExecutionAborted: 'ABORTED',
};

/** What the first event of an execution keeps so that the execution can be built again. */
export function startHidden(start: ExecutionStart, definition: string): z.infer<typeof Hidden> {
  const { arn, name, machineArn, machineName, inputText, input } = start;
  const kept = { arn, name, machineArn, machineName, definition };
  return inputText === input.text ? kept : { ...kept, inputText };
}

/** Builds an execution from its journal records; undefined when not even its start was recorded whole. */
export function foundExecution(
  x: number,
  found: FoundExecution,
  machines: Machines,
  hooks: { readonly services: EngineServices; readonly ended: (execution: Execution) => void },
): Execution | undefined {
  const [first] = found.records;
  const last = found.records.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = startOf(x, first, machines);
  const execution = new Execution(start, hooks.services, hooks.ended, foldBranches(found.records));
  execution.lines.push(...found.lines);
  execution.lastId = last.i;
  const status = TERMINAL[last.k];
  if (status !== undefined) close(execution, status, last);
  return execution;
}

/** What an execution's first event says of its start. */
export function startOf(x: number, first: JournalRecord, machines: Machines): ExecutionStart {
  const hidden = Hidden.parse(first.v);
  const input = payloadOf(first.o?.['input']);
  return {
    x,
    arn: hidden.arn,
    name: hidden.name,
    machineArn: hidden.machineArn,
    machineName: hidden.machineName,
    roleArn: z.string().parse(first.d?.['roleArn']),
    machine: machines.definition(hidden.definition),
    input,
    inputText: hidden.inputText ?? input.text,
    startedAt: first.t,
  };
}

/** Sets the end that an execution's last event tells of. */
export function close(execution: Execution, status: ExecutionStatus, last: JournalRecord): void {
  execution.status = status;
  execution.stoppedAt = last.t;
  if (status === 'SUCCEEDED') execution.output = payloadOf(last.o?.['output']);
  if (status === 'TIMED_OUT') return;
  execution.error = Text.parse(last.d?.['error']);
  execution.cause = Text.parse(last.d?.['cause']);
}

/** A closed execution, built from its archived history for reading only. */
export function closedExecution(
  x: number,
  records: readonly JournalRecord[],
  machines: Machines,
  services: EngineServices,
): Execution {
  const [first] = records;
  const last = records.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('An archived execution has no events');
  const execution = new Execution(startOf(x, first, machines), services, () => undefined);
  close(execution, TERMINAL[last.k] ?? 'FAILED', last);
  return execution;
}
