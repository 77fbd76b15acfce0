import type * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { BATCH_SIZE, type BatchRow, batchKey, PRESERVED } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import type { Item } from '#domain/item';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { PlatformUnavailableError } from '../../ports/errors.ts';
import type { Platform } from '../../ports/outside.ts';
import type { DocumentStore, Vault } from '../../ports/vault.ts';
import { readBatches } from '../shared/acting.ts';
import { stepEvent } from '../shared/events.ts';
import { readItems } from '../shared/submission.ts';
import { meetUploaders } from '../shared/uploaders.ts';
import type { sealCapsules } from './contract.ts';
import { type CapsuleStores, keepCapsule, newItemEffect } from './keep-capsule.ts';
import { type Located, lookAtItems } from './look.ts';

/** What preserving uses. */
export interface PreserveDependencies extends CapsuleStores {
  readonly cases: Pick<CaseStore, 'change' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put' | 'replace'>;
  readonly vault: Pick<Vault, 'key' | 'ensureKey'>;
  readonly platform: Pick<Platform, 'describe' | 'readBack' | 'preserve'>;
  readonly clock: Clock;
}

type Output = z.input<typeof sealCapsules.output>;

/**
 * Preserves one batch of what a demand for information names: how each item stands on the platform, and whose it is.
 * Nothing on the platform is changed. Once every batch is there, a person reviews the demand.
 * @throws PlatformUnavailableError when the platform does not answer: it is tried again, then parked
 */
export async function preserveItems(
  dependencies: PreserveDependencies,
  record: CaseRecord,
  batch: number,
): Promise<Output> {
  const { cases, documents } = dependencies;
  const { caseId } = record;
  const named = (await readItems(documents, caseId)).flatMap(located);
  const batches = Array.from({ length: Math.ceil(named.length / BATCH_SIZE) }, (_, index) =>
    named.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE),
  );
  const known = await readBatches(cases, caseId, PRESERVED);
  const next = batches.findIndex((items, index) => !isPreserved(known[index], items));
  if (next >= 0) {
    await preserveBatch(dependencies, caseId, next, batches[next] ?? []);
    return { stage: 'preserve', batch, reachable: true };
  }
  return await cases.change<Output>(caseId, (current) => {
    if (nextStep(current) !== 'preserve') return { result: { stage: nextStep(current), batch, reachable: true } };
    const events = [stepEvent('seal-capsules', 'review.started')];
    const change = { transition: 'sendToReview', set: { stage: 'review' }, events } as const;
    return { change, result: { stage: 'review', batch, reachable: true } };
  });
}

function located({ itemId, reference }: Item): Located[] {
  return reference === null ? [] : [{ itemId, reference }];
}

/** Nothing is done to what is preserved. */
const NOWHERE = { territories: [], until: null };

function isPreserved(row: BatchRow | undefined, items: readonly Located[]): boolean {
  return row?.items.length === items.length && items.every(({ itemId }, index) => row.items[index]?.itemId === itemId);
}

async function preserveBatch(
  dependencies: PreserveDependencies,
  caseId: string,
  batch: number,
  items: readonly Located[],
): Promise<void> {
  const { cases, platform, clock } = dependencies;
  const looks = await lookAtItems(platform, items, null);
  if (looks === null) throw new PlatformUnavailableError('the platform did not answer for what is to be preserved');
  const uploaders = looks.flatMap(({ item }) => item?.uploader ?? []);
  const met = await meetUploaders(dependencies, caseId, uploaders);
  const capsule = { decisionId: PRESERVED, batch, sealedAt: clock.now(), items: looks.map((look) => look.capsule) };
  const { capsuleKey, commitment } = await keepCapsule(dependencies, caseId, capsule);
  const effects = items.map((item, index) => {
    const look = looks[index];
    return newItemEffect({ ...item, ...NOWHERE }, met.personOf.get(look?.item?.uploader.id ?? '') ?? null, look);
  });
  const row: BatchRow = { decisionId: PRESERVED, batch, capsuleKey, items: effects };
  const gone = effects.filter(({ state }) => state === 'gone').length;
  const data = { batch, items: items.length - gone, gone };
  const sealed = { ...stepEvent('seal-capsules', 'data.preserved', data), commitments: [commitment] };
  await cases.change(caseId, () => ({
    change: { events: [sealed], rows: [...met.rows, { key: batchKey(PRESERVED, batch), value: row, when: 'replace' }] },
    result: undefined,
  }));
}
