import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRun, nextRun, readExpression } from '#local/services/scheduler/expression';

describe('readExpression', () => {
  it.each([
    ['at(2026-10-25T02:30:00)', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['at(2026-10-25T03:30:00)', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
    ['at(2026-03-29T02:30:00)', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['at(2026-10-25T02:30:00)', 'UTC', '2026-10-25T02:30:00.000Z'],
  ])('reads %s in %s, also in repeated and skipped hours', (expression, zone, instant) => {
    const timing = readExpression(expression, zone);
    expect(new Date(firstRun(timing, 0)).toISOString()).toBe(instant);
    expect(nextRun(timing, 1, 2)).toBeNull();
  });

  it.each(['at(2026-10-25)x', 'rate(1 fortnight)', 'rate(-1 minutes)', ''])('refuses %s', (expression) => {
    expect(() => readExpression(expression, 'UTC')).toThrow();
  });

  it('refuses an unknown zone', () => {
    expect(() => readExpression('at(2026-10-25T02:30:00)', 'Europe/Nowhere')).toThrow();
  });
});

describe('nextRun', () => {
  it('is the first beat after now, and keeps the rhythm', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.integer({ min: 1, max: 90 }), (dueAt, late, minutes) => {
        const every = minutes * 60_000;
        const next = nextRun(readExpression(`rate(${minutes} minutes)`, 'UTC'), dueAt, dueAt + late) ?? 0;
        expect(next).toBeGreaterThan(dueAt + late);
        expect(next - every).toBeLessThanOrEqual(dueAt + late);
        expect((next - dueAt) % every).toBe(0);
      }),
    );
  });
});
