import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { clockIds, findClock } from '#domain/catalogue/catalogue';
import { ComputedClock } from '#domain/clock';
import { ClockInputError, computeClock, describePeriod } from '#domain/compute-clock';
import { replaySteps } from './replay-steps.ts';

const calendar = holidayCalendar();

function compute(clockId: string, start: string, place?: string) {
  const found = findClock(clockId);
  if (found === null) throw new Error(`no clock ${clockId}`);
  const ordered = found.rule.period.unit === 'as-ordered' ? { complyBy: '2031-05-05T12:00:00Z' } : undefined;
  return computeClock(found.rule, start, calendar, { place, ordered, legalBasis: found.legalBasis });
}

describe('computeClock on the scenarios of the law', () => {
  it.each([
    // TCO across midnight at a weekend, and both daylight saving edges.
    ['EU_TCO_ART3.disable', '2026-10-17T23:40:00+02:00', '2026-10-17T22:40:00Z'],
    ['EU_TCO_ART3.disable', '2026-10-25T02:30:00+02:00', '2026-10-25T01:30:00Z'],
    ['EU_TCO_ART3.disable', '2026-10-25T02:30:00+01:00', '2026-10-25T02:30:00Z'],
    ['EU_TCO_ART3.disable', '2027-03-28T01:30:00+01:00', '2027-03-28T01:30:00Z'],
    ['EU_TCO_ART3.disable', '2026-10-12T14:05:00+02:00', '2026-10-12T13:05:00Z'],
    ['EU_TCO_ART4.scrutiny', '2026-10-24T12:00:00+02:00', '2026-10-26T10:00:00Z'],
    ['EU_TCO_ART4.authority-decision', '2026-12-24T12:00:00+01:00', '2026-12-27T11:00:00Z'],
    ['DSA_ART16.decide', '2026-12-24T10:00:00+01:00', '2026-12-27T09:00:00Z'],
    ['US_TIDA.remove', '2026-07-03T10:00:00-04:00', '2026-07-05T14:00:00Z'],
    ['IN_3_1_D.remove', '2026-08-15T23:00:00+05:30', '2026-08-15T20:30:00Z'],
    ['IN_3_2_B.remove', '2026-08-15T23:00:00+05:30', '2026-08-15T19:30:00Z'],
    ['AU_OSA.remove', '2026-10-03T12:00:00+10:00', '2026-10-04T02:00:00Z'],
    ['EU_EEVIDENCE.answer-emergency', '2026-12-25T20:00:00+01:00', '2026-12-26T03:00:00Z'],
    ['EMFA_18.wait', '2026-10-24T12:00:00+02:00', '2026-10-25T10:00:00Z'],
    // UK defamation over Easter and Christmas.
    ['UK_DEF_S5.operator', '2026-04-02T15:00:00+01:00', '2026-04-08T14:00:00Z'],
    ['UK_DEF_S5.operator', '2026-04-13T00:00:00+01:00', '2026-04-14T23:00:00Z'],
    ['UK_DEF_S5.operator', '2026-12-24T10:00:00Z', '2026-12-30T10:00:00Z'],
    ['UK_DEF_S5.operator', '2026-04-04T09:00:00+01:00', '2026-04-08T23:00:00Z'],
  ])('%s from %s ends at %s', (clockId, start, dueAt) => {
    expect(compute(clockId, start)).toMatchObject({ dueAt });
  });

  it.each([
    ['DSA_ART20.complaint-until', '2026-08-31T12:00:00+02:00', undefined, '2027-03-01', '2027-03-01T23:00:00Z'],
    ['DSA_ART20.complaint-until', '2026-09-03T12:00:00+02:00', undefined, '2027-03-03', '2027-03-03T23:00:00Z'],
    ['US_DMCA_512.put-back-not-before', '2026-11-16T12:00:00-05:00', undefined, '2026-12-01', '2026-12-02T05:00:00Z'],
    ['US_DMCA_512.put-back-not-after', '2026-11-16T12:00:00-05:00', undefined, '2026-12-07', '2026-12-08T05:00:00Z'],
    ['US_DMCA_512.put-back-not-before', '2026-12-18T12:00:00-05:00', undefined, '2027-01-05', '2027-01-06T05:00:00Z'],
    ['US_DMCA_512.put-back-not-after', '2026-12-18T12:00:00-05:00', undefined, '2027-01-11', '2027-01-12T05:00:00Z'],
    ['US_DMCA_512.put-back-not-before', '2026-06-24T12:00:00-04:00', undefined, '2026-07-09', '2026-07-10T04:00:00Z'],
    ['US_DMCA_512.put-back-not-after', '2026-06-24T12:00:00-04:00', undefined, '2026-07-15', '2026-07-16T04:00:00Z'],
    // Juneteenth on a Saturday is observed on Friday 18 June 2027; Veterans Day likewise on 10 November 2028.
    ['US_DMCA_512.put-back-not-before', '2027-06-10T12:00:00-04:00', undefined, '2027-06-25', '2027-06-26T04:00:00Z'],
    ['US_DMCA_512.put-back-not-before', '2028-11-01T12:00:00-04:00', undefined, '2028-11-16', '2028-11-17T05:00:00Z'],
    // An event late in the evening in New York falls on the day before in UTC+0.
    ['US_DMCA_512.put-back-not-before', '2026-11-17T03:00:00Z', undefined, '2026-12-01', '2026-12-02T05:00:00Z'],
    ['UK_DEF_S5.poster-reply', '2026-04-07T11:00:00+01:00', undefined, '2026-04-12', '2026-04-12T23:00:00Z'],
    ['UK_TA2006_S3.remove', '2026-06-12T10:00:00+01:00', undefined, '2026-06-17', '2026-06-17T23:00:00Z'],
    ['UK_TA2006_S3.remove', '2026-07-10T10:00:00+01:00', undefined, '2026-07-15', '2026-07-15T23:00:00Z'],
    ['UK_TA2006_S3.remove', '2026-11-27T10:00:00Z', undefined, '2026-12-02', '2026-12-03T00:00:00Z'],
    ['GDPR_ART17.answer', '2027-01-29T10:00:00+01:00', undefined, '2027-03-01', '2027-03-01T23:00:00Z'],
    ['GDPR_ART17.answer-extended', '2027-01-29T10:00:00+01:00', undefined, '2027-04-29', '2027-04-29T22:00:00Z'],
    ['GDPR_ART17.answer', '2028-01-31T10:00:00+01:00', undefined, '2028-02-29', '2028-02-29T23:00:00Z'],
    ['GDPR_ART17.answer', '2027-01-31T10:00:00+01:00', undefined, '2027-03-01', '2027-03-01T23:00:00Z'],
    ['GDPR_ART17.answer', '2026-11-25T10:00:00+01:00', undefined, '2026-12-28', '2026-12-28T23:00:00Z'],
    ['GDPR_ART17.answer', '2026-11-25T10:00:00Z', 'GB-ENG', '2026-12-29', '2026-12-30T00:00:00Z'],
    // Epiphany binds in Bavaria and not in Berlin; International Women's Day the other way round.
    ['GDPR_ART17.answer', '2026-12-06T10:00:00+01:00', 'DE-BY', '2027-01-07', '2027-01-07T23:00:00Z'],
    ['GDPR_ART17.answer', '2026-12-06T10:00:00+01:00', 'DE-BE', '2027-01-06', '2027-01-06T23:00:00Z'],
    ['GDPR_ART17.answer', '2027-02-08T10:00:00+01:00', 'DE-BE', '2027-03-09', '2027-03-09T23:00:00Z'],
    ['GDPR_ART17.answer', '2027-02-08T10:00:00+01:00', 'DE-BY', '2027-03-08', '2027-03-08T23:00:00Z'],
    // Repentance Day is a holiday in Saxony alone.
    ['GDPR_ART17.answer', '2026-10-18T10:00:00+02:00', 'DE-SN', '2026-11-19', '2026-11-19T23:00:00Z'],
    ['DE_URHDAG_14.decide', '2026-12-18T10:00:00+01:00', undefined, '2026-12-25', '2026-12-25T23:00:00Z'],
    ['EU_TCO_ART6.preserve-until', '2026-08-31T10:00:00+02:00', undefined, '2027-02-28', '2027-02-28T23:00:00Z'],
    ['EU_TCO_ART11.non-disclosure-until', '2026-10-17T10:00:00+02:00', undefined, '2026-11-28', '2026-11-28T23:00:00Z'],
    ['US_2258A.preserve-until', '2028-02-29T10:00:00-05:00', undefined, '2029-02-28', '2029-03-01T05:00:00Z'],
    ['IN_GRIEVANCE.resolve', '2026-10-01T23:00:00Z', undefined, '2026-10-09', '2026-10-09T18:30:00Z'],
    ['EU_EEVIDENCE.answer', '2026-12-15T10:00:00+01:00', undefined, '2026-12-28', '2026-12-28T23:00:00Z'],
    // Central European Summer Time ends on the last day: its 24:00 is one hour later.
    ['GDPR_ART17.answer', '2026-09-25T10:00:00+02:00', undefined, '2026-10-26', '2026-10-26T23:00:00Z'],
  ])('%s from %s in %s ends with %s', (clockId, start, place, dueDate, dueAt) => {
    expect(compute(clockId, start, place)).toMatchObject({ dueDate, dueAt });
  });

  it('counts a holiday kept in part of a Land only in favour of somebody else', () => {
    const assumption = '2028-02-15T10:00:00+01:00';
    expect(compute('DSA_ART20.complaint-until', assumption, 'DE-BY').dueDate).toBe('2028-08-16');
    expect(compute('GDPR_ART17.answer', '2028-07-15T10:00:00+02:00', 'DE-BY').dueDate).toBe('2028-08-15');
  });
});

