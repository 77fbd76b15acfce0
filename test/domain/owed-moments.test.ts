import { describe, expect, it } from 'vitest';
import { notificationOutcome, owedMoments } from '../../domain/owed-moments.ts';

const PROVEN = { pending: 0, proven: 1, failed: 0 };
const GONE = { pending: 0, proven: 0, failed: 0, gone: 2 };
const OPEN = { pending: 0, proven: 1, failed: 1 };

describe('owedMoments', () => {
  it.each([
    ['a proven restriction', null, PROVEN, 'restrict', ['first-effect', 'proven']],
    ['a restriction with something open', null, OPEN, 'restrict', ['first-effect']],
    ['a restriction of what is gone', null, GONE, 'restrict', ['decided']],
    ['a refusal', 'rejected', PROVEN, 'none', ['decided']],
    ['an order that fell', 'rejected', PROVEN, 'overturn', ['challenged', 'restored']],
    ['a reversal', 'rejected', PROVEN, 'reverse', ['restored']],
    ['a confirmation', 'actioned', PROVEN, 'confirm', []],
    ['a withdrawal', 'withdrawn', PROVEN, null, ['withdrawn']],
    ['a withdrawal that restores', 'withdrawn', PROVEN, 'overturn', ['withdrawn', 'restored']],
    ['a withdrawal before approval', 'withdrawn', PROVEN, 'restrict', ['withdrawn']],
    ['another door', 'rerouted', PROVEN, null, ['rerouted']],
    ['nothing decided', null, PROVEN, null, []],
  ] as const)('of %s', (_what, outcome, effects, effect, moments) => {
    const decision = effect === null ? null : ({ effect, outcome: 'reject' } as const);
    expect(owedMoments({ outcome, effects }, decision)).toEqual(moments);
  });
});

describe('an order that was acted on first', () => {
  it.each(['duplicate', 'already-unavailable'] as const)('is not challenged as %s', (outcome) => {
    const record = { outcome: 'challenged', effects: PROVEN } as const;
    expect(owedMoments(record, { effect: 'overturn', outcome })).toEqual(['restored']);
  });
});

describe('notificationOutcome', () => {
  it('is restricted only by a decision that restricts', () => {
    expect(notificationOutcome({ effects: PROVEN }, { effect: 'restrict' })).toBe('restricted');
    expect(notificationOutcome({ effects: PROVEN }, { effect: 'overturn' })).toBe('not-restricted');
    expect(notificationOutcome({ effects: PROVEN }, null)).toBe('not-restricted');
  });

  it('is not restricted where everything was gone before anything could be done', () => {
    expect(notificationOutcome({ effects: GONE }, { effect: 'restrict' })).toBe('not-restricted');
    expect(notificationOutcome({ effects: { ...GONE, proven: 1 } }, { effect: 'restrict' })).toBe('restricted');
  });
});
