import * as z from 'zod';

/** The member states of the European Union, ISO 3166-1 alpha-2; Greece is `GR`. */
export const EU_MEMBER_STATES = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const;

/** The countries of the European Economic Area. */
export const EEA_COUNTRIES = [...EU_MEMBER_STATES, 'IS', 'LI', 'NO'] as const;

/**
 * What a request or a decision may name: a country, `EU`, `EEA`, or `WORLD`. `EL` is read as `GR`, `UK` as `GB`.
 */
export const Territory = z
  .string()
  .regex(/^(?:[A-Z]{2}|EEA|WORLD)$/, 'a two-letter country code, EU, EEA or WORLD')
  .transform((code) => (code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code));
export type Territory = z.infer<typeof Territory>;

/** Spells groups out into countries, without repeats and in alphabetical order; `WORLD` swallows the rest. */
export function expandTerritories(territories: readonly Territory[]): readonly string[] {
  if (territories.includes('WORLD')) return ['WORLD'];
  const countries = territories.flatMap((code) => {
    if (code === 'EU') return [...EU_MEMBER_STATES];
    if (code === 'EEA') return [...EEA_COUNTRIES];
    return [code];
  });
  return [...new Set(countries)].sort();
}

/** Tells whether every country of `inner` lies inside `outer`. */
export function isWithin(inner: readonly Territory[], outer: readonly Territory[]): boolean {
  const wide = expandTerritories(outer);
  if (wide.includes('WORLD')) return true;
  return expandTerritories(inner).every((country) => wide.includes(country));
}
