import { describe, expect, it } from 'vitest';
import { inTurn } from '../../../functions/runtime/in-turn.ts';

describe('inTurn', () => {
  it('gives the results in order, whatever order they come in', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const doubled = await inTurn(numbers, async (number) => {
      await new Promise((resolve) => setTimeout(resolve, number % 3));
      return number * 2;
    });
    expect(doubled).toEqual(numbers.map((number) => number * 2));
  });

  it('stops asking somebody who is not there', async () => {
    let asked = 0;
    const results = await inTurn(Array.from({ length: 500 }), async () => {
      asked += 1;
      return 'unreachable' as const;
    });
    expect(asked).toBeLessThan(40);
    expect(results).toHaveLength(500);
    expect(new Set(results)).toEqual(new Set(['unreachable']));
  });

  it('goes on after a single one that did not answer', async () => {
    const results = await inTurn([1, 2, 3, 4, 5, 6], async (number) => (number === 2 ? 'unreachable' : number));
    expect(results).toEqual([1, 'unreachable', 3, 4, 5, 6]);
  });

  it('lets an error through', async () => {
    const failing = inTurn([1], async () => {
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
  });
});
