import type { PlannedEffect } from './effects.ts';
import { normalInstant } from './instant.ts';

/** One way in which a decision says something else of an item than what is in force. */
export type Difference = { readonly itemId: string } & (
  | { readonly about: 'left-out' | 'not-in-force' }
  | { readonly about: 'action'; readonly inForce: string; readonly decided: string }
  /** Parts; none means the whole item. */
  | { readonly about: 'components'; readonly inForce: readonly string[]; readonly decided: readonly string[] }
  /** Countries that are in force only, and that are decided only. */
  | { readonly about: 'territories'; readonly leftOut: readonly string[]; readonly added: readonly string[] }
  /** RFC 3339, or null for no end. */
  | { readonly about: 'until'; readonly inForce: string | null; readonly decided: string | null }
);

/**
 * How what a decision says differs from what is in force: same items, same action, same parts, same countries, same end,
 * or the record of the decision would contradict its effect. Territories of both are spelled out.
 */
export function differencesFrom(inForce: readonly PlannedEffect[], decided: readonly PlannedEffect[]): Difference[] {
  const standing = new Map(inForce.map((effect) => [effect.itemId, effect]));
  const said = new Set(decided.map(({ itemId }) => itemId));
  const leftOut = inForce.flatMap(({ itemId }): Difference[] =>
    said.has(itemId) ? [] : [{ itemId, about: 'left-out' }],
  );
  const changed = decided.flatMap((effect): Difference[] => {
    const { itemId } = effect;
    const stands = standing.get(itemId);
    return stands === undefined ? [{ itemId, about: 'not-in-force' }] : differencesOf(stands, effect);
  });
  return [...leftOut, ...changed];
}

function differencesOf(inForce: PlannedEffect, decided: PlannedEffect): Difference[] {
  const { itemId } = decided;
  const parts = { inForce: inForce.components, decided: decided.components };
  const territories = {
    leftOut: without(inForce.territories, decided.territories),
    added: without(decided.territories, inForce.territories),
  };
  const ends = { inForce: endOf(inForce), decided: endOf(decided) };
  const differs = [...without(parts.inForce, parts.decided), ...without(parts.decided, parts.inForce)].length > 0;
  return [
    ...(inForce.action === decided.action
      ? []
      : [{ itemId, about: 'action' as const, inForce: inForce.action, decided: decided.action }]),
    ...(differs ? [{ itemId, about: 'components' as const, ...parts }] : []),
    ...(territories.leftOut.length + territories.added.length > 0
      ? [{ itemId, about: 'territories' as const, ...territories }]
      : []),
    ...(ends.inForce === ends.decided ? [] : [{ itemId, about: 'until' as const, ...ends }]),
  ];
}

function endOf({ until }: PlannedEffect): string | null {
  return until === null ? null : normalInstant(until);
}

function without(all: readonly string[], left: readonly string[]): string[] {
  return all.filter((one) => !left.includes(one));
}
