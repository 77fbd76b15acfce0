import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { informationDueAt } from '#domain/case-clocks';
import { nextStep } from '#domain/case-run';
import type { Completeness } from '#domain/completeness';
import { normalInstant } from '#domain/instant';
import type { Item } from '#domain/item';
import { locateItems } from '#domain/locate';
import { claimedItems, workUrls } from '#domain/submission';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import type { CaseChange, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { PlatformUnavailableError } from '../../ports/errors.ts';
import type { Platform } from '../../ports/outside.ts';
import { CASE_SECRET, type DocumentStore } from '../../ports/vault.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf, loadCase } from '../shared/load-case.ts';
import { readInformation, readRequest } from '../shared/submission.ts';
import { validate } from './contract.ts';
import { judgeDemand } from './judge.ts';

type Output = z.input<typeof validate.output>;

/** What validation uses. */
export interface ValidateDependencies {
  readonly cases: Pick<CaseStore, 'load' | 'change' | 'listRows'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
  readonly platform: Pick<Platform, 'describe'>;
  readonly platformUrl: string;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** How often somebody is asked before a person takes over. */
const MOST_ROUNDS = 3;
/** How many items are looked up on the platform before one with a good address counts as found. */
const LOOKED_UP = 25;

/**
 * Judges the demand. What cannot be located is asked for and waited for, at most three times; after that, and when
 * nobody answers in time, a person reviews it: nothing is ever refused by rule.
 */
export async function validateStep(
  dependencies: ValidateDependencies,
  { caseId }: z.output<typeof validate.input>,
): Promise<Output> {
  const { cases, clock } = dependencies;
  const record = await loadCase(cases, caseId);
  if (record.state === 'awaiting-information') return await afterWaiting(dependencies, caseId);
  if (record.state !== 'received' && record.state !== 'validating') {
    return { stage: nextStep(record), ask: false, wakeAt: clock.now() };
  }
  if (record.state === 'received') await start(cases, caseId);
  const { completeness, items } = await judge(dependencies, record);
  return await cases.change(caseId, (current) => conclude(dependencies, current, completeness, items.length));
}

async function start(cases: ValidateDependencies['cases'], caseId: string): Promise<void> {
  await cases.change(caseId, (record) =>
    record.state === 'received'
      ? {
          change: { transition: 'startValidation', events: [stepEvent('validate', 'validation.started')] },
          result: undefined,
        }
      : { result: undefined },
  );
}

async function judge(
  dependencies: ValidateDependencies,
  record: CaseRecord,
): Promise<{ readonly completeness: Completeness; readonly items: readonly Item[] }> {
  const { documents, platform, platformUrl } = dependencies;
  const kept = await readRequest(documents, record);
  const information = await readInformation(dependencies, record.caseId);
  const located = locateItems(claimedItems(kept, information), workUrls(kept), platformUrl);
  await documents.put(record.caseId, CASE_SECRET, 'items', located.items);
  const anyItemKnown = await isAnyKnown(platform, located.items);
  const completeness = judgeDemand({ basis: basisOf(record), kept, information, located, anyItemKnown });
  return { completeness, items: located.items };
}

/** A platform that is down keeps nobody from review: then a good address is enough. */
async function isAnyKnown(platform: Pick<Platform, 'describe'>, items: readonly Item[]): Promise<boolean> {
  const references = items.flatMap(({ reference }) => reference ?? []);
  try {
    for (const reference of references.slice(0, LOOKED_UP)) {
      if ((await platform.describe(reference)) !== null) return true;
    }
  } catch (error) {
    if (error instanceof PlatformUnavailableError) return true;
    throw error;
  }
  return references.length > LOOKED_UP;
}

function conclude(
  { calendar, clock }: ValidateDependencies,
  record: CaseRecord,
  { verdict, missing, noted }: Completeness,
  itemCount: number,
): Decided<Output> {
  const now = clock.now();
  const ask = verdict !== 'wrong-door' && missing.length > 0;
  if (record.state !== 'validating') return { result: { stage: nextStep(record), ask: false, wakeAt: now } };
  if (record.stage !== 'validate') return { result: { stage: nextStep(record), ask, wakeAt: now } };
  const finished = stepEvent('validate', 'validation.finished', { verdict, missing: [...missing], noted: [...noted] });
  const found = { missing: [...missing], itemCount };
  if (verdict === 'wrong-door') {
    const set = { ...found, outcome: 'rerouted', stage: 'notify' } as const;
    const events = [finished, stepEvent('validate', 'case.rerouted')];
    return { change: { transition: 'reroute', set, events }, result: { stage: 'notify', ask: false, wakeAt: now } };
  }
  const dueAt = verdict === 'unlocatable' ? informationDueAt(basisOf(record), now, calendar) : null;
  if (dueAt !== null && record.informationRound < MOST_ROUNDS) {
    const change = asking(record, normalInstant(dueAt), { events: [finished], set: found });
    return { change, result: { stage: 'information', ask: true, wakeAt: normalInstant(dueAt) } };
  }
  const pageId = `${record.caseId}-unlocatable`;
  const change: CaseChange = {
    set: { ...found, stage: 'plan' },
    events: [finished],
    outbox: verdict === 'unlocatable' ? [{ kind: 'page', pageId, reason: 'cannot-be-located' }] : [],
  };
  return { change, result: { stage: 'plan', ask, wakeAt: now } };
}

function asking(record: CaseRecord, dueAt: string, { events, set }: Pick<CaseChange, 'events' | 'set'>): CaseChange {
  const round = record.informationRound + 1;
  return {
    transition: 'askForInformation',
    set: { ...set, informationRound: round, informationDueAt: dueAt },
    events: [...events, stepEvent('validate', 'information.requested', { round, dueAt })],
  };
}

/** The wait is over by silence, or it is not over yet. */
async function afterWaiting({ cases, clock }: ValidateDependencies, caseId: string): Promise<Output> {
  return await cases.change(caseId, (record): Decided<Output> => {
    const now = clock.now();
    if (record.state !== 'awaiting-information') {
      return { result: { stage: nextStep(record), ask: false, wakeAt: now } };
    }
    const dueAt = record.informationDueAt ?? now;
    if (dueAt > now) return { result: { stage: 'information', ask: true, wakeAt: dueAt } };
    if (record.stage === 'plan') return { result: { stage: 'plan', ask: false, wakeAt: now } };
    const events = [stepEvent('validate', 'information.timed-out', { round: record.informationRound })];
    return { change: { set: { stage: 'plan' }, events }, result: { stage: 'plan', ask: false, wakeAt: now } };
  });
}

const dependencies = lazily(() => ({
  cases: buildCases(),
  documents: buildDocuments(),
  platform: buildPlatform(),
  platformUrl: platformUrl(),
  calendar: holidayCalendar(),
  clock: systemClock,
}));

/** Lambda entry: the first look at a demand, and again after each answer. */
export const handler = stepHandler(validate, (input) => validateStep(dependencies(), input));
