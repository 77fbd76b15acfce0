import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { InstantText, normalInstant } from '#domain/instant';

describe('InstantText', () => {
  it.each([
    '1970-01-01T00:00:00Z',
    '2026-02-28T23:59:59.999999999Z',
    '2028-02-29T00:00:00-12:00',
    '2199-12-31T23:59:59Z',
  ])('takes %s as it was written, and it can be computed with', (text) => {
    expect(InstantText.parse(text)).toBe(text);
    expect(Temporal.Instant.from(text).add({ hours: 24 * 365 * 10 })).toBeInstanceOf(Temporal.Instant);
    expect(normalInstant(text)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it.each([
    ['2026-10-17T23:35:00.1234567891Z', 'years 1970 to 2199'],
    ['1970-01-01T00:00:00+01:00', 'years 1970 to 2199'],
    ['0000-01-01T00:00:00Z', 'years 1970 to 2199'],
    ['2200-01-01T00:00:00Z', 'years 1970 to 2199'],
    ['9999-12-31T23:59:59Z', 'years 1970 to 2199'],
    ['2026-10-17T23:35Z', 'RFC 3339'],
    ['2026-10-17T23:35:00', 'RFC 3339'],
    ['2026-10-17T23:59:60Z', 'RFC 3339'],
    ['2026-02-30T00:00:00Z', 'RFC 3339'],
    ['+002026-10-17T23:35:00Z', 'RFC 3339'],
    ['20261017T233500Z', 'RFC 3339'],
    ['tomorrow', 'RFC 3339'],
  ])('refuses %s with one clear message', (text, message) => {
    const { error } = InstantText.safeParse(text);
    expect(error?.issues).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })]);
  });
});
