import { afterEach, describe, expect, it } from 'vitest';
import type { TaskRunner } from '#local/states/services';
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
  types,
} from './support/harness.ts';

let bench: Bench;
afterEach(() => bench.dispose());

async function run(states: Record<string, unknown>, input: unknown = {}, runTask?: TaskRunner) {
  bench = new Bench(runTask);
  return bench.run(machine(states), input);
}

describe('Pass', () => {
  it.each([
    ['its input', {}, { a: 1 }],
    ['a literal Output', { Output: [1, 'x', null] }, [1, 'x', null]],
    [
      'an expression in a nested field',
      { Output: { deep: [{ v: '{% $states.input.a + 1 %}' }] } },
      { deep: [{ v: 2 }] },
    ],
    ['text around delimiters unchanged', { Output: 'x {% 1 %}' }, 'x {% 1 %}'],
    ['the context object', { Output: '{% $states.context.State.Name %}' }, 'Only'],
    ['the time of entering', { Output: '{% $states.context.State.EnteredTime %}' }, '2026-10-24T22:00:00.000Z'],
  ])('passes on %s', async (_, extra, output) => {
    const execution = await run({ Only: { Type: 'Pass', End: true, ...extra } }, { a: 1 });
    expect(execution.output?.value).toEqual(output);
  });

  it('shows assigned variables to the states that follow and not to its own Output', async () => {
    const execution = await run({
      One: { Type: 'Pass', Assign: { n: 1 }, Next: 'Two' },
      Two: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Output: '{% $n %}', Next: 'Three' },
      Three: { Type: 'Pass', Output: ['{% $states.input %}', '{% $n %}'], End: true },
    });
    expect(execution.output?.value).toEqual([1, 2]);
  });

  it('fails terminally when its output is over 256 KiB', async () => {
    const execution = await run({ Big: { Type: 'Pass', Output: '{% $pad("", 262145, "x") %}', End: true } });
    expect([execution.status, execution.error]).toEqual(['FAILED', 'States.DataLimitExceeded']);
  });
});

describe('Choice', () => {
  const rules = {
    Pick: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n = 1 %}', Next: 'One', Assign: { via: 'rule' } },
        { Condition: '{% $states.input.n > 1 %}', Next: 'Many' },
      ],
    },
    One: { Type: 'Pass', Output: '{% $via %}', End: true },
    Many: { Type: 'Pass', Output: 'many', End: true },
  };

  it.each([
    [1, 'rule'],
    [7, 'many'],
  ])('follows the first true condition for %d', async (n, output) => {
    expect((await run(rules, { n })).output?.value).toBe(output);
  });

  it('ends with States.Runtime when nothing matches and there is no Default', async () => {
    const execution = await run(rules, { n: 0 });
    expect(execution.error).toBe('States.Runtime');
    expect(execution.cause).toContain('Failed to transition out of the state');
  });

  it('refuses a condition that is no boolean', async () => {
    const execution = await run({
      Pick: { Type: 'Choice', Choices: [{ Condition: '{% "yes" %}', Next: 'End' }] },
      End: { Type: 'Succeed' },
    });
    expect(execution.cause).toBe(
      "An error occurred while executing the state 'Pick' (entered at the event id #2). The JSONata expression '\"yes\"' " +
        "specified for the field 'Choices[0]/Condition' returned an unexpected result type. " +
        "Expected 'boolean', but was 'string' for value: \"yes\"",
    );
  });
});

describe('Wait', () => {
  it.each([
    ['Seconds', { Seconds: '{% $states.input.s %}' }, { s: 90 }, 90],
    ['a Timestamp with an offset', { Timestamp: '2026-10-25T01:00:00+02:00' }, {}, 3600],
    ['a Timestamp in the past', { Timestamp: '2020-01-01T00:00:00Z' }, {}, 0],
  ])('waits for %s by the clock of the runtime', async (_, extra, input, seconds) => {
    const execution = await run({ Pause: { Type: 'Wait', End: true, ...extra } }, input);
    expect(execution.status).toBe('SUCCEEDED');
    expect((execution.stoppedAt! - execution.start.startedAt) / 1000).toBe(seconds);
  });

  it.each([
    ['a negative number', { Seconds: '{% -1 %}' }],
    ['a text for Seconds', { Seconds: '{% "5" %}' }],
    ['a timestamp without offset', { Timestamp: '2026-10-25T01:00:00' }],
  ])('refuses %s', async (_, extra) => {
    const execution = await run({ Pause: { Type: 'Wait', End: true, ...extra } });
    expect(execution.error).toBe('States.QueryEvaluationError');
  });
});

describe('Succeed and Fail', () => {
  it('ends with the Output of Succeed', async () => {
    expect((await run({ Done: { Type: 'Succeed', Output: { ok: '{% true %}' } } })).output?.value).toEqual({
      ok: true,
    });
  });

  it.each([
    [{ Error: 'A', Cause: 'b' }, 'A', 'b'],
    [{ Error: '{% $states.input.e %}', Cause: '{% $states.input.c %}' }, 'E', 'C'],
    [{}, undefined, undefined],
  ])('fails with %j', async (extra, error, cause) => {
    const execution = await run({ Bad: { Type: 'Fail', ...extra } }, { e: 'E', c: 'C' });
    expect([execution.status, execution.error, execution.cause]).toEqual(['FAILED', error, cause]);
  });
});

