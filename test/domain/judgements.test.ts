import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { atRiskInstant, judgeActFirst } from '#domain/act-first';
import { judgeApprover, mayReviewAppeal } from '#domain/approval';
import {
  clockStanding,
  clocksAtReceipt,
  clocksStartedBy,
  informationDueAt,
  tightestDeadline,
} from '#domain/case-clocks';
import { isSettled, judgeClosing } from '#domain/closing';
import { readDuration } from '#domain/duration';
import { judgeFourEyes } from '#domain/four-eyes';
import { checkLease, claimLease, extendLease, leaseHolds, releaseLease } from '#domain/lease';
import { COUNTRY_NAMES } from '#domain/messages/country-names';
import { owedNotifications } from '#domain/notifications';
import { nextTierInstant, tierAt, tierInstants } from '#domain/tiers';
import { basisOf } from './support.ts';

const calendar = holidayCalendar();
const AT = '2026-10-17T21:40:00Z';
/** Ten countries outside the Union and the European Economic Area. */
const BEYOND = ['CH', 'GB', 'US', 'CA', 'AU', 'NZ', 'JP', 'BR', 'IN', 'TR'] as const;
const EVERY_COUNTRY = Object.keys(COUNTRY_NAMES);
const WIDE = ['worldwide', 'many-items'] as const;

describe('judgeFourEyes', () => {
  const item = { action: 'disable', components: [], territories: ['DE'] } as const;

  it.each([
    ['DSA_ART16', [item], false, []],
    ['DSA_ART16', [{ ...item, territories: ['WORLD'] }], false, ['worldwide']],
    ['DSA_ART16', [{ ...item, territories: ['EU'] }], false, []],
    ['DSA_ART16', [{ ...item, territories: ['EEA', ...BEYOND.slice(0, 7)] }], false, []],
    ['DSA_ART16', [{ ...item, territories: ['EEA', ...BEYOND.slice(0, 8)] }], false, ['worldwide']],
    ['DSA_ART16', [{ ...item, territories: EVERY_COUNTRY }], false, ['worldwide']],
    ['DSA_ART16', EVERY_COUNTRY.map((country) => ({ ...item, territories: [country] })).slice(0, 40), false, WIDE],
    ['DSA_ART16', [{ ...item, components: ['account'] }], false, ['account-wide']],
    ['DSA_ART16', Array.from({ length: 10 }, () => item), false, []],
    ['DSA_ART16', Array.from({ length: 11 }, () => item), false, ['many-items']],
    ['DSA_ART16', [item], true, ['protected-speech']],
    ['DSA_ART16', [{ ...item, action: 'none', territories: ['WORLD'] }], true, []],
    ['DSA_ART16', [], true, []],
    ['US_DMCA_512', [{ ...item, territories: ['WORLD'] }], true, []],
  ] as const)(
    'on %s wants a second person for %o (protected speech: %s) because of %o',
    (id, items, speech, reasons) => {
      const judged = judgeFourEyes(basisOf(id), {
        items: [...items].map((each) => ({ ...each })),
        protectedSpeech: speech,
      });
      expect(judged).toMatchObject({ needed: reasons.length > 0, reasons });
      expect(judged.when).toBe(reasons.length > 0 ? 'before-effect' : 'not-needed');
    },
  );

  it('has a removal order confirmed within 24 hours after the effect', () => {
    expect(judgeFourEyes(basisOf('EU_TCO_ART3'), { items: [item], protectedSpeech: false })).toEqual({
      needed: true,
      when: 'after-effect',
      reasons: ['confirm-after'],
      withinHours: 24,
    });
  });

  it('follows a basis that always wants it', () => {
    const always = {
      ...basisOf('EU_TCO_ART3'),
      fourEyes: { rule: 'always', itemsAbove: null, countriesBeyond: null, withinHours: null } as const,
    };
    expect(judgeFourEyes(always, { items: [], protectedSpeech: false })).toMatchObject({
      needed: true,
      when: 'before-effect',
    });
  });
});

