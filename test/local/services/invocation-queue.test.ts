import { describe, expect, it } from 'vitest';
import { harness } from './harness.ts';

const CALL = { id: 'a', functionName: 'fn', payload: { n: 1 } };
const MINUTE = 60_000;

describe('InvocationQueue', () => {
  it('calls a function once when it succeeds, and takes a pending id once', async () => {
    const { queue, calls, activity } = await harness();
    await queue.enqueue([CALL]);
    await queue.enqueue([CALL]);
    queue.start();
    await activity.idle();
    expect(calls).toEqual([{ name: 'fn', payload: { n: 1 } }]);
    expect(queue.pending()).toBe(0);
  });

  it('calls again after one and two minutes of the driven clock', async () => {
    const test = await harness();
    test.failures = 2;
    test.queue.start();
    await test.queue.enqueue([CALL]);
    await test.activity.idle();
    expect(test.calls).toHaveLength(1);
    test.clock.advance(MINUTE);
    await test.activity.idle();
    expect(test.calls).toHaveLength(2);
    test.clock.advance(MINUTE);
    await test.activity.idle();
    expect(test.calls).toHaveLength(2);
    test.clock.advance(MINUTE);
    await test.activity.idle();
    expect(test.calls).toHaveLength(3);
    expect(test.queue.pending()).toBe(0);
  });

  it('puts a call that never succeeds on its dead-letter queue and counts it', async () => {
    const sent: string[][] = [];
    const test = await harness(undefined, async (...message) => void sent.push(message));
    test.failures = 9;
    test.queue.start();
    await test.queue.enqueue([{ ...CALL, deadLetterQueue: 'arn:q' }]);
    for (const wait of [0, MINUTE, 2 * MINUTE]) {
      test.clock.advance(wait);
      await test.activity.idle();
    }
    expect(test.calls).toHaveLength(3);
    expect(sent).toEqual([['arn:q', '{"n":1}']]);
    expect(test.queue.deadLetters()).toEqual([{ id: 'a', functionName: 'fn', reason: 'TestError: told to fail' }]);
  });

  it('makes the calls that were left when the process died, with their attempts', async () => {
    const before = await harness();
    before.failures = 1;
    before.queue.start();
    await before.queue.enqueue([CALL]);
    await before.activity.idle();
    const after = await harness(before);
    after.failures = 9;
    after.queue.start();
    for (const wait of [MINUTE, 2 * MINUTE]) {
      after.clock.advance(wait);
      await after.activity.idle();
    }
    expect(after.calls).toHaveLength(2);
    expect(after.queue.deadLetters()).toHaveLength(1);
    expect((await harness(after)).queue.pending()).toBe(0);
  });
});
