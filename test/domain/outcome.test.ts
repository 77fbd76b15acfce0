import { describe, expect, it } from 'vitest';
import { outcomeOf, outcomeToTell } from '../../domain/outcome.ts';

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

  it('taking back a part leaves a case partly actioned', () => {
    const codes = { effect: 'reverse', outcome: 'reject' } as const;
    const decision = { ...codes, lifts: ['item-1'] };
    expect(outcomeOf({ decision, actedOn: 1, itemCount: 2 })).toBe('partly-actioned');
  });

  it.each([
    [0, 2, 'already-unavailable'],
    [1, 1, 'partly-actioned'],
  ] as const)('acting on %i items with %i gone is %s', (actedOn, gone, ending) => {
    expect(outcomeOf({ decision: { effect: 'restrict', outcome: 'restrict' }, actedOn, gone, itemCount: 2 })).toBe(
      ending,
    );
  });
});

describe('outcomeToTell', () => {
  it.each([
    [true, 'in-review', 'actioned', null],
    [true, 'notifying', 'partly-actioned', null],
    [true, 'awaiting-approval', 'already-unavailable', null],
    [true, 'sealing', 'actioned', 'actioned'],
    [true, 'closed', 'partly-actioned', 'partly-actioned'],
    [true, 'restoring', 'withdrawn', 'withdrawn'],
    [true, 'notifying', 'challenged', 'challenged'],
    [false, 'notifying', 'actioned', 'actioned'],
    [true, 'validating', null, null],
  ] as const)('acted first %s, in state %s, with %s: %s', (actFirst, state, outcome, told) => {
    expect(outcomeToTell({ actFirst, state, outcome })).toBe(told);
  });
});
