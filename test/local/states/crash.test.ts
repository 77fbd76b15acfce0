import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JournalRecord, readLine } from '#local/states/record';
import { lambdaState, MACHINE, machine } from './support/harness.ts';

const CHILD = fileURLToPath(new URL('./support/crash-child.ts', import.meta.url));
const step = (next: string | undefined, extra: Record<string, unknown> = {}) =>
  lambdaState({
    Arguments: { FunctionName: 'f', Payload: { step: '{% $states.input.step %}' } },
    Output: '{% $states.result.Payload %}',
    ...(next === undefined ? {} : { End: undefined, Next: next }),
    ...extra,
  });
const callback = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
const definition = machine({
  One: step('Two'),
  Two: step('Pause'),
  Pause: { Type: 'Wait', Seconds: 1, Next: 'Fan' },
  Fan: {
    Type: 'Map',
    Items: '{% [1..3] %}',
    ItemSelector: { step: '{% 100 * $states.context.Map.Item.Value %}' },
    ItemProcessor: { StartAt: 'Inner', States: { Inner: step('InnerTwo'), InnerTwo: step(undefined) } },
    Next: 'Ask',
  },
  Ask: step(undefined, {
    Resource: callback,
    Arguments: {
      FunctionName: 'f',
      Payload: { step: '{% $states.input[2].step %}', token: '{% $states.context.Task.Token %}' },
    },
    Output: '{% $states.result %}',
  }),
});

interface Asked {
  executionArn: string;
  state: string;
  step: number;
  taskToken?: string;
}

let root: string;
let child: ChildProcess;
let url: string;

async function boot(): Promise<void> {
  child = spawn(process.execPath, [CHILD, join(root, 'data'), join(root, 'asked.jsonl'), definition]);
  let errors = '';
  child.stderr?.on('data', (chunk) => (errors += chunk));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', () => reject(new Error(errors)));
  });
  url = `http://127.0.0.1:${port}/`;
}

async function call(action: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'x-amz-target': `AWSStepFunctions.${action}` };
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5000),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const kill = () =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

function asked(): Asked[] {
  if (!existsSync(join(root, 'asked.jsonl'))) return [];
  return readFileSync(join(root, 'asked.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Asked);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'writ-crash-'));
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) await kill();
  rmSync(root, { recursive: true, force: true });
});

async function answerTokens(done: Set<string>): Promise<void> {
  for (const { taskToken } of asked()) {
    if (taskToken === undefined || done.has(taskToken)) continue;
    const answer = await call('SendTaskSuccess', { taskToken, output: '{"decided":true}' });
    if (answer.status === 200 || answer.body['__type'] === 'TaskTimedOut') done.add(taskToken);
    else throw new Error(JSON.stringify(answer.body));
  }
}

describe('an engine killed with SIGKILL', () => {
  it('keeps every acknowledged start and every acknowledged decision, and asks for no recorded result twice', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    process.stdout.write(`crash seed ${seed}\n`);
    const random = mulberry(seed);
    const acknowledged: string[] = [];
    const decided = new Set<string>();
    const repeated: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const recorded = recordedResults();
      const before = asked().length;
      await boot();
      const until = Date.now() + 200 + random() * 500;
      const kills = setTimeout(() => child.kill('SIGKILL'), until - Date.now());
      try {
        for (let count = 0; Date.now() < until && count < 40; count += 1) {
          const name = `r${round}-${count}`;
          const answer = await call('StartExecution', { stateMachineArn: MACHINE, name, input: '{"step":0}' });
          if (answer.status === 200) acknowledged.push(String(answer.body['executionArn']));
          if (count % 10 === 9) await answerTokens(decided);
        }
        while (Date.now() < until) await answerTokens(decided);
      } catch {
        // the process died in the middle of a request: that request was not acknowledged
      }
      clearTimeout(kills);
      if (child.signalCode === null) await kill();
      repeated.push(
        ...asked()
          .slice(before)
          .map(keyOf)
          .filter((key) => recorded.has(key)),
      );
    }
    expect(repeated).toEqual([]);
    appendFileSync(join(root, 'data', newestSegment()), '{"x":1,"i":99,"torn');
    await boot();
    const open = new Set(acknowledged);
    const end = Date.now() + 20_000;
    const histories = new Map<string, Record<string, unknown>[]>();
    while (open.size > 0 && Date.now() < end) {
      await answerTokens(decided);
      for (const executionArn of open) {
        const { body } = await call('DescribeExecution', { executionArn });
        if (body['status'] !== 'SUCCEEDED') continue;
        expect(body['output']).toBe('{"decided":true}');
        open.delete(executionArn);
      }
    }
    expect([...open]).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(20);
    for (const executionArn of acknowledged) {
      const { body } = await call('GetExecutionHistory', { executionArn, maxResults: 1000 });
      histories.set(executionArn, body['events'] as Record<string, unknown>[]);
    }
    for (const history of histories.values()) checkHistory(history);
  }, 60_000);
});

/** Ids without a gap, and one result a task. */
function checkHistory(history: readonly Record<string, unknown>[]): void {
  expect(history.map((event) => event['id'])).toEqual(history.map((_, index) => index + 1));
  const count = (type: string) => history.filter((event) => event['type'] === type).length;
  expect(count('TaskScheduled')).toBe(9);
  expect(count('TaskSucceeded')).toBe(9);
  expect(count('ExecutionSucceeded')).toBe(1);
}

/** A task of the workflow above is known by its execution, its state and its step. */
function keyOf({ executionArn, state, step: number }: Asked): string {
  return `${executionArn} ${state} ${number}`;
}

/** The tasks whose results are in the journal or the archive, read as a crash left them. */
function recordedResults(): Set<string> {
  const directory = join(root, 'data');
  const keys = new Set<string>();
  if (!existsSync(directory)) return keys;
  const records = new Map<string, JournalRecord>();
  const arns = new Map<number, string>();
  for (const file of readdirSync(directory).filter((name) => /^(journal|closed)-/.test(name))) {
    for (const line of readFileSync(join(directory, file), 'utf8').split('\n')) {
      const record = readLine(line);
      if (record === undefined) continue;
      records.set(`${record.x}:${record.i}`, record);
      if (record.k === 'ExecutionStarted') arns.set(record.x, (record.v as { arn: string }).arn);
    }
  }
  for (const result of records.values()) {
    if (result.k !== 'TaskSucceeded') continue;
    const chain: JournalRecord[] = [];
    for (let at: JournalRecord | undefined = result; at !== undefined && !at.k.endsWith('StateEntered'); ) {
      chain.push(at);
      at = records.get(`${at.x}:${at.p}`);
    }
    const scheduled = chain.find((record) => record.k === 'TaskScheduled')!;
    const entered = records.get(`${scheduled.x}:${scheduled.p}`)!;
    const { step: number } = (scheduled.o as { parameters: { Payload: { step: number } } }).parameters.Payload;
    keys.add(`${arns.get(result.x)} ${String(entered.d!['name'])} ${number}`);
  }
  return keys;
}

function newestSegment(): string {
  return readdirSync(join(root, 'data'))
    .filter((name) => name.startsWith('journal-'))
    .sort()
    .at(-1)!;
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
