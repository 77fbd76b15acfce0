import * as z from 'zod';
import { demandedScope } from './breadth.ts';
import { Action, type ItemDecision } from './decision.ts';
import { Component, type Item, partsOf } from './item.ts';
import type { LegalBasis } from './legal-basis.ts';
import { EEA_COUNTRIES, expandTerritories, isWithin } from './territory.ts';
import { canStateEnd } from './transparency-database/statement.ts';

/** One effect to bring about and to prove: an item, what is done, to which parts (none named: all), where, until when. */
export const PlannedEffect = z.object({
  itemId: z.string(),
  action: Action.exclude(['none']),
  components: z.array(Component),
  /** Countries, or `WORLD` alone. */
  territories: z.array(z.string()).min(1),
  until: z.iso.datetime({ offset: true }).nullable(),
});
export type PlannedEffect = z.infer<typeof PlannedEffect>;

/** Why a decision cannot be carried out as written. */
export interface EffectProblem {
  readonly itemId: string;
  readonly reason:
    | 'unknown-item'
    | 'not-located'
    | 'decided-twice'
    | 'wider-than-basis'
    | 'already-over'
    | 'end-not-stated';
}

/** The effects of a decision, or everything that is wrong with it. */
export type ExpandedEffects =
  | { readonly kind: 'expanded'; readonly effects: readonly PlannedEffect[] }
  | { readonly kind: 'refused'; readonly problems: readonly EffectProblem[] };

/**
 * Spells a decision out per item, with groups of countries as countries. Where the decision names no territory it
 * takes the narrowest: what was asked for the item, else the default of the basis; never wider than the basis allows.
 */
export function expandEffects(
  decided: readonly ItemDecision[],
  items: readonly Item[],
  basis: LegalBasis,
  now: string,
): ExpandedEffects {
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const restricting = decided.filter((decision) => decision.action !== 'none');
  const problems: EffectProblem[] = [];
  const effects: PlannedEffect[] = [];
  for (const [index, decision] of restricting.entries()) {
    const item = byId.get(decision.itemId);
    const territories = item === undefined ? [] : territoriesOf(decision, item, basis);
    const twice = restricting.findIndex((other) => other.itemId === decision.itemId) !== index;
    const reason = twice ? 'decided-twice' : problemOf(decision, item, territories, basis, now);
    if (reason !== null) problems.push({ itemId: decision.itemId, reason });
    else if (decision.action !== 'none') effects.push(planOf(decision, decision.action, territories));
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'expanded', effects };
}

/**
 * Where acting first has effect: everywhere the basis demands it, or only where the authority has narrowed its order to
 * since. None when what it asks for now lies wholly outside: then a person has to look.
 */
export function actFirstTerritories(basis: LegalBasis, amended: readonly string[] | null): readonly string[] {
  const demanded = basis.territory.default;
  if (amended === null || isWithin(demanded, amended)) return demanded;
  return expandTerritories(demanded).filter((country) => isWithin([country], amended));
}

/** The effect that acting first has on an item: the parts asked for that it has, disabled in those territories. */
export function actFirstDecision(item: Item, disabledIn: readonly string[]): ItemDecision {
  const territories = [...disabledIn];
  return { itemId: item.itemId, action: 'disable', components: partsOf(item), territories, until: null };
}

/** Tells whether a change stays inside an effect: Effect ⊆ items × components × territories × duration. */
export function isNoWider(change: PlannedEffect, effect: PlannedEffect): boolean {
  const components =
    effect.components.length === 0 ||
    (change.components.length > 0 && change.components.every((component) => effect.components.includes(component)));
  const duration =
    effect.until === null || (change.until !== null && Date.parse(change.until) <= Date.parse(effect.until));
  return change.itemId === effect.itemId && components && duration && isWithin(change.territories, effect.territories);
}

/** Tells whether a limited effect is over at `now` (RFC 3339). */
export function hasEnded(effect: PlannedEffect, now: string): boolean {
  return effect.until !== null && Date.parse(effect.until) <= Date.parse(now);
}

function territoriesOf(decision: ItemDecision, item: Item, basis: LegalBasis): readonly string[] {
  if (decision.territories.length > 0) return expandTerritories(decision.territories);
  return expandTerritories(demandedScope(basis, item.territories).territories);
}

function problemOf(
  decision: ItemDecision,
  item: Item | undefined,
  territories: readonly string[],
  basis: LegalBasis,
  now: string,
): EffectProblem['reason'] | null {
  if (item === undefined) return 'unknown-item';
  if (item.reference === null) return 'not-located';
  if (!isWithin(territories, basis.territory.widest)) return 'wider-than-basis';
  const { until } = decision;
  if (until === null) return null;
  if (Date.parse(until) <= Date.parse(now)) return 'already-over';
  return isStatedSomewhere(basis, territories) && !canStateEnd(until) ? 'end-not-stated' : null;
}

/** Whether a restriction there owes the DSA Transparency Database a statement, which says when it ends. */
function isStatedSomewhere({ notifications }: LegalBasis, territories: readonly string[]): boolean {
  const isOwed = notifications.some(({ channel }) => channel === 'transparency-database');
  return isOwed && EEA_COUNTRIES.some((country) => isWithin([country], territories));
}

function planOf(
  decision: ItemDecision,
  action: PlannedEffect['action'],
  territories: readonly string[],
): PlannedEffect {
  return {
    itemId: decision.itemId,
    action,
    components: [...new Set(decision.components)],
    territories: [...territories],
    until: decision.until,
  };
}
