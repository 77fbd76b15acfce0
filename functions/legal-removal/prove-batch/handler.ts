import type * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { BatchRow, batchKey, type ItemEffect } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildPlatform } from '../../parts/platform.ts';
import type { CaseChange, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Platform } from '../../ports/outside.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { effectsOfBatch, isActing, isOpen, readBatches, readUndertaking, type Undertaking } from '../shared/acting.ts';
import { readCapsule } from '../shared/capsule.ts';
import { stepEvent } from '../shared/events.ts';
import { inTurn } from '../shared/in-turn.ts';
import { loadCase } from '../shared/load-case.ts';
import { proveBatch } from './contract.ts';
import { endOf, finishActing, finishProving } from './finish.ts';
import { afterReadBack, readBackItem } from './read-back.ts';

type Input = z.output<typeof proveBatch.input>;
type Output = z.input<typeof proveBatch.output>;

/** What proving uses. */
export interface ProveBatchDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get'>;
  readonly platform: Pick<Platform, 'describe' | 'readBack'>;
  readonly clock: Clock;
}

/** Reads back what was asked for of one batch, records what is shown per item, and finds the next batch. */
export async function proveBatchStep(dependencies: ProveBatchDependencies, input: Input): Promise<Output> {
  const { cases } = dependencies;
  const { caseId, batch } = input;
  const record = await loadCase(cases, caseId);
  if (!isActing(record)) return { stage: nextStep(record), batch };
  const undertaking = await readUndertaking(dependencies, record);
  const key = batchKey(undertaking.decision.record.decisionId, batch);
  const row = await cases.readRow(caseId, key, BatchRow);
  const shown = row === null ? 0 : await prove(dependencies, record, undertaking, row);
  const after = await loadCase(cases, caseId);
  if (after.effects.pending + after.effects.failed === 0) {
    await finishActing(dependencies, caseId);
    return { stage: await finishProving(dependencies, caseId, undertaking), batch };
  }
  return await next(dependencies, input, undertaking, shown > 0);
}

/** How many items were shown as decided that were open before. */
async function prove(
  { cases, documents, platform, clock }: ProveBatchDependencies,
  record: CaseRecord,
  undertaking: Undertaking,
  row: BatchRow,
): Promise<number> {
  const capsule = await readCapsule(documents, row.capsuleKey);
  const asked = new Set(row.items.filter((item) => isOpen(item) && item.appliedAt !== null).map((item) => item.itemId));
  const effects = effectsOfBatch(undertaking, row.batch).filter(({ itemId }) => asked.has(itemId));
  const proofs = await inTurn(effects, (effect) =>
    readBackItem(platform, undertaking, effect, capsule.get(effect.itemId), clock.now()),
  );
  const byItem = new Map(effects.map(({ itemId }, index) => [itemId, proofs[index] ?? 'unreachable']));
  const items = row.items.map((item) => afterReadBack(item, byItem.get(item.itemId) ?? 'unreachable', clock.now()));
  const changed = items.some((item, index) => item.state !== row.items[index]?.state);
  if (changed) {
    await cases.change(
      record.caseId,
      (current): Decided<undefined> => ({
        change: proofChange(current, row, items),
        result: undefined,
      }),
    );
  }
  return row.items.filter(isOpen).length - items.filter(isOpen).length;
}

function proofChange(current: CaseRecord, row: BatchRow, items: readonly ItemEffect[]): CaseChange {
  const { decisionId, batch } = row;
  const by = (state: ItemEffect['state']): number =>
    current.effects[state] + count(items, state) - count(row.items, state);
  const effects = { pending: by('pending'), proven: by('proven'), failed: by('failed') };
  const unproven = items.filter(({ state }) => state === 'failed').length;
  const data = { decisionId, batch, proven: count(items, 'proven') };
  const events = [
    stepEvent(proveBatch.step, 'effect.proven', data),
    ...(unproven > 0 ? [stepEvent(proveBatch.step, 'effect.unproven', { decisionId, batch, items: unproven })] : []),
  ];
  // The usual case, one batch proven at once, ends acting in the same transaction.
  const [transition, type] = endOf(current);
  const ends = transition !== null && effects.pending + effects.failed === 0;
  return {
    ...(ends && { transition }),
    set: { effects, ...(ends && { stage: 'prove' as const }) },
    events: ends ? [...events, stepEvent(proveBatch.step, type)] : events,
    rows: [{ key: batchKey(decisionId, batch), value: { ...row, items }, when: 'replace' }],
  };
}

function count(items: readonly ItemEffect[], state: ItemEffect['state']): number {
  return items.filter((item) => item.state === state).length;
}

/**
 * At first every batch is tried while the platform answers; afterwards only those with something open, as long as a
 * try gains something. A round ends at the first batch that gains nothing, and the next begins behind it.
 */
async function next(
  dependencies: ProveBatchDependencies,
  { caseId, batch, round, reachable }: Input,
  undertaking: Undertaking,
  progress: boolean,
): Promise<Output> {
  if (round === 0 && reachable && batch + 1 < undertaking.batches) return { stage: 'batch', batch: batch + 1 };
  const rows = await readBatches(dependencies.cases, caseId, undertaking.decision.record.decisionId);
  if (rows.every(({ items }) => items.every((item) => !isOpen(item) || item.appliedAt !== null))) {
    await finishActing(dependencies, caseId);
  }
  const open = rows.filter(({ items }) => items.some(isOpen)).map((row) => row.batch);
  const later = open.find((candidate) => candidate > batch);
  if (progress && later !== undefined) return { stage: 'batch', batch: later };
  return { stage: 'pause', batch: reachable ? (later ?? open[0] ?? 0) : batch };
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  platform: buildPlatform(),
  clock: systemClock,
}));

/** Lambda entry: proving one batch. */
export const handler = stepHandler(proveBatch, (input) => proveBatchStep(dependencies(), input));
