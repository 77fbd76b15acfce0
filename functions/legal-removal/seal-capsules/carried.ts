import type { ItemEffect } from '#domain/case-rows';
import { isNoWider } from '#domain/effects';
import type { CaseStore } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { isOpen, type LocatedEffect, readBatches, type Undertaking } from '../shared/acting.ts';
import { type CapsuleItem, readCapsule } from '../shared/capsule.ts';

/** An item that an earlier act has restricted: how it stands now, and what it is restored from. */
export interface Carried {
  readonly effect: ItemEffect;
  readonly capsule: CapsuleItem;
}

/** The ports that an earlier act is read through. */
export interface CarryReaders {
  readonly cases: Pick<CaseStore, 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/**
 * Those of `effects` that the act which this one goes on with has put in place, by item. They are not asked for again,
 * unless they were widened, and are restored to how they stood before that act.
 */
export async function carriedItems(
  { cases, documents }: CarryReaders,
  caseId: string,
  { decision: { record } }: Pick<Undertaking, 'decision'>,
  effects: readonly LocatedEffect[],
): Promise<ReadonlyMap<string, Carried>> {
  const before = record.goesOnWith;
  if (before === undefined) return new Map();
  const wanted = new Map(effects.map((effect) => [effect.itemId, effect]));
  const carried = new Map<string, Carried>();
  for (const { items, capsuleKey } of await readBatches(cases, caseId, before)) {
    const inPlace = items.filter(({ itemId, appliedAt }) => wanted.has(itemId) && appliedAt !== null);
    const capsules = inPlace.length === 0 ? new Map<string, CapsuleItem>() : await readCapsule(documents, capsuleKey);
    for (const effect of inPlace) {
      const [capsule, now] = [capsules.get(effect.itemId), wanted.get(effect.itemId)];
      if (capsule === undefined || now === undefined) continue;
      carried.set(effect.itemId, carry({ effect, capsule }, now, { before, present: record.decisionId }));
    }
  }
  return carried;
}

function carry(
  { effect, capsule }: Carried,
  { reference, ...now }: LocatedEffect,
  { before, present }: { readonly before: string; readonly present: string },
): Carried {
  const restrictedBy = effect.restrictedBy ?? [before];
  if (!isOpen(effect) && isNoWider(now, capsule.effect)) return { effect: { ...effect, restrictedBy }, capsule };
  const asked: ItemEffect = { ...effect, state: 'pending', unproven: [], appliedAt: null, provenAt: null };
  return {
    effect: { ...asked, territories: [...now.territories], restrictedBy: [...restrictedBy, present] },
    capsule: { ...capsule, reference, effect: now },
  };
}
