import { expandTerritories } from '#domain/territory';
import { MessageNotPermittedError } from './errors.ts';
import type { FactView, ItemView } from './fact-view.ts';
import { needed } from './writer.ts';

/** What a decision comes to for the one who asked. */
export type DecisionResult =
  | 'restricted'
  | 'partly-restricted'
  | 'not-restricted'
  | 'nothing-restricted'
  | 'duplicate'
  | 'already-unavailable'
  | 'refused';

function coversTerritories(item: ItemView): boolean {
  const asked = expandTerritories(item.requestedTerritories ?? []);
  const decided = expandTerritories(item.territories ?? []);
  return decided.includes('WORLD') || asked.every((country) => decided.includes(country));
}

function coversComponents(item: ItemView): boolean {
  const decided = item.components ?? [];
  if (decided.length === 0) return true;
  const asked = item.requestedComponents ?? [];
  return asked.length > 0 && asked.every((component) => decided.includes(component));
}

function isFullyGranted(item: ItemView): boolean {
  return item.action !== 'none' && coversTerritories(item) && coversComponents(item);
}

/**
 * What the decision comes to, measured against what was asked for: an item left alone, or restricted in fewer
 * territories or parts than named, makes it `partly-restricted`. Throws `UnresolvedPlaceholderError` without a decision, and
 * `MessageNotPermittedError` for a disclosure or a complaint, which other documents tell.
 */
export function decisionResult(view: FactView): DecisionResult {
  const outcome = needed('decision.outcome', view.decision?.outcome);
  switch (outcome) {
    case 'reject':
      return 'not-restricted';
    case 'duplicate':
    case 'already-unavailable':
    case 'refused':
      return outcome;
    case 'upheld':
      throw new MessageNotPermittedError('wrong-document', 'a complaint is answered by a document of its own');
    case 'disclosed':
      throw new MessageNotPermittedError('wrong-document', 'what was handed over is reported');
    case 'restrict': {
      const restricted = view.items.filter((item) => needed('items[].action', item.action) !== 'none');
      if (restricted.length === 0) {
        return view.items.every((item) => item.absence) ? 'already-unavailable' : 'nothing-restricted';
      }
      return view.items.every(isFullyGranted) ? 'restricted' : 'partly-restricted';
    }
  }
}
