import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine } from '#local/states/engine';
import { InvalidDefinitionError } from '#local/states/errors';
import { toHistoryEvent } from '#local/states/history-event';
import { readLine } from '#local/states/record';
import { detailsOf, type Recording, statusOf } from './recording.ts';
import { ReplayedTasks } from './replayed-tasks.ts';
import { VirtualClock } from './virtual-clock.ts';

const MACHINE_ARN = 'arn:aws:states:us-east-1:111111111111:stateMachine:recorded';
const START = Date.UTC(2026, 0, 1);
/** Far more turns than any recording takes; a history that needs more hangs. */
const MOST_TURNS = 60_000;

/** Runs a recording's definition in the engine, fed with the recorded task results, and gives the engine's history. */
export async function runRecording(recording: Recording): Promise<readonly Record<string, unknown>[]> {
  const directory = mkdtempSync(join(tmpdir(), 'writ-conformance-'));
  const clock = new VirtualClock(START);
  const tasks = new ReplayedTasks(recording.history);
  const disk = { write: async (_: number, bytes: Buffer) => bytes.length, sync: async () => undefined };
  const engine = createEngine({ directory, clock, runTask: tasks.run, disk });
  tasks.attach(engine.tokens);
  try {
    return await history(engine, clock, tasks, recording);
  } catch (error) {
    if (error instanceof InvalidDefinitionError) return [{ type: 'Refused', message: error.message }];
    throw error;
  } finally {
    await engine.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function history(
  engine: Engine,
  clock: VirtualClock,
  tasks: ReplayedTasks,
  recording: Recording,
): Promise<readonly Record<string, unknown>[]> {
  engine.createStateMachine({ arn: MACHINE_ARN, name: 'recorded', definition: JSON.stringify(recording.definition) });
  const input = JSON.stringify(recording.input ?? {});
  const execution = await engine.startExecution({ stateMachineArn: MACHINE_ARN, name: 'execution', input });
  for (let turn = 0; turn < MOST_TURNS && execution.status === 'RUNNING'; turn += 1) {
    await settle(engine);
    if (execution.status !== 'RUNNING' || tasks.releaseNext()) continue;
    if (statusOf(recording.history) === 'Aborted') {
      const { error, cause } = detailsOf(recording.history.at(-1) ?? {});
      await engine.stopExecution(execution.start.arn, { error: text(error), cause: text(cause) });
    } else if (!clock.fireNext()) break;
  }
  await settle(engine);
  return execution.lines.flatMap((line) => readLine(line) ?? []).map((record) => toHistoryEvent(record));
}

async function settle(engine: Engine): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await engine.durable();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
