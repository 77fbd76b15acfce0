import type { CaseRecord } from '#domain/case';
import type { ItemDecision } from '#domain/decision';
import type { Item } from '#domain/item';
import { type KnownItems, lookUpItems } from '#runtime/look-up-items';
import { type Answer, problem } from '#runtime/problem';
import type { Platform } from '../../ports/outside.ts';

/** How many items are looked up on the platform while somebody waits for the answer. */
const LOOKED_UP = 32;

/**
 * Refuses to restrict items that are not there, or gives null. The platform is asked anew, first for what it did not
 * know before; when it does not answer, what it said at validation counts. What is restricted already is not asked for.
 */
export async function refuseAbsent(
  platform: Pick<Platform, 'describe'>,
  record: Pick<CaseRecord, 'firstEffectAt'>,
  decided: readonly ItemDecision[],
  items: readonly Item[],
): Promise<Answer | null> {
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const restricting = decided.filter(({ action }) => action !== 'none').flatMap(({ itemId }) => byId.get(itemId) ?? []);
  const order = restricting.toSorted((one, other) => Number(one.known === true) - Number(other.known === true));
  const known: KnownItems = record.firstEffectAt === null ? await lookUpItems(platform, order, LOOKED_UP) : new Map();
  const absent = restricting.filter((item) => isAbsent(item, known));
  if (absent.length === 0) return refuseParts(decided, known);
  const names = absent.map(({ itemId }) => itemId);
  return problem(
    409,
    `Not on the platform, so that nothing can be restricted: ${names.join(', ')}. ${WHAT_TO_DO}`,
    names.map((itemId) => ({
      path: `items.${decided.findIndex((item) => item.itemId === itemId)}`,
      message: `${itemId} was not found on the platform`,
    })),
  );
}

/** Which parts were asked for is no matter here: the decision names its own. */
function isAbsent(item: Item, known: KnownItems): boolean {
  const parts = known.get(item.itemId);
  const here = parts === undefined ? item.known : parts !== null;
  return item.reference === null || here === false;
}

/** Refuses to restrict parts that an item does not have: no platform could ever show that as done. */
function refuseParts(decided: readonly ItemDecision[], known: KnownItems): Answer | null {
  const problems = decided.flatMap(({ itemId, action, components }, index) => {
    const parts = known.get(itemId);
    const lacking = action === 'none' || !parts ? [] : components.filter((component) => !parts.includes(component));
    return lacking.length === 0
      ? []
      : [{ path: `items.${index}.components`, message: `${itemId} has no ${lacking.join(', ')}` }];
  });
  if (problems.length === 0) return null;
  return problem(409, 'The decision names parts that an item does not have.', problems);
}

const WHAT_TO_DO =
  'Leave it out, decide already-unavailable, or ask for its location (POST /v1/cases/{caseId}/information-requests).';
