import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalClock } from '#local/ports';
import { createEngine, type Engine } from '#local/states/engine';
import type { TaskRunner } from '#local/states/services';

/** One line of `bench/results.json`: a value beside that of a named peer or floor. */
export interface BenchEntry {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerValue: number;
  readonly ratio: number;
}

/** What a prototype of 250 lines reached on two cores, with fsync. */
const PROTOTYPE_PER_SECOND = 660;
const ARN = 'arn:aws:states:eu-central-1:111111111111:stateMachine:bench';
const STEPS = 11;
const OPEN_EXECUTIONS = 2000;
const RECOVERY_BUDGET_SECONDS = 5;
const MEMORY_BUDGET_MEBIBYTES = 256;

/** Measures executions a second of a 61-event workflow with fsync, recovery with 2,000 open executions, and memory. */
export async function benchEngine(executions = 4000): Promise<readonly BenchEntry[]> {
  const rate = await throughput(executions);
  const { seconds, mebibytes } = await recovery();
  return [
    entry('engine: executions of 61 events with fsync', rate, '1/s', 'prototype of 250 lines', PROTOTYPE_PER_SECOND),
    entry('engine: recovery with 2,000 open executions', seconds, 's', 'budget', RECOVERY_BUDGET_SECONDS),
    entry('engine: memory with 2,000 open executions', mebibytes, 'MiB', 'budget', MEMORY_BUDGET_MEBIBYTES),
  ];
}

async function throughput(executions: number): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'writ-bench-'));
  let ended = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const runTask: TaskRunner = async () => ({ kind: 'succeeded', output: { Payload: { ok: true, count: 1 } } });
  const engine = open(directory, runTask, (status) => {
    if (status !== 'RUNNING' && ++ended === executions) resolve();
  });
  engine.createStateMachine({ arn: ARN, name: 'bench', definition: workflow() });
  const started = performance.now();
  let next = 0;
  const starter = async () => {
    while (next < executions) await engine.startExecution(request(next++));
  };
  await Promise.all(Array.from({ length: 64 }, starter));
  await promise;
  const rate = executions / ((performance.now() - started) / 1000);
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
  return rate;
}

async function recovery(): Promise<{ readonly seconds: number; readonly mebibytes: number }> {
  const directory = mkdtempSync(join(tmpdir(), 'writ-bench-'));
  const runTask: TaskRunner = async () => ({ kind: 'succeeded', output: { Payload: { ok: true } } });
  const first = open(directory, runTask, () => undefined);
  first.createStateMachine({ arn: ARN, name: 'bench', definition: workflow(true) });
  await Promise.all(Array.from({ length: OPEN_EXECUTIONS }, (_, index) => first.startExecution(request(index))));
  await quiet(first);
  await first.close();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const second = open(directory, runTask, () => undefined);
  second.resume();
  await quiet(second);
  const seconds = (performance.now() - started) / 1000;
  globalThis.gc?.();
  const mebibytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  await second.close();
  rmSync(directory, { recursive: true, force: true });
  return { seconds, mebibytes };
}

/** 61 events: the start, eleven tasks of five, two choices of two, the end. With `open` a callback ends it instead. */
function workflow(openEnd = false): string {
  const states: Record<string, unknown> = {};
  for (let index = 0; index < STEPS; index += 1) {
    const next = index === 3 ? 'First' : index === 7 ? 'Second' : `Step${index + 1}`;
    const last = index === STEPS - 1;
    states[`Step${index}`] = {
      Type: 'Task',
      Resource: `arn:aws:states:::lambda:invoke${last && openEnd ? '.waitForTaskToken' : ''}`,
      Arguments: { FunctionName: 'step', Payload: { caseId: '{% $states.input.caseId %}', attempt: index } },
      Output: { caseId: '{% $states.input.caseId %}', ok: '{% $states.result.Payload.ok %}' },
      Assign: { [`step${index}`]: '{% $states.result.Payload.ok %}' },
      ...(last ? { End: true } : { Next: next }),
    };
  }
  states['First'] = {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input.ok %}', Next: 'Step4' }],
    Default: 'Step4',
  };
  states['Second'] = {
    Type: 'Choice',
    Choices: [{ Condition: '{% $step3 = false %}', Next: 'Step0' }],
    Default: 'Step8',
  };
  return JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Step0', States: states });
}

function open(directory: string, runTask: TaskRunner, ended: (status: string) => void): Engine {
  return createEngine({ directory, clock: systemClock, runTask, onStatusChange: ({ status }) => ended(status) });
}

function request(index: number): { readonly stateMachineArn: string; readonly name: string; readonly input: string } {
  return { stateMachineArn: ARN, name: `case-${index}`, input: `{"caseId":"case-${index}"}` };
}

/** Waits until nothing was written for a moment. */
async function quiet(engine: Engine): Promise<void> {
  for (let calm = 0; calm < 20; calm += 1) {
    await engine.durable();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const systemClock: LocalClock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimer: (dueAt, callback) => {
    const timer = setTimeout(callback, Math.max(0, dueAt - systemClock.now()));
    return () => clearTimeout(timer);
  },
};

function entry(name: string, value: number, unit: string, peer: string, peerValue: number): BenchEntry {
  const rounded = Math.round(value * 1000) / 1000;
  return { name, value: rounded, unit, peer, peerValue, ratio: Math.round((value / peerValue) * 1000) / 1000 };
}

if (import.meta.main) console.log(await benchEngine());
