import type * as z from 'zod';
import { holidayCalendar } from '#adapters/holiday-calendar';
import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { nextStep } from '#domain/case-run';
import { HeardRow, heardKey } from '#domain/hearing';
import type { HearingRule } from '#domain/hearing-rule';
import { plus } from '#domain/instant';
import type { Item } from '#domain/item';
import { reviewWakeAt } from '#domain/review-wait';
import { systemClock } from '#runtime/clock';
import { randomIds } from '#runtime/ids';
import { lazily } from '#runtime/lazily';
import { pageOnce } from '#runtime/page-change';
import { stepHandler } from '#runtime/step-handler';
import { buildCases } from '../../parts/cases.ts';
import { buildDocuments } from '../../parts/documents.ts';
import { buildPlatform } from '../../parts/platform.ts';
import { buildVault } from '../../parts/vault.ts';
import type { CaseRows, CaseStore, Decided, OpenCase } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Platform } from '../../ports/outside.ts';
import type { DocumentStore, Vault } from '../../ports/vault.ts';
import { type DecisionReaders, readDecision } from '../shared/decisions.ts';
import { RecordIncompleteError } from '../shared/errors.ts';
import { stepEvent } from '../shared/events.ts';
import {
  actFrom,
  type HearingState,
  handedOverAt,
  isBeingSent,
  readHearing,
  standingsOf,
  wordsAwaitedUntil,
} from '../shared/hearing-state.ts';
import { type KeptDecision, keepDecision } from '../shared/keep-decision.ts';
import { basisOf, openCase } from '../shared/load-case.ts';
import { openMessages, soonest } from '../shared/open-messages.ts';
import { readItems, readRequest } from '../shared/submission.ts';
import { type Conclusion, closingChange, concludedBy, concludedOnRepeat, ruledText, whereAsked } from './conclude.ts';
import { hear } from './contract.ts';
import { itemsToMeet, meetNext } from './meet.ts';
import { actOnFirst, openingChange, raise, startWindow } from './periods.ts';

type Output = z.input<typeof hear.output>;

/** What hearing uses. */
export interface HearDependencies {
  readonly cases: Pick<CaseStore, 'open' | 'change' | 'listRows' | 'readRow'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put' | 'replace'>;
  readonly vault: Pick<Vault, 'key' | 'ensureKey'>;
  readonly platform: Pick<Platform, 'describe'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'id'>;
}

/** The code of a page about what those heard have not been sent. */
const NOT_SENT = 'hearing-not-sent';
/** The code of a page about somebody who has answered and on whom nobody has acted, since others are waited for. */
const NOT_ACTED = 'heard-not-acted-on';
/** Hours until it is looked again whether what is to be sent was handed over. */
const LOOK_HOURS = 24;

/**
 * Takes a hearing one step further, by the record as it is: finds those who are heard, has them told, starts their window
 * once they were, and concludes when all have answered or the window is over.
 */
export async function hearStep(
  dependencies: HearDependencies,
  { caseId }: z.output<typeof hear.input>,
): Promise<Output> {
  const { cases, clock } = dependencies;
  const opened = await openCase(cases, caseId);
  const { record, rows } = opened;
  if (!isHearing(record)) return elsewhere(record, clock.now());
  const rule = ruleOf(record);
  const heard = await rows.listRows(caseId, heardKey(), HeardRow);
  const missing = itemsToMeet(await itemsHeardOn(dependencies, record), heard);
  if (missing.length > 0) {
    const puts = await meetNext(dependencies, caseId, missing, heard);
    const events = [stepEvent(hear.step, 'hearing.prepared', { items: missing.length })];
    await cases.change(caseId, () => ({ change: { events, rows: puts }, result: null }));
    return at('hear', clock.now());
  }
  if (record.hearing === null || record.hearing === undefined) return await open(dependencies, opened, rule);
  return await goOn(dependencies, opened, rule);
}

function isHearing({ state, stage }: CaseRecord): boolean {
  return state === 'awaiting-response' || (state === 'validating' && stage === 'hear');
}

/** The items on which somebody is heard: those of the notice, or those that the intended decision would restrict. */
async function itemsHeardOn(readers: DecisionReaders, { caseId, hearing }: CaseRecord): Promise<readonly Item[]> {
  const items = await readItems(readers.documents, caseId);
  const proposalId = hearing?.proposalId ?? null;
  if (proposalId === null) return items;
  const { document } = await readDecision(readers, caseId, proposalId);
  const restricted = new Set(document.items.flatMap(({ itemId, action }) => (action === 'none' ? [] : itemId)));
  return items.filter(({ itemId }) => restricted.has(itemId));
}

/** @throws RecordIncompleteError for a basis on which nobody is heard */
function ruleOf(record: CaseRecord): HearingRule {
  const { hearing } = basisOf(record);
  if (hearing === null || hearing === undefined) throw new RecordIncompleteError(`${record.caseId} hears nobody`);
  return hearing;
}

function elsewhere(record: CaseRecord, now: string): Output {
  return { ...at(nextStep(record), now), wakeAt: reviewWakeAt(record, basisOf(record), now) };
}

function at(stage: Output['stage'], wakeAt: string, owes = false): Output {
  return { stage, wakeAt, moment: 'hearing', owes };
}

/** Opens the hearing on a notice; where it says that it is a repetition, there is nothing to hear again. */
async function open(dependencies: HearDependencies, opened: OpenCase, rule: HearingRule): Promise<Output> {
  const { cases, clock, documents } = dependencies;
  const { caseId } = opened.record;
  const kept = await readRequest(documents, opened.record);
  const repeats = kept.kind === 'notice' && kept.statements.removedBefore === true && rule.onRepeat !== null;
  const state = await readHearing(opened.rows, opened.record);
  const isOpen = await cases.change<boolean>(caseId, (record) => {
    if (record.state !== 'validating' || record.stage !== 'hear') return { result: false };
    return { change: openingChange(record, state.noticeAt, dependencies.calendar, clock.now()), result: true };
  });
  if (!isOpen || !repeats) return at('hear', clock.now());
  return await conclude(dependencies, caseId, concludedOnRepeat(rule, state));
}