describe('tiers', () => {
  it('rise after 50, 75 and 90 percent of the time', () => {
    expect(tierInstants(AT, '2026-10-17T22:40:00Z')).toEqual([
      { tier: 2, at: '2026-10-17T22:10:00Z' },
      { tier: 3, at: '2026-10-17T22:25:00Z' },
      { tier: 4, at: '2026-10-17T22:34:00Z' },
    ]);
  });

  it.each([
    [AT, 1, '2026-10-17T22:10:00Z'],
    ['2026-10-17T22:10:00Z', 2, '2026-10-17T22:25:00Z'],
    ['2026-10-17T22:33:59.999Z', 3, '2026-10-17T22:34:00Z'],
    ['2026-10-17T23:00:00Z', 4, null],
  ])('at %s the case is in tier %s and rises next at %s', (now, tier, next) => {
    expect(tierAt(AT, '2026-10-17T22:40:00Z', now)).toBe(tier);
    expect(nextTierInstant(AT, '2026-10-17T22:40:00Z', now)).toBe(next);
  });

  it('are all reached at once when the deadline lies before the receipt', () => {
    expect(tierAt(AT, '2026-10-17T20:00:00Z', AT)).toBe(4);
  });

  it('never fall as time goes on', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.nat(100_000_000), fc.nat(100_000_000), (length, one, other) => {
        const start = Date.parse(AT);
        const at = (offset: number) => new Date(start + offset).toISOString();
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(tierAt(AT, at(length), at(early))).toBeLessThanOrEqual(tierAt(AT, at(length), at(late)));
      }),
    );
  });
});

describe('the clocks of a case', () => {
  it('start at receipt as the basis says, and the tightest of ours leads', () => {
    const clocks = clocksAtReceipt(basisOf('EU_TCO_ART3'), AT, calendar);
    expect(clocks.map((clock) => clock.clock)).toEqual(['EU_TCO_ART3.disable', 'EU_TCO_ART4.scrutiny']);
    expect(tightestDeadline(clocks)?.clock).toBe('EU_TCO_ART3.disable');
  });

  it('start at a removal and at a counter-notice too', () => {
    expect(clocksStartedBy(basisOf('EU_TCO_ART3'), 'removal', AT, calendar)[0]).toMatchObject({
      clock: 'EU_TCO_ART6.preserve-until',
      legalBasis: 'EU_TCO_ART3',
      direction: 'hold-until',
    });
    expect(clocksStartedBy(basisOf('US_DMCA_512'), 'counter-notice', AT, calendar)).toHaveLength(2);
  });

  it('do not let a window of others or a hold rank the queue', () => {
    expect(tightestDeadline(clocksStartedBy(basisOf('EU_TCO_ART3'), 'removal', AT, calendar))).toBeNull();
  });

  it('plan a clock as ordered only when the order sets it, and move targets', () => {
    const asOrdered = {
      ...basisOf('EU_TCO_ART3').clocks[0]!,
      clock: 'COURT_ORDER.comply',
      period: { unit: 'as-ordered' } as const,
    };
    const basis = { ...basisOf('DSA_ART16'), clocks: [asOrdered, ...basisOf('DSA_ART16').clocks] };
    expect(clocksAtReceipt(basis, AT, calendar).map((clock) => clock.clock)).toEqual(['DSA_ART16.decide']);
    const planned = clocksAtReceipt(basis, AT, calendar, {
      ordered: { complyBy: '2026-10-18T00:00:00Z' },
      targets: { 'DSA_ART16.decide': 1 },
    });
    expect(planned.map((clock) => clock.dueAt)).toEqual(['2026-10-18T00:00:00Z', '2026-10-17T22:40:00Z']);
  });

  it.each([
    ['EU_TCO_ART3', '2026-10-17T22:00:00Z', 'running'],
    ['EU_TCO_ART3', '2026-10-17T22:25:00Z', 'at-risk'],
    ['EU_TCO_ART3', '2026-10-17T22:40:00Z', 'at-risk'],
    ['EU_TCO_ART3', '2026-10-17T22:40:01Z', 'breached'],
    ['DSA_ART16', '2026-10-30T00:00:00Z', 'missed-target'],
  ] as const)('of %s stand at %s: %s', (id, now, standing) => {
    const clock = tightestDeadline(clocksAtReceipt(basisOf(id), AT, calendar));
    expect(clock === null ? null : clockStanding(clock, now)).toBe(standing);
  });

  it('of others are never breached', () => {
    const [hold] = clocksStartedBy(basisOf('EU_TCO_ART3'), 'removal', AT, calendar);
    expect(hold === undefined ? null : clockStanding(hold, '2040-01-01T00:00:00Z')).toBe('running');
  });

  it('wait for information as long as the basis says', () => {
    expect(informationDueAt(basisOf('EU_TCO_ART3'), AT, calendar)).toBeNull();
    expect(informationDueAt(basisOf('DSA_ART16'), AT, calendar)).toBe('2026-10-24T22:00:00Z');
    expect(informationDueAt(basisOf('US_DMCA_512'), '2026-11-24T12:00:00-05:00', calendar)).toBe(
      '2026-12-03T05:00:00Z',
    );
    const hours = { ...basisOf('DSA_ART16'), informationWait: { kind: 'hours', amount: 24 } as const };
    expect(informationDueAt(hours, AT, calendar)).toBe('2026-10-18T21:40:00Z');
  });
});

