import {
  type Availability,
  EVERYWHERE_ELSE,
  exceptionalCountries,
  isAtLeastAsRestricted,
  seenIn,
  type Visibility,
  visibilityUnder,
} from './availability.ts';
import type { EffectCounts } from './case.ts';
import type { PlannedEffect } from './effects.ts';
import type { EffectState } from './item.ts';

/** One thing that a read-back does not show: a part still up where it should not be, or dark where it should be up. */
export interface Unproven {
  readonly itemId: string;
  readonly component: string;
  /** A country, or `WORLD` for wherever no country differs. */
  readonly territory: string;
  readonly reason: 'not-read' | 'still-up' | 'dark-elsewhere' | 'not-restored' | 'not-in-place' | 'not-preserved';
}

/** What a read-back shows of one effect. */
export interface Proof {
  readonly itemId: string;
  readonly state: EffectState;
  /** By country, or `WORLD`; a country that went dark undecided appears as `failed`. */
  readonly territories: Readonly<Record<string, EffectState>>;
  readonly unproven: readonly Unproven[];
}

/** A restriction as the platform has it in place. No components: all of them. */
export interface PlacedRestriction {
  readonly components: readonly string[];
  readonly territories: readonly string[];
  readonly visibility: Visibility;
}

/** Parts that belong to the uploader rather than to the item: restricting a whole item need not darken them. */
export const UPLOADER_PARTS: readonly string[] = ['profile', 'account'];

/**
 * Judges an effect from both sides: restricted in every component and country decided, and no more restricted anywhere
 * else than before (`prior`, out of the capsule) or than others' restrictions explain. A missing read-back proves nothing.
 */
export function judgeEffect(
  effect: PlannedEffect,
  prior: Availability | null,
  readBack: Availability | null,
  others: readonly PlacedRestriction[] = [],
): Proof {
  const inside = effect.territories.flatMap((territory) => judgeInside(effect, territory, readBack));
  const outside = prior === null || readBack === null ? [] : judgeOutside(effect, prior, readBack, others);
  return proofOf(effect, [...inside, ...outside], prior !== null);
}

/** Judges a restoration: nothing is more restricted than before the effect, but for what others' restrictions explain. */
export function judgeRestoration(
  effect: PlannedEffect,
  prior: Availability | null,
  readBack: Availability | null,
  others: readonly PlacedRestriction[] = [],
): Proof {
  if (prior === null || readBack === null) {
    const unread = effect.territories.map((territory) => unprovenOf(effect, '*', territory, 'not-read'));
    return proofOf(effect, unread, prior !== null);
  }
  const darker = placesOf(prior, readBack, effect).flatMap(({ component, country }) =>
    isDarker(component, country, prior, readBack, others)
      ? [unprovenOf(effect, component, territoryOf(effect, country), 'not-restored')]
      : [],
  );
  return proofOf(effect, darker, true);
}

/** Counts items by how far they are shown. */
export function countProofs(proofs: readonly Proof[]): EffectCounts {
  const count = (state: EffectState): number => proofs.filter((proof) => proof.state === state).length;
  return { pending: count('pending'), proven: count('proven'), failed: count('failed') };
}

function judgeInside(effect: PlannedEffect, territory: string, readBack: Availability | null): Unproven[] {
  if (readBack === null) return [unprovenOf(effect, '*', territory, 'not-read')];
  const expected = visibilityUnder(effect.action);
  const components =
    effect.components.length > 0
      ? effect.components
      : Object.keys(readBack).filter((component) => !UPLOADER_PARTS.includes(component));
  const countries =
    territory === EVERYWHERE_ELSE ? [EVERYWHERE_ELSE, ...exceptionalCountries([readBack])] : [territory];
  if (components.length === 0) return [unprovenOf(effect, '*', territory, 'not-read')];
  return components.flatMap((component) =>
    countries.flatMap((country) => {
      const seen = seenIn(readBack, component, country);
      if (seen === null) return [unprovenOf(effect, component, territory, 'not-read')];
      return isAtLeastAsRestricted(seen, expected) ? [] : [unprovenOf(effect, component, territory, 'still-up')];
    }),
  );
}

function judgeOutside(
  effect: PlannedEffect,
  prior: Availability,
  readBack: Availability,
  others: readonly PlacedRestriction[],
): Unproven[] {
  return placesOf(prior, readBack, effect)
    .filter(({ component, country }) => !isDecided(effect, component, country))
    .flatMap(({ component, country }) =>
      isDarker(component, country, prior, readBack, others)
        ? [unprovenOf(effect, component, country, 'dark-elsewhere')]
        : [],
    );
}

function placesOf(
  prior: Availability,
  readBack: Availability,
  effect: PlannedEffect,
): readonly { readonly component: string; readonly country: string }[] {
  const countries = [...new Set([EVERYWHERE_ELSE, ...effect.territories, ...exceptionalCountries([prior, readBack])])];
  return Object.keys(prior).flatMap((component) => countries.map((country) => ({ component, country })));
}

function isDecided(effect: PlannedEffect, component: string, country: string): boolean {
  const decidedPart = effect.components.length === 0 || effect.components.some((named) => named === component);
  const decidedPlace = effect.territories.includes(EVERYWHERE_ELSE) || effect.territories.includes(country);
  return decidedPart && decidedPlace;
}

function isDarker(
  component: string,
  country: string,
  prior: Availability,
  readBack: Availability,
  others: readonly PlacedRestriction[],
): boolean {
  const before = seenIn(prior, component, country);
  const after = seenIn(readBack, component, country) ?? 'dark';
  if (before === null || isAtLeastAsRestricted(before, after)) return false;
  return !others.some(
    (other) =>
      (other.components.length === 0 || other.components.includes(component)) &&
      (other.territories.includes(EVERYWHERE_ELSE) || other.territories.includes(country)) &&
      isAtLeastAsRestricted(other.visibility, after),
  );
}

function territoryOf(effect: PlannedEffect, country: string): string {
  return effect.territories.includes(EVERYWHERE_ELSE) ? EVERYWHERE_ELSE : country;
}

function unprovenOf(effect: PlannedEffect, component: string, territory: string, reason: Unproven['reason']): Unproven {
  return { itemId: effect.itemId, component, territory, reason };
}

/**
 * The proof of an effect of which this much is unproven. Without the capsule's prior state only the dark side can be
 * seen, which proves nothing by itself.
 */
export function proofOf(effect: PlannedEffect, unproven: readonly Unproven[], priorKnown: boolean): Proof {
  const places = [...new Set([...effect.territories, ...unproven.map((entry) => entry.territory)])];
  const stateOf = (territory: string): EffectState => {
    const found = unproven.filter((entry) => entry.territory === territory);
    if (found.some((entry) => entry.reason !== 'not-read')) return 'failed';
    return found.length > 0 || !priorKnown ? 'pending' : 'proven';
  };
  const territories = Object.fromEntries(places.map((place) => [place, stateOf(place)]));
  const states = Object.values(territories);
  const state = states.includes('failed') ? 'failed' : states.includes('pending') ? 'pending' : 'proven';
  return { itemId: effect.itemId, state, territories, unproven: distinct(unproven) };
}

function distinct(unproven: readonly Unproven[]): readonly Unproven[] {
  const keyed = unproven.map((entry): [string, Unproven] => [
    `${entry.component}/${entry.territory}/${entry.reason}`,
    entry,
  ]);
  return [...new Map(keyed).values()];
}