async function goOn(dependencies: HearDependencies, { record, rows }: OpenCase, rule: HearingRule): Promise<Output> {
  const { cases, clock } = dependencies;
  const { caseId, hearing } = record;
  if (hearing === null || hearing === undefined) return at('hear', clock.now());
  const now = clock.now();
  const state = await readHearing(rows, record);
  const standings = standingsOf(state, hearing, now);
  const conclusion = concludedBy(rule, hearing, state, standings, now);
  if (hearing.sentAt === null) {
    // What may have left is known first: whoever answers before that is owed all that follows from having been heard.
    if (isBeingSent(state)) return await awaitHandOver(dependencies, record);
    const words = wordsAwaitedUntil(state, hearing, now);
    if (words !== null) return at('response', words);
    const sentAt = handedOverAt(state);
    if (sentAt === null && conclusion !== null) return await conclude(dependencies, caseId, conclusion);
    if (state.notices.length === 0) return at('tell-hearing', now);
    if (sentAt === null) return await awaitHandOver(dependencies, record);
    await startWindow(dependencies, caseId, rule, sentAt);
    return at('hear', now);
  }
  if (!state.confirmed && owesConfirmation(record)) return { ...at('tell-hearing', now), moment: 'hearing-sent' };
  if (conclusion !== null) return await conclude(dependencies, caseId, conclusion);
  const from = [...standings.values()].includes(null) ? actFrom(hearing, state, standings) : null;
  if (from !== null && from !== hearing.actFrom) {
    await actOnFirst(dependencies, caseId, rule, from);
    return at('hear', now);
  }
  const rises = from === null || rule.clocks.act === null ? null : await raise(dependencies, record, from, NOT_ACTED);
  const { owes } = await openMessages(cases, caseId, now);
  return at('response', soonest(hearing.answerUntil ?? plus(now, { hours: LOOK_HOURS }), rises), owes);
}

/** Whether the one who asked is told that it was sent. */
function owesConfirmation(record: CaseRecord): boolean {
  return basisOf(record).notifications.some(({ moment }) => moment === 'hearing-sent');
}

/** What cannot be handed over is tried again; somebody is paged while our period to send it nears its end. */
async function awaitHandOver(dependencies: HearDependencies, record: CaseRecord): Promise<Output> {
  const rises = await raise(dependencies, record, record.hearing?.openedAt ?? record.receivedAt, NOT_SENT);
  const look = plus(dependencies.clock.now(), { hours: LOOK_HOURS });
  return at('response', soonest(look, rises), true);
}

/** Ends the hearing as it was judged; when another answer came meanwhile, it is judged once more. */
async function conclude(dependencies: HearDependencies, caseId: string, conclusion: Conclusion): Promise<Output> {
  const { cases, clock, calendar } = dependencies;
  const opened = await openCase(cases, caseId);
  const items = await readItems(dependencies.documents, caseId);
  const state = await readHearing(opened.rows, opened.record);
  const judged = whereAsked(conclusion, basisOf(opened.record), items, state);
  const kept = await keepRuled(dependencies, opened.record, judged, { items, state });
  const result = await cases.change(caseId, async (record, rows): Promise<Decided<Output | null>> => {
    const { hearing } = record;
    if (record.state !== 'awaiting-response' || !hearing) return { result: elsewhere(record, clock.now()) };
    if (!(await stillHolds(record, rows, conclusion, clock.now()))) return { result: null };
    const change = closingChange({ ...record, hearing }, basisOf(record), judged, kept, {
      now: clock.now(),
      calendar,
    });
    const calls = judged.follows === 'decide' && judged.pages;
    const cause = { caseId, about: 'waiting', reason: 'heard-without-answer' } as const;
    const page = calls ? await pageOnce(cases, cause, clock.now()) : { outbox: [], rows: [] };
    const after = { ...record, ...change.set, state: stateOf(judged) };
    const rest = { outbox: page.outbox, rows: [...(change.rows ?? []), ...page.rows] };
    return { change: { ...change, ...rest }, result: elsewhere(after, clock.now()) };
  });
  return result ?? at('hear', clock.now());
}

function stateOf({ follows }: Conclusion): CaseRecord['state'] {
  switch (follows) {
    case 'decide':
      return 'in-review';
    case 'keep':
      return 'notifying';
    case 'restrict':
      return 'acting';
  }
}

async function stillHolds(record: CaseRecord, rows: CaseRows, before: Conclusion, now: string): Promise<boolean> {
  const { hearing } = record;
  if (!hearing) return false;
  if (before.result === 'repeat') return true;
  const state = await readHearing(rows, record);
  const standings = standingsOf(state, hearing, now);
  const present = concludedBy(ruleOf(record), hearing, state, standings, now);
  return JSON.stringify(present) === JSON.stringify(before);
}

async function keepRuled(
  dependencies: HearDependencies,
  record: CaseRecord,
  conclusion: Conclusion,
  { items, state }: { readonly items: readonly Item[]; readonly state: HearingState },
): Promise<KeptDecision | null> {
  const { caseId } = record;
  const text = ruledText(basisOf(record), record, conclusion, items, state);
  if (text === null) return null;
  return await keepDecision(dependencies, caseId, `${caseId}.heard`, text);
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

/** Lambda entry: before anybody decides on what others have to be heard on. */
export const handler = stepHandler(hear, (input) => hearStep(dependencies(), input));