describe('judgeActFirst', () => {
  it.each([
    ['EU_TCO_ART3', 'complete', true, { eligible: true }],
    ['EU_TCO_ART3', 'complete', false, { eligible: false, reason: 'not-authenticated' }],
    ['EU_TCO_ART3', 'incomplete-locatable', true, { eligible: false, reason: 'incomplete' }],
    ['EU_TCO_ART3', 'unlocatable', true, { eligible: false, reason: 'incomplete' }],
    ['DSA_ART16', 'complete', true, { eligible: false, reason: 'basis-waits' }],
  ] as const)('on %s, %s, authenticated %s: %o', (id, verdict, authenticated, expected) => {
    expect(judgeActFirst(basisOf(id), { verdict, authenticated })).toEqual(expected);
  });

  it('drafts the impossibility report 40 minutes into the hour', () => {
    expect(atRiskInstant(basisOf('EU_TCO_ART3'), AT)).toBe('2026-10-17T22:20:00Z');
    expect(atRiskInstant(basisOf('DSA_ART16'), AT)).toBeNull();
  });
});

describe('owedNotifications', () => {
  const open = { nonDisclosureUntil: null, now: AT };
  const secret = { nonDisclosureUntil: '2026-11-28T23:00:00Z', now: AT };

  it('owes the uploader a statement of reasons as the first restriction takes effect', () => {
    const owed = owedNotifications(basisOf('DSA_ART16'), 'first-effect', 'restricted', open);
    expect(owed.map(({ kind, to, notBefore }) => [kind, to, notBefore])).toEqual([
      ['statement-of-reasons', 'uploader', null],
      ['transparency-database-entry', 'authority', null],
    ]);
  });

  it('owes nobody but the sender a word when nothing is restricted', () => {
    expect(owedNotifications(basisOf('DSA_ART16'), 'first-effect', 'not-restricted', open)).toEqual([]);
    expect(owedNotifications(basisOf('DSA_ART16'), 'decided', 'not-restricted', open).map(({ kind }) => kind)).toEqual([
      'decision-to-sender',
    ]);
    expect(owedNotifications(basisOf('DSA_ART16'), 'decided', 'restricted', open)).toEqual([]);
  });

  it('holds back from the uploader what is secret until the secrecy ends, and from the authority nothing', () => {
    const [toUploader] = owedNotifications(basisOf('EU_TCO_ART3'), 'first-effect', 'restricted', secret);
    expect(toUploader).toMatchObject({ kind: 'information-about-order', notBefore: '2026-11-28T23:00:00Z' });
    const proven = owedNotifications(basisOf('EU_TCO_ART3'), 'proven', 'restricted', secret);
    expect(proven.map(({ kind, notBefore }) => [kind, notBefore])).toEqual([
      ['effect-report', null],
      ['partner-restriction', '2026-11-28T23:00:00Z'],
    ]);
  });

  it('no longer holds anything back once the secrecy is over', () => {
    const over = { ...secret, now: '2026-11-28T23:00:00Z' };
    expect(owedNotifications(basisOf('EU_TCO_ART3'), 'first-effect', 'restricted', over)[0]?.notBefore).toBeNull();
  });
});

describe('the lease', () => {
  const claim = { leaseId: 'lse-1', holder: 'anna', holderRole: 'specialist', now: '2026-10-17T22:00:00.000Z' };
  const claimed = claimLease(null, claim);
  const lease = claimed.kind === 'held' ? claimed.lease : null;

  it('holds for ten minutes and ends on the instant', () => {
    expect(lease?.expiresAt).toBe('2026-10-17T22:10:00.000Z');
    expect(leaseHolds(lease, '2026-10-17T22:09:59.999Z')).toBe(true);
    expect(leaseHolds(lease, '2026-10-17T22:10:00.000Z')).toBe(false);
    expect(leaseHolds(null, claim.now)).toBe(false);
  });

  it('keeps others out until it has run out', () => {
    const other = { ...claim, leaseId: 'lse-2', holder: 'ben' };
    expect(claimLease(lease, other)).toEqual({ kind: 'refused', reason: 'held-by-another' });
    expect(claimLease(lease, { ...other, now: '2026-10-17T22:10:00.000Z' })).toMatchObject({
      kind: 'held',
      lease: { holder: 'ben' },
    });
  });

  it('is claimed anew by its holder under the same id', () => {
    expect(claimLease(lease, { ...claim, leaseId: 'lse-9', now: '2026-10-17T22:05:00.000Z' })).toMatchObject({
      lease: { leaseId: 'lse-1', expiresAt: '2026-10-17T22:15:00.000Z' },
    });
  });

  it('is extended and released by its holder alone', () => {
    const now = '2026-10-17T22:08:00.000Z';
    expect(extendLease(lease, 'lse-1', 'anna', now)).toMatchObject({
      lease: { expiresAt: '2026-10-17T22:18:00.000Z' },
    });
    expect(extendLease(lease, 'lse-1', 'ben', now)).toEqual({ kind: 'refused', reason: 'held-by-another' });
    expect(extendLease(null, 'lse-1', 'anna', now)).toEqual({ kind: 'refused', reason: 'not-held' });
    expect(releaseLease(lease, 'lse-1', 'anna', now)).toEqual({ kind: 'free' });
    expect(releaseLease(lease, 'lse-0', 'anna', now)).toEqual({ kind: 'refused', reason: 'stale' });
  });

  it('is stale for its holder once it has run out, and nobody’s for others', () => {
    const late = '2026-10-17T22:11:00.000Z';
    expect(checkLease(lease, 'lse-1', 'anna', late)).toBe('stale');
    expect(checkLease(lease, 'lse-1', 'ben', late)).toBe('not-held');
    expect(checkLease(lease, 'lse-1', 'anna', claim.now)).toBeNull();
  });
});