describe('Task', () => {
  it('writes the events of a service task in AWS order', async () => {
    const execution = await run({ Do: lambdaState() }, {}, answers(succeeded({ Payload: 1 })));
    expect(shape(execution)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 TaskStateEntered',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSucceeded',
      '6<5 TaskStateExited',
      '7<6 ExecutionSucceeded',
    ]);
  });

  it('runs a function by its own ARN, with the state input where there are no Arguments', async () => {
    const seen: unknown[] = [];
    const resource = 'arn:aws:lambda:eu-central-1:111111111111:function:f';
    const execution = await run({ Do: { Type: 'Task', Resource: resource, End: true } }, { x: 1 }, async (request) => {
      seen.push(request.resource, request.parameters);
      return succeeded({ y: 2 });
    });
    expect(seen).toEqual([resource, { x: 1 }]);
    expect(types(execution)).toContain('LambdaFunctionSucceeded');
    expect(execution.output?.value).toEqual({ y: 2 });
  });

  it('times out after TimeoutSeconds, and Catch sees States.Timeout', async () => {
    const states = {
      Do: lambdaState({ TimeoutSeconds: '{% 30 %}', Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }] }),
      Late: { Type: 'Pass', End: true },
    };
    const execution = await run(states, {}, () => new Promise(() => undefined));
    expect(types(execution)).toContain('TaskTimedOut');
    expect(execution.output?.value).toEqual({ Error: 'States.Timeout' });
    expect(execution.stoppedAt! - execution.start.startedAt).toBe(30_000);
  });

  it('keeps a callback open through heartbeats and ends it by its token', async () => {
    let token = '';
    bench = new Bench(async (request) => {
      token = request.taskToken!;
      return succeeded({ sent: true });
    });
    const resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
    const Arguments = { FunctionName: 'f', Payload: { token: '{% $states.context.Task.Token %}' } };
    const execution = await bench.start(
      machine({ Ask: lambdaState({ Resource: resource, Arguments, HeartbeatSeconds: 60 }) }),
    );
    await settle(bench.engine);
    expect(types(execution).at(-1)).toBe('TaskSubmitted');
    bench.engine.tokens.find(token)!.heartbeat();
    bench.engine.tokens.find(token)!.complete(succeeded({ decided: 'yes' }));
    await settle(bench.engine);
    expect(execution.output?.value).toEqual({ decided: 'yes' });
    expect(bench.engine.tokens.find(token)).toBeUndefined();
  });

  it('fails a callback without heartbeat as both States.Timeout and States.HeartbeatTimeout', async () => {
    const states = {
      Ask: lambdaState({
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        HeartbeatSeconds: 5,
        Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Late' }],
      }),
      Late: { Type: 'Pass', Output: 'late', End: true },
    };
    expect((await run(states)).output?.value).toBe('late');
  });
});

describe('Parallel', () => {
  const two = {
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'A',
          States: { A: { Type: 'Pass', Output: '{% $outer & "a" %}', Assign: { inner: 1 }, End: true } },
        },
        { StartAt: 'B', States: { B: { Type: 'Wait', Seconds: 5, End: true } } },
      ],
      Next: 'After',
    },
    After: { Type: 'Pass', Output: ['{% $states.input %}', '{% $exists($inner) %}'], End: true },
  };

  it('gives the outputs in the order of the branches, and keeps their variables to themselves', async () => {
    const execution = await run({ Set: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'Both' }, ...two }, { i: 1 });
    expect(execution.output?.value).toEqual([['oa', { i: 1 }], false]);
  });

  it('chains each branch to the start and goes on where the last one ended', async () => {
    const execution = await run({ Set: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'Both' }, ...two });
    expect(shape(execution).slice(3)).toEqual([
      '4<3 ParallelStateEntered',
      '5<4 ParallelStateStarted',
      '6<5 PassStateEntered',
      '7<5 WaitStateEntered',
      '8<6 PassStateExited',
      '9<7 WaitStateExited',
      '10<9 ParallelStateSucceeded',
      '11<9 ParallelStateExited',
      '12<11 PassStateEntered',
      '13<12 PassStateExited',
      '14<13 ExecutionSucceeded',
    ]);
  });

  it('stops the other branches when one fails uncaught, and catches its error', async () => {
    const execution = await run({
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Bad', States: { Bad: { Type: 'Fail', Error: 'Broken', Cause: 'why' } } },
          { StartAt: 'Slow', States: { Slow: { Type: 'Wait', Seconds: 3600, End: true } } },
        ],
        Catch: [{ ErrorEquals: ['Broken'], Output: '{% $states.errorOutput.Cause %}', Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Pass', End: true },
    });
    expect(execution.output?.value).toBe('why');
    expect(execution.stoppedAt).toBe(execution.start.startedAt);
    expect(types(execution)).toEqual(
      expect.arrayContaining(['WaitStateAborted', 'ParallelStateFailed', 'ParallelStateExited']),
    );
  });
});

