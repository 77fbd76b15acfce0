import { type Difference, differencesFrom } from '#domain/confirmation';
import type { ItemDecision } from '#domain/decision';
import type { PlannedEffect } from '#domain/effects';
import { type Answer, type Fault, problem } from '#runtime/problem';
import type { Standing } from './standing.ts';

/**
 * The items of a confirmation: those that name no territory mean where they are in force, and what the platform no longer
 * had is neither confirmed nor missed.
 */
export function asInForce(items: readonly ItemDecision[], { effects, gone }: Standing): readonly ItemDecision[] {
  const standing = new Map(effects.map((effect) => [effect.itemId, effect]));
  return items
    .filter(({ itemId }) => !gone.has(itemId))
    .map((item) => {
      const territories =
        item.territories.length > 0 ? item.territories : (standing.get(item.itemId)?.territories ?? []);
      return { ...item, territories: [...territories] };
    });
}

/**
 * Refuses to confirm anything else than what is in force, or gives null: what a confirmation says is recorded as
 * decided, and changes no effect.
 */
export function refuseOtherThanInForce(
  decided: readonly PlannedEffect[],
  items: readonly ItemDecision[],
  { effects }: Standing,
): Answer | null {
  const differences = differencesFrom(effects, decided);
  if (differences.length === 0) return null;
  const names = [...new Set(differences.map(({ itemId }) => itemId))].join(', ');
  const faults = differences.map((difference) => faultOf(difference, items));
  return problem(
    409,
    `It was acted on first, and the decision differs from what is in force: ${names}. ${WHAT_TO_DO}`,
    faults,
  );
}

const WHAT_TO_DO =
  'Confirm it as it is in force ("items": [] says so), or decide reject, so that everything is restored.';

function faultOf(difference: Difference, items: readonly ItemDecision[]): Fault {
  const index = items.findIndex(({ itemId }) => itemId === difference.itemId);
  const item = index < 0 ? 'items' : `items.${index}`;
  switch (difference.about) {
    case 'left-out':
    case 'not-in-force':
      return { path: item, message: messageOf(difference) };
    case 'action':
    case 'components':
    case 'territories':
    case 'until':
      return { path: `${item}.${difference.about}`, message: messageOf(difference) };
  }
}

function messageOf(difference: Difference): string {
  const { itemId } = difference;
  switch (difference.about) {
    case 'left-out':
      return `${itemId} is restricted, and the decision does not restrict it`;
    case 'not-in-force':
      return `${itemId} is not restricted, and a confirmation restricts nothing more`;
    case 'action':
      return `${itemId} is in force as ${difference.inForce}, the decision says ${difference.decided}`;
    case 'components':
      return `${itemId} is restricted in ${partsOf(difference.inForce)}, the decision says ${partsOf(difference.decided)}`;
    case 'territories':
      return `${itemId} ${territoriesOf(difference)}`;
    case 'until':
      return `${itemId} is restricted ${endOf(difference.inForce)}, the decision says ${endOf(difference.decided)}`;
  }
}

function partsOf(components: readonly string[]): string {
  return components.length === 0 ? 'the whole item' : components.join(', ');
}

function endOf(until: string | null): string {
  return until === null ? 'without an end' : `until ${until}`;
}

function territoriesOf({ leftOut, added }: Extract<Difference, { readonly about: 'territories' }>): string {
  return [
    ...(leftOut.length > 0 ? [`is restricted also in ${leftOut.join(', ')}`] : []),
    ...(added.length > 0 ? [`is not restricted in ${added.join(', ')}`] : []),
  ].join('; it ');
}
