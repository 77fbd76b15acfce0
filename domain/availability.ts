import * as z from 'zod';
import type { Action } from './decision.ts';

/** What the public sees of a component in a country, from nothing to everything. */
export const Visibility = z.enum(['dark', 'age-restricted', 'demoted', 'labelled', 'up']);
export type Visibility = z.infer<typeof Visibility>;

/** What the public sees of each component of an item: everywhere, and in the countries (ISO 3166-1) that differ. */
export const Availability = z.record(
  z.string(),
  z.object({ default: Visibility, exceptions: z.record(z.string(), Visibility) }),
);
export type Availability = z.infer<typeof Availability>;

/** The whole world, as a place in which to look: where no country differs. */
export const EVERYWHERE_ELSE = 'WORLD';

/** What is seen of a component in a country, or where no country differs; null when the component is unknown. */
export function seenIn(availability: Availability, component: string, country: string): Visibility | null {
  const seen = Object.hasOwn(availability, component) ? availability[component] : undefined;
  if (seen === undefined) return null;
  return (Object.hasOwn(seen.exceptions, country) ? seen.exceptions[country] : undefined) ?? seen.default;
}

/** Every country in which any of the given availabilities differs from the rest of the world. */
export function exceptionalCountries(availabilities: readonly Availability[]): readonly string[] {
  const countries = availabilities.flatMap((availability) =>
    Object.values(availability).flatMap((seen) => Object.keys(seen.exceptions)),
  );
  return [...new Set(countries)].sort();
}

/** Tells whether `seen` shows no more than `expected` does. */
export function isAtLeastAsRestricted(seen: Visibility, expected: Visibility): boolean {
  return Visibility.options.indexOf(seen) <= Visibility.options.indexOf(expected);
}

/** What an action leaves for the public to see; `none` leaves everything. */
export function visibilityUnder(action: Action): Visibility {
  switch (action) {
    case 'disable':
    case 'remove':
    case 'mute':
      return 'dark';
    case 'age-restrict':
      return 'age-restricted';
    case 'demote':
      return 'demoted';
    case 'label':
      return 'labelled';
    case 'none':
      return 'up';
  }
}
