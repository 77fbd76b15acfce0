import type * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { BatchRow, batchKey } from '#domain/case-rows';
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
import {
  changeKeyOf,
  effectsOfBatch,
  isActing,
  isOpen,
  type LocatedEffect,
  readUndertaking,
  restrictionIdOf,
  type Undertaking,
} from '../shared/acting.ts';
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
  const undertaking = await readUndertaking(dependencies, record);
  const key = batchKey(undertaking.decision.record.decisionId, batch);
  const row = await cases.readRow(caseId, key, BatchRow);
  if (row === null) return { effective: false, reachable: true };
  const open = new Set(row.items.filter(isOpen).map(({ itemId }) => itemId));
  const effects = effectsOfBatch(undertaking, batch).filter(({ itemId }) => open.has(itemId));
  const outcomes = await inTurn<LocatedEffect, Outcome>(effects, (effect) =>
    applied(platform, undertaking, effect, clock.now()),
  );
  const done = new Set(effects.filter((_, index) => outcomes[index] === 'applied').map(({ itemId }) => itemId));
  if (done.size > 0) await recordApplied(dependencies, record, undertaking, row, done);
  const inPlace = done.size > 0 || row.items.some(({ appliedAt }) => appliedAt !== null);
  const reachable = effects.length === 0 || outcomes.some((outcome) => outcome !== 'unreachable');
  return { effective: inPlace && !undertaking.lifting, reachable };
}

async function applied(
  platform: Pick<Platform, 'restrict' | 'lift'>,
  undertaking: Undertaking,
  effect: LocatedEffect,
  now: string,
): Promise<Outcome> {
  const { itemId, reference, action, components, territories, until } = effect;
  const restrictionId = restrictionIdOf(undertaking, itemId);
  const key = changeKeyOf(undertaking, itemId);
  // A limited restriction that is over already ended by itself.
  if (!undertaking.lifting && hasEnded(effect, now)) return 'applied';
  try {
    if (undertaking.lifting) await platform.lift(reference, restrictionId, key);
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
  { caseId }: CaseRecord,
  undertaking: Undertaking,
  row: BatchRow,
  done: ReadonlySet<string>,
): Promise<void> {
  const { decisionId } = undertaking.decision.record;
  await cases.change(caseId, (current) => {
    const now = clock.now();
    const items = row.items.map((item) => (done.has(item.itemId) ? { ...item, appliedAt: now } : item));
    const value: BatchRow = { ...row, items };
    const event = stepEvent(applyBatch.step, 'effect.applied', { decisionId, batch: row.batch, items: done.size });
    const first = undertaking.lifting ? {} : { firstEffectAt: current.firstEffectAt ?? now };
    const rows = [{ key: batchKey(decisionId, row.batch), value, when: 'replace' as const }];
    return { change: { set: first, events: [event], rows }, result: undefined };
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
