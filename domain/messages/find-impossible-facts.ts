import { isWithin } from '#domain/territory';
import { isUnionOrder } from './clearance.ts';
import type { EffectFacts, FactSheet, ItemFacts } from './fact-sheet.ts';
import { compareInstants } from './instants.ts';

/** A field that cannot be true beside another field of the same sheet. */
export interface ImpossibleFact {
  readonly field: string;
  readonly itemId: string | null;
}

type Checks = Readonly<Record<string, boolean>>;

function failed(checks: Checks, itemId: string | null): readonly ImpossibleFact[] {
  return Object.entries(checks).flatMap(([field, isPossible]) => (isPossible ? [] : [{ field, itemId }]));
}

/** Tells whether `later` does not lie before `sooner`; an unknown time contradicts nothing. */
function inOrder(sooner: string | null | undefined, later: string | null | undefined): boolean {
  return !sooner || !later || compareInstants(sooner, later) <= 0;
}

function effectChecks(sheet: FactSheet, item: ItemFacts, effect: EffectFacts): Checks {
  const isProven = effect.state === 'proven';
  return {
    'items[].effects[].territories': isWithin(effect.territories, item.territories),
    'items[].effects[].effectiveAt':
      inOrder(sheet.receivedAt, effect.effectiveAt) && (!isProven || effect.effectiveAt !== null),
    'items[].effects[].provenAt':
      inOrder(effect.effectiveAt, effect.provenAt) && isProven === (effect.provenAt !== null),
    'items[].until': inOrder(effect.effectiveAt, item.until),
    'reinstatement.at': !named(sheet, item) || inOrder(effect.effectiveAt, sheet.reinstatement?.at),
  };
}

function named(sheet: FactSheet, item: ItemFacts): boolean {
  const items = sheet.reinstatement?.itemIds ?? [];
  return items.length === 0 || items.includes(item.itemId);
}

function itemChecks(sheet: FactSheet, item: ItemFacts): Checks {
  const restricts = item.action !== null && item.action !== 'none';
  const outcome = sheet.decision?.outcome;
  return {
    'items[].itemId': sheet.items.filter(({ itemId }) => itemId === item.itemId).length === 1,
    'items[].action': !restricts || outcome === undefined || outcome === 'restrict',
    'items[].territories': !restricts || item.territories.length > 0,
    'items[].effects': restricts || item.effects.length === 0,
    'items[].until': inOrder(sheet.decision?.decidedAt, item.until),
  };
}

function caseChecks(sheet: FactSheet): Checks {
  const { decision, order, hearing } = sheet;
  return {
    'decision.decidedAt': inOrder(sheet.receivedAt, decision?.decidedAt),
    composedAt: inOrder(sheet.receivedAt, sheet.composedAt) && inOrder(decision?.decidedAt, sheet.composedAt),
    'decision.ground': decision?.outcome !== 'restrict' || decision.ground !== null || isUnionOrder(sheet),
    trigger: sheet.trigger !== 'own-initiative' || (sheet.sender === null && order === null),
    senderDisclosed: !sheet.senderDisclosed || Boolean(sheet.sender?.name),
    'hearing.sentAt': inOrder(sheet.receivedAt, hearing?.sentAt) && inOrder(hearing?.sentAt, sheet.composedAt),
    'hearing.answerUntil': inOrder(hearing?.sentAt, hearing?.answerUntil),
    'hearing.posters': !hearing?.posters.length || hearing.result === 'objection' || hearing.result === 'mixed',
    'reinstatement.at': inOrder(sheet.reinstatement?.at, sheet.composedAt),
    'withdrawal.at': inOrder(sheet.receivedAt, sheet.withdrawal?.at) && inOrder(sheet.withdrawal?.at, sheet.composedAt),
  };
}

/**
 * What one fact sheet cannot mean: times out of order, an effect wider than the decision, a restriction beside a
 * refusal, a proof without its time, a named sender without a name, our own initiative beside a sender.
 */
export function impossibilitiesIn(sheet: FactSheet): readonly ImpossibleFact[] {
  const found = [
    ...failed(caseChecks(sheet), null),
    ...sheet.items.flatMap((item) => [
      ...failed(itemChecks(sheet, item), item.itemId),
      ...item.effects.flatMap((effect) => failed(effectChecks(sheet, item, effect), item.itemId)),
    ]),
  ];
  const keys = found.map(({ field, itemId }) => `${field} ${itemId ?? ''}`);
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
