import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../domain/outcome.ts';

describe('outcomeOf', () => {
  it.each([
    ['restrict', 'restrict', 2, 2, 'actioned'],
    ['restrict', 'restrict', 1, 2, 'partly-actioned'],
    ['restrict', 'restrict', 0, 2, 'rejected'],
    ['confirm', 'restrict', 2, 2, 'actioned'],
    ['confirm', 'restrict', 1, 2, 'partly-actioned'],
    ['none', 'reject', 0, 2, 'rejected'],
    ['none', 'duplicate', 0, 2, 'duplicate'],
    ['none', 'already-unavailable', 0, 2, 'already-unavailable'],
    ['overturn', 'reject', 2, 2, 'challenged'],
    ['reverse', 'reject', 2, 2, 'rejected'],
  ] as const)('%s (%s) on %i of %i items is %s', (effect, outcome, actedOn, itemCount, ending) => {
    expect(outcomeOf({ decision: { effect, outcome }, actedOn, itemCount })).toBe(ending);
  });
});
