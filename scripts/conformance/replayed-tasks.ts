import type { TaskOutcome, TaskRequest, TaskRunner } from '#local/states/services';
import type { TaskTokens } from '#local/states/tasks/tokens';
import { detailsOf, type RecordedEvent } from './recording.ts';

interface RecordedTask {
  readonly scheduled: RecordedEvent;
  readonly submitted: RecordedEvent | undefined;
  readonly ended: RecordedEvent | undefined;
  taken: boolean;
}

interface Pending {
  readonly order: number;
  readonly release: () => void;
}

const SCHEDULED = new Set(['TaskScheduled', 'LambdaFunctionScheduled', 'ActivityScheduled']);
const ENDED = /^(Task|LambdaFunction|Activity)(Succeeded|Failed|TimedOut)$/;

/** Answers the engine's tasks with what a history records for them, in the recorded order. */
export class ReplayedTasks {
  private readonly tasks: readonly RecordedTask[];
  private readonly pending: Pending[] = [];
  private tokens: TaskTokens | undefined;

  constructor(history: readonly RecordedEvent[]) {
    this.tasks = history
      .filter((event) => SCHEDULED.has(event.type))
      .map((scheduled) => ({ scheduled, ...outcomeOf(scheduled, history), taken: false }));
  }

  /** Gives the registry in which callback tasks wait. */
  attach(tokens: TaskTokens): void {
    this.tokens = tokens;
  }

  /** The runner to hand to the engine. */
  readonly run: TaskRunner = (request) =>
    new Promise((resolve) => {
      const task = this.take(request);
      if (task?.submitted !== undefined) {
        const { submitted, ended } = task;
        this.wait(submitted.id, () => {
          resolve({ kind: 'succeeded', output: jsonValue(detailsOf(submitted)['output']) });
          if (ended !== undefined) this.wait(ended.id, () => this.complete(request, ended));
        });
        return;
      }
      if (task?.ended === undefined || isByClock(task)) return;
      const { ended } = task;
      this.wait(ended.id, () => {
        if (request.taskToken === undefined) resolve(outcome(ended));
        else this.complete(request, ended);
      });
    });

  /** Lets the answer that was recorded first, of those asked for, go out; false when none waits. */
  releaseNext(): boolean {
    this.pending.sort((left, right) => left.order - right.order);
    const next = this.pending.shift();
    next?.release();
    return next !== undefined;
  }

  private wait(order: number, release: () => void): void {
    this.pending.push({ order, release });
  }

  private complete(request: TaskRequest, ended: RecordedEvent): void {
    if (!ended.type.endsWith('TimedOut')) this.tokens?.find(request.taskToken ?? '')?.complete(outcome(ended));
  }

  private take(request: TaskRequest): RecordedTask | undefined {
    const free = this.tasks.filter((task) => !task.taken);
    const same = JSON.stringify(request.parameters);
    const task = free.find(({ scheduled }) => parametersText(scheduled) === same) ?? free[0];
    if (task !== undefined) task.taken = true;
    return task;
  }
}

function outcomeOf(
  scheduled: RecordedEvent,
  history: readonly RecordedEvent[],
): Pick<RecordedTask, 'submitted' | 'ended'> {
  let submitted: RecordedEvent | undefined;
  let at: RecordedEvent | undefined = scheduled;
  while (at !== undefined) {
    if (at.type === 'TaskSubmitted') submitted = at;
    if (ENDED.test(at.type)) return { submitted, ended: at };
    const from: number = at.id;
    at = history.find(
      (event) =>
        event.id > from &&
        event.previousEventId === from &&
        /^(Task|LambdaFunction|Activity)(?!State)/.test(event.type),
    );
  }
  return { submitted, ended: undefined };
}

/** Whether the engine's own clock has to end a task. */
function isByClock({ scheduled, ended }: RecordedTask): boolean {
  const details = detailsOf(scheduled);
  const limited = 'timeoutInSeconds' in details || 'heartbeatInSeconds' in details;
  return limited && ended?.type.endsWith('TimedOut') === true;
}

function parametersText(scheduled: RecordedEvent): string {
  const details = detailsOf(scheduled);
  return JSON.stringify(details['parameters'] ?? details['input']);
}

function outcome(ended: RecordedEvent): TaskOutcome {
  const details = detailsOf(ended);
  if (ended.type.endsWith('Succeeded')) return { kind: 'succeeded', output: jsonValue(details['output']) };
  const error = textOf(details['error']);
  const cause = textOf(details['cause']);
  if (ended.type.endsWith('TimedOut')) {
    return { kind: 'timed-out', error: error ?? 'States.Timeout', cause, heartbeat: true };
  }
  return { kind: 'failed', error, cause };
}

/** Recordings hold objects parsed and everything else as its JSON text. */
function jsonValue(recorded: unknown): unknown {
  if (typeof recorded !== 'string') return recorded;
  try {
    return JSON.parse(recorded);
  } catch {
    return recorded;
  }
}

function textOf(recorded: unknown): string | undefined {
  if (recorded === undefined || typeof recorded === 'string') return recorded;
  return JSON.stringify(recorded);
}
