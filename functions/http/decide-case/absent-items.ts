import type { CaseRecord } from '#domain/case';
import type { ItemDecision } from '#domain/decision';
import { absenceOf, type Item } from '#domain/item';
import { lookUpItems } from '#runtime/look-up-items';
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
  const known = record.firstEffectAt === null ? await lookUpItems(platform, order, LOOKED_UP) : new Map();
  const absent = restricting.filter((item) =>
    absenceOf({ ...item, known: known.get(item.itemId) ?? item.known }, undefined),
  );
  if (absent.length === 0) return null;
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

const WHAT_TO_DO =
  'Leave it out, decide already-unavailable, or ask for its location (POST /v1/cases/{caseId}/information-requests).';