describe('Map', () => {
  const each = (processor: Record<string, unknown>, extra: Record<string, unknown> = {}) => ({
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'One', States: { One: processor } }, End: true, ...extra },
  });

  it('selects the input of each iteration by index and value', async () => {
    const ItemSelector = { i: '{% $states.context.Map.Item.Index %}', v: '{% $states.context.Map.Item.Value * 10 %}' };
    const states = each({ Type: 'Pass', End: true }, { Items: '{% $states.input.list %}', ItemSelector });
    expect((await run(states, { list: [1, 2] })).output?.value).toEqual([
      { i: 0, v: 10 },
      { i: 1, v: 20 },
    ]);
  });

  it.each([
    [0, 40],
    [3, 3],
  ])('runs MaxConcurrency %d as at most %d iterations at once', async (MaxConcurrency, most) => {
    let running = 0;
    let peak = 0;
    const runTask: TaskRunner = async () => {
      peak = Math.max(peak, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return succeeded(1);
    };
    const items = Array.from({ length: 60 }, (_, index) => index);
    const execution = await run(each(lambdaState(), { MaxConcurrency }), items, runTask).then(async (started) => {
      while (started.status === 'RUNNING') await new Promise((resolve) => setTimeout(resolve, 10));
      return started;
    });
    expect(peak).toBe(most);
    expect(execution.output?.value).toEqual(items.map(() => 1));
  });

  it('fails with the error of the iteration that failed', async () => {
    const execution = await run(each({ Type: 'Fail', Error: 'Odd' }, { MaxConcurrency: 1 }), [1, 2]);
    expect(execution.error).toBe('Odd');
    expect(shape(execution).slice(3)).toEqual([
      '4<3 MapIterationStarted',
      '5<4 FailStateEntered',
      '6<5 MapIterationFailed',
      '7<5 MapStateFailed',
      '8<7 ExecutionFailed',
    ]);
  });

  it('leaves tolerated failures out and fails beyond the threshold', async () => {
    const processor = lambdaState({ Arguments: '{% $states.input %}' });
    const runTask: TaskRunner = async ({ parameters }) =>
      Number(parameters) % 2 === 0 ? succeeded(parameters) : failed('Odd');
    const tolerant = await run(each(processor, { ToleratedFailureCount: 2 }), [1, 2, 3, 4], runTask);
    expect(tolerant.output?.value).toEqual([2, 4]);
    await bench.dispose();
    const strict = await run(each(processor, { ToleratedFailurePercentage: 25 }), [1, 2, 3, 4], runTask);
    expect(strict.error).toBe('States.ExceedToleratedFailureThreshold');
  });
});

describe('the machine', () => {
  it('times out after its TimeoutSeconds with no error of its own', async () => {
    bench = new Bench();
    const execution = await bench.run(machine({ W: { Type: 'Wait', Seconds: 25, End: true } }, { TimeoutSeconds: 3 }));
    expect([execution.status, execution.error]).toEqual(['TIMED_OUT', undefined]);
    expect(events(execution).at(-1)).toMatchObject({
      type: 'ExecutionTimedOut',
      previousEventId: 0,
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  it('ends with event 25,000 when a loop reaches the history limit', async () => {
    const execution = await run({
      Loop: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Loop' }] },
    });
    while (execution.status === 'RUNNING') await settle(bench.engine);
    expect(events(execution).at(-1)).toMatchObject({ id: 25_000, previousEventId: 24_999, type: 'ExecutionFailed' });
    expect(execution.cause).toBe('The execution reached the maximum number of history events (25000).');
  });

  it.each([
    [
      'no query language',
      { StartAt: 'Old', States: { Old: { Type: 'Pass', End: true } } },
      "'Old' resolves to the query language JSONPath",
    ],
    [
      'a state that goes back to JSONPath',
      {
        QueryLanguage: 'JSONata',
        StartAt: 'Old',
        States: { Old: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } },
      },
      "'Old' resolves to the query language JSONPath",
    ],
    [
      'a JSONPath state inside a Map',
      {
        StartAt: 'M',
        States: {
          M: {
            Type: 'Map',
            QueryLanguage: 'JSONata',
            End: true,
            ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } },
          },
        },
      },
      "'In' resolves to the query language JSONPath",
    ],
    [
      'a JSONPath field',
      { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', ResultPath: '$', End: true } } },
      "'ResultPath'",
    ],
    [
      'an unknown target',
      { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } },
      "'B'",
    ],
    [
      'no JSONata',
      { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', Output: '{% 1 + %}', End: true } } },
      'INVALID_EXPRESSION',
    ],
  ])('refuses a definition with %s', (_, definition, message) => {
    bench = new Bench();
    const definitionText = JSON.stringify(definition);
    expect(() => bench.engine.createStateMachine({ arn: MACHINE, name: 'm', definition: definitionText })).toThrow(
      message,
    );
  });
});
