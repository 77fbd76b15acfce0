import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DSA_ART16 } from '../../domain/catalogue/dsa-art-16.ts';
import { EU_TCO_ART3 } from '../../domain/catalogue/eu-tco-art-3.ts';
import { plus } from '../../domain/instant.ts';
import { isHourAtRisk, reviewWakeAt, roundWakeAt } from '../../domain/review-wait.ts';

const AT = '2026-10-05T08:00:00.000Z';
const NOTICE = { receivedAt: AT, dueAt: plus(AT, { hours: 72 }), provenAt: null };
const ORDER = { receivedAt: AT, dueAt: plus(AT, { hours: 1 }), provenAt: null };

describe('reviewWakeAt', () => {
  it.each([
    [0, 24 * 60],
    [20 * 60, 36 * 60],
    [36 * 60, 54 * 60],
    [54 * 60, 64.8 * 60],
    [65 * 60, 65 * 60 + 24 * 60],
  ])('of a notice, %i minutes after receipt, is minute %i', (now, wake) => {
    expect(reviewWakeAt(NOTICE, DSA_ART16, plus(AT, { minutes: now }))).toBe(plus(AT, { minutes: wake }));
  });

  it.each([
    [0, 30],
    [30, 40],
    [40, 45],
    [45, 54],
  ])('of an order, %i minutes after receipt, is minute %i', (now, wake) => {
    expect(reviewWakeAt(ORDER, EU_TCO_ART3, plus(AT, { minutes: now }))).toBe(plus(AT, { minutes: wake }));
  });

  it('always lies ahead, and never more than a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (minutes) => {
        const now = plus(AT, { minutes });
        const wakeAt = reviewWakeAt(NOTICE, DSA_ART16, now);
        expect(wakeAt > now && wakeAt <= plus(now, { hours: 24 })).toBe(true);
      }),
    );
  });
});

describe('isHourAtRisk', () => {
  it.each([
    [39, null, false],
    [40, null, true],
    [41, plus(AT, { minutes: 5 }), false],
  ])('%i minutes after receipt, proven %s: %s', (minutes, provenAt, atRisk) => {
    expect(isHourAtRisk({ ...ORDER, provenAt }, EU_TCO_ART3, plus(AT, { minutes }))).toBe(atRisk);
  });

  it('is no matter of a notice', () => {
    expect(isHourAtRisk(NOTICE, DSA_ART16, plus(AT, { hours: 90 }))).toBe(false);
  });
});

describe('roundWakeAt', () => {
  it('grows from a minute to ten', () => {
    const waits = [0, 1, 2, 3, 4, 100].map((round) => roundWakeAt(NOTICE, DSA_ART16, round, AT));
    expect(waits).toEqual([1, 2, 3, 4, 10, 10].map((minutes) => plus(AT, { minutes })));
  });

  it('is shorter near the deadline, and never past the instant at risk', () => {
    expect(roundWakeAt(ORDER, EU_TCO_ART3, 9, plus(AT, { minutes: 35 }))).toBe(plus(AT, { minutes: 40 }));
    expect(roundWakeAt(ORDER, EU_TCO_ART3, 9, plus(AT, { minutes: 50 }))).toBe(plus(AT, { minutes: 52 }));
    expect(roundWakeAt(ORDER, EU_TCO_ART3, 9, plus(AT, { minutes: 58 }))).toBe(plus(AT, { minutes: 59 }));
  });
});
