import type * as z from 'zod';
import type { CaseRecord, EffectCounts } from '#domain/case';
import { BATCH_SIZE, BatchRow, batchKey, type ItemEffect } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import { systemClock } from '#runtime/clock';
import { inTurn } from '#runtime/in-turn';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildPlatform } from '../../parts/platform.ts';
import type { CaseChange, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Platform } from '../../ports/outside.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { isActing, isOpen, readBatches } from '../shared/acting.ts';
import { type BatchWork, openItems, readBatchWork } from '../shared/batch-work.ts';
import { countIn, countsAfter } from '../shared/counts.ts';
import { stepEvent } from '../shared/events.ts';
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
  const { caseId, batch, reachable } = input;
  const record = await loadCase(cases, caseId);
  if (!isActing(record)) return { stage: nextStep(record), batch, reachable };
  const work = await readBatchWork(dependencies, record, batch);
  if (work.row === null && (await isUnbegun(cases, record))) return { stage: nextStep(record), batch, reachable };
  const shown = work.row === null ? NOTHING : await prove(dependencies, caseId, work, work.row);
  const { pending, failed } = shown.effects ?? record.effects;
  if (shown.takenBack) return { stage: nextStep(await loadCase(cases, caseId)), batch, reachable };
  if (pending + failed === 0) {
    await finishActing(dependencies, caseId, work.decision);
    return { stage: await finishProving(dependencies, caseId, work), batch, reachable };
  }
  return { ...(await next(dependencies, input, work, shown.items > 0)), reachable: reachable && shown.answered };
}

/** What a read-back has shown: how many items that were open before, and the counts after it if they changed. */
interface Shown {
  readonly items: number;
  readonly effects: EffectCounts | null;
  /** False when the platform did not answer for any item. */
  readonly answered: boolean;
  /** True when the decision was taken back while its effects were read. */
  readonly takenBack: boolean;
}

const NOTHING: Shown = { items: 0, effects: null, answered: true, takenBack: false };

/** Whether a decision has effects to bring about and no batch yet: one that was taken while another was carried out. */
async function isUnbegun(cases: Pick<CaseStore, 'listRows'>, record: CaseRecord): Promise<boolean> {
  const { caseId, decisionId, effects } = record;
  if (decisionId === null || effects.pending + effects.failed === 0) return false;
  return (await readBatches(cases, caseId, decisionId)).length === 0;
}

async function prove(
  { cases, platform, clock }: ProveBatchDependencies,
  caseId: string,
  work: BatchWork,
  row: BatchRow,
): Promise<Shown> {
  const asked = openItems(work, ({ appliedAt }) => appliedAt !== null);
  const proofs = await inTurn(asked, (item) => readBackItem(platform, work, item, clock.now()));
  const answered = asked.length === 0 || proofs.some((proof) => proof !== 'unreachable');
  const byItem = new Map(asked.map(({ itemId }, index) => [itemId, proofs[index] ?? 'unreachable']));
  const items = row.items.map((item) => afterReadBack(item, byItem.get(item.itemId) ?? 'unreachable', clock.now()));
  if (items.every((item, index) => item.state === row.items[index]?.state)) return { ...NOTHING, answered };
  const shown = row.items.filter(isOpen).length - items.filter(isOpen).length;
  return await cases.change(caseId, (current): Decided<Shown> => {
    const takenBack = current.decisionId !== row.decisionId;
    const effects = takenBack ? current.effects : countsAfter(current.effects, row.items, items);
    const result = { items: shown, effects, answered, takenBack };
    return { change: proofChange(current, row, items, effects), result };
  });
}

function proofChange(
  current: CaseRecord,
  row: BatchRow,
  items: readonly ItemEffect[],
  effects: EffectCounts,
): CaseChange {
  const { decisionId, batch } = row;
  const proven = countIn(items, 'proven') - countIn(row.items, 'proven');
  const over = items.filter(isLapsed).length - row.items.filter(isLapsed).length;
  const gone = countIn(items, 'gone') - countIn(row.items, 'gone') - over;
  const open = items.filter(isOpen).length;
  const events = [
    ...(gone > 0 ? [stepEvent(proveBatch.step, 'effect.gone', { decisionId, batch, items: gone })] : []),
    ...(over > 0 ? [stepEvent(proveBatch.step, 'effect.lapsed', { decisionId, batch, items: over })] : []),
    ...(proven > 0 ? [stepEvent(proveBatch.step, 'effect.proven', { decisionId, batch, items: proven })] : []),
    ...(open > 0 ? [stepEvent(proveBatch.step, 'effect.unproven', { decisionId, batch, items: open })] : []),
  ];
  // The usual case, one batch proven at once, ends acting in the same transaction.
  const [transition, type] = endOf(current);
  const stands = current.decisionId === decisionId;
  const ends = stands && transition !== null && effects.pending + effects.failed === 0;
  return {
    ...(ends && { transition }),
    set: { effects, ...(ends && { stage: 'prove' as const }) },
    events: ends ? [...events, stepEvent(proveBatch.step, type)] : events,
    rows: [{ key: batchKey(decisionId, batch), value: { ...row, items }, when: 'replace' }],
  };
}

function isLapsed(item: ItemEffect): boolean {
  return item.lapsed === true;
}

/**
 * At first every batch is tried while the platform answers; afterwards only those with something open, as long as a
 * try gains something. A round ends at the first batch that gains nothing, and the next begins behind it.
 */
async function next(
  dependencies: ProveBatchDependencies,
  { caseId, batch, round, reachable }: Input,
  { decision }: BatchWork,
  progress: boolean,
): Promise<Omit<Output, 'reachable'>> {
  const { decisionId, itemCount } = decision;
  const batches = Math.ceil(itemCount / BATCH_SIZE);
  if (round === 0 && reachable && batch + 1 < batches) return { stage: 'batch', batch: batch + 1 };
  const neighbour = progress ? await readOpen(dependencies.cases, caseId, batchKey(decisionId, batch + 1)) : null;
  if (neighbour !== null) return { stage: 'batch', batch: neighbour.batch };
  const rows = await readBatches(dependencies.cases, caseId, decisionId);
  if (rows.every(({ items }) => items.every((item) => !isOpen(item) || item.appliedAt !== null))) {
    await finishActing(dependencies, caseId, decision);
  }
  const open = rows.filter(({ items }) => items.some(isOpen)).map((row) => row.batch);
  const later = open.find((candidate) => candidate > batch);
  if (progress && later !== undefined) return { stage: 'batch', batch: later };
  return { stage: 'pause', batch: reachable ? (later ?? open[0] ?? 0) : batch };
}

/** The batch under a key while it has something open: looked at before all the others are, which may be many. */
async function readOpen(cases: Pick<CaseStore, 'readRow'>, caseId: string, key: string): Promise<BatchRow | null> {
  const row = await cases.readRow(caseId, key, BatchRow);
  return row?.items.some(isOpen) === true ? row : null;
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  platform: buildPlatform(),
  clock: systemClock,
}));

/** Lambda entry: proving one batch. */
export const handler = stepHandler(proveBatch, (input) => proveBatchStep(dependencies(), input));
