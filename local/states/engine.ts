import { randomBytes, randomUUID } from 'node:crypto';
import type { Activity, LocalClock } from '../ports.ts';
import { ApiError, StateFailure } from './errors.ts';
import { Execution, type ExecutionStart } from './execution.ts';
import { Frame } from './frame.ts';
import type { DiskCalls } from './journal/group-commit.ts';
import { Journal } from './journal/journal.ts';
import { Machines, type StateMachine, type StateMachineInput } from './machines.ts';
import { exceedsLimit, type Payload, payloadFromText } from './payload.ts';
import { readLine } from './record.ts';
import { closedExecution, foundExecution, startHidden } from './recovery.ts';
import { runBranch } from './run-branch.ts';
import type { EngineServices, TaskRunner } from './services.ts';
import { type StatusChange, statusChange } from './status-change.ts';
import { TaskTokens } from './tasks/tokens.ts';

/** What the engine needs from the runtime. */
export interface EngineOptions {
  /** Where the journal lies; the engine owns it alone. */
  readonly directory: string;
  readonly clock: LocalClock;
  readonly runTask: TaskRunner;
  readonly activity?: Activity | undefined;
  /** Told of every start and end, after it is on disk; at least once each. */
  readonly onStatusChange?: ((change: StatusChange) => void) | undefined;
  /** Told of faults that no caller sees. */
  readonly log?: ((message: string, error: unknown) => void) | undefined;
  readonly random?: (() => number) | undefined;
  readonly disk?: DiskCalls | undefined;
  readonly segmentBytes?: number | undefined;
}

/** What a list shows of an execution; dates in epoch milliseconds. */
export interface ExecutionSummary {
  readonly arn: string;
  readonly name: string;
  readonly machine: string;
  readonly status: string;
  readonly start: number;
  readonly stop?: number | undefined;
}

const NO_ACTIVITY: Activity = { begin: () => () => undefined };
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\ufffe\uffff]{1,80}$/u;

/** A Step Functions engine on one machine; its history is its journal. */
export class Engine {
  readonly machines: Machines;
  readonly tokens = new TaskTokens();
  private readonly options: EngineOptions;
  private readonly journal: Journal;
  private readonly services: EngineServices;
  private readonly open = new Map<string, Execution>();
  private readonly byNumber = new Map<number, Execution>();
  private readonly unresumed = new Set<Execution>();
  private lastNumber: number;

  constructor(options: EngineOptions) {
    this.options = options;
    const { directory, clock, disk, segmentBytes } = options;
    this.machines = new Machines(directory);
    const onFailure = (error: unknown) =>
      this.log('The journal cannot be written; nothing more is acknowledged', error);
    this.journal = new Journal({ directory, now: clock.now(), disk, segmentBytes, onFailure });
    this.lastNumber = this.journal.lastNumber;
    this.services = {
      clock,
      activity: options.activity ?? NO_ACTIVITY,
      runTask: options.runTask,
      tokens: this.tokens,
      random: options.random ?? (() => randomBytes(6).readUIntBE(0, 6) / 2 ** 48),
      append: (execution, line) => this.journal.append(execution, line),
      durable: () => this.journal.durable(),
    };
    this.load();
  }

  /** Adds or replaces a state machine. Executions that run go on with the definition they started with. */
  createStateMachine(input: StateMachineInput): StateMachine {
    return this.machines.put(input, this.options.clock.now());
  }

  /** Lets the executions that an earlier run left open go on; call it once the functions can be invoked. */
  resume(): void {
    for (const execution of this.unresumed) {
      if (execution.status === 'RUNNING') this.run(execution);
      else void this.retire(execution);
    }
    this.unresumed.clear();
  }

  /** Starts an execution, or finds the open one of the same name and input; resolves when its start is on disk. */
  async startExecution(request: {
    readonly stateMachineArn: string;
    readonly name?: string | undefined;
    readonly input?: string | undefined;
  }): Promise<Execution> {
    const machine = this.machines.find(request.stateMachineArn);
    if (machine === undefined) {
      throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${request.stateMachineArn}'`);
    }
    const name = request.name ?? randomUUID();
    if (!NAME.test(name)) throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
    const inputText = request.input ?? '{}';
    const input = parseInput(inputText);
    const execution = this.sameExecution(machine, name, input) ?? this.begin(machine, name, input, inputText);
    await this.journal.durable();
    return execution;
  }

  /** Ends an execution from outside; resolves with the moment of its end when that is on disk. */
  async stopExecution(
    arn: string,
    failure: { error?: string | undefined; cause?: string | undefined },
  ): Promise<number> {
    const execution = this.open.get(arn);
    if (execution === undefined) {
      const closed = this.journal.archive.find(arn);
      if (closed === undefined) throw doesNotExist(arn);
      return closed.stop;
    }
    execution.finish('ABORTED', 0, failure);
    await this.journal.durable();
    return execution.stoppedAt ?? this.options.clock.now();
  }

  /** An execution, open or closed; a closed one is read from the archive. */
  findExecution(arn: string): Execution | undefined {
    const open = this.open.get(arn);
    if (open !== undefined) return open;
    const entry = this.journal.archive.find(arn);
    if (entry === undefined) return undefined;
    const records = this.journal.archive.lines(entry).flatMap((line) => readLine(line) ?? []);
    return closedExecution(entry.x, records, this.machines, this.services);
  }

  /** An execution's history as journal lines, in the order of their ids. */
  historyLines(arn: string): readonly string[] | undefined {
    const entry = this.journal.archive.find(arn);
    return this.open.get(arn)?.lines ?? (entry === undefined ? undefined : this.journal.archive.lines(entry));
  }

