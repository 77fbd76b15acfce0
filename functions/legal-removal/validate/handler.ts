import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { informationDueAt } from '#domain/case-clocks';
import { InformationRow } from '#domain/case-rows';
import { nextStep } from '#domain/case-run';
import type { Completeness } from '#domain/completeness';
import { normalInstant } from '#domain/instant';
import { asFound, type Item } from '#domain/item';
import { locateItems } from '#domain/locate';
import { claimedItems, workUrls } from '#domain/submission';
import { systemClock } from '#runtime/clock';
import { lazily } from '#runtime/lazily';
import { type KnownItems, lookUpItems } from '#runtime/look-up-items';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildPlatform, platformUrl } from '../../parts/platform.ts';
import type { CaseChange, CaseRows, CaseStore, Decided } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Platform } from '../../ports/outside.ts';
import { CASE_SECRET, type DocumentStore } from '../../ports/vault.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf, openCase } from '../shared/load-case.ts';
import { openMessages } from '../shared/open-messages.ts';
import { readInformation, readRequest } from '../shared/submission.ts';
import { validate } from './contract.ts';
import { correctedItems, judgeDemand } from './judge.ts';

type Output = z.input<typeof validate.output>;

/** What validation uses. */
export interface ValidateDependencies {
  readonly cases: Pick<CaseStore, 'open' | 'change'>;
  readonly documents: Pick<DocumentStore, 'get' | 'replace'>;
  readonly platform: Pick<Platform, 'describe'>;
  readonly platformUrl: string;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** Nobody is asked for anything, and nothing is to be handed over first. */
const QUIET = { ask: false, owes: false } as const;
/** How often somebody is asked before a person takes over. */
const MOST_ROUNDS = 3;
/** How many items are looked up on the platform; the rest counts as found until a decision is carried out. */
const LOOKED_UP = 48;

/**
 * Judges the demand. What cannot be located is asked for and waited for, at most three times; after that, and when
 * nobody answers in time, a person reviews it: nothing is ever refused by rule.
 */
export async function validateStep(
  dependencies: ValidateDependencies,
  { caseId }: z.output<typeof validate.input>,
): Promise<Output> {
  const { cases, clock } = dependencies;
  const { record, rows } = await openCase(cases, caseId);
  if (record.state === 'awaiting-information') return await afterWaiting(dependencies, caseId);
  if (record.state !== 'received' && record.state !== 'validating') {
    return { stage: nextStep(record), ...QUIET, wakeAt: clock.now() };
  }
  if (record.state === 'received') await start(cases, caseId);
  const judged = await judge(dependencies, record, rows);
  return await cases.change(caseId, async (current, now) => {
    const sent = await countInformation(now, caseId);
    // What arrived while the demand was judged is judged as well.
    if (sent > judged.informationRead && current.state === 'validating') {
      return { result: { stage: 'validate', ...QUIET, wakeAt: clock.now() } };
    }
    return conclude(dependencies, current, judged);
  });
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

/** A demand as judged: what it lacks, how many items it has, and how many pieces of information that rests on. */
interface Judged {
  readonly completeness: Completeness;
  readonly itemCount: number;
  readonly informationRead: number;
}

async function countInformation(rows: Pick<CaseRows, 'listRows'>, caseId: string): Promise<number> {
  return (await rows.listRows(caseId, 'INFORMATION#', InformationRow)).length;
}

async function judge(dependencies: ValidateDependencies, record: CaseRecord, rows: CaseRows): Promise<Judged> {
  const { documents, platform, platformUrl } = dependencies;
  const informationRead = await countInformation(rows, record.caseId);
  const kept = await readRequest(documents, record);
  const information = await readInformation({ cases: rows, documents }, record.caseId);
  const found = locateItems(claimedItems(kept, information), workUrls(kept), platformUrl);
  const known = await lookUpItems(platform, found.items, LOOKED_UP);
  const located = { ...found, items: found.items.map((item) => asKnown(item, known)) };
  await documents.replace(record.caseId, CASE_SECRET, 'items', located.items);
  const completeness = judgeDemand({ basis: basisOf(record), kept, information, located });
  return { completeness, itemCount: located.items.length - correctedItems(located.items), informationRead };
}

/** A platform that is down keeps nobody from review: then a good address is enough. */
function asKnown(item: Item, known: KnownItems): Item {
  const parts = known.get(item.itemId);
  return parts === undefined ? item : asFound(item, parts);
}

function conclude({ calendar, clock }: ValidateDependencies, record: CaseRecord, judged: Judged): Decided<Output> {
  const now = clock.now();
  const { verdict, missing, noted, exempt } = judged.completeness;
  const elsewhere = verdict === 'wrong-door';
  const ask = missing.length > 0 && (!elsewhere || record.nature === 'order');
  if (record.state !== 'validating') return { result: { stage: nextStep(record), ...QUIET, wakeAt: now } };
  if (record.stage !== 'validate') return { result: { stage: nextStep(record), ask, owes: false, wakeAt: now } };
  const finished = stepEvent('validate', 'validation.finished', {
    verdict,
    missing: [...missing],
    noted: [...noted],
    ...(exempt.length > 0 && { exempt: [...exempt] }),
  });
  const found = foundBy(record, judged);
  const dueAt = verdict === 'unlocatable' ? informationDueAt(basisOf(record), now, calendar) : null;
  if (dueAt !== null && record.informationRound < MOST_ROUNDS) {
    const change = asking(record, normalInstant(dueAt), { events: [finished], set: found });
    return { change, result: { stage: 'information', ask: true, owes: false, wakeAt: normalInstant(dueAt) } };
  }
  const nowhere = verdict === 'unlocatable' || (elsewhere && record.nature === 'order');
  const pageId = `${record.caseId}-unlocatable-${judged.informationRead}`;
  const change: CaseChange = {
    set: { ...found, ...(ask && { informationRound: roundOf(record, judged) }), stage: 'plan' },
    events: [finished],
    outbox: nowhere ? [{ kind: 'page', pageId, reason: 'cannot-be-located' }] : [],
  };
  return { change, result: { stage: 'plan', ask, owes: false, wakeAt: now } };
}

/** What validation has found. A demand about another site is proposed to be sent there: a person decides that. */
function foundBy(
  record: CaseRecord,
  { completeness: { verdict, missing }, itemCount, informationRead }: Judged,
): NonNullable<CaseChange['set']> {
  const proposal = verdict === 'wrong-door' ? ('reroute' as const) : null;
  const proposed = proposal === null && (record.proposal ?? null) === null ? {} : { proposal };
  return { missing: [...missing], itemCount, informationRead, ...proposed };
}

/** An answer that leaves something missing is answered by asking again, at most `MOST_ROUNDS` times. */
function roundOf({ informationRound, informationRead = 0 }: CaseRecord, judged: Judged): number {
  const again = judged.informationRead > informationRead && informationRound < MOST_ROUNDS;
  return again ? informationRound + 1 : informationRound;
}

function asking(record: CaseRecord, dueAt: string, { events, set }: Pick<CaseChange, 'events' | 'set'>): CaseChange {
  const round = record.informationRound + 1;
  return {
    transition: 'askForInformation',
    set: { ...set, informationRound: round, informationDueAt: dueAt },
    events: [...events, stepEvent('validate', 'information.requested', { round, dueAt })],
  };
}

/** The wait is over by silence, or it is not over yet: then what is still to be handed over goes now. */
async function afterWaiting({ cases, clock }: ValidateDependencies, caseId: string): Promise<Output> {
  return await cases.change(caseId, async (record, rows): Promise<Decided<Output>> => {
    const now = clock.now();
    if (record.state !== 'awaiting-information') {
      return { result: { stage: nextStep(record), ...QUIET, wakeAt: now } };
    }
    const dueAt = record.informationDueAt ?? now;
    if (dueAt > now) {
      const { owes } = await openMessages(rows, caseId, now);
      return { result: { stage: 'information', ask: true, owes, wakeAt: dueAt } };
    }
    if (record.stage === 'plan') return { result: { stage: 'plan', ...QUIET, wakeAt: now } };
    const events = [stepEvent('validate', 'information.timed-out', { round: record.informationRound })];
    return { change: { set: { stage: 'plan' }, events }, result: { stage: 'plan', ...QUIET, wakeAt: now } };
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