describe('computeClock', () => {
  it('fills every field of the shape', () => {
    const clock = compute('EU_TCO_ART3.disable', '2026-10-17T23:40:00+02:00');
    expect(ComputedClock.parse(clock)).toEqual(clock);
    expect(clock).toMatchObject({
      clock: 'EU_TCO_ART3.disable',
      legalBasis: 'EU_TCO_ART3',
      kind: 'statutory',
      direction: 'our-deadline',
      startAt: '2026-10-17T21:40:00Z',
      place: 'DE-BE',
      zone: 'Europe/Berlin',
      rule: 'PT1H elapsed',
      source: 'Reg. (EU) 2021/784 Art 3(3)',
      certainty: 'source-checked',
      inForce: 'yes',
    });
    expect(clock).not.toHaveProperty('dueDate');
  });

  it('names the basis that holds the rule when the prefix is only an article of it', () => {
    expect(compute('EU_TCO_ART6.preserve-until', '2026-10-17T12:00:00Z').legalBasis).toBe('EU_TCO_ART3');
    expect(compute('EU_TCO_ART4.scrutiny', '2026-10-17T12:00:00Z').legalBasis).toBe('EU_TCO_ART4');
  });

  it('says when a rule was not yet in force at the start', () => {
    expect(compute('US_TIDA.remove', '2026-05-18T12:00:00-04:00').inForce).toBe('no');
    expect(compute('US_TIDA.remove', '2026-05-19T00:00:00-04:00').inForce).toBe('yes');
    expect(compute('UK_CPA_S21.remove', '2026-05-19T00:00:00Z').inForce).toBe('unverified');
  });

  it.each([
    ['2026-10-17'],
    ['2026-10-17T23:40:00'],
    ['2026-02-30T10:00:00Z'],
    ['2026-10-17T25:00:00Z'],
    ['tomorrow'],
    ['2026-10-17T10:00:00+02:00[Europe/Berlin]'],
  ])('refuses %s as a start', (start) => {
    expect(() => compute('EU_TCO_ART3.disable', start)).toThrow(ClockInputError);
  });

  it.each([['ZZ'], ['DE-ZZ'], ['DE-BE-X'], ['__proto__'], ['constructor']])('refuses the place %s', (place) => {
    expect(() => compute('GDPR_ART17.answer', '2026-10-17T10:00:00Z', place)).toThrow(ClockInputError);
  });

  it('takes the end that an order sets, or its period, and asks for one of them', () => {
    const rule = findClock('COURT_ORDER.comply')?.rule;
    if (rule === undefined) throw new Error('no rule');
    const start = '2026-12-20T10:00:00+01:00';
    expect(() => computeClock(rule, start, calendar)).toThrow('COURT_ORDER.comply runs as the order says');
    expect(computeClock(rule, start, calendar, { ordered: { complyBy: '2026-12-24T12:00:00+01:00' } })).toMatchObject({
      dueAt: '2026-12-24T11:00:00Z',
      rule: 'as ordered',
    });
    const period = { unit: 'days', amount: 7, rolls: true } as const;
    expect(computeClock(rule, start, calendar, { ordered: { period } })).toMatchObject({
      dueDate: '2026-12-28',
      rule: 'as ordered: P7D, rolls to the next working day',
    });
    expect(() => computeClock(rule, start, calendar, { ordered: { complyBy: 'soon' } })).toThrow(ClockInputError);
  });

  it('lets a deployment move a target, never a statutory period', () => {
    const target = findClock('DSA_ART16.decide')?.rule;
    const statutory = findClock('EU_TCO_ART3.disable')?.rule;
    if (target === undefined || statutory === undefined) throw new Error('no rule');
    const start = '2026-10-17T10:00:00Z';
    expect(computeClock(target, start, calendar, { targetHours: 24 }).dueAt).toBe('2026-10-18T10:00:00Z');
    expect(computeClock(statutory, start, calendar, { targetHours: 24 }).dueAt).toBe('2026-10-17T11:00:00Z');
  });

  it.each([
    [{ unit: 'working-hours', amount: 48 } as const, 'PT48H, Saturdays, Sundays and holidays disregarded'],
    [{ unit: 'business-days', amount: 1 } as const, '1 business day'],
    [{ unit: 'weeks', amount: 6, rolls: false } as const, 'P6W'],
    [{ unit: 'years', amount: 1, rolls: true } as const, 'P1Y, rolls to the next working day'],
  ])('describes %o', (period, text) => {
    expect(describePeriod(period)).toBe(text);
  });
});