  /** The executions of a state machine, open and closed. */
  listExecutions(machineArn: string): readonly ExecutionSummary[] {
    const open = [...this.open.values()].map(({ start, status, stoppedAt: stop }) => {
      return { arn: start.arn, name: start.name, machine: start.machineArn, status, start: start.startedAt, stop };
    });
    return [...open, ...this.journal.archive.entries()].filter(({ machine }) => machine === machineArn);
  }

  /** Whether an execution number was ever given. */
  knowsNumber(number: number): boolean {
    return number > 0 && number <= this.lastNumber;
  }

  /** Resolves when all that was recorded so far is on disk. */
  durable(): Promise<void> {
    return this.journal.durable();
  }

  /** Stops timers and closes the files; open executions go on when the directory is opened again. */
  async close(): Promise<void> {
    for (const execution of this.open.values()) {
      execution.cancelTimeout();
      execution.root?.abort();
    }
    await this.journal.close();
  }

  private load(): void {
    for (const [number, found] of this.journal.found) {
      const hooks = { services: this.services, ended: (execution: Execution) => void this.retire(execution) };
      const execution = foundExecution(number, found, this.machines, hooks);
      if (execution === undefined) continue;
      this.open.set(execution.start.arn, execution);
      this.byNumber.set(number, execution);
      this.unresumed.add(execution);
    }
  }

  private sameExecution(machine: StateMachine, name: string, input: Payload): Execution | undefined {
    const arn = executionArn(machine.arn, name);
    const open = this.open.get(arn);
    if (open?.status === 'RUNNING' && open.start.input.text === input.text) return open;
    if (open !== undefined || this.journal.archive.find(arn) !== undefined) {
      throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    return undefined;
  }

  private begin(machine: StateMachine, name: string, input: Payload, inputText: string): Execution {
    this.lastNumber += 1;
    const start: ExecutionStart = {
      x: this.lastNumber,
      arn: executionArn(machine.arn, name),
      name,
      machineArn: machine.arn,
      machineName: machine.name,
      roleArn: machine.roleArn,
      machine: machine.machine,
      input,
      inputText,
      startedAt: this.options.clock.now(),
    };
    const execution = new Execution(start, this.services, (ended) => void this.retire(ended));
    this.open.set(start.arn, execution);
    this.byNumber.set(start.x, execution);
    const details = { roleArn: machine.roleArn };
    execution.emit('', 0, {
      type: 'ExecutionStarted',
      details,
      payloads: { input: input.text },
      hidden: startHidden(start, machine.hash),
    });
    const change = statusChange(execution);
    void this.journal.durable().then(() => this.options.onStatusChange?.(change));
    this.run(execution);
    return execution;
  }

  private run(execution: Execution): void {
    const { machine, input, startedAt } = execution.start;
    const { clock } = this.services;
    if (machine.TimeoutSeconds !== undefined) {
      execution.cancelTimeout = clock.setTimer(startedAt + machine.TimeoutSeconds * 1000, () => {
        execution.finish('TIMED_OUT', 0, { error: 'States.Timeout' });
      });
    }
    const snapshot = execution.takeSnapshot('');
    const root = new Frame(execution, { scope: '', previous: 0, variables: {} }, snapshot);
    execution.root = root;
    execution.busy();
    const from = { state: snapshot?.state ?? machine.StartAt, input: snapshot?.input ?? input };
    const ended = snapshot?.output !== undefined && snapshot.state === undefined ? snapshot.output : undefined;
    const running = ended === undefined ? runBranch(root, machine, from) : Promise.resolve(ended);
    running
      .then((output) => execution.succeed(root.previous, output))
      .catch((error: unknown) => this.fail(execution, root, error))
      .finally(() => execution.idle());
  }

  private fail(execution: Execution, root: Frame, error: unknown): void {
    if (execution.status !== 'RUNNING' || root.stopped) return;
    if (error instanceof StateFailure) {
      execution.finish('FAILED', root.previous, { error: error.error, cause: error.failureCause });
      return;
    }
    this.log(`The execution ${execution.start.arn} failed inside the engine`, error);
    execution.finish('FAILED', root.previous, { error: 'States.Runtime', cause: String(error) });
  }

  private async retire(execution: Execution): Promise<void> {
    const { start } = execution;
    const done = this.services.activity.begin(`end of ${start.name}`);
    await this.journal.durable();
    this.options.onStatusChange?.(statusChange(execution));
    const { x, arn, name, machineArn: machine, startedAt } = start;
    const stop = execution.stoppedAt ?? startedAt;
    this.journal.retire({ x, arn, name, machine, start: startedAt, stop, status: execution.status }, execution.lines);
    this.open.delete(arn);
    this.byNumber.delete(x);
    done();
    await this.journal.maintain((number) => this.byNumber.get(number)?.lines ?? []);
  }

  private log(message: string, error: unknown): void {
    this.options.log?.(message, error);
  }
}

/** Opens an engine on its directory, with the executions that were open when it was last closed or killed. */
export function createEngine(options: EngineOptions): Engine {
  return new Engine(options);
}

/** The ARN of an execution of a state machine. */
export function executionArn(machineArn: string, name: string): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** AWS's refusal for an execution that is not known. */
export function doesNotExist(arn: string): ApiError {
  return new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
}

function parseInput(text: string): Payload {
  if (exceedsLimit(text)) {
    throw new ApiError(
      'InvalidExecutionInput',
      'Invalid State Machine Execution Input: the input is over 262144 bytes',
    );
  }
  try {
    return payloadFromText(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${reason}'`);
  }
}
