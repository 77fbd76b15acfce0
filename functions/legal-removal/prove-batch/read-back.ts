import * as z from 'zod';
import { visibilityUnder } from '#domain/availability';
import type { ItemEffect } from '#domain/case-rows';
import { Action } from '#domain/decision';
import { hasEnded } from '#domain/effects';
import { judgeEffect, judgeRestoration, type OtherRestriction, type Proof } from '#domain/proof';
import { staysRestricted } from '#domain/restoration';
import { PlatformRefusedError, PlatformUnavailableError } from '../../ports/errors.ts';
import type { Platform } from '../../ports/outside.ts';
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

/** What a read-back shows of an item; of a lifted effect also whether something else still restricts the item. */
export type ItemProof = Proof & Pick<ItemEffect, 'staysRestricted'>;

/** Reads one item back and judges it; `unreachable` when the platform does not answer. */
export async function readBackItem(
  platform: Reader,
  work: BatchWork,
  item: CapsuleItem,
  now: string,
): Promise<ItemProof | 'gone' | 'unreachable'> {
  const { effect, prior, reference } = item;
  try {
    const readBack = await platform.readBack(reference);
    if (readBack === null && (await platform.describe(reference)) === null) return 'gone';
    const judge = work.lifting || hasEnded(effect, now) ? judgeRestoration : judgeEffect;
    const proof = judge(effect, prior, readBack);
    const explicable = proof.unproven.some(({ reason }) => reason === 'dark-elsewhere' || reason === 'not-restored');
    const judged = explicable ? judge(effect, prior, readBack, await othersOn(platform, work, item)) : proof;
    if (!work.lifting || readBack === null) return judged;
    return { ...judged, staysRestricted: staysRestricted(effect, prior, readBack) };
  } catch (error) {
    if (error instanceof PlatformUnavailableError || error instanceof PlatformRefusedError) return 'unreachable';
    throw error;
  }
}

/** What a read-back makes of what is known of an item; without one, nothing changes. */
export function afterReadBack(item: ItemEffect, proof: ItemProof | 'gone' | 'unreachable', now: string): ItemEffect {
  if (proof === 'unreachable') return item;
  if (proof === 'gone') return { ...item, state: 'gone', unproven: [], provenAt: null };
  const places = proof.unproven.map(({ component, territory }) => `${component}@${territory}`);
  const unproven = [...new Set(places)];
  const stays = proof.staysRestricted === undefined ? {} : { staysRestricted: proof.staysRestricted };
  return { ...item, ...stays, state: proof.state, unproven, provenAt: proof.state === 'proven' ? now : null };
}

/** Restrictions that other decisions put on the item: they explain what ours does not. */
async function othersOn(
  platform: Reader,
  work: BatchWork,
  { itemId, reference }: CapsuleItem,
): Promise<readonly OtherRestriction[]> {
  const ours = restrictionIdsOf(work, itemId);
  const found = await platform.describe(reference);
  return (found?.restrictions ?? []).flatMap((restriction) => {
    const read = InPlace.safeParse(restriction);
    if (!read.success || ours.includes(read.data.restrictionId)) return [];
    const { action, components, territories } = read.data;
    return [{ components, territories, visibility: visibilityUnder(action) }];
  });
}
