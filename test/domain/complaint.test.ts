import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { findLegalBasis, LEGAL_BASES } from '#domain/catalogue/catalogue';
import type { Complainant } from '#domain/complained-of';
import { complaintWindow, isOver, lastInformed } from '#domain/complaint';
import type { Delivery } from '#domain/delivery';

const told = (kind: Delivery['kind'], personId: string, at: string | null, more: Partial<Delivery> = {}) => ({
  ...{ kind, personId, decisionId: 'case-1.d1', state: 'delivered' as const, owedAt: at, acceptedAt: at },
  deliveredAt: null,
  ...more,
});
const calendar = holidayCalendar();
const AUGUST = '2026-08-31T10:00:00.000Z';
const SEPTEMBER = '2026-09-03T10:00:00.000Z';

describe('when somebody was informed of a decision', () => {
  it.each([
    ['once it was delivered', { deliveredAt: SEPTEMBER }, SEPTEMBER],
    ['once it was handed over, without word of its delivery', { state: 'accepted' }, AUGUST],
    ['never by what came back', { state: 'bounced' }, null],
    ['never by what a person has to look at', { state: 'parked' }, null],
    ['never by what has not left', { state: 'owed', acceptedAt: null }, null],
  ] as const)('is %s', (_, more, at) => {
    const deliveries = [told('statement-of-reasons', 'uploader-1', AUGUST, more)];
    expect(lastInformed(deliveries, 'uploader', 'uploader-1')).toEqual({ decisionId: 'case-1.d1', at });
  });

  it('is another instant for each person, and nothing that others are told', () => {
    const deliveries = [
      told('statement-of-reasons', 'uploader-1', AUGUST),
      told('decision-to-sender', 'sender', SEPTEMBER),
      told('receipt', 'sender', '2026-08-01T10:00:00.000Z'),
    ];
    expect(lastInformed(deliveries, 'uploader', 'uploader-1')?.at).toBe(AUGUST);
    expect(lastInformed(deliveries, 'sender', 'sender')?.at).toBe(SEPTEMBER);
    expect(lastInformed(deliveries, 'uploader', 'uploader-2')).toBeNull();
  });

  it('is when they were told of the last of several decisions', () => {
    const again = told('reinstatement-to-sender', 'sender', SEPTEMBER, { decisionId: 'case-1.d2' });
    const deliveries = [again, told('decision-to-sender', 'sender', AUGUST)];
    expect(lastInformed(deliveries, 'sender', 'sender')).toEqual({ decisionId: 'case-1.d2', at: SEPTEMBER });
  });
});

describe('the window of a complaint (scenario 7)', () => {
  const basis = findLegalBasis('DSA_ART16')!;

  it.each([
    ['uploader', AUGUST, '2027-02-28T22:59:00.000Z', false],
    ['uploader', AUGUST, '2027-03-01T22:59:59.999Z', false],
    ['uploader', AUGUST, '2027-03-01T23:00:00.000Z', true],
    ['sender', SEPTEMBER, '2027-03-03T22:59:59.999Z', false],
    ['sender', SEPTEMBER, '2027-03-03T23:00:00.000Z', true],
  ] as const)('of the %s informed at %s is over at %s: %s', (by, informedAt, now, over) => {
    expect(isOver(complaintWindow(basis, by, informedAt, calendar)!, now)).toBe(over);
  });

  it('is open on every basis that restricts, but for orders of the Union and complaints themselves', () => {
    const isOpen = (by: Complainant) => (id: (typeof LEGAL_BASES)[number]) =>
      complaintWindow(id, by, AUGUST, calendar) === null;
    const closed = LEGAL_BASES.filter(isOpen('uploader')).map(({ id }) => id);
    expect(closed).toEqual(['DSA_ART9', 'DSA_ART10', 'DSA_ART20', 'EU_TCO_ART3', 'EU_EEVIDENCE']);
    expect(LEGAL_BASES.filter(isOpen('sender')).map(({ id }) => id)).toEqual(closed);
  });
});
