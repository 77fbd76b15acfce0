import * as z from 'zod';
import { type Availability, visibilityUnder } from '#domain/availability';
import { type ItemEffect, lapsed } from '#domain/case-rows';
import { Action } from '#domain/decision';
import { hasEnded } from '#domain/effects';
import { lessProven, notInPlace, notPreserved, stillInPlace } from '#domain/placement';
import { judgeEffect, judgeRestoration, type PlacedRestriction, type Proof } from '#domain/proof';
import { PlatformRefusedError, PlatformUnavailableError } from '../../ports/errors.ts';
import type { Platform, PlatformItem } from '../../ports/outside.ts';
import { type BatchWork, restrictionIdsOf } from '../shared/batch-work.ts';
import type { CapsuleItem } from '../shared/capsule.ts';

/** A restriction in place, as far as it can be read. */
const InPlace = z.looseObject({
  restrictionId: z.string(),
  action: Action,
  components: z.array(z.string()),
  territories: z.array(z.string()),
});

type Reader = Pick<Platform, 'describe' | 'readBack'>;

/** What came of reading an item back. `lapsed`: its time was over before it was shown to be in place. */
export type ReadBack = Proof | 'gone' | 'lapsed' | 'unreachable';

/**
 * Reads one open item back, as the public sees it and as the platform manages it, and judges it: content that is dark
 * for somebody else's reason was not restricted by this decision. `unreachable` when the platform does not answer.
 */
export async function readBackItem(
  platform: Reader,
  work: BatchWork,
  item: CapsuleItem,
  now: string,
): Promise<ReadBack> {
  const { effect, reference } = item;
  try {
    const [readBack, found] = await Promise.all([platform.readBack(reference), platform.describe(reference)]);
    if (readBack === null && found === null) return 'gone';
    if (work.lifting) return judgeLifted(work, item, readBack, found);
    return hasEnded(effect, now) ? 'lapsed' : judgeRestricted(work, item, readBack, found);
  } catch (error) {
    if (error instanceof PlatformUnavailableError || error instanceof PlatformRefusedError) return 'unreachable';
    throw error;
  }
}

function judgeRestricted(
  work: BatchWork,
  { itemId, effect, prior, hold }: CapsuleItem,
  readBack: Availability | null,
  found: PlatformItem | null,
): Proof {
  const { own, others } = placedOn(found, restrictionIdsOf(work, itemId));
  const missing = readBack === null ? [] : notInPlace(effect, own, Object.keys(readBack));
  const unkept = notPreserved(effect, hold ?? null, found?.holds ?? []);
  return lessProven(effect, judgeEffect(effect, prior, readBack, others), [...missing, ...unkept]);
}

function judgeLifted(
  work: BatchWork,
  { itemId, effect, prior }: CapsuleItem,
  readBack: Availability | null,
  found: PlatformItem | null,
): Proof {
  const { own, others } = placedOn(found, restrictionIdsOf(work, itemId));
  return lessProven(effect, judgeRestoration(effect, prior, readBack, others), stillInPlace(effect, own));
}

/** The restrictions of an item by whose they are: ours, and those that other decisions put on it. */
function placedOn(
  found: PlatformItem | null,
  ours: readonly string[],
): { readonly own: readonly PlacedRestriction[]; readonly others: readonly PlacedRestriction[] } {
  const placed = (found?.restrictions ?? []).flatMap((restriction) => {
    const read = InPlace.safeParse(restriction).data;
    if (read === undefined) return [];
    const { restrictionId, action, components, territories } = read;
    return [{ isOurs: ours.includes(restrictionId), components, territories, visibility: visibilityUnder(action) }];
  });
  return { own: placed.filter(({ isOurs }) => isOurs), others: placed.filter(({ isOurs }) => !isOurs) };
}

/** What a read-back makes of what is known of an item; without one, nothing changes. */
export function afterReadBack(item: ItemEffect, proof: ReadBack, now: string): ItemEffect {
  if (proof === 'unreachable') return item;
  if (proof === 'gone') return { ...item, state: 'gone', unproven: [], provenAt: null };
  if (proof === 'lapsed') return lapsed(item);
  const places = proof.unproven.map(({ component, territory }) => `${component}@${territory}`);
  const unproven = [...new Set(places)];
  return { ...item, state: proof.state, unproven, provenAt: proof.state === 'proven' ? now : null };
}