const INSTANT = fc
  .integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((milliseconds) => new Date(milliseconds).toISOString());
const CLOCK = fc.constantFrom(...clockIds());
const GERMAN_PLACE = fc.constantFrom(
  'DE-BE',
  'DE-BY',
  'DE-SN',
  'GB-ENG',
  'GB-SCT',
  'US',
  'US-CA',
  'IE',
  'FR',
  'AU-QLD',
  'IN',
);

describe('every clock', () => {
  it('is monotonic in its start', () => {
    fc.assert(
      fc.property(CLOCK, GERMAN_PLACE, INSTANT, INSTANT, (clockId, place, one, other) => {
        const [early = one, late = other] = [one, other].sort();
        const [first, second] = [compute(clockId, early, place), compute(clockId, late, place)];
        expect(Date.parse(first.dueAt)).toBeLessThanOrEqual(Date.parse(second.dueAt));
      }),
      { numRuns: 300 },
    );
  });

  it('explains itself in sentences that recompute to the result', () => {
    fc.assert(
      fc.property(CLOCK, GERMAN_PLACE, INSTANT, (clockId, place, start) => {
        const clock = compute(clockId, start, place);
        for (const language of ['en', 'de'] as const) {
          expect(
            replaySteps(clock.steps, language, clock.zone),
            clock.steps.map((step) => step[language]).join('\n'),
          ).toBe(Date.parse(clock.dueAt));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never rolls when it runs in hours', () => {
    fc.assert(
      fc.property(CLOCK, INSTANT, (clockId, start) => {
        const period = findClock(clockId)?.rule.period;
        if (period?.unit !== 'hours') return;
        expect(Date.parse(compute(clockId, start).dueAt) - Date.parse(start)).toBe(period.amount * 3_600_000);
      }),
    );
  });

  it('never ends on a day that its own rule disregards', () => {
    fc.assert(
      fc.property(CLOCK, GERMAN_PLACE, INSTANT, (clockId, place, start) => {
        const period = findClock(clockId)?.rule.period;
        const clock = compute(clockId, start, place);
        const rolls = period !== undefined && ('rolls' in period ? period.rolls : period.unit === 'business-days');
        if (!rolls || clock.dueDate === undefined) return;
        const weekday = new Date(`${clock.dueDate}T12:00:00Z`).getUTCDay();
        expect([0, 6]).not.toContain(weekday);
        expect(calendar.isHoliday(place, clock.dueDate)).toBe(false);
      }),
    );
  });

  it('does not depend on the time zone of the machine', () => {
    const starts = fc.sample(fc.tuple(CLOCK, GERMAN_PLACE, INSTANT), { numRuns: 60, seed: 7 });
    const before = process.env['TZ'];
    const results = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
      process.env['TZ'] = zone;
      const fresh = holidayCalendar();
      return starts.map(([clockId, place, start]) => {
        const found = findClock(clockId);
        if (found === null) throw new Error(clockId);
        const ordered = { complyBy: '2031-05-05T12:00:00Z' };
        return computeClock(found.rule, start, fresh, { place, ordered }).dueAt + new Date(0).getTimezoneOffset();
      });
    });
    process.env['TZ'] = before ?? 'UTC';
    const offsets = results.map((list) => list[0]?.replace(/^.*Z/, ''));
    expect(new Set(offsets).size).toBe(3);
    const [utc, kiritimati, angeles] = results.map((list) => list.map((text) => text.replace(/Z.*$/, 'Z')));
    expect(kiritimati).toEqual(utc);
    expect(angeles).toEqual(utc);
  });
});
