import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { clocksAtReceipt, clocksStartedBy, tightestDeadline } from '#domain/case-clocks';
import { OWN_POLICY } from '#domain/catalogue/basis-parts';
import { clockIds, elementLabel, findClock, findLegalBasis, LEGAL_BASES } from '#domain/catalogue/catalogue';
import { ELEMENT_LABELS } from '#domain/catalogue/elements';
import { PROCEDURES } from '#domain/catalogue/procedures';
import { judgeCompleteness } from '#domain/completeness';
import { computeClock } from '#domain/compute-clock';
import { isInformationDemand } from '#domain/disclosure';
import { narrowedTo } from '#domain/issuer';
import { whyNotWorking } from '#domain/period';
import { proposeBasis } from '#domain/propose-basis';
import { basisOf } from '../support.ts';

const calendar = holidayCalendar();

function compute(clockId: string, start: string) {
  const found = findClock(clockId);
  if (found === null) throw new Error(clockId);
  return computeClock(found.rule, start, calendar);
}

describe('traps of the law', () => {
  it('the intimate image report of the UK has no clock but its 48 hours', () => {
    const clocks = basisOf('UK_OSA_NCII').clocks.map(({ clock }) => clock);
    expect(clocks).toEqual(['UK_OSA_NCII.remove', 'DSA_ART20.complaint-until']);
  });

  it("a poster's five days under the Defamation Act are calendar days, not working days", () => {
    // Thursday before Easter: the fifth day is Easter Tuesday counted by calendar, not the Thursday after.
    expect(compute('UK_DEF_S5.poster-reply', '2027-03-25T12:00:00Z').dueDate).toBe('2027-03-30');
  });

  it('31 January ends a month later on the last day of February, not on 1 May or 2 March', () => {
    expect(compute('GDPR_ART17.answer', '2029-01-31T12:00:00Z').dueDate).toBe('2029-02-28');
  });

  it("the 48 hours of Art 4(4) TCO are a window to ask, not a period for the authority's copy", () => {
    expect(findClock('EU_TCO_ART4.uploader-request')?.rule).toMatchObject({
      direction: 'their-window',
      startsAt: 'informed',
    });
    expect(clockIds().filter((id) => /copy/.test(id))).toEqual([]);
  });

  it('a request for scrutiny and scrutiny of its own motion are two clocks with two starts', () => {
    const starts = ['EU_TCO_ART4.authority-decision', 'EU_TCO_ART4.own-initiative'].map(
      (id) => findClock(id)?.rule.startsAt,
    );
    expect(starts).toEqual(['request', 'copy']);
  });

  it('six months of complaint are months, not 180 days', () => {
    expect(compute('DSA_ART20.complaint-until', '2027-08-31T12:00:00+02:00').dueDate).toBe('2028-02-29');
    const after180Days = Temporal.PlainDate.from('2027-08-31').add({ days: 180 }).toString();
    expect(after180Days < '2028-02-29').toBe(true);
  });

  it('the window of each person begins when that person is informed', () => {
    expect(findClock('DSA_ART20.complaint-until')?.rule.startsAt).toBe('informed');
  });

  it('a notice that cites the NetzDG and its 24 hours is one under Art 16, with no statutory clock', () => {
    const explanation = 'Nach § 3 NetzDG ist der Beitrag binnen 24 Stunden zu entfernen.';
    const id = proposeBasis({ explanation, statements: {}, signature: null, works: [] });
    expect(id).toBe('DSA_ART16');
    const clocks = clocksAtReceipt(basisOf(id), '2027-01-01T00:00:00Z', calendar);
    expect(clocks.map(({ kind }) => kind)).toEqual(['target']);
  });

  it('the two working days of the Terrorism Act leave out holidays of any part of the UK, and the day of giving', () => {
    expect(findClock('UK_TA2006_S3.remove')?.rule.place).toBe('GB');
    // Thursday 16 March 2028: Friday is St Patrick's Day in Northern Ireland.
    expect(compute('UK_TA2006_S3.remove', '2028-03-16T00:30:00Z').dueDate).toBe('2028-03-21');
  });

  it('Juneteenth observed on 18 June 2027 is no business day', () => {
    const clock = compute('US_DMCA_512.put-back-not-before', '2027-06-17T12:00:00-04:00');
    expect(clock.steps.map(({ en }) => en).join(' ')).toContain('18 June 2027 is not counted');
  });

  it('the end of the ten days of an e-Evidence order is an earliest date too, where an authority was notified', () => {
    const start = '2026-09-01T10:00:00+02:00';
    expect(compute('EU_EEVIDENCE.transmit-not-before', start)).toMatchObject({
      direction: 'earliest',
      dueAt: compute('EU_EEVIDENCE.answer', start).dueAt,
    });
  });

  it('a demand of a third country is no order under Art 9: it owes a statement and an entry', () => {
    for (const id of ['AU_OSA', 'IN_3_1_D', 'UK_CPA_S21', 'UK_TA2006_S3'] as const) {
      const kinds = basisOf(id).notifications.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['statement-of-reasons', 'transparency-database-entry']));
      expect(kinds).not.toContain('information-about-order');
      expect(basisOf(id).trigger).toBe('third-country-demand');
    }
  });

  it('an order under Art 9, of the TCO regulation or of a court of the Union owes no statement and no entry', () => {
    for (const basis of [basisOf('DSA_ART9'), basisOf('EU_TCO_ART3'), narrowedTo(basisOf('COURT_ORDER'), 'union')]) {
      const kinds = basis.notifications.map(({ kind }) => kind);
      expect(kinds).toContain('information-about-order');
      expect(kinds).not.toContain('statement-of-reasons');
      expect(kinds).not.toContain('transparency-database-entry');
    }
  });

  it('reporting a threat or child abuse is no demand: nothing can be submitted on it', () => {
    for (const id of ['DSA_ART18', 'US_2258A'] as const) {
      expect(findLegalBasis(id)).toBeNull();
      expect(PROCEDURES.find((basis) => basis.id === id)?.procedure).toBe('own-report');
    }
  });

  it('information demands are disclosures, not removals: counsel decides, with four eyes, and nothing acts first', () => {
    const demands = LEGAL_BASES.filter(isInformationDemand);
    expect(demands.map(({ id }) => id)).toEqual(['DSA_ART10', 'EU_EEVIDENCE']);
    for (const { decidedBy, fourEyes, actFirst, notifications } of demands) {
      expect([decidedBy, fourEyes.rule, actFirst]).toEqual([['counsel'], 'always', 'no']);
      expect(notifications.filter(({ when }) => when === 'restricted')).toEqual([]);
    }
  });

  it('the duties on intimate images include copies', () => {
    for (const id of ['US_TIDA', 'UK_OSA_NCII'] as const) expect(basisOf(id).copies).not.toBeNull();
  });

  it('calls law only what the law asks of an order: the rest is asked for of our own accord', () => {
    const own = (id: 'DSA_ART9' | 'AU_OSA') =>
      basisOf(id)
        .elements.filter(({ source }) => source === OWN_POLICY)
        .map(({ element }) => element);
    expect(own('DSA_ART9')).toEqual(['issued-at', 'signed', 'order-reference']);
    expect(own('AU_OSA')).toEqual([
      'authority',
      'provision',
      'statement-of-reasons',
      'issued-at',
      'signed',
      'order-reference',
    ]);
    const judged = basisOf('DSA_ART9').judgedInReview?.map(({ source }) => source.cite);
    expect(judged).toEqual(['Reg. (EU) 2022/2065 Art 9(2)(c)', 'Reg. (EU) 2022/2065 Art 9(2)']);
  });

  it('a removal order without redress is executed within its hour, and its reviewer judges that', () => {
    const basis = basisOf('EU_TCO_ART3');
    const present = basis.elements.map(({ element }) => element).filter((element) => element !== 'redress');
    expect(judgeCompleteness(basis, present, true)).toMatchObject({ verdict: 'complete', noted: ['redress'] });
    const [redress] = basis.judgedInReview ?? [];
    expect(redress).toMatchObject({ source: { certainty: 'known', cite: expect.stringContaining('Art 3(4)') } });
    expect(redress?.what.en).toMatch(/redress/);
  });

  it('a request for erasure needs a ground, not an explanation of why content is illegal', () => {
    expect(elementLabel('GDPR_ART17', 'explanation').de).toMatch(/Grund.*Löschung/);
    expect(elementLabel('GDPR_ART17', 'explanation').en).not.toMatch(/illegal/);
    expect(elementLabel('DSA_ART16', 'explanation').en).toMatch(/illegal/);
    expect(elementLabel('TERMS', 'signed')).toBe(ELEMENT_LABELS.signed);
  });

  it('no order waits for a weekend: 24 and 3 and 2 hours are elapsed time', () => {
    expect(compute('AU_OSA.remove', '2027-12-25T10:00:00+11:00').dueAt).toBe('2027-12-25T23:00:00Z');
    expect(compute('IN_3_1_D.remove', '2028-01-26T10:00:00+05:30').dueAt).toBe('2028-01-26T07:30:00Z');
    expect(compute('IN_3_2_B.remove', '2028-01-26T10:00:00+05:30').dueAt).toBe('2028-01-26T06:30:00Z');
  });

  it('rules of 2026 whose entry into force nobody verified are never said to be in force', () => {
    for (const id of ['UK_OSA_NCII', 'UK_CPA_S21'] as const) {
      expect(basisOf(id).applicability.inForceFrom).toBeNull();
      expect(compute(`${id}.remove`, '2027-01-01T00:00:00Z').inForce).toBe('unverified');
    }
  });

  it('three months under the GDPR do not run beside the one: only an extension starts them', () => {
    const clocks = clocksAtReceipt(basisOf('GDPR_ART17'), '2027-01-29T10:00:00+01:00', calendar);
    expect(clocks.map(({ clock }) => clock)).toEqual(['GDPR_ART17.answer']);
  });

  it('an order that sets no date of its own runs without a deadline, never with an invented one', () => {
    for (const id of ['DSA_ART9', 'COURT_ORDER'] as const) {
      expect(tightestDeadline(clocksAtReceipt(basisOf(id), '2027-01-29T10:00:00+01:00', calendar))).toBeNull();
    }
  });

  it('what India orders removed is preserved for 180 days', () => {
    for (const id of ['IN_3_1_D', 'IN_3_2_B', 'IN_GRIEVANCE'] as const) {
      const [hold] = clocksStartedBy(basisOf(id), 'removal', '2027-01-01T12:00:00+05:30', calendar);
      expect(hold).toMatchObject({ direction: 'hold-until', dueDate: '2027-06-30' });
    }
  });

  it('a basis restricts nowhere by default where its law does not reach', () => {
    const reach = LEGAL_BASES.map(({ id, territory }) => [id, territory.widest.join()]);
    expect(Object.fromEntries(reach)).toMatchObject({
      EU_TCO_ART3: 'EU',
      AU_OSA: 'AU',
      IN_3_1_D: 'IN',
      IN_3_2_B: 'IN',
      UK_CPA_S21: 'GB',
      UK_TA2006_S3: 'GB',
    });
    expect(basisOf('GDPR_ART17').territory.default).toEqual(['EEA']);
    expect(basisOf('US_TIDA').territory.default).toEqual(['US']);
  });

  it('a period of the Union of two days or more holds two working days (Reg. 1182/71 Art 3(5))', () => {
    const union = clockIds().filter((id) => {
      const rule = findClock(id)?.rule;
      const civil = rule !== undefined && ['days', 'weeks', 'months', 'years'].includes(rule.period.unit);
      return civil && rule.source.cite.startsWith('Reg. (EU)');
    });
    expect(union.length).toBeGreaterThan(4);
    const start = fc
      .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2035-12-31T23:59:59Z'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.constantFrom(...union), start, (id, at) => {
        const { dueDate = '', zone, place } = compute(id, at);
        let day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
        let working = 0;
        while (day.toString() < dueDate && working < 2) {
          day = day.add({ days: 1 });
          if (whyNotWorking(day, { place, zone, direction: 'our-deadline', calendar }) === null) working += 1;
        }
        expect(working).toBe(2);
      }),
      { numRuns: 200 },
    );
  });
});
