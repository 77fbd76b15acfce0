import * as z from 'zod';
import { visibilityUnder } from '#domain/availability';
import type { ItemEffect } from '#domain/case-rows';
import { Action } from '#domain/decision';
import { hasEnded } from '#domain/effects';
import { judgeEffect, judgeRestoration, type OtherRestriction, type Proof } from '#domain/proof';
import { PlatformRefusedError, PlatformUnavailableError } from '../../ports/errors.ts';
import type { Platform } from '../../ports/outside.ts';
import { type LocatedEffect, restrictionIdOf, type Undertaking } from '../shared/acting.ts';
import type { CapsuleItem } from '../shared/capsule.ts';

/** A restriction in place, as far as it can be read. */
const InPlace = z.looseObject({
  restrictionId: z.string(),
  action: Action,
  components: z.array(z.string()),
  territories: z.array(z.string()),
});

type Reader = Pick<Platform, 'describe' | 'readBack'>;

/** Reads one item back and judges it; `unreachable` when the platform does not answer. */
export async function readBackItem(
  platform: Reader,
  undertaking: Undertaking,
  effect: LocatedEffect,
  capsule: CapsuleItem | undefined,
  now: string,
): Promise<Proof | 'gone' | 'unreachable'> {
  try {
    const readBack = await platform.readBack(effect.reference);
    if (readBack === null && (await platform.describe(effect.reference)) === null) return 'gone';
    const prior = capsule?.prior ?? null;
    const judge = undertaking.lifting || hasEnded(effect, now) ? judgeRestoration : judgeEffect;
    const proof = judge(effect, prior, readBack);
    const explicable = proof.unproven.some(({ reason }) => reason === 'dark-elsewhere' || reason === 'not-restored');
    if (!explicable) return proof;
    return judge(effect, prior, readBack, await othersOn(platform, undertaking, effect));
  } catch (error) {
    if (error instanceof PlatformUnavailableError || error instanceof PlatformRefusedError) return 'unreachable';
    throw error;
  }
}

/** What a read-back makes of what is known of an item; without one, nothing changes. */
export function afterReadBack(item: ItemEffect, proof: Proof | 'gone' | 'unreachable', now: string): ItemEffect {
  if (proof === 'unreachable') return item;
  if (proof === 'gone') return { ...item, state: 'proven', unproven: [], provenAt: now };
  const places = proof.unproven.map(({ component, territory }) => `${component}@${territory}`);
  const unproven = [...new Set(places)];
  return { ...item, state: proof.state, unproven, provenAt: proof.state === 'proven' ? now : null };
}

/** Restrictions that other decisions put on the item: they explain what ours does not. */
async function othersOn(
  platform: Reader,
  undertaking: Undertaking,
  effect: LocatedEffect,
): Promise<readonly OtherRestriction[]> {
  const ours = restrictionIdOf(undertaking, effect.itemId);
  const item = await platform.describe(effect.reference);
  return (item?.restrictions ?? []).flatMap((restriction) => {
    const read = InPlace.safeParse(restriction);
    if (!read.success || read.data.restrictionId === ours) return [];
    const { action, components, territories } = read.data;
    return [{ components, territories, visibility: visibilityUnder(action) }];
  });
}
