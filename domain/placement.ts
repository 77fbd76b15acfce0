import { EVERYWHERE_ELSE, isAtLeastAsRestricted, type Visibility, visibilityUnder } from './availability.ts';
import type { PlannedEffect } from './effects.ts';
import { type PlacedRestriction, type Proof, proofOf, type Unproven, UPLOADER_PARTS } from './proof.ts';

/** A hold as the platform has it in place: a copy of the content, kept until an instant (RFC 3339). */
export interface PlacedHold {
  readonly holdId: string;
  readonly until: string;
}

/**
 * The places of an effect that our own restrictions do not cover. What is dark there is so for another reason, and is
 * up again as soon as that reason falls away: what the public sees does not show that the decision was carried out.
 * `parts` are the components the item has.
 */
export function notInPlace(
  effect: PlannedEffect,
  own: readonly PlacedRestriction[],
  parts: readonly string[],
): readonly Unproven[] {
  const expected = visibilityUnder(effect.action);
  const named =
    effect.components.length > 0 ? effect.components : parts.filter((part) => !UPLOADER_PARTS.includes(part));
  return named.flatMap((component) =>
    effect.territories
      .filter((territory) => !own.some((placed) => covers(placed, component, territory, expected)))
      .map((territory): Unproven => ({ itemId: effect.itemId, component, territory, reason: 'not-in-place' })),
  );
}

/** The places of an effect that our own restrictions still cover though they were to be lifted. */
export function stillInPlace(effect: PlannedEffect, own: readonly PlacedRestriction[]): readonly Unproven[] {
  return own.flatMap(({ components, territories }) =>
    territories.flatMap((territory) =>
      (components.length > 0 ? components : ['*']).map(
        (component): Unproven => ({ itemId: effect.itemId, component, territory, reason: 'not-restored' }),
      ),
    ),
  );
}

/** The part of an item, and the place, under which a copy that is not kept is shown as unproven. */
const PRESERVATION = { component: 'preservation', territory: EVERYWHERE_ELSE } as const;

/** What is missing of the copy that was to be kept: nothing when none was, or when it is kept as long as it was to be. */
export function notPreserved(
  { itemId }: Pick<PlannedEffect, 'itemId'>,
  owed: PlacedHold | null,
  holds: readonly PlacedHold[],
): readonly Unproven[] {
  const kept = holds.some(
    ({ holdId, until }) => holdId === owed?.holdId && Date.parse(until) >= Date.parse(owed.until),
  );
  return owed === null || kept ? [] : [{ itemId, ...PRESERVATION, reason: 'not-preserved' }];
}

/** A proof with what else is missing. */
export function lessProven(effect: PlannedEffect, proof: Proof, missing: readonly Unproven[]): Proof {
  if (missing.length === 0) return proof;
  return proofOf(effect, [...proof.unproven, ...missing], proof.state !== 'pending' || proof.unproven.length > 0);
}

function covers(
  { components, territories, visibility }: PlacedRestriction,
  component: string,
  territory: string,
  expected: Visibility,
): boolean {
  return (
    (components.length === 0 || components.includes(component)) &&
    (territories.includes(EVERYWHERE_ELSE) || territories.includes(territory)) &&
    isAtLeastAsRestricted(visibility, expected)
  );
}
