import type { Calendar } from '#domain/calendar';
import type { CaseRecord } from '#domain/case';
import { clockOfStep, withClock } from '#domain/case-clocks';
import { decisionKey } from '#domain/case-rows';
import type { DecisionDocument, DecisionRecord, ItemDecision } from '#domain/decision';
import { actFirstDecision, actFirstTerritories } from '#domain/effects';
import {
  commonResult,
  consequenceOf,
  type HeardRow,
  type Hearing,
  type HearingResult,
  type Standing,
} from '#domain/hearing';
import type { HearingRule } from '#domain/hearing-rule';
import type { Item } from '#domain/item';
import type { LegalBasis } from '#domain/legal-basis';
import type { CaseChange } from '../../ports/case-store.ts';
import { stepEvent } from '../shared/events.ts';
import { actFrom, endedWith, type HearingState, isWindowKept } from '../shared/hearing-state.ts';
import type { KeptDecision } from '../shared/keep-decision.ts';
import { ruledDecision } from '../shared/ruled-decision.ts';
import { hear } from './contract.ts';

/** How a hearing ended, and what follows: content goes or stays by rule, or a person decides. */
export interface Conclusion {
  readonly result: HearingResult;
  readonly follows: 'restrict' | 'keep' | 'decide';
  /** Of a restriction: the persons whose content goes. */
  readonly restricted: readonly string[];
  /** When that happened from which our period to act runs. */
  readonly from: string;
  /** Whether a person has to be called, since nobody answered. */
  readonly pages: boolean;
}

/** The results for which somebody is called where a person has to decide. */
const UNANSWERED: readonly HearingResult[] = ['silence', 'unreachable', 'untold'];

/**
 * The conclusion once the hearing is over with everybody at `now`; null while somebody is still waited for, and before the
 * end of a window that those heard have whole.
 */
export function concludedBy(
  rule: HearingRule,
  hearing: Hearing,
  state: HearingState,
  standings: ReadonlyMap<HeardRow, Standing>,
  now: string,
): Conclusion | null {
  const ended = endedWith(standings);
  if (ended.length < standings.size || isWindowKept(rule, hearing, now)) return null;
  // Of items that nobody is behind, nobody can be heard.
  const results = ended.length === 0 ? (['unreachable'] as const) : ended.map(({ standing }) => standing);
  const consequences = results.map((result) => consequenceOf(rule, result));
  const restricted = ended.filter(({ standing }) => consequenceOf(rule, standing) === 'restrict');
  return {
    result: commonResult(results),
    follows: strongest(consequences),
    restricted: restricted.map(({ person }) => person.personId),
    from: actFrom(hearing, state, standings) ?? state.noticeAt,
    pages: results.some((result) => UNANSWERED.includes(result)),
  };
}

/** The conclusion on a notice that says that the statement was removed before: its poster is not heard again. */
export function concludedOnRepeat(rule: HearingRule, { heard, noticeAt }: HearingState): Conclusion {
  const follows = rule.onRepeat === 'restrict' && heard.length > 0 ? 'restrict' : 'decide';
  return { result: 'repeat', follows, restricted: heard.map(({ personId }) => personId), from: noticeAt, pages: true };
}

/**
 * The same conclusion, or that a person decides: where an item was complained of for countries alone in which no rule
 * restricts anything, nothing follows by rule.
 */
export function whereAsked(
  conclusion: Conclusion,
  basis: LegalBasis,
  items: readonly Item[],
  { heard }: Pick<HearingState, 'heard'>,
): Conclusion {
  if (conclusion.follows !== 'restrict') return conclusion;
  const going = itemsOf(conclusion, heard);
  const nowhere = items.some((item) => going.has(item.itemId) && territoriesByRule(basis, item).length === 0);
  return nowhere ? { ...conclusion, follows: 'decide' } : conclusion;
}

function itemsOf({ restricted }: Conclusion, heard: readonly HeardRow[]): ReadonlySet<string> {
  return new Set(heard.flatMap(({ personId, itemIds }) => (restricted.includes(personId) ? itemIds : [])));
}

