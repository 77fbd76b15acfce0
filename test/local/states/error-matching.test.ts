import { describe, expect, it } from 'vitest';
import { decideRetry, matchesError } from '#local/states/error-matching';
import { StateFailure } from '#local/states/errors';
import { NO_RETRIES, type RetryMemory } from '#local/states/snapshot';
import { answers, Bench, events, failed, lambdaState, machine, succeeded, types } from './support/harness.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html, "Error names". */
describe('matchesError', () => {
  it.each([
    // "States.ALL: a wildcard that matches any known error name", without the terminal ones.
    ['States.ALL', 'Custom', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.TaskFailed', true],
    ['States.ALL', 'States.QueryEvaluationError', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.ALL', 'States.Runtime', false],
    // "States.TaskFailed: matches any known error name except for States.Timeout".
    ['States.TaskFailed', 'Custom', true],
    ['States.TaskFailed', 'Lambda.Unknown', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.TaskFailed', 'States.DataLimitExceeded', false],
    // "States.DataLimitExceeded: a terminal error that can't be caught by States.ALL".
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    // "States.Runtime: isn't retriable, and will always cause the execution to fail".
    ['States.Runtime', 'States.Runtime', false],
    ['States.Timeout', 'States.Timeout', true],
    ['States.QueryEvaluationError', 'States.QueryEvaluationError', true],
    ['Custom', 'custom', false],
    ['Other', 'Custom', false],
  ])('%s against %s is %s', (pattern, error, matched) => {
    expect(matchesError([pattern], new StateFailure(error, ''))).toBe(matched);
  });

  it('matches a missed heartbeat under both of its names', () => {
    const failure = new StateFailure('States.Timeout', undefined);
    failure.aliases = ['States.HeartbeatTimeout'];
    expect(matchesError(['States.HeartbeatTimeout'], failure)).toBe(true);
    expect(matchesError(['States.Timeout'], failure)).toBe(true);
    expect(matchesError(['States.TaskFailed'], failure)).toBe(false);
  });
});

describe('decideRetry', () => {
  const failure = new StateFailure('E', '');
  const at = { now: 0, random: () => 0.5 };
  const delays = (retrier: Record<string, unknown>, tries: number) => {
    const found: (number | undefined)[] = [];
    let memory: RetryMemory = NO_RETRIES;
    for (let count = 0; count < tries; count += 1) {
      const next = decideRetry([{ ErrorEquals: ['E'], ...retrier }], failure, memory, at);
      found.push(next?.dueAt === undefined ? undefined : next.dueAt / 1000);
      if (next !== undefined) memory = next;
    }
    return found;
  };

  it.each([
    ['the defaults: 1 s, 3 tries, rate 2', {}, [1, 2, 4, undefined]],
    ['MaxAttempts 0: never', { MaxAttempts: 0 }, [undefined]],
    ['its own interval and rate', { IntervalSeconds: 3, BackoffRate: 1.5, MaxAttempts: 2 }, [3, 4.5, undefined]],
    ['MaxDelaySeconds as a ceiling', { IntervalSeconds: 5, MaxDelaySeconds: 8, MaxAttempts: 3 }, [5, 8, 8, undefined]],
    ['full jitter between 0 and the delay', { JitterStrategy: 'FULL', MaxAttempts: 2 }, [0.5, 1, undefined]],
  ])('waits by %s', (_, retrier, expected) => {
    expect(delays(retrier, expected.length)).toEqual(expected);
  });

  it('counts each retrier on its own', () => {
    const list = [
      { ErrorEquals: ['A'], MaxAttempts: 1 },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 1 },
    ];
    const first = decideRetry(list, new StateFailure('A', ''), NO_RETRIES, at)!;
    const second = decideRetry(list, new StateFailure('B', ''), first, at)!;
    expect(second.counts).toEqual([1, 1]);
    expect(second.total).toBe(2);
    // The first matching retrier is used up; AWS does not go on to the next one.
    expect(decideRetry(list, new StateFailure('A', ''), second, at)).toBeUndefined();
  });
});

describe('Retry and Catch in a running machine', () => {
  it('retries by the clock, counts tries in the context, then catches with the error output', async () => {
    const bench = new Bench(answers(failed('E', 'one'), failed('E', 'two'), failed('E', 'three')));
    const execution = await bench.run(
      machine({
        Do: lambdaState({
          Arguments: { FunctionName: 'f', Payload: { tries: '{% $states.context.State.RetryCount %}' } },
          Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 10, MaxAttempts: 2 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Assign: { why: '{% $states.errorOutput.Cause %}' }, Next: 'After' }],
        }),
        After: { Type: 'Pass', Output: ['{% $why %}', '{% $states.input %}'], End: true },
      }),
    );
    expect(execution.output?.value).toEqual(['three', { Error: 'E', Cause: 'three' }]);
    expect(execution.stoppedAt! - execution.start.startedAt).toBe(30_000);
    const scheduled = events(execution).filter((event) => event['type'] === 'TaskScheduled');
    expect(
      scheduled.map((event) => JSON.parse((event['taskScheduledEventDetails'] as { parameters: string }).parameters)),
    ).toEqual([0, 1, 2].map((tries) => ({ FunctionName: 'f', Payload: { tries } })));
    await bench.dispose();
  });

  it('catches an evaluation error of a task after its event', async () => {
    const bench = new Bench(answers(succeeded({})));
    const execution = await bench.run(
      machine({
        Do: lambdaState({
          Output: '{% $states.result.none %}',
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'After' }],
        }),
        After: { Type: 'Pass', End: true },
      }),
    );
    expect(execution.output?.value).toBe('caught');
    expect(types(execution)).toContain('EvaluationFailed');
    await bench.dispose();
  });

  it('does not catch a result over 256 KiB by States.ALL', async () => {
    const bench = new Bench(answers(succeeded('x'.repeat(262_145))));
    const states = {
      Do: lambdaState({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'After' }] }),
      After: { Type: 'Succeed' },
    };
    const execution = await bench.run(machine(states));
    expect([execution.status, execution.error]).toEqual(['FAILED', 'States.DataLimitExceeded']);
    expect(execution.cause).toBe(
      "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.",
    );
    await bench.dispose();
  });
});
