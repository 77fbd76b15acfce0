import { describe, expect, it } from 'vitest';
import { Territory } from '../../domain/territory.ts';

describe('Territory', () => {
  it.each([
    ['DE', 'DE'],
    ['GR', 'GR'],
    ['EL', 'GR'],
    ['UK', 'GB'],
    ['EU', 'EU'],
    ['EEA', 'EEA'],
    ['WORLD', 'WORLD'],
  ])('reads %s as %s', (code, territory) => {
    expect(Territory.parse(code)).toBe(territory);
  });

  it.each(['XX', 'ZZ', 'AA', 'XK', 'de', 'DEU', 'Bavaria', '', '__proto__'])(
    'refuses %s, which is no country',
    (code) => {
      const read = Territory.safeParse(code);
      expect(read.success).toBe(false);
      expect(read.error?.issues[0]?.message).toContain('ISO 3166-1');
    },
  );
});
