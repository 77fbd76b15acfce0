import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import type { CaseRecord } from '../../domain/case.ts';
import { findLegalBasis } from '../../domain/catalogue/catalogue.ts';
import { type ErasureFacts, nextLook, obstaclesTo } from '../../domain/erasure-obstacles.ts';
import { obstacleInWords } from '../../domain/erasure-words.ts';
import { sampleCase, sampleDelivery } from '../functions/support/sample-case.ts';

const CLOSED_AT = '2026-10-05T10:00:00.000Z';
const NOW = '2026-10-06T10:00:00.000Z';
const HOLD = {
  ...{ number: 1, matter: 'LIT-1', placedBy: 'cora', placedAt: NOW, documentKey: 'case-1/case/holds/hold-1' },
  released: null,
};
const RELEASED = { ...HOLD, released: { by: 'lea', at: NOW, documentKey: 'case-1/case/holds/hold-2' } };
const COUNTER_NOTICE = {
  ...{ number: 1, personId: 'uploader-1', decisionId: 'd1', itemIds: ['item-1'], receivedAt: NOW, copyId: 'copy' },
  ...{ notBefore: NOW, notAfter: '2026-10-26T04:00:00.000Z', putBackAt: NOW, documentKey: 'd' },
};

function facts(record: Partial<CaseRecord> = {}, more: Partial<ErasureFacts> = {}): ErasureFacts {
  const whole = sampleCase({ ...{ state: 'closed', closedAt: CLOSED_AT, clocks: [] }, ...record });
  const basis = findLegalBasis(whole.legalBasis);
  if (basis === null) throw new Error(whole.legalBasis);
  return { record: whole, basis, holds: [], deliveries: [], counterNotices: [], ...more };
}

const found = (of: ErasureFacts, now = NOW) => obstaclesTo(of, holidayCalendar(), now);

describe('obstaclesTo', () => {
  it('finds nothing in a closed case without a decision, a hold or anything owed', () => {
    expect(found(facts({ decisionId: null, firstEffectAt: null }))).toEqual([]);
  });

  it.each<[string, ErasureFacts, object]>([
    ['a legal hold', facts({}, { holds: [RELEASED, HOLD] }), { kind: 'legal-hold', which: 'LIT-1', until: null }],
    ['an open case', facts({ state: 'in-review', closedAt: null }), { kind: 'case-open' }],
    ['a message that nobody could deliver', facts({ undelivered: 1 }), { kind: 'message-undelivered' }],
    [
      'a message that waits for its date',
      facts({}, { deliveries: [sampleDelivery({ state: 'scheduled', notBefore: '2026-11-16T10:00:00.000Z' })] }),
      { kind: 'message-owed', until: '2026-11-16T10:00:00.000Z' },
    ],
    [
      'a message that nobody knows arrived',
      facts({}, { deliveries: [sampleDelivery({ state: 'accepted' })] }),
      { kind: 'message-owed' },
    ],
    [
      'a danger that nobody took up',
      facts({ danger: { signals: ['threat-to-life'], pageId: 'p', acknowledgedBy: null, acknowledgedAt: null } }),
      { kind: 'danger-open' },
    ],
    [
      'six months in which a decision can be complained of',
      facts({ legalBasis: 'DSA_ART16', decisionId: 'case-1.d1' }),
      { kind: 'open-window', which: 'DSA_ART20.complaint-until', until: expect.stringMatching(/^2027-04-0/) },
    ],
    [
      'six months of preservation of what terrorists published',
      facts({ legalBasis: 'EU_TCO_ART3', nature: 'order', firstEffectAt: CLOSED_AT }),
      { kind: 'statutory-period', which: 'EU_TCO_ART6.preserve-until', until: expect.stringMatching(/^2027-04-0/) },
    ],
    [
      '180 days of preservation under the IT Rules',
      facts({ legalBasis: 'IN_3_1_D', nature: 'order', firstEffectAt: CLOSED_AT }),
      { kind: 'statutory-period', which: 'IN_3_1_G.preserve-until', until: expect.stringMatching(/^2027-04-0/) },
    ],
    [
      'a counter-notice that waits',
      facts({}, { counterNotices: [{ ...COUNTER_NOTICE, state: 'waiting' }] }),
      { kind: 'counter-notice', until: COUNTER_NOTICE.notAfter },
    ],
  ])('names %s', (_, of, obstacle) => {
    expect(found(of)).toContainEqual(expect.objectContaining(obstacle));
  });

  it('names no period that is over, and nothing that is settled', () => {
    const settled = facts(
      { legalBasis: 'EU_TCO_ART3', nature: 'order', firstEffectAt: CLOSED_AT, decisionId: 'case-1.d1' },
      {
        holds: [RELEASED],
        deliveries: [sampleDelivery({ state: 'delivered' }), sampleDelivery({ state: 'parked', channel: 'draft' })],
        counterNotices: [{ ...COUNTER_NOTICE, state: 'put-back' }],
      },
    );
    expect(found(settled).map(({ kind }) => kind)).toEqual(['statutory-period']);
    expect(found(settled, '2027-04-06T22:00:00.000Z')).toEqual([]);
  });
});

describe('nextLook', () => {
  const window = { kind: 'open-window', which: 'w', until: '2027-04-05T22:00:00.000Z' } as const;
  const hold = { kind: 'legal-hold', which: 'LIT-1', until: null } as const;
  const open = { kind: 'case-open', which: null, until: null } as const;

  it('is when the last date ends, a day later without one, and never while a hold stands', () => {
    expect(nextLook([open, window], NOW)).toBe(window.until);
    expect(nextLook([open], NOW)).toBe('2026-10-07T10:00:00.000Z');
    expect(nextLook([hold, window], NOW)).toBeNull();
  });

  it('goes with words that say which and until when', () => {
    expect(obstacleInWords(hold, 'en')).toBe('a legal hold for the matter LIT-1');
    expect(obstacleInWords(window, 'de')).toBe('das Zeitfenster w bis 2027-04-05T22:00:00.000Z');
  });
});
