import { describe, expect, it } from 'vitest';
import { basisOfCase } from '../../domain/catalogue/catalogue.ts';
import { isDomestic } from '../../domain/cross-border.ts';

describe('isDomestic', () => {
  it.each([
    ['DE', true],
    ['FR', false],
    ['US', false],
    [null, false],
  ])('of %s is %s', (country, domestic) => {
    expect(isDomestic(country)).toBe(domestic);
  });
});

describe('the clocks of a removal order', () => {
  const clocksOf = (authorityCountry: string) =>
    basisOfCase({ legalBasis: 'EU_TCO_ART3', legalBasisVersion: 1, authorityCountry })?.clocks.map(
      ({ clock }) => clock,
    );

  it('hold those of scrutiny only across a border', () => {
    const scrutiny = ['EU_TCO_ART4.scrutiny', 'EU_TCO_ART4.authority-decision'];
    expect(clocksOf('FR')).toEqual(expect.arrayContaining([...scrutiny, 'EU_TCO_ART3.disable']));
    const domestic = clocksOf('DE');
    expect(domestic).toContain('EU_TCO_ART3.disable');
    for (const clock of scrutiny) expect(domestic).not.toContain(clock);
  });
});
