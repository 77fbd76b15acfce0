import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { diskCalls, GroupCommit } from '#local/states/journal/group-commit';
import { readWholeLines } from '#local/states/journal/segments';
import {
  answers,
  Bench,
  events,
  failed,
  lambdaState,
  MACHINE,
  machine,
  settle,
  shape,
  succeeded,
} from './support/harness.ts';

let bench: Bench;
afterEach(() => bench.dispose());
const never = () => new Promise<never>(() => undefined);

describe('group commit', () => {
  it('acknowledges nothing before the sync is through, and syncs many lines at once', async () => {
    const order: string[] = [];
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    let syncs = 0;
    const disk = {
      write: async (_: number, bytes: Buffer) => {
        order.push('write');
        return bytes.length;
      },
      sync: async () => {
        syncs += 1;
        await gate;
        order.push('sync');
      },
    };
    bench = new Bench(answers(succeeded({})), { disk });
    bench.engine.createStateMachine({ arn: MACHINE, name: 'm', definition: machine({ A: lambdaState() }) });
    const starts = Array.from({ length: 50 }, (_, index) =>
      bench.engine
        .startExecution({ stateMachineArn: MACHINE, name: `n${index}` })
        .then(() => order.push('acknowledged')),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(order).not.toContain('acknowledged');
    open();
    await Promise.all(starts);
    expect(order.indexOf('sync')).toBeLessThan(order.indexOf('acknowledged'));
    expect(syncs).toBeLessThan(10);
  });

  it('calls the real fdatasync on the journal before a task is invoked and before a token is answered', async () => {
    const order: string[] = [];
    const disk = {
      ...diskCalls,
      sync: async (descriptor: number) => {
        await diskCalls.sync(descriptor);
        order.push('synced');
      },
    };
    bench = new Bench(
      async () => {
        order.push('invoked');
        return succeeded({});
      },
      { disk },
    );
    await bench.run(machine({ A: lambdaState() }));
    expect(order[0]).toBe('synced');
    expect(order).toContain('invoked');
  });

  it('acknowledges nothing more once a write has failed', async () => {
    bench = new Bench();
    const faults: unknown[] = [];
    const disk = { write: async () => Promise.reject(new Error('disk full')), sync: async () => undefined };
    const commit = new GroupCommit(
      disk,
      () => 0,
      (error) => faults.push(error),
    );
    commit.append(1, 'line');
    await expect(commit.durable()).rejects.toThrow('disk full');
    expect(faults).toHaveLength(1);
  });

  it('goes on where a short write ended', async () => {
    bench = new Bench();
    const written: Buffer[] = [];
    const disk = {
      write: async (_: number, bytes: Buffer) => {
        written.push(Buffer.from(bytes.subarray(0, 5)));
        return Math.min(5, bytes.length);
      },
      sync: async () => undefined,
    };
    const commit = new GroupCommit(
      disk,
      () => 0,
      () => undefined,
    );
    commit.append(1, 'twelve chars');
    await commit.durable();
    expect(Buffer.concat(written).toString()).toBe('twelve chars\n');
  });
});

describe('a journal opened again', () => {
  it('cuts a torn last line', () => {
    bench = new Bench();
    const directory = mkdtempSync(join(tmpdir(), 'writ-torn-'));
    const path = join(directory, 'file');
    writeFileSync(path, '{"a":1}\n{"b":2}\n{"c":');
    expect(readWholeLines(path)).toEqual(['{"a":1}', '{"b":2}']);
    expect(readWholeLines(path)).toHaveLength(2);
    rmSync(directory, { recursive: true });
  });

  const states = {
    First: lambdaState({ End: undefined, Next: 'Flaky', Assign: { first: '{% $states.result %}' }, Output: {} }),
    Flaky: lambdaState({
      End: undefined,
      Next: 'Pause',
      Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 60, MaxAttempts: 2 }],
    }),
    Pause: { Type: 'Wait', Seconds: 600, Next: 'Ask' },
    Ask: lambdaState({
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      TimeoutSeconds: 900,
      End: undefined,
      Next: 'Last',
    }),
    Last: { Type: 'Pass', Output: ['{% $first %}', '{% $states.input %}'], End: true },
  };

  it('goes on at every stage with its variables, tries, deadlines and token, and never asks twice for a result', async () => {
    const asked: string[] = [];
    let token = '';
    let outcome = succeeded('one');
    const runTask = async ({ state, taskToken }: { state: string; taskToken: string | undefined }) => {
      asked.push(state);
      token = taskToken ?? token;
      return outcome;
    };
    bench = new Bench(runTask);
    const restart = async () => {
      await bench.engine.close();
      bench.reopen(runTask).resume();
      await settle(bench.engine);
      return bench.engine.findExecution(MACHINE.replace(':stateMachine:', ':execution:').concat(':execution'))!;
    };
    await bench.start(machine(states));
    await settle(bench.engine);
    outcome = failed('E');
    let execution = await restart();
    await bench.engine.close();
    const retried = asked.filter((state) => state === 'Flaky').length;
    expect(asked.filter((state) => state === 'First')).toHaveLength(1);
    expect(retried).toBeGreaterThan(0);
    bench.reopen(runTask).resume();
    outcome = succeeded('two');
    bench.clock.fireNext();
    await settle(bench.engine);
    execution = await restart();
    expect(events(execution).at(-1)).toMatchObject({ type: 'WaitStateEntered' });
    bench.clock.fireNext();
    await settle(bench.engine);
    const before = token;
    execution = await restart();
    expect(asked.filter((state) => state === 'Ask')).toHaveLength(1);
    expect(bench.engine.tokens.find(before)).toBeDefined();
    bench.engine.tokens.find(before)!.complete(succeeded('decided'));
    await settle(bench.engine);
    expect(execution.output?.value).toEqual(['one', 'decided']);
    const ids = shape(execution).map((text) => Number.parseInt(text, 10));
    expect(ids).toEqual(ids.map((_, index) => index + 1));
  });

  it('times a callback out at the deadline it had before the restart', async () => {
    bench = new Bench(answers(succeeded({})));
    await bench.start(
      machine({
        Ask: lambdaState({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', TimeoutSeconds: 900 }),
      }),
    );
    await settle(bench.engine);
    await bench.engine.close();
    bench.reopen(never).resume();
    await settle(bench.engine);
    const [execution] = [bench.engine.findExecution(`${MACHINE.replace(':stateMachine:', ':execution:')}:execution`)!];
    await bench.finish(execution);
    expect([execution.status, execution.error]).toEqual(['FAILED', 'States.Timeout']);
    expect(execution.stoppedAt! - execution.start.startedAt).toBe(900_000);
  });

  it('keeps branches that are through, and goes on with those that are not', async () => {
    const asked: unknown[] = [];
    let slow = true;
    const runTask = async ({ parameters }: { parameters: unknown }) => {
      asked.push(parameters);
      return slow && Number(parameters) > 1 ? never() : succeeded(Number(parameters) * 10);
    };
    const each = { StartAt: 'One', States: { One: lambdaState({ Arguments: '{% $states.input %}' }) } };
    const definition = machine({
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor: each, End: true } } },
          { StartAt: 'Quick', States: { Quick: { Type: 'Pass', Output: 'quick', End: true } } },
        ],
        End: true,
      },
    });
    bench = new Bench(runTask);
    await bench.start(definition, [1, 2, 3]);
    await settle(bench.engine);
    await bench.engine.close();
    slow = false;
    bench.reopen(runTask).resume();
    await settle(bench.engine);
    await settle(bench.engine);
    const execution = bench.engine.findExecution(`${MACHINE.replace(':stateMachine:', ':execution:')}:execution`)!;
    expect(execution.output?.value).toEqual([[10, 20, 30], 'quick']);
    expect(asked).toEqual([1, 2, 3, 2, 3]);
  });

  it('reads closed executions from the archive and lets full journal files go', async () => {
    bench = new Bench(answers(succeeded('x'.repeat(2000))), { segmentBytes: 20_000 });
    const waiting = machine({ W: { Type: 'Wait', Seconds: 60, End: true } });
    await bench.start(waiting, {}, 'waiting');
    for (let index = 0; index < 40; index += 1) {
      await bench.start(machine({ A: lambdaState() }), { index }, `n${index}`);
      await settle(bench.engine);
    }
    const journals = () => readdirSync(bench.directory).filter((name) => name.startsWith('journal-'));
    expect(journals().length).toBeLessThan(7);
    await bench.engine.close();
    bench.reopen(answers(succeeded(1))).resume();
    const arn = MACHINE.replace(':stateMachine:', ':execution:');
    expect(bench.engine.findExecution(`${arn}:n7`)).toMatchObject({ status: 'SUCCEEDED' });
    expect(bench.engine.historyLines(`${arn}:n7`)).toHaveLength(7);
    expect(bench.engine.findExecution(`${arn}:waiting`)?.status).toBe('RUNNING');
    await bench.finish(bench.engine.findExecution(`${arn}:waiting`)!);
    expect(bench.engine.listExecutions(MACHINE)).toHaveLength(41);
  });
});
