import type * as z from 'zod';
import { batchKey, type ItemEffect, lapsed } from '#domain/case-rows';
import { hasEnded } from '#domain/effects';
import { systemClock } from '#runtime/clock';
import { inTurn } from '#runtime/in-turn';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildPlatform } from '../../parts/platform.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { PlatformRefusedError, PlatformUnavailableError } from '../../ports/errors.ts';
import type { Platform } from '../../ports/outside.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { isActing } from '../shared/acting.ts';
import {
  type BatchWork,
  changeKeyOf,
  openItems,
  preservationKey,
  readBatchWork,
  restrictionIdOf,
  restrictionIdsOf,
} from '../shared/batch-work.ts';
import type { CapsuleItem } from '../shared/capsule.ts';
import { countsAfter } from '../shared/counts.ts';
import { stepEvent } from '../shared/events.ts';
import { loadCase } from '../shared/load-case.ts';
import { applyBatch } from './contract.ts';

type Output = z.input<typeof applyBatch.output>;
type Outcome = 'applied' | 'gone' | 'lapsed' | 'refused' | 'unreachable';

/** What applying uses. */
export interface ApplyBatchDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly platform: Pick<Platform, 'describe' | 'restrict' | 'lift' | 'preserve'>;
  readonly clock: Clock;
}

/**
 * Asks the platform for each open item of the batch, under a key that makes a repetition harmless, and records the
 * outcome per item. One item never fails the others; nothing is done to an item without a sealed capsule.
 */
export async function applyBatchStep(
  dependencies: ApplyBatchDependencies,
  { caseId, batch }: z.output<typeof applyBatch.input>,
): Promise<Output> {
  const { cases, platform, clock } = dependencies;
  const record = await loadCase(cases, caseId);
  if (!isActing(record)) return { effective: false, reachable: true };
  const work = await readBatchWork(dependencies, record, batch);
  // What was asked for and not read back yet needs proof, not another call.
  const items = openItems(work, ({ appliedAt, state }) => appliedAt === null || state === 'failed');
  const outcomes = await inTurn<CapsuleItem, Outcome>(items, (item) => applied(platform, work, item, clock.now()));
  const byItem = new Map(items.map(({ itemId }, index) => [itemId, outcomes[index] ?? 'unreachable']));
  if (outcomes.some(isNews)) await recordOutcomes(dependencies, caseId, work, byItem);
  const inPlace = outcomes.includes('applied') || work.row?.items.some(({ appliedAt }) => appliedAt !== null) === true;
  const reachable = items.length === 0 || outcomes.some((outcome) => outcome !== 'unreachable');
  return { effective: inPlace && !work.lifting, reachable };
}

/** What is recorded of an item; what was refused or not heard is tried again. */
function isNews(outcome: Outcome): boolean {
  return outcome === 'applied' || outcome === 'gone' || outcome === 'lapsed';
}

async function applied(
  platform: ApplyBatchDependencies['platform'],
  work: BatchWork,
  { itemId, reference, effect, hold }: CapsuleItem,
  now: string,
): Promise<Outcome> {
  const { action, components, territories, until } = effect;
  const key = changeKeyOf(work, itemId);
  // What is over before it could be asked for never takes effect.
  if (!work.lifting && hasEnded(effect, now)) return 'lapsed';
  return await answered(async () => {
    try {
      if (work.lifting) await lift(platform, work, { itemId, reference });
      else {
        // A copy that a read-back did not show is asked for again, before anything is done to the item.
        if (isAgain(work, itemId) && hold) {
          await platform.preserve(reference, hold.holdId, hold.until, preservationKey(hold.holdId));
        }
        const restriction = { action, components, territories, until };
        await platform.restrict(reference, restrictionIdOf(work, itemId), restriction, key);
      }
      return 'applied';
    } catch (error) {
      if (!(error instanceof PlatformRefusedError)) throw error;
      // What is not there any more cannot be restricted, and is not tried again.
      return (await platform.describe(reference)) === null ? 'gone' : 'refused';
    }
  });
}

/** Whether an item was asked for before. */
function isAgain({ row }: BatchWork, itemId: string): boolean {
  return row?.items.some((item) => item.itemId === itemId && item.appliedAt !== null) === true;
}

/** Lifts each of our restrictions of an item, every one under a key of its own. */
async function lift(
  platform: Pick<Platform, 'lift'>,
  work: BatchWork,
  { itemId, reference }: Pick<CapsuleItem, 'itemId' | 'reference'>,
): Promise<void> {
  const key = changeKeyOf(work, itemId);
  for (const [index, restrictionId] of restrictionIdsOf(work, itemId).entries()) {
    await platform.lift(reference, restrictionId, index === 0 ? key : `${key}.${index + 1}`);
  }
}

async function answered(ask: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PlatformUnavailableError) return 'unreachable';
    if (error instanceof PlatformRefusedError) return 'refused';
    throw error;
  }
}

async function recordOutcomes(
  { cases, clock }: ApplyBatchDependencies,
  caseId: string,
  { decision: { decisionId }, lifting, row }: BatchWork,
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<void> {
  if (row === null) return;
  const key = batchKey(decisionId, row.batch);
  await cases.change(caseId, (current) => {
    const now = clock.now();
    const items = row.items.map((item) => afterAsking(item, outcomes.get(item.itemId), now));
    const values = [...outcomes.values()];
    const done = values.filter((outcome) => outcome === 'applied').length;
    const gone = values.filter((outcome) => outcome === 'gone').length;
    const over = values.filter((outcome) => outcome === 'lapsed').length;
    const data = { decisionId, batch: row.batch };
    const events = [
      ...(done > 0 ? [stepEvent(applyBatch.step, 'effect.applied', { ...data, items: done })] : []),
      ...(gone > 0 ? [stepEvent(applyBatch.step, 'effect.gone', { ...data, items: gone })] : []),
      ...(over > 0 ? [stepEvent(applyBatch.step, 'effect.lapsed', { ...data, items: over })] : []),
    ];
    const first = lifting || done === 0 ? {} : { firstEffectAt: current.firstEffectAt ?? now };
    // Of a decision that was taken back meanwhile it is recorded what was done, and counted what is to be lifted.
    const counts =
      current.decisionId === decisionId && gone + over > 0
        ? { effects: countsAfter(current.effects, row.items, items) }
        : {};
    return {
      change: { set: { ...first, ...counts }, events, rows: [{ key, value: { ...row, items }, when: 'replace' }] },
      result: null,
    };
  });
}

function afterAsking(item: ItemEffect, outcome: Outcome | undefined, now: string): ItemEffect {
  if (outcome === 'gone') return { ...item, state: 'gone', unproven: [] };
  if (outcome === 'lapsed') return lapsed(item);
  return outcome === 'applied' ? { ...item, appliedAt: now } : item;
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  platform: buildPlatform(),
  clock: systemClock,
}));

/** Lambda entry: acting on one batch. */
export const handler = stepHandler(applyBatch, (input) => applyBatchStep(dependencies(), input));
