import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clockOfStep, tightestDeadline, withClock } from '#domain/case-clocks';
import { newHearing } from '#domain/hearing';
import type { HearingRule } from '#domain/hearing-rule';
import { normalInstant } from '#domain/instant';
import { nextTierInstant, tierAt } from '#domain/tiers';
import { pageOnce } from '#runtime/page-change';
import type { CaseChange, CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { stepEvent } from '../shared/events.ts';
import { basisOf } from '../shared/load-case.ts';
import { hear } from './contract.ts';

/** What the periods of a hearing are kept with. */
export interface PeriodDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'listRows'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** From this tier on somebody on call is paged. */
const PAGED_TIER = 3;

/** Our period to send what is heard on runs from when the notice was whole. */
export function openingChange(record: CaseRecord, noticeAt: string, calendar: Calendar, openedAt: string): CaseChange {
  const basis = basisOf(record);
  const sending = clockOfStep(basis, basis.hearing?.clocks.send, noticeAt, calendar);
  const clocks = withClock(record.clocks, sending);
  const events = [stepEvent(hear.step, 'hearing.opened')];
  const hearing = { ...newHearing(openedAt), ...(sending !== null && { sendBy: sending.dueAt }) };
  const set = { hearing, clocks, ...(sending !== null && { dueAt: sending.dueAt }) };
  return { transition: 'openHearing', set: { ...set, stage: 'hear' }, events };
}

/** Their window begins once the last of them was sent what they are heard on; what rises next is ours after it. */
export async function startWindow(
  { cases, calendar }: PeriodDependencies,
  caseId: string,
  { clocks }: HearingRule,
  sentAt: string,
): Promise<void> {
  await cases.change(caseId, (record) => {
    const { hearing } = record;
    if (record.state !== 'awaiting-response' || !hearing || hearing.sentAt !== null) return { result: null };
    const basis = basisOf(record);
    const window = clockOfStep(basis, clocks.answer, sentAt, calendar);
    const answerUntil = window?.dueAt ?? sentAt;
    const acting = clockOfStep(basis, clocks.act, answerUntil, calendar);
    const kept = record.clocks.filter(({ clock }) => clock !== clocks.send);
    const running = withClock(withClock(kept, window), acting);
    const dueAt = acting?.dueAt ?? tightestDeadline(running)?.dueAt ?? record.dueAt;
    // A period of its own begins: what the one to send it had risen to is over with it.
    const set = { hearing: { ...hearing, sentAt, answerUntil }, clocks: running, dueAt, tier: 1 };
    const events = [stepEvent(hear.step, 'hearing.sent', { sentAt, answerUntil })];
    return { change: { set, events }, result: null };
  });
}

/** Our period to act runs from the first with whom the hearing is over, whoever else is waited for. */
export async function actOnFirst(
  { cases, calendar }: PeriodDependencies,
  caseId: string,
  { clocks }: HearingRule,
  from: string,
): Promise<void> {
  await cases.change(caseId, (record) => {
    const { hearing } = record;
    if (record.state !== 'awaiting-response' || !hearing || hearing.actFrom === from) return { result: null };
    const acting = clockOfStep(basisOf(record), clocks.act, from, calendar);
    const running = { clocks: withClock(record.clocks, acting), ...(acting !== null && { dueAt: acting.dueAt }) };
    const events = [stepEvent(hear.step, 'hearing.over-in-part', { actFrom: from })];
    return { change: { set: { hearing: { ...hearing, actFrom: from }, ...running }, events }, result: null };
  });
}

/** Raises a case by what is left of our period since `from`, pages for `reason`, and gives when it rises next. */
export async function raise(
  { cases, clock }: PeriodDependencies,
  record: CaseRecord,
  from: string,
  reason: string,
): Promise<string | null> {
  const { caseId, dueAt } = record;
  const now = clock.now();
  const rises = nextTierInstant(from, dueAt, now);
  const tier = tierAt(from, dueAt, now);
  if (tier > record.tier) {
    const page = tier >= PAGED_TIER ? await pageOnce(cases, { caseId, about: 'waiting', reason }, now) : {};
    const events = [stepEvent(hear.step, 'tier.raised', { tier, waitsFor: record.state })];
    await cases.change(caseId, () => ({ change: { set: { tier }, events, ...page }, result: null }));
  }
  return rises === null ? null : normalInstant(rises);
}
