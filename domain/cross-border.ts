import { ESTABLISHMENT } from './catalogue/basis-parts.ts';
import type { LegalBasis } from './legal-basis.ts';
import { findPlace } from './places.ts';

/** Tells whether a country (ISO 3166-1) is where the platform is established; false where it is not known. */
export function isDomestic(country: string | null): boolean {
  return country !== null && country === findPlace(ESTABLISHMENT.place)?.country;
}

/** A basis with only the clocks that an order from a country starts: a domestic one starts none across a border. */
export function withinBorders(basis: LegalBasis, country: string | null): LegalBasis {
  if (!isDomestic(country)) return basis;
  return { ...basis, clocks: basis.clocks.filter(({ crossBorder }) => crossBorder !== true) };
}