/** Where a rule restricts an item: the countries of the basis, and of these no other than were asked for, if any were. */
function territoriesByRule(basis: LegalBasis, { territories }: Item): readonly string[] {
  return actFirstTerritories(basis, territories.length === 0 ? null : territories);
}

/** A person decides on all of it where a person has to on a part; else a part that goes makes it a restriction. */
function strongest(consequences: readonly Conclusion['follows'][]): Conclusion['follows'] {
  if (consequences.includes('decide')) return 'decide';
  return consequences.includes('restrict') ? 'restrict' : 'keep';
}

/** The text of a decision that follows by rule; null where a person decides. */
export function ruledText(
  basis: LegalBasis,
  { language }: Pick<CaseRecord, 'language'>,
  conclusion: Conclusion,
  items: readonly Item[],
  { heard }: HearingState,
): DecisionDocument | null {
  switch (conclusion.follows) {
    case 'decide':
      return null;
    case 'keep':
      return { ground: null, facts: basis.hearing?.keptBecause?.[language] ?? '', items: [] };
    case 'restrict': {
      const going = itemsOf(conclusion, heard);
      const ground = groundOf(basis, language);
      return { ground, facts: '', items: items.flatMap((item) => decisionOn(basis, item, going)) };
    }
  }
}

function groundOf({ groundByRule }: LegalBasis, language: CaseRecord['language']): DecisionDocument['ground'] {
  if (groundByRule === null) return null;
  const { provision, explanation } = groundByRule;
  return { type: 'illegal', provision, explanation: explanation[language] };
}

function decisionOn(basis: LegalBasis, item: Item, going: ReadonlySet<string>): ItemDecision[] {
  return going.has(item.itemId) ? [actFirstDecision(item, territoriesByRule(basis, item))] : [];
}

/** The change that ends a hearing. `kept` is the text of what follows by rule; null where a person decides. */
export function closingChange(
  record: CaseRecord & { readonly hearing: Hearing },
  basis: LegalBasis,
  conclusion: Conclusion,
  kept: KeptDecision | null,
  at: { readonly now: string; readonly calendar: Calendar },
): CaseChange {
  const { caseId, hearing } = record;
  const { result, from } = conclusion;
  const act = clockOfStep(basis, basis.hearing?.clocks.act, from, at.calendar);
  const clocks = { clocks: withClock(record.clocks, act), ...(act !== null && { dueAt: act.dueAt }) };
  const closed = { ...hearing, closedAt: at.now, result };
  const event = stepEvent(hear.step, 'hearing.closed', { follows: conclusion.follows }, result);
  if (conclusion.follows === 'decide' || kept === null) {
    const set = { ...clocks, hearing: closed, decisionId: null, stage: 'review' } as const;
    return { transition: 'closeHearing', set, events: [event, stepEvent(hear.step, 'review.started', {}, result)] };
  }
  const restricts = conclusion.follows === 'restrict';
  const territories = [...new Set(kept.document.items.flatMap((item) => item.territories))];
  const decision: DecisionRecord = ruledDecision({
    decisionId: kept.decisionId,
    caseId,
    outcome: restricts ? 'restrict' : 'reject',
    effect: restricts ? 'restrict' : 'none',
    documentKey: kept.documentKey,
    itemCount: kept.document.items.length,
    territories,
    groundType: 'illegal',
    decidedAt: at.now,
  });
  const { decisionId, effect, itemCount } = decision;
  const recorded = stepEvent(hear.step, 'decision.recorded', { decisionId, effect, items: itemCount }, 'rule');
  const set = { ...clocks, hearing: closed, decisionId, approvalVerdict: null } as const;
  const rows = [{ key: decisionKey(decisionId), value: decision, when: 'new' }] as const;
  const events = [event, { ...recorded, commitments: [kept.commitment] }];
  if (!restricts) {
    return { transition: 'keepByRule', set: { ...set, outcome: 'rejected', stage: 'notify' }, events, rows };
  }
  return {
    transition: 'actFirst',
    set: { ...set, actFirst: true, provenAt: null, stage: 'act' },
    events: [...events, stepEvent(hear.step, 'acting.started', { decisionId })],
    rows,
  };
}
