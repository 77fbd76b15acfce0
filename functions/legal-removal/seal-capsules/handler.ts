import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { type BatchRow, batchKey, type ItemEffect } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import { systemClock } from '#runtime/clock';
import { randomIds } from '#runtime/ids';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildPlatform } from '../../parts/platform.ts';
import { buildVault } from '../../parts/vault.ts';
import type { CaseChange, CaseStore, RowPut } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Platform } from '../../ports/outside.ts';
import type { DocumentStore, Vault } from '../../ports/vault.ts';
import {
  batchesOf,
  effectsOfBatch,
  isActing,
  isOpen,
  readBatches,
  readUndertaking,
  type Undertaking,
} from '../shared/acting.ts';
import { batchesToLift } from '../shared/batches-to-lift.ts';
import type { Capsule } from '../shared/capsule.ts';
import { countsAfter } from '../shared/counts.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf, loadCase } from '../shared/load-case.ts';
import { isSealed } from '../shared/restricted-batches.ts';
import { meetUploaders } from '../shared/uploaders.ts';
import { carriedItems } from './carried.ts';
import { carryOut } from './carry-out.ts';
import { sealCapsules } from './contract.ts';
import { keepCapsule, newItemEffect } from './keep-capsule.ts';
import { type Hold, holdUntil, lookAtItems } from './look.ts';
import { preserveItems } from './preserve.ts';

type Output = z.input<typeof sealCapsules.output>;

/** What sealing uses. */
export interface SealCapsulesDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'readRow' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put' | 'replace'>;
  readonly vault: Pick<Vault, 'key' | 'ensureKey'>;
  readonly platform: Pick<Platform, 'describe' | 'readBack' | 'preserve'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'id'>;
}

/** Batches sealed by one invocation: a hundred items, three calls each. */
const SEALED_AT_ONCE = 4;
/** Batches taken over by one transaction when restrictions are lifted. */
const TAKEN_OVER_AT_ONCE = 40;

/**
 * Seals the capsules that are missing; for a lifting decision, takes over those of the decision it takes back. On a demand
 * for information, preserves what it names before anybody reviews it; of a complaint, carries out that it was upheld.
 */
export async function sealCapsulesStep(
  dependencies: SealCapsulesDependencies,
  { caseId, batch }: z.output<typeof sealCapsules.input>,
): Promise<Output> {
  const record = await loadCase(dependencies.cases, caseId);
  if (nextStep(record) === 'preserve') return await preserveItems(dependencies, record, batch);
  if (!isActing(record)) return { stage: nextStep(record), batch, reachable: true };
  if (record.complaint !== undefined) return await carryOut(dependencies, record, record.complaint, batch);
  const undertaking = await readUndertaking(dependencies, record);
  const rows = await readBatches(dependencies.cases, caseId, undertaking.decision.record.decisionId);
  if (undertaking.lifting) return await takeOver(dependencies, record, undertaking, rows, batch);
  const sealed = new Set(rows.filter(isSealed).map((row) => row.batch));
  const missing = Array.from({ length: batchesOf(undertaking) }, (_, index) => index).filter(
    (index) => !sealed.has(index),
  );
  if (missing.length === 0) return { stage: 'batch', batch: openBatch(rows, batch), reachable: true };
  for (const index of missing.slice(0, SEALED_AT_ONCE)) {
    if (await sealBatch(dependencies, record, undertaking, index)) continue;
    await showPending(dependencies.cases, record, undertaking, rows);
    return { stage: 'pause', batch, reachable: false };
  }
  return { stage: missing.length > SEALED_AT_ONCE ? 'capsules' : 'batch', batch, reachable: true };
}

/** While the platform does not answer, what is still to be done is shown: rows without a capsule, never acted upon. */
async function showPending(
  cases: SealCapsulesDependencies['cases'],
  { caseId }: CaseRecord,
  undertaking: Undertaking,
  rows: readonly BatchRow[],
): Promise<void> {
  const { decisionId } = undertaking.decision.record;
  const missing = Array.from({ length: batchesOf(undertaking) }, (_, index) => index).filter((index) =>
    rows.every(({ batch }) => batch !== index),
  );
  const shown = missing.slice(0, TAKEN_OVER_AT_ONCE).map((batch): RowPut => {
    const items = effectsOfBatch(undertaking, batch).map((effect) => newItemEffect(effect, null, undefined));
    const value: BatchRow = { decisionId, batch, capsuleKey: null, items };
    return { key: batchKey(decisionId, batch), value, when: 'replace' };
  });
  if (shown.length === 0) return;
  const events = [stepEvent('seal-capsules', 'platform.unavailable', { decisionId, batches: shown.length })];
  const effects = { pending: undertaking.effects.length, proven: 0, failed: 0 };
  const set = rows.some(isSealed) ? {} : { effects };
  await cases.change(caseId, (current) => {
    if (current.decisionId !== decisionId) return { result: undefined };
    return { change: { set, events, rows: shown }, result: undefined };
  });
}

/** The batch to go on with: the one asked for while it has something open, else the first that has. */
function openBatch(rows: readonly BatchRow[], asked: number): number {
  const open = rows.filter(({ items }) => items.some(isOpen)).map((row) => row.batch);
  return open.includes(asked) ? asked : (open[0] ?? 0);
}

