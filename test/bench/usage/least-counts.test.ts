import { describe, expect, it } from 'vitest';
import type { Counts } from '../../../bench/usage/counts.ts';
import { leastCounts } from '../../../bench/usage/least-counts.ts';
import { mapUsage } from '../../../bench/usage/usage.ts';

const usage = (dynamodbCalls: number, writeUnits: number) =>
  mapUsage((unit) => ({ dynamodbCalls, writeUnits })[String(unit)] ?? 1);
const phases = (untilReview: number, untilClosed: number) => ({
  untilReview: usage(untilReview, 10),
  untilClosed: usage(untilClosed, 10),
  afterwards: usage(1, 1),
});
const counts = (order: Counts['order']): Counts => ({
  restricted: phases(30, 98),
  rejected: phases(30, 50),
  order,
  look: usage(1, 1),
  intake: usage(9, 9),
  designs: { clockWordsApart: { writeUnits: 1, indexWriteUnits: 1 } },
});

describe('leastCounts', () => {
  it('takes of each phase the counting in which fewer writers met', () => {
    const least = leastCounts(counts(phases(96, 50)), counts(phases(91, 54)));
    expect(least).toEqual(counts(phases(91, 50)));
  });

  it('takes of as many calls the one that wrote less', () => {
    const [small, large] = [usage(30, 106), usage(30, 112)];
    const with106 = counts({ ...phases(1, 1), untilReview: small });
    expect(leastCounts(counts({ ...phases(1, 1), untilReview: large }), with106)).toEqual(with106);
  });
});
