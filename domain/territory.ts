import * as z from 'zod';
import { COUNTRY_NAMES } from './messages/country-names.ts';

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

/** Codes in use beside ISO 3166-1, and the country each of them is read as. */
const ALIASES: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/** Every code that may name a territory: the countries of ISO 3166-1 alpha-2, two aliases, and the groups. */
const TerritoryCode = z
  .enum([...Object.keys(COUNTRY_NAMES), ...Object.keys(ALIASES), 'EU', 'EEA', 'WORLD'], {
    error: 'the two-letter code of a country (ISO 3166-1), EU, EEA or WORLD',
  })
  .meta({ id: 'Territory' });

/**
 * What a request or a decision may name: a country, `EU`, `EEA`, or `WORLD`. `EL` is read as `GR`, `UK` as `GB`.
 */
export const Territory = TerritoryCode.transform((code) => ALIASES[code] ?? code);
export type Territory = z.infer<typeof Territory>;

/** Where somebody is: a country of ISO 3166-1 alpha-2. `EL` is read as `GR`, `UK` as `GB`. */
export const Country = z
  .enum([...Object.keys(COUNTRY_NAMES), ...Object.keys(ALIASES)], {
    error: 'the two-letter code of a country (ISO 3166-1)',
  })
  .meta({ id: 'Country' })
  .transform((code) => ALIASES[code] ?? code);

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
