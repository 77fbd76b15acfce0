import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine, type EngineOptions } from '#local/states/engine';
import type { Execution } from '#local/states/execution';
import { toHistoryEvent } from '#local/states/history-event';
import { readLine } from '#local/states/record';
import type { TaskOutcome, TaskRunner } from '#local/states/services';
import { VirtualClock } from '../../../../scripts/conformance/virtual-clock.ts';

export const MACHINE = 'arn:aws:states:eu-central-1:111111111111:stateMachine:machine';
export const START = Date.UTC(2026, 9, 24, 22, 0, 0);

/** Awaits the disk and lets everything that is ready run. */
export async function settle(engine: Engine): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await engine.durable();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A machine of one or more JSONata states. */
export function machine(states: Record<string, unknown>, extra: Record<string, unknown> = {}): string {
  return JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...extra });
}

export function lambdaState(extra: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: 'work', Payload: '{% $states.input %}' },
    End: true,
    ...extra,
  };
}

export function failed(error: string, cause = ''): TaskOutcome {
  return { kind: 'failed', error, cause };
}

export function succeeded(output: unknown): TaskOutcome {
  return { kind: 'succeeded', output };
}

/** Answers with one outcome after another, the last one again and again. */
export function answers(...outcomes: TaskOutcome[]): TaskRunner {
  let next = 0;
  return async () => outcomes[Math.min(next++, outcomes.length - 1)]!;
}

/** An engine on a directory of its own, with a clock that the test moves. */
export class Bench {
  readonly directory = mkdtempSync(join(tmpdir(), 'writ-engine-'));
  readonly clock = new VirtualClock(START);
  engine: Engine;

  constructor(runTask: TaskRunner = answers(succeeded({})), options: Partial<EngineOptions> = {}) {
    this.engine = createEngine({ directory: this.directory, clock: this.clock, runTask, ...options });
  }

  reopen(runTask: TaskRunner, options: Partial<EngineOptions> = {}): Engine {
    this.engine = createEngine({ directory: this.directory, clock: this.clock, runTask, ...options });
    return this.engine;
  }

  async start(definition: string, input: unknown = {}, name = 'execution'): Promise<Execution> {
    this.engine.createStateMachine({ arn: MACHINE, name: 'machine', definition });
    return this.engine.startExecution({ stateMachineArn: MACHINE, name, input: JSON.stringify(input) });
  }

  /** Runs to the end, jumping from timer to timer; stops when nothing is left to happen. */
  async run(definition: string, input: unknown = {}): Promise<Execution> {
    const execution = await this.start(definition, input);
    await this.finish(execution);
    return execution;
  }

  async finish(execution: Execution): Promise<void> {
    for (;;) {
      await settle(this.engine);
      if (execution.status !== 'RUNNING' || !this.clock.fireNext()) return;
    }
  }

  async dispose(): Promise<void> {
    await this.engine.close();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

export function events(execution: Execution): Record<string, unknown>[] {
  return execution.lines.map((line) => toHistoryEvent(readLine(line)!));
}

/** `id<previous type` of each event: the shape of a history. */
export function shape(execution: Execution): string[] {
  return events(execution).map((event) => `${event['id']}<${event['previousEventId']} ${event['type']}`);
}

export function types(execution: Execution): string[] {
  return events(execution).map((event) => String(event['type']));
}
