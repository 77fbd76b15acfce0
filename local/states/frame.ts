import type { State } from './definition.ts';
import { BranchAborted } from './errors.ts';
import type { Execution } from './execution.ts';
import type { Payload } from './payload.ts';
import type { EventBody, JournalRecord } from './record.ts';
import { type BranchSnapshot, NO_RETRIES, type RetryMemory } from './snapshot.ts';

/** The state that a branch is in. */
export interface CurrentState {
  readonly type: State['Type'];
  readonly name: string;
  readonly input: Payload;
  enteredId: number;
  /** The id before the state was entered: failures while entering point there, as AWS's histories do. */
  entryPrevious: number;
  enteredAt: number;
  retries: RetryMemory;
}

/** Events that the next event of the same branch does not point to (observed on AWS). */
const NO_ADVANCE = new Set([
  'MapStateSucceeded',
  'ParallelStateSucceeded',
  'MapIterationSucceeded',
  'MapIterationFailed',
]);

/** A running chain of states: the machine itself, a branch of a Parallel or an iteration of a Map. */
export class Frame {
  readonly execution: Execution;
  readonly scope: string;
  /** The last event of this chain. */
  previous: number;
  /** Variables in sight, the outer ones included: a branch sees them and cannot change them. */
  variables: Readonly<Record<string, unknown>>;
  /** `$states.context.Map` inside an iteration. */
  readonly map: unknown;
  /** Where the branch stood when the process ended, if it began in an earlier run. */
  readonly snapshot: BranchSnapshot | undefined;
  current: CurrentState | undefined;
  private readonly children = new Set<Frame>();
  private readonly parked = new Set<(reason: BranchAborted) => void>();
  private readonly replay: JournalRecord[];
  private retries: RetryMemory | undefined;
  private aborted = false;

  constructor(
    execution: Execution,
    at: {
      readonly scope: string;
      readonly previous: number;
      readonly variables: Readonly<Record<string, unknown>>;
      readonly map?: unknown;
    },
    snapshot?: BranchSnapshot,
  ) {
    this.execution = execution;
    this.scope = at.scope;
    this.previous = snapshot?.previous ?? at.previous;
    this.variables = { ...at.variables, ...snapshot?.assigned };
    this.map = at.map;
    this.snapshot = snapshot;
    this.replay = [...(snapshot?.pending ?? [])];
    this.retries = snapshot?.retries;
  }

  /** The tries of the state that a crash interrupted; none for a state entered now. */
  takeRetries(): RetryMemory {
    const retries = this.retries ?? NO_RETRIES;
    this.retries = undefined;
    return retries;
  }

  /** The next event that the journal already holds for this branch, if replay is not yet through. */
  recorded(): JournalRecord | undefined {
    return this.replay[0];
  }

  /** Writes an event of this branch, or passes over the same event of an earlier run; gives its id. */
  emit(body: EventBody, previous = this.previous): number {
    return this.emitRecord(body, previous).i;
  }

  /** As `emit`; gives the recorded event when there is one, whose content then counts. */
  emitRecord(
    body: EventBody,
    previous = this.previous,
  ): { readonly i: number; readonly t: number; readonly v?: unknown } {
    if (this.aborted) throw new BranchAborted();
    const recorded = this.replay.shift();
    if (recorded !== undefined) {
      if (recorded.k === body.type) return recorded;
      throw new RangeError(`Replay of event ${recorded.i} expected ${recorded.k}, but the state gives ${body.type}`);
    }
    const id = this.execution.emit(this.scope, previous, body);
    if (!NO_ADVANCE.has(body.type)) this.previous = id;
    return { i: id, t: this.execution.services.clock.now(), v: body.hidden };
  }

  /** Takes the next recorded event when it is of one of these types. */
  takeRecorded(...types: readonly string[]): JournalRecord | undefined {
    const next = this.replay[0];
    if (next === undefined || !types.includes(next.k)) return undefined;
    return this.replay.shift();
  }

  /** Waits for a callback, outside the activity of the runtime; ends with BranchAborted when the branch is stopped. */
  park<T>(begin: (resolve: (value: T) => void) => () => void): Promise<T> {
    if (this.aborted) return Promise.reject(new BranchAborted());
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let leave: () => void = () => undefined;
    const stop = (reason: BranchAborted) => {
      leave();
      reject(reason);
    };
    this.parked.add(stop);
    this.execution.idle();
    const release = begin((value) => {
      this.execution.busy();
      this.parked.delete(stop);
      resolve(value);
    });
    leave = () => {
      this.execution.busy();
      release();
    };
    return promise;
  }

  /** A branch of this one, from its beginning or from where a crash left it. */
  child(scope: string, previous: number, map?: unknown): Frame {
    const snapshot = this.execution.takeSnapshot(scope);
    const frame = new Frame(
      this.execution,
      { scope, previous, variables: this.variables, map: map ?? this.map },
      snapshot,
    );
    this.children.add(frame);
    return frame;
  }

  /** The scope of a branch of this one, after the event that started the branches. */
  childScope(started: number, index: number): string {
    return `${this.scope}${this.scope === '' ? '' : '/'}${started}.${index}`;
  }

  /** Writes that the states in which this branch and those inside it stand are given up. */
  abandon(): void {
    for (const child of this.children) child.abandon();
    const type = this.current?.type;
    if (type === 'Task' || type === 'Wait' || type === 'Parallel' || type === 'Map') {
      this.emit({ type: `${type}StateAborted` });
    }
  }

  /** Forgets a branch that has ended. */
  leave(child: Frame): void {
    this.children.delete(child);
  }

  /** Stops this branch and those inside it; what waits in them ends with BranchAborted. */
  abort(): void {
    this.aborted = true;
    for (const child of this.children) child.abort();
    const reason = new BranchAborted();
    for (const stop of this.parked) stop(reason);
    this.parked.clear();
  }

  /** Whether the branch was stopped. */
  get stopped(): boolean {
    return this.aborted;
  }

  /** Makes variables visible to the states that follow. */
  assign(values: Readonly<Record<string, unknown>>): void {
    this.variables = { ...this.variables, ...values };
  }

  /** What `$states` and the variables are for an expression of the current state. */
  bindings(
    extra: Readonly<Record<string, unknown>>,
    context: Readonly<Record<string, unknown>> = {},
  ): Record<string, unknown> {
    const describe = () => ({ ...this.context(), ...context });
    const states = {
      input: this.current?.input.value,
      get context() {
        return describe();
      },
      ...extra,
    };
    return { ...this.variables, states };
  }

  private context(): Record<string, unknown> {
    const { start } = this.execution;
    const current = this.current;
    return {
      Execution: {
        Id: start.arn,
        Input: start.input.value,
        Name: start.name,
        RoleArn: start.roleArn,
        StartTime: isoTime(start.startedAt),
        RedriveCount: 0,
      },
      StateMachine: { Id: start.machineArn, Name: start.machineName },
      State: {
        EnteredTime: isoTime(current?.enteredAt ?? start.startedAt),
        Name: current?.name,
        RetryCount: current?.retries.total ?? 0,
      },
      ...(this.map === undefined ? {} : { Map: this.map }),
    };
  }
}

/** An instant as AWS writes it in the context object: UTC, milliseconds. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
