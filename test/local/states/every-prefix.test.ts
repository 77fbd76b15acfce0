import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statesHandler } from '#local/states/api/handler';
import { createEngine } from '#local/states/engine';
import { type JournalRecord, readLine } from '#local/states/record';
import type { TaskRequest } from '#local/states/services';
import { VirtualClock } from '../../../scripts/conformance/virtual-clock.ts';
import { Bench, failed, lambdaState, MACHINE, machine, START, succeeded } from './support/harness.ts';

const ARN = `${MACHINE.replace(':stateMachine:', ':execution:')}:execution`;
const inner = {
  StartAt: 'Inner',
  States: { Inner: lambdaState({ Arguments: { key: '{% "inner" & $states.input.i %}' } }) },
};
const flaky = {
  Arguments: { key: 'flaky', tries: '{% $states.context.State.RetryCount %}' },
  Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 5, MaxAttempts: 3 }],
};
const definition = machine({
  First: lambdaState({
    Arguments: { key: 'first' },
    Assign: { first: '{% $states.result.key %}' },
    End: undefined,
    Next: 'Flaky',
  }),
  Flaky: lambdaState({ ...flaky, End: undefined, Next: 'Caught' }),
  Caught: lambdaState({
    Arguments: { key: 'refused' },
    Catch: [{ ErrorEquals: ['No'], Assign: { why: '{% $states.errorOutput.Cause %}' }, Next: 'Pause' }],
    End: undefined,
    Next: 'Pause',
  }),
  Pause: { Type: 'Wait', Seconds: 30, Next: 'Fan' },
  Fan: {
    Type: 'Parallel',
    Branches: [
      {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            Items: [1, 2, 3],
            ItemSelector: { i: '{% $states.context.Map.Item.Value %}' },
            MaxConcurrency: 2,
            ItemProcessor: inner,
            End: true,
          },
        },
      },
      { StartAt: 'Side', States: { Side: lambdaState({ Arguments: { key: 'side' }, End: true }) } },
    ],
    Output: '{% $states.result %}',
    Next: 'Ask',
  },
  Ask: lambdaState({
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { key: 'ask', token: '{% $states.context.Task.Token %}' },
    TimeoutSeconds: 3600,
    Output: ['{% $first %}', '{% $why %}', '{% $states.input %}', '{% $states.result %}'],
    End: undefined,
    Next: 'Done',
  }),
  Done: { Type: 'Succeed' },
});
const OUTPUT = [
  'first',
  'not today',
  [[{ key: 'inner1' }, { key: 'inner2' }, { key: 'inner3' }], { key: 'side' }],
  { decided: 1 },
];

interface Parameters {
  key: string;
  tries?: number;
  token?: string;
}

async function answer(request: TaskRequest, asked: string[]) {
  const { key, tries } = request.parameters as Parameters;
  asked.push(tries === undefined ? key : `${key}${tries}`);
  if (key === 'flaky' && tries! < 2) return failed('Odd', 'try again');
  if (key === 'refused') return failed('No', 'not today');
  return succeeded({ key });
}

async function finish(
  engine: ReturnType<typeof createEngine>,
  clock: VirtualClock,
  tokens: Set<string>,
): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    await engine.durable();
    await new Promise((resolve) => setImmediate(resolve));
    const execution = engine.findExecution(ARN);
    if (execution === undefined || execution.status !== 'RUNNING') return;
    const open = [...tokens].map((token) => engine.tokens.find(token)).find((task) => task !== undefined);
    if (open !== undefined) open.complete(succeeded({ decided: 1 }));
    else if (turn % 8 === 7) clock.fireNext();
  }
}

/** The keys of the tasks whose outcome a journal holds. */
function answered(records: readonly JournalRecord[]): string[] {
  const byId = new Map(records.map((record) => [record.i, record]));
  return records
    .filter((record) => record.k === 'TaskSucceeded' || record.k === 'TaskFailed' || record.k === 'TaskSubmitted')
    .map((record) => {
      let at = record;
      while (at.k !== 'TaskScheduled') at = byId.get(at.p)!;
      const { key, tries } = at.o!['parameters'] as Parameters;
      return tries === undefined ? key : `${key}${tries}`;
    });
}

