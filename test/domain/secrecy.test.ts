import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import type { ComputedClock } from '#domain/clock';
import { amendedSecrecy, decidedInstant, isIssuedAhead, secrecyClock, withSecrecy } from '#domain/secrecy';
import { basisOf } from './support.ts';

const calendar = holidayCalendar();
const basis = basisOf('EU_TCO_ART3');
const RECEIVED = '2026-10-05T08:00:00.000Z';

describe('decidedInstant', () => {
  it.each([
    ['2026-10-05T09:35:00+02:00', '2026-10-05T07:35:00.000Z'],
    ['2036-10-05T09:35:00Z', RECEIVED],
    [null, RECEIVED],
    [undefined, RECEIVED],
  ])('is never later than the receipt: %s', (issuedAt, decided) => {
    expect(decidedInstant(issuedAt, RECEIVED)).toBe(decided);
  });
});

describe('isIssuedAhead', () => {
  it.each([
    ['2026-10-06T08:00:00Z', false],
    ['2026-10-06T10:00:01+02:00', true],
    ['2026-10-05T07:00:00Z', false],
  ])('takes a slip of a day and no more: %s', (issuedAt, ahead) => {
    expect(isIssuedAhead(issuedAt, RECEIVED)).toBe(ahead);
  });
});

describe('amendedSecrecy', () => {
  const FIRST_END = '2026-11-16T23:00:00.000Z';
  const amended = (requested: string, until: string | null, clocks: readonly ComputedClock[], now: string) =>
    amendedSecrecy(basis, requested, { decidedAt: RECEIVED, until, clocks }, calendar, now);
  const first = secrecyClock(basis, '2026-12-31T00:00:00Z', RECEIVED, calendar);

  it('sets a secrecy that the order did not ask for, from the decision on the order', () => {
    expect(amended('2036-01-01T00:00:00Z', null, [], '2026-10-06T00:00:00Z')?.until).toBe(FIRST_END);
  });

  it('shortens or lengthens it within its first period', () => {
    const now = '2026-10-06T00:00:00Z';
    expect(amended('2026-10-10T00:00:00Z', '2026-10-20T00:00:00.000Z', [], now)?.until).toBe(
      '2026-10-10T00:00:00.000Z',
    );
    expect(amended('2026-11-01T00:00:00Z', '2026-10-20T00:00:00.000Z', [], now)?.until).toBe(
      '2026-11-01T00:00:00.000Z',
    );
  });

  it('extends it once while it runs, by its period again, and not once more', () => {
    const clocks = first === null ? [] : [first.clock];
    const once = amended('2030-01-01T00:00:00Z', FIRST_END, clocks, '2026-11-10T00:00:00Z');
    expect(once?.until).toBe('2026-12-29T23:00:00.000Z');
    const both = once === null ? [] : withSecrecy(clocks, once);
    expect(both.map(({ clock }) => clock)).toEqual(Array(2).fill('EU_TCO_ART11.non-disclosure-until'));
    const twice = amended('2030-01-01T00:00:00Z', once?.until ?? '', both, '2026-12-20T00:00:00Z');
    expect(twice?.until).toBe(once?.until);
    expect(twice === null ? [] : withSecrecy(both, twice)).toEqual(both);
  });

  it('does not bring back a secrecy that is over', () => {
    const clocks = first === null ? [] : [first.clock];
    expect(amended('2030-01-01T00:00:00Z', FIRST_END, clocks, '2026-11-17T00:00:00Z')?.until).toBe(FIRST_END);
  });

  it('is null on a basis that knows no secrecy', () => {
    const standing = { decidedAt: RECEIVED, until: null, clocks: [] };
    expect(amendedSecrecy(basisOf('DSA_ART16'), RECEIVED, standing, calendar, RECEIVED)).toBeNull();
  });
});
