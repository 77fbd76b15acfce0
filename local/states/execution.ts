import type { Machine } from './definition.ts';
import { BranchAborted } from './errors.ts';
import type { Frame } from './frame.ts';
import type { Payload } from './payload.ts';
import { type EventBody, journalLine } from './record.ts';
import type { EngineServices } from './services.ts';
import type { BranchSnapshot } from './snapshot.ts';

/** AWS ends an execution with the event of this id (Step Functions quota). */
export const HISTORY_LIMIT = 25_000;

/** An execution's status, as DescribeExecution names it. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What is fixed when an execution starts. */
export interface ExecutionStart {
  /** Its number in the journal. */
  readonly x: number;
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  readonly machine: Machine;
  readonly input: Payload;
  /** The input as it was sent, when that differs from its shortest form. */
  readonly inputText: string;
  readonly startedAt: number;
}

/** An open execution: its start, its history so far and its running branches. */
export class Execution {
  readonly start: ExecutionStart;
  readonly services: EngineServices;
  readonly lines: string[] = [];
  root: Frame | undefined;
  status: ExecutionStatus = 'RUNNING';
  stoppedAt: number | undefined;
  output: Payload | undefined;
  error: string | undefined;
  cause: string | undefined;
  lastId = 0;
  private readonly ended: (execution: Execution) => void;
  private readonly snapshots: Map<string, BranchSnapshot>;
  private running = 0;
  private endActivity: () => void = () => undefined;
  cancelTimeout: () => void = () => undefined;

  constructor(
    start: ExecutionStart,
    services: EngineServices,
    ended: (execution: Execution) => void,
    snapshots: Map<string, BranchSnapshot> = new Map(),
  ) {
    this.start = start;
    this.services = services;
    this.ended = ended;
    this.snapshots = snapshots;
  }

  /** Where a branch stood when the process ended; given once. */
  takeSnapshot(scope: string): BranchSnapshot | undefined {
    const snapshot = this.snapshots.get(scope);
    this.snapshots.delete(scope);
    return snapshot;
  }

  /** A token for a task of this execution. */
  mintToken(): string {
    return this.services.tokens.mint(this.start.x);
  }

  /** Notes that a branch is at work now. */
  busy(): void {
    this.running += 1;
    if (this.running === 1) this.endActivity = this.services.activity.begin(`execution ${this.start.name}`);
  }

  /** Notes that a branch waits or has ended. */
  idle(): void {
    this.running -= 1;
    if (this.running === 0) this.endActivity();
  }

  /** Appends an event and gives its id. The event that would reach the limit is replaced by the end of the execution. */
  emit(scope: string, previous: number, body: EventBody): number {
    if (this.status !== 'RUNNING') throw new BranchAborted();
    if (this.lastId >= HISTORY_LIMIT - 1) {
      const cause = `The execution reached the maximum number of history events (${HISTORY_LIMIT}).`;
      this.finish('FAILED', this.lastId, { error: 'States.Runtime', cause });
      throw new BranchAborted();
    }
    return this.write(scope, previous, body);
  }

  /** Ends the execution once: writes its last event, stops every branch and tells the engine. */
  finish(
    status: Exclude<ExecutionStatus, 'RUNNING' | 'SUCCEEDED'>,
    previous: number,
    failure: { readonly error?: string | undefined; readonly cause?: string | undefined },
  ): void {
    if (this.status !== 'RUNNING') return;
    const type = { FAILED: 'ExecutionFailed', TIMED_OUT: 'ExecutionTimedOut', ABORTED: 'ExecutionAborted' }[status];
    this.write('', previous, { type, details: defined(failure) });
    if (status !== 'TIMED_OUT') {
      this.error = failure.error;
      this.cause = failure.cause;
    }
    this.end(status);
  }

  /** Ends the execution with its output. */
  succeed(previous: number, output: Payload): void {
    if (this.status !== 'RUNNING') return;
    this.write('', previous, { type: 'ExecutionSucceeded', payloads: { output: output.text } });
    this.output = output;
    this.end('SUCCEEDED');
  }

  private end(status: ExecutionStatus): void {
    this.status = status;
    this.stoppedAt = this.services.clock.now();
    this.cancelTimeout();
    this.root?.abort();
    this.ended(this);
  }

  private write(scope: string, previous: number, body: EventBody): number {
    this.lastId += 1;
    const head = { x: this.start.x, i: this.lastId, p: previous, t: this.services.clock.now(), s: scope };
    const line = journalLine(head, body);
    this.lines.push(line);
    this.services.append(this.start.x, line);
    return this.lastId;
  }
}

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
