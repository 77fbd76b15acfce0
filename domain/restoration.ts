import {
  type Availability,
  EVERYWHERE_ELSE,
  exceptionalCountries,
  isAtLeastAsRestricted,
  seenIn,
} from './availability.ts';
import type { PlannedEffect } from './effects.ts';
import { UPLOADER_PARTS } from './proof.ts';

/**
 * Tells whether content is still restricted after an effect on it was lifted, for whatever other reason: read back,
 * something inside the effect is dark, or darker than before the effect (`prior`, out of the capsule). What nobody
 * sees is not available again, even if it was dark before.
 */
export function staysRestricted(effect: PlannedEffect, prior: Availability | null, readBack: Availability): boolean {
  const components =
    effect.components.length > 0
      ? effect.components
      : Object.keys(readBack).filter((component) => !UPLOADER_PARTS.includes(component));
  const countries = effect.territories.includes(EVERYWHERE_ELSE)
    ? [EVERYWHERE_ELSE, ...exceptionalCountries([readBack])]
    : effect.territories;
  return components.some((component) =>
    countries.some((country) => isDarkOrDarker(component, country, prior, readBack)),
  );
}

function isDarkOrDarker(
  component: string,
  country: string,
  prior: Availability | null,
  readBack: Availability,
): boolean {
  const before = prior === null ? null : seenIn(prior, component, country);
  const after = seenIn(readBack, component, country);
  if (after === null) return before !== null;
  return after === 'dark' || (before !== null && !isAtLeastAsRestricted(before, after));
}
