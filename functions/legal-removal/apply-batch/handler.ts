import type * as z from 'zod';
import { batchKey } from '#domain/case-rows';
import { hasEnded } from '#domain/effects';
import { systemClock } from '#runtime/clock';
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
import { type BatchWork, changeKeyOf, openItems, readBatchWork, restrictionIdOf } from '../shared/batch-work.ts';
import type { CapsuleItem } from '../shared/capsule.ts';
import { stepEvent } from '../shared/events.ts';
import { inTurn } from '../shared/in-turn.ts';
import { loadCase } from '../shared/load-case.ts';
import { applyBatch } from './contract.ts';

type Output = z.input<typeof applyBatch.output>;
type Outcome = 'applied' | 'refused' | 'unreachable';

/** What applying uses. */
export interface ApplyBatchDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly platform: Pick<Platform, 'restrict' | 'lift'>;
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
  const done = new Set(items.filter((_, index) => outcomes[index] === 'applied').map(({ itemId }) => itemId));
  if (done.size > 0) await recordApplied(dependencies, caseId, work, done);
  const inPlace = done.size > 0 || work.row?.items.some(({ appliedAt }) => appliedAt !== null) === true;
  const reachable = items.length === 0 || outcomes.some((outcome) => outcome !== 'unreachable');
  return { effective: inPlace && !work.lifting, reachable };
}

async function applied(
  platform: Pick<Platform, 'restrict' | 'lift'>,
  work: BatchWork,
  { itemId, reference, effect }: CapsuleItem,
  now: string,
): Promise<Outcome> {
  const { action, components, territories, until } = effect;
  const restrictionId = restrictionIdOf(work, itemId);
  const key = changeKeyOf(work, itemId);
  // A limited restriction that is over already ended by itself.
  if (!work.lifting && hasEnded(effect, now)) return 'applied';
  try {
    if (work.lifting) await platform.lift(reference, restrictionId, key);
    else await platform.restrict(reference, restrictionId, { action, components, territories, until }, key);
    return 'applied';
  } catch (error) {
    if (error instanceof PlatformUnavailableError) return 'unreachable';
    if (error instanceof PlatformRefusedError) return 'refused';
    throw error;
  }
}

async function recordApplied(
  { cases, clock }: ApplyBatchDependencies,
  caseId: string,
  { decision: { decisionId }, lifting, row }: BatchWork,
  done: ReadonlySet<string>,
): Promise<void> {
  if (row === null) return;
  const key = batchKey(decisionId, row.batch);
  await cases.change(caseId, (current) => {
    const now = clock.now();
    const items = row.items.map((item) => (done.has(item.itemId) ? { ...item, appliedAt: now } : item));
    const event = stepEvent(applyBatch.step, 'effect.applied', { decisionId, batch: row.batch, items: done.size });
    const set = lifting ? {} : { firstEffectAt: current.firstEffectAt ?? now };
    return {
      change: { set, events: [event], rows: [{ key, value: { ...row, items }, when: 'replace' }] },
      result: null,
    };
  });
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  platform: buildPlatform(),
  clock: systemClock,
}));

/** Lambda entry: acting on one batch. */
export const handler = stepHandler(applyBatch, (input) => applyBatchStep(dependencies(), input));