async function whole(): Promise<{ bench: Bench; lines: readonly string[] }> {
  const asked: string[] = [];
  const tokens = new Set<string>();
  const bench = new Bench((request) => {
    if (request.taskToken !== undefined) tokens.add(request.taskToken);
    return answer(request, asked);
  });
  const execution = await bench.start(definition, {});
  await finish(bench.engine, bench.clock, tokens);
  expect(execution.output?.value).toEqual(OUTPUT);
  await bench.engine.close();
  return { bench, lines: execution.lines };
}

describe('a journal that ends after any of its events', () => {
  it('is taken up to the same end, without asking again for an outcome that it holds', async () => {
    const { bench, lines } = await whole();
    for (let length = 1; length < lines.length; length += 1) {
      const directory = mkdtempSync(join(tmpdir(), 'writ-prefix-'));
      cpSync(join(bench.directory, 'definitions'), join(directory, 'definitions'), { recursive: true });
      const kept = lines.slice(0, length);
      writeFileSync(join(directory, 'journal-000001.jsonl'), `${kept.join('\n')}\n${lines[length]!.slice(0, 30)}`);
      const records = kept.map((line) => readLine(line)!);
      const tokens = new Set(records.flatMap(({ v }) => (v as { token?: string } | undefined)?.token ?? []));
      const asked: string[] = [];
      const clock = new VirtualClock(START + 1000);
      const runTask = (request: TaskRequest) => {
        if (request.taskToken !== undefined) tokens.add(request.taskToken);
        return answer(request, asked);
      };
      const engine = createEngine({ directory, clock, runTask });
      engine.resume();
      await finish(engine, clock, tokens);
      const at = `after ${length} events (${records.at(-1)!.k})`;
      const execution = engine.findExecution(ARN);
      expect(execution?.output?.value, at).toEqual(OUTPUT);
      expect(
        asked.filter((key) => answered(records).includes(key)),
        at,
      ).toEqual([]);
      const history = engine.historyLines(ARN)!.map((line) => readLine(line)!);
      expect(history.slice(0, length), at).toEqual(records);
      expect(
        history.map(({ i }) => i),
        at,
      ).toEqual(history.map((_, index) => index + 1));
      expect(history.filter(({ k }) => k === 'TaskScheduled').length, at).toBe(
        lines.filter((line) => line.includes('"TaskScheduled"')).length,
      );
      await engine.close();
      rmSync(directory, { recursive: true, force: true });
    }
    rmSync(bench.directory, { recursive: true, force: true });
  }, 60_000);
});

describe('a token that is answered', () => {
  it('is acknowledged only when its outcome is on disk', async () => {
    let gate = Promise.resolve();
    const tokens: string[] = [];
    const disk = { write: async (_: number, bytes: Buffer) => bytes.length, sync: () => gate };
    const bench = new Bench(
      async ({ taskToken }) => {
        tokens.push(taskToken!);
        return succeeded({});
      },
      { disk },
    );
    const Resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
    const execution = await bench.start(machine({ Ask: lambdaState({ Resource, Arguments: {} }) }));
    await bench.finish(execution);
    const { promise, resolve: open } = Promise.withResolvers<void>();
    gate = promise;
    let acknowledged = false;
    const body = Buffer.from(JSON.stringify({ taskToken: tokens[0], output: '{}' }));
    const headers = { 'x-amz-target': 'AWSStepFunctions.SendTaskSuccess' };
    const request = { method: 'POST', path: '/', query: new URLSearchParams(), headers, body };
    const answering = statesHandler(bench.engine)(request).then(({ status }) => {
      acknowledged = status === 200;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(acknowledged).toBe(false);
    open();
    await answering;
    expect(acknowledged).toBe(true);
    await bench.dispose();
  });
});
