import type { Calendar } from '#domain/calendar';
import { clocksStartedBy } from '#domain/case-clocks';
import { normalInstant } from '#domain/instant';
import type { LegalBasis } from '#domain/legal-basis';
import { inTurn } from '#runtime/in-turn';
import { PlatformUnavailableError } from '../../ports/errors.ts';
import type { Platform, PlatformItem } from '../../ports/outside.ts';
import { preservationKey } from '../shared/batch-work.ts';
import type { CapsuleItem } from '../shared/capsule.ts';

/** An item and where it lives. */
export type Located = Pick<CapsuleItem, 'itemId' | 'reference'>;

/** An item as it stands on the platform; `item` is null when the platform has none. */
export interface Look {
  readonly capsule: Omit<CapsuleItem, 'effect'>;
  readonly item: PlatformItem | null;
}

/** A hold to place on each item before anything is done to it. */
export interface Hold {
  readonly until: string;
  readonly keyPrefix: string;
}

/** Until when the basis wants the content of a removal preserved; null when it wants nothing of the kind. */
export function holdUntil(basis: LegalBasis, decidedAt: string, calendar: Calendar): string | null {
  const holds = clocksStartedBy(basis, 'removal', decidedAt, calendar).filter(
    ({ direction }) => direction === 'hold-until',
  );
  const until = holds
    .map(({ dueAt }) => normalInstant(dueAt))
    .sort()
    .at(-1);
  return until ?? null;
}

/** Looks at each item and preserves it where a hold is owed; null when the platform does not answer for all of them. */
export async function lookAtItems(
  platform: Pick<Platform, 'describe' | 'readBack' | 'preserve'>,
  items: readonly Located[],
  hold: Hold | null,
): Promise<readonly Look[] | null> {
  const looks = await inTurn(items, (item) => lookAtItem(platform, item, hold));
  const found = looks.filter((look) => look !== 'unreachable');
  return found.length === items.length ? found : null;
}

async function lookAtItem(
  platform: Pick<Platform, 'describe' | 'readBack' | 'preserve'>,
  { itemId, reference }: Located,
  hold: Hold | null,
): Promise<Look | 'unreachable'> {
  try {
    const item = await platform.describe(reference);
    const prior = item === null ? null : await platform.readBack(reference);
    const owed = hold === null || item === null ? null : { holdId: `${hold.keyPrefix}.${itemId}`, until: hold.until };
    if (owed !== null) await platform.preserve(reference, owed.holdId, owed.until, preservationKey(owed.holdId));
    const restrictions = [...(item?.restrictions ?? [])];
    return { item, capsule: { itemId, reference, prior, restrictions, hold: owed } };
  } catch (error) {
    if (error instanceof PlatformUnavailableError) return 'unreachable';
    throw error;
  }
}
