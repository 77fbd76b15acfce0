import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { clocksStartedBy } from '../../domain/case-clocks.ts';
import type { ItemEffect } from '../../domain/case-rows.ts';
import { clockOutcomes, type OutcomeFacts } from '../../domain/clock-outcome.ts';
import type { ApprovalRecord, DecisionRecord } from '../../domain/decision.ts';
import type { ClockRule, LegalBasisId } from '../../domain/legal-basis.ts';
import { basisOf } from './support.ts';

const START = '2026-10-05T08:00:00.000Z';
const NOTHING: OutcomeFacts = { closed: false, decisions: [], approvals: [], deliveries: [], restricted: [] };

const DECISION: DecisionRecord = {
  ...{ decisionId: 'd1', caseId: 'c', outcome: 'restrict', effect: 'restrict', decidedBy: 'sam', decidedByRule: false },
  ...{ decidedAt: '2026-10-06T08:00:00.000Z', groundType: 'illegal', itemCount: 1, territories: ['DE'], until: null },
  ...{ automation: { detection: false, decision: 'not-automated' }, documentKey: 'k', fourEyes: false, reverses: null },
};

function effect(state: ItemEffect['state'], appliedAt: string | null): ItemEffect {
  return { itemId: 'i', state, territories: ['DE'], unproven: [], personId: null, appliedAt, provenAt: appliedAt };
}

/** How one clock that started at `START` stands. */
function outcomeOf(id: LegalBasisId, clock: string, facts: Partial<OutcomeFacts>, now: string) {
  const { clocks } = basisOf(id);
  const event: ClockRule['startsAt'] = clocks.find((rule) => rule.clock === clock)!.startsAt;
  const running = clocksStartedBy(basisOf(id), event, START, holidayCalendar());
  const all = clockOutcomes(running, clocks, { ...NOTHING, ...facts }, now);
  return all.find((found) => found.clock === clock)?.outcome;
}

describe('clockOutcomes', () => {
  const hour = (facts: Partial<OutcomeFacts>, now = '2026-10-05T10:00:00.000Z') =>
    outcomeOf('EU_TCO_ART3', 'EU_TCO_ART3.disable', facts, now);

  it('runs before its end, is missed after it, and is met or missed by when the last item went dark', () => {
    expect(hour({}, '2026-10-05T08:20:00.000Z')).toEqual({ state: 'running', at: null, secondsLeft: 2_400 });
    expect(hour({})).toEqual({ state: 'missed', at: null, secondsLeft: -3_600 });
    const [early, late] = ['2026-10-05T08:10:00.000Z', '2026-10-05T09:00:01.000Z'];
    const soon = [effect('proven', early), effect('gone', null)];
    expect(hour({ restricted: soon })).toEqual({ state: 'met', at: early, secondsLeft: 3_000 });
    const both = [effect('proven', late), effect('proven', early)];
    expect(hour({ restricted: both, closed: true })).toEqual({ state: 'missed', at: late, secondsLeft: -1 });
    expect(hour({ restricted: [...soon, effect('failed', early)] })).toMatchObject({ state: 'missed', at: null });
  });

  it('says nothing of a closed case that does not show whether it was met', () => {
    expect(hour({ closed: true })).toBeNull();
    expect(hour({ closed: true, restricted: [effect('gone', null)] })).toBeNull();
  });

  it('is met by the decision of a person, and with four eyes by the second one', () => {
    const decide = (facts: Partial<OutcomeFacts>) =>
      outcomeOf('DSA_ART16', 'DSA_ART16.decide', facts, '2026-10-06T10:00:00.000Z');
    expect(decide({ decisions: [DECISION] })).toMatchObject({ state: 'met', at: DECISION.decidedAt });
    expect(decide({ decisions: [{ ...DECISION, decidedByRule: true }] })).toMatchObject({ state: 'running' });
    const decisions = [{ ...DECISION, fourEyes: true }];
    const approvedAt = '2026-10-06T09:00:00.000Z';
    const approval = { decisionId: 'd1', approvedBy: 'lea', approvedAt, documentKey: null };
    const answered = (verdict: ApprovalRecord['verdict']) =>
      decide({ decisions, approvals: [{ ...approval, verdict }] });
    expect(answered('return')).toMatchObject({ state: 'running', at: null });
    expect(answered('approve')).toMatchObject({ state: 'met', at: approvedAt });
  });

  it.each([
    ['IN_GRIEVANCE.acknowledge', 'receipt'],
    ['IN_GRIEVANCE.resolve', 'decision-to-sender'],
  ] as const)('is met when its message left: %s', (clock, kind) => {
    const acceptedAt = '2026-10-05T09:00:00.000Z';
    const outcome = (delivery: OutcomeFacts['deliveries'][number]) =>
      outcomeOf('IN_GRIEVANCE', clock, { deliveries: [delivery] }, '2026-10-05T10:00:00.000Z');
    expect(outcome({ kind, acceptedAt })).toMatchObject({ state: 'met', at: acceptedAt });
    expect(outcome({ kind, acceptedAt: null })).toMatchObject({ state: 'running' });
    expect(outcome({ kind: 'statement-of-reasons', acceptedAt })).toMatchObject({ state: 'running' });
  });

  it('runs and is over where it is a hold or a window, whatever the case shows', () => {
    const hold = (now: string) => outcomeOf('EU_TCO_ART3', 'EU_TCO_ART6.preserve-until', { closed: true }, now);
    expect(hold('2026-11-01T00:00:00.000Z')).toMatchObject({ state: 'running', at: null });
    expect(hold('2028-01-01T00:00:00.000Z')).toMatchObject({ state: 'over', at: null });
  });

  it('does not call missed what nothing of a case could show as met', () => {
    const scrutiny = (now: string) => outcomeOf('EU_TCO_ART3', 'EU_TCO_ART4.scrutiny', {}, now);
    expect(scrutiny('2026-10-06T08:00:00.000Z')).toMatchObject({ state: 'running' });
    expect(scrutiny('2026-10-09T08:00:00.000Z')).toBeNull();
  });

  it('says nothing of a clock that stands still, or of one of several under a name', () => {
    const { clocks } = basisOf('DSA_ART16');
    const [clock] = clocksStartedBy(basisOf('DSA_ART16'), 'receipt', START, holidayCalendar());
    const facts = { ...NOTHING, decisions: [DECISION] };
    const outcomes = (running: readonly NonNullable<typeof clock>[]) =>
      clockOutcomes(running, clocks, facts, START).map(({ outcome }) => outcome);
    expect(outcomes([{ ...clock!, pausedSince: START }])).toEqual([null]);
    expect(outcomes([clock!, { ...clock!, addedAt: START }])).toEqual([null, null]);
  });
});