describe('judgeApprover', () => {
  const facts = { decidedBy: 'anna', decidedByRule: false, approver: 'clara', approverRole: 'counsel' } as const;

  it.each([
    [{}, { allowed: true }],
    [{ approver: 'anna' }, { allowed: false, reason: 'own-decision' }],
    [
      { approver: 'anna', approverRole: 'lead' as const },
      { allowed: false, reason: 'own-decision' },
    ],
    [{ approverRole: 'specialist' as const }, { allowed: false, reason: 'wrong-role' }],
    [{ approver: 'anna', decidedByRule: true }, { allowed: true }],
    [{ alsoInvolved: ['clara'] }, { allowed: false, reason: 'own-decision' }],
  ])('with %o: %o', (changes, expected) => {
    expect(judgeApprover({ ...facts, ...changes })).toEqual(expected);
  });

  it('keeps decider and approver out of an appeal', () => {
    expect(mayReviewAppeal('anna', 'anna', null)).toBe(false);
    expect(mayReviewAppeal('clara', 'anna', 'clara')).toBe(false);
    expect(mayReviewAppeal('dora', 'anna', 'clara')).toBe(true);
  });
});

describe('judgeClosing', () => {
  const facts = {
    effects: { pending: 0, proven: 2, failed: 0 },
    deliveries: [
      { deliveryId: 'd1', state: 'delivered', owner: null, notBefore: null, channel: 'mail' },
      { deliveryId: 'd2', state: 'parked', owner: 'lead', notBefore: null, channel: 'transparency-database' },
      { deliveryId: 'd3', state: 'scheduled', owner: null, notBefore: AT, channel: 'mail' },
    ],
    confirmationOwed: false,
    parked: false,
  } as const;

  it('lets a case close when everything is proven and told', () => {
    expect(judgeClosing(facts)).toEqual({ mayClose: true, missing: [] });
  });

  it('lists everything that is missing', () => {
    const open = {
      effects: { pending: 1, proven: 0, failed: 1 },
      deliveries: [
        { deliveryId: 'a', state: 'accepted', owner: null, notBefore: null, channel: 'mail' },
        { deliveryId: 'b', state: 'parked', owner: '', notBefore: null, channel: 'mail' },
        { deliveryId: 'c', state: 'scheduled', owner: null, notBefore: null, channel: 'mail' },
        { deliveryId: 'd', state: 'owed', owner: null, notBefore: null, channel: 'draft' },
      ],
      confirmationOwed: true,
      parked: true,
    } as const;
    expect(judgeClosing(open)).toEqual({
      mayClose: false,
      missing: [
        { kind: 'effects-unproven', pending: 1, failed: 1 },
        { kind: 'delivery-open', deliveryId: 'a', state: 'accepted' },
        { kind: 'delivery-without-owner', deliveryId: 'b' },
        { kind: 'delivery-without-date', deliveryId: 'c' },
        { kind: 'draft-unsent', deliveryId: 'd' },
        { kind: 'confirmation-missing' },
        { kind: 'needs-operator' },
      ],
    });
    expect(open.deliveries.map(isSettled)).toEqual([false, false, false, false]);
  });
});

describe('readDuration', () => {
  it.each([
    ['PT24H', { unit: 'hours', amount: 24 }],
    ['P14D', { unit: 'days', amount: 14, rolls: true }],
    ['P2W', { unit: 'weeks', amount: 2, rolls: true }],
    ['P1M', { unit: 'months', amount: 1, rolls: true }],
    ['P1Y', { unit: 'years', amount: 1, rolls: true }],
    ['PT0H', null],
    ['P1D2H', null],
    ['24h', null],
  ])('reads %s', (text, expected) => {
    expect(readDuration(text, true)).toEqual(expected);
  });
});