/** False when the platform does not answer: then nothing was recorded. */
async function sealBatch(
  dependencies: SealCapsulesDependencies,
  record: CaseRecord,
  undertaking: Undertaking,
  batch: number,
): Promise<boolean> {
  const { platform, calendar, clock } = dependencies;
  const { caseId } = record;
  const { decisionId, decidedAt } = undertaking.decision.record;
  const until = holdUntil(basisOf(record), decidedAt, calendar);
  const hold = until === null ? null : { until, keyPrefix: decisionId };
  const effects = effectsOfBatch(undertaking, batch);
  const carried = await carriedItems(dependencies, caseId, undertaking, effects);
  const fresh = effects.filter(({ itemId }) => !carried.has(itemId));
  const looks = await lookAtItems(platform, fresh, hold);
  if (looks === null) return false;
  const lookOf = new Map(looks.map((look) => [look.capsule.itemId, look]));
  const met = await meetUploaders(
    dependencies,
    caseId,
    looks.flatMap(({ item }) => item?.uploader ?? []),
  );
  const capsules = effects.flatMap(({ reference, ...effect }) => {
    const look = lookOf.get(effect.itemId);
    return carried.get(effect.itemId)?.capsule ?? (look === undefined ? [] : { ...look.capsule, effect });
  });
  const capsule: Capsule = { decisionId, batch, sealedAt: clock.now(), items: capsules };
  const { capsuleKey, commitment } = await keepCapsule(dependencies, caseId, capsule);
  const items = effects.map((effect): ItemEffect => {
    const look = lookOf.get(effect.itemId);
    const person = met.personOf.get(look?.item?.uploader.id ?? '') ?? null;
    return carried.get(effect.itemId)?.effect ?? newItemEffect(effect, person, look);
  });
  const sealed = {
    ...stepEvent('seal-capsules', 'capsule.sealed', { decisionId, batch, items: items.length }),
    commitments: [commitment],
  };
  const gone = looks.filter(({ item }) => item === null).length;
  const missed = gone === 0 ? [] : [stepEvent('seal-capsules', 'effect.gone', { decisionId, batch, items: gone })];
  const events = [...preservedEvents(hold, looks.length - gone), sealed, ...missed];
  const row: BatchRow = { decisionId, batch, capsuleKey, items };
  const rows = [...met.rows, { key: batchKey(decisionId, batch), value: row, when: 'replace' as const }];
  await dependencies.cases.change(caseId, (current) => ({
    // A decision that was taken back meanwhile has its capsule, and no say in what is counted.
    change: { set: current.decisionId === decisionId ? counted(current, undertaking, batch, items) : {}, events, rows },
    result: undefined,
  }));
  return true;
}

function preservedEvents(hold: Hold | null, items: number): CaseChange['events'] {
  return hold === null || items === 0
    ? []
    : [stepEvent('seal-capsules', 'content.preserved', { items, until: hold.until })];
}

/** The counts of the decision's effects; the first batch starts them anew. */
function counted(
  current: CaseRecord,
  { effects }: Undertaking,
  batch: number,
  items: readonly ItemEffect[],
): Partial<Pick<CaseRecord, 'effects' | 'stage'>> {
  const before = batch === 0 ? { pending: effects.length, proven: 0, failed: 0 } : current.effects;
  const asked = items.map(() => ({ state: 'pending' as const }));
  return { effects: countsAfter(before, asked, items), stage: 'act' };
}

async function takeOver(
  { cases }: SealCapsulesDependencies,
  record: CaseRecord,
  undertaking: Undertaking,
  rows: readonly BatchRow[],
  batch: number,
): Promise<Output> {
  const { caseId } = record;
  const { decisionId } = undertaking.decision.record;
  const restricted = await batchesToLift(cases, undertaking);
  const missing = restricted.filter((row) => rows.every((taken) => taken.batch !== row.batch));
  const begins = rows.length === 0 && record.stage === 'restore' && record.effects.pending > 0;
  if (missing.length === 0 && !begins) return { stage: 'batch', batch: openBatch(rows, batch), reachable: true };
  const now = missing.slice(0, TAKEN_OVER_AT_ONCE).map((row) => lifted(row, decisionId));
  const puts: RowPut[] = now.map((row) => ({ key: batchKey(decisionId, row.batch), value: row, when: 'replace' }));
  const event = stepEvent('seal-capsules', 'restoring.started', { decisionId, batches: now.length });
  const all = restricted.flatMap((row) => lifted(row, decisionId).items);
  const effects = countsAfter({ pending: 0, proven: 0, failed: 0 }, [], all);
  const set = rows.length === 0 ? { effects, stage: 'restore' as const } : {};
  await cases.change(caseId, () => ({ change: { set, events: [event], rows: puts }, result: undefined }));
  return { stage: missing.length > TAKEN_OVER_AT_ONCE ? 'capsules' : 'batch', batch, reachable: true };
}

/** The batch of a restriction as the batch of its lifting: what was never there need not be lifted. */
function lifted(row: BatchRow, decisionId: string): BatchRow {
  const items = row.items.map((item): ItemEffect => {
    const untouched = !isOpen(item) && item.appliedAt === null;
    return untouched ? item : { ...item, state: 'pending', unproven: [], appliedAt: null, provenAt: null };
  });
  return { ...row, decisionId, items };
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  vault: buildVault(),
  platform: buildPlatform(),
  calendar: holidayCalendar(),
  clock: systemClock,
  ids: randomIds,
}));

/** Lambda entry: before anything is done to an item. */
export const handler = stepHandler(sealCapsules, (input) => sealCapsulesStep(dependencies(), input));
