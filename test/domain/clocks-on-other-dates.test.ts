import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { clockIds, findClock } from '#domain/catalogue/catalogue';
import { computeClock, type OrderedPeriod } from '#domain/compute-clock';

const calendar = holidayCalendar();

/** Each row was worked out by hand from the statute and the calendar of the place; the comment says how. */
const HOURS: readonly (readonly [string, string, string])[] = [
  // Summer time begins on Sunday, 26 March 2028, and ends on Sunday, 31 October 2027: an hour is an hour.
  ['EU_TCO_ART3.disable', '2028-03-26T01:30:00+01:00', '2028-03-26T01:30:00Z'],
  ['EU_TCO_ART3.disable', '2027-10-31T02:10:00+02:00', '2027-10-31T01:10:00Z'],
  ['EU_TCO_ART3.disable', '2028-02-28T23:30:00+01:00', '2028-02-28T23:30:00Z'],
  ['EU_TCO_ART3.confirm', '2027-10-30T12:00:00+02:00', '2027-10-31T10:00:00Z'],
  ['EU_TCO_ART4.scrutiny', '2027-12-24T09:00:00+01:00', '2027-12-26T08:00:00Z'],
  ['EU_TCO_ART4.uploader-request', '2027-03-26T18:00:00+01:00', '2027-03-28T17:00:00Z'],
  ['EU_TCO_ART4.authority-decision', '2028-02-27T10:00:00+01:00', '2028-03-01T09:00:00Z'],
  ['EU_TCO_ART4.own-initiative', '2027-03-26T18:00:00+01:00', '2027-03-29T17:00:00Z'],
  ['DSA_ART16.decide', '2028-02-28T00:00:00Z', '2028-03-02T00:00:00Z'],
  ['DSA_ART20.decide', '2028-02-25T12:00:00Z', '2028-03-03T12:00:00Z'],
  ['DSA_ART9.report-effect', '2027-03-28T01:30:00+01:00', '2027-03-28T02:30:00Z'],
  // In New York summer time ends on 7 November 2027 and begins on 14 March 2027.
  ['US_DMCA_512.remove', '2027-11-06T20:00:00-04:00', '2027-11-08T00:00:00Z'],
  ['US_TIDA.remove', '2027-11-06T12:00:00-04:00', '2027-11-08T16:00:00Z'],
  ['US_TIDA.remove', '2027-03-12T20:00:00-05:00', '2027-03-15T01:00:00Z'],
  ['UK_OSA_NCII.remove', '2027-03-27T09:00:00Z', '2027-03-29T09:00:00Z'],
  ['UK_CPA_S21.remove', '2028-02-28T18:00:00Z', '2028-03-01T18:00:00Z'],
  // In Sydney summer time begins on 1 October 2028 and ends on 4 April 2027.
  ['AU_OSA.remove', '2028-09-30T10:00:00+10:00', '2028-10-01T00:00:00Z'],
  ['AU_OSA.remove', '2027-04-03T22:00:00+11:00', '2027-04-04T11:00:00Z'],
  // India knows no summer time: five hours and a half, all year.
  ['IN_3_1_D.remove', '2027-12-31T22:30:00+05:30', '2027-12-31T20:00:00Z'],
  ['IN_3_2_B.remove', '2028-02-28T23:00:00+05:30', '2028-02-28T19:30:00Z'],
  ['IN_GRIEVANCE.acknowledge', '2028-02-28T12:00:00+05:30', '2028-02-29T06:30:00Z'],
  ['EU_EEVIDENCE.answer-emergency', '2026-10-24T22:00:00+02:00', '2026-10-25T04:00:00Z'],
  ['DE_URHDAG_14.hear', '2027-03-27T12:00:00+01:00', '2027-03-30T11:00:00Z'],
  ['EMFA_18.wait', '2027-03-27T12:00:00+01:00', '2027-03-28T11:00:00Z'],
  // Friday 8 h; Sunday is Christmas, Monday Boxing Day, Tuesday the substitute; Wednesday 24 h, Thursday 16 h.
  ['UK_DEF_S5.operator', '2033-12-23T16:00:00Z', '2033-12-29T16:00:00Z'],
  // Thursday 14 h; Good Friday, weekend, Easter Monday; Tuesday 24 h, Wednesday 10 h, in summer time by then.
  ['UK_DEF_S5.operator', '2027-03-25T10:00:00Z', '2027-03-31T09:00:00Z'],
  // Friday 12 h in summer time, Monday 24 h, Tuesday 12 h in winter time: the change lay on the Sunday.
  ['UK_DEF_S5.operator', '2027-10-29T12:00:00+01:00', '2027-11-02T12:00:00Z'],
  // Friday 15 h; the early May holiday; Tuesday 24 h, Wednesday 9 h.
  ['UK_DEF_S5.operator', '2028-04-28T09:00:00+01:00', '2028-05-03T08:00:00Z'],
  // Friday 6 h; Monday stands in for New Year's Day; Tuesday is a holiday in Scotland alone and counts here.
  ['UK_DEF_S5.operator', '2027-12-31T18:00:00Z', '2028-01-05T18:00:00Z'],
];

const DAYS: readonly (readonly [string, string, string | undefined, string, string])[] = [
  // Given on a Friday: Monday and Tuesday are holidays, the Tuesday in Scotland alone.
  ['UK_TA2006_S3.remove', '2027-12-31T10:00:00Z', undefined, '2028-01-06', '2028-01-07T00:00:00Z'],
  // Monday stands in for St Patrick's Day, in Northern Ireland alone.
  ['UK_TA2006_S3.remove', '2029-03-16T10:00:00Z', undefined, '2029-03-21', '2029-03-22T00:00:00Z'],
  // The summer holiday of Scotland lies between the two days.
  ['UK_TA2006_S3.remove', '2027-07-29T10:00:00+01:00', undefined, '2027-08-03', '2027-08-03T23:00:00Z'],
  ['UK_TA2006_S3.remove', '2027-07-09T10:00:00+01:00', undefined, '2027-07-14', '2027-07-14T23:00:00Z'],
  ['UK_TA2006_S3.remove', '2029-11-28T10:00:00Z', undefined, '2029-12-03', '2029-12-04T00:00:00Z'],
  // Calendar days: the fifth is a substitute holiday, and stays the fifth.
  ['UK_DEF_S5.poster-reply', '2027-12-22T11:00:00Z', undefined, '2027-12-27', '2027-12-28T00:00:00Z'],
  ['UK_DEF_S5.poster-reply', '2027-03-24T11:00:00Z', undefined, '2027-03-29', '2027-03-29T23:00:00Z'],
  // Christmas and New Year fall on Saturdays and are observed on 24 and 31 December.
  ['US_DMCA_512.put-back-not-before', '2027-12-17T12:00:00-05:00', undefined, '2028-01-04', '2028-01-05T05:00:00Z'],
  ['US_DMCA_512.put-back-not-after', '2027-12-17T12:00:00-05:00', undefined, '2028-01-10', '2028-01-11T05:00:00Z'],
  ['US_DMCA_512.put-back-not-before', '2027-11-01T12:00:00-04:00', undefined, '2027-11-16', '2027-11-17T05:00:00Z'],
  ['US_DMCA_512.put-back-not-after', '2027-11-01T12:00:00-04:00', undefined, '2027-11-22', '2027-11-23T05:00:00Z'],
  ['US_DMCA_512.put-back-not-before', '2025-01-10T12:00:00-05:00', undefined, '2025-01-27', '2025-01-28T05:00:00Z'],
  ['US_DMCA_512.put-back-not-after', '2025-01-10T12:00:00-05:00', undefined, '2025-01-31', '2025-02-01T05:00:00Z'],
  // Federal offices were closed by order on 24 and 26 December 2025: no day for the earliest date, a day for the latest.
  ['US_DMCA_512.put-back-not-before', '2025-12-15T12:00:00-05:00', undefined, '2026-01-02', '2026-01-03T05:00:00Z'],
  ['US_DMCA_512.put-back-not-after', '2025-12-15T12:00:00-05:00', undefined, '2026-01-06', '2026-01-07T05:00:00Z'],
  // Received on a Saturday; the Fourth of July is a Sunday and observed on the Monday.
  ['US_DMCA_512.put-back-not-before', '2027-07-03T23:30:00-04:00', undefined, '2027-07-19', '2027-07-20T04:00:00Z'],
  ['US_DMCA_512.put-back-not-after', '2027-07-03T23:30:00-04:00', undefined, '2027-07-23', '2027-07-24T04:00:00Z'],
  // Months end where there is no such day; the last day rolls over weekends and the holidays of the place.
  ['GDPR_ART17.answer', '2027-03-31T10:00:00+02:00', undefined, '2027-04-30', '2027-04-30T22:00:00Z'],
  ['GDPR_ART17.answer', '2027-04-01T10:00:00+02:00', undefined, '2027-05-03', '2027-05-03T22:00:00Z'],
  ['GDPR_ART17.answer', '2028-01-30T10:00:00+01:00', undefined, '2028-02-29', '2028-02-29T23:00:00Z'],
  ['GDPR_ART17.answer', '2027-04-06T10:00:00+02:00', undefined, '2027-05-07', '2027-05-07T22:00:00Z'],
  ['GDPR_ART17.answer', '2027-04-17T10:00:00+02:00', undefined, '2027-05-18', '2027-05-18T22:00:00Z'],
  ['GDPR_ART17.answer', '2028-02-08T10:00:00+01:00', undefined, '2028-03-09', '2028-03-09T23:00:00Z'],
  ['GDPR_ART17.answer-extended', '2027-11-30T10:00:00+01:00', undefined, '2028-02-29', '2028-02-29T23:00:00Z'],
  // Reformation Day binds in Lower Saxony and Saxony, not in Berlin and Baden-Württemberg.
  ['GDPR_ART17.answer-extended', '2028-07-31T10:00:00+02:00', 'DE-NI', '2028-11-01', '2028-11-01T23:00:00Z'],
  ['GDPR_ART17.answer-extended', '2028-07-31T10:00:00+02:00', 'DE-SN', '2028-11-01', '2028-11-01T23:00:00Z'],
  ['GDPR_ART17.answer-extended', '2028-07-31T10:00:00+02:00', 'DE-BE', '2028-10-31', '2028-10-31T23:00:00Z'],
  ['GDPR_ART17.answer-extended', '2028-07-31T10:00:00+02:00', 'DE-BW', '2028-10-31', '2028-10-31T23:00:00Z'],
  // All Saints binds in North Rhine-Westphalia, not in Lower Saxony.
  ['GDPR_ART17.answer', '2028-10-01T10:00:00+02:00', 'DE-NW', '2028-11-02', '2028-11-02T23:00:00Z'],
  ['GDPR_ART17.answer', '2028-10-01T10:00:00+02:00', 'DE-NI', '2028-11-01', '2028-11-01T23:00:00Z'],
  // World Children's Day binds in Thuringia alone; Corpus Christi in Hesse, and in Saxony in few places only.
  ['GDPR_ART17.answer', '2027-08-20T10:00:00+02:00', 'DE-TH', '2027-09-21', '2027-09-21T22:00:00Z'],
  ['GDPR_ART17.answer', '2027-08-20T10:00:00+02:00', 'DE-ST', '2027-09-20', '2027-09-20T22:00:00Z'],
  ['GDPR_ART17.answer', '2028-05-15T10:00:00+02:00', 'DE-HE', '2028-06-16', '2028-06-16T22:00:00Z'],
  ['GDPR_ART17.answer', '2028-05-15T10:00:00+02:00', 'DE-SN', '2028-06-15', '2028-06-15T22:00:00Z'],
  // Both days of Christmas on a weekend: Germany has no substitutes, England two.
  ['GDPR_ART17.answer', '2027-11-26T10:00:00+01:00', 'DE-HH', '2027-12-27', '2027-12-27T23:00:00Z'],
  ['GDPR_ART17.answer', '2027-11-26T10:00:00Z', 'GB-ENG', '2027-12-29', '2027-12-30T00:00:00Z'],
  ['GDPR_ART17.answer', '2027-06-14T10:00:00+02:00', 'FR', '2027-07-15', '2027-07-15T22:00:00Z'],
  ['GDPR_ART17.answer', '2027-05-07T10:00:00+01:00', 'IE', '2027-06-08', '2027-06-08T23:00:00Z'],
  // 1 February 2030 is a Friday: St Brigid's Day is that Friday, not the first Monday.
  ['GDPR_ART17.answer', '2030-01-01T10:00:00Z', 'IE', '2030-02-04', '2030-02-05T00:00:00Z'],
  ['GDPR_ART17.answer', '2026-10-03T10:00:00+10:00', 'AU-VIC', '2026-11-04', '2026-11-04T13:00:00Z'],
  ['GDPR_ART17.answer', '2026-10-03T10:00:00+10:00', 'AU-NSW', '2026-11-03', '2026-11-03T13:00:00Z'],
  ['GDPR_ART17.answer', '2027-09-04T10:00:00+10:00', 'AU-QLD', '2027-10-05', '2027-10-05T14:00:00Z'],
  ['GDPR_ART17.answer', '2027-09-04T10:00:00+10:00', 'AU-VIC', '2027-10-04', '2027-10-04T13:00:00Z'],
  ['GDPR_ART17.answer', '2027-02-01T10:00:00+08:00', 'AU-WA', '2027-03-02', '2027-03-02T16:00:00Z'],
  // In Queensland and South Australia the eve of Christmas is a holiday from the evening on: a working day.
  ['GDPR_ART17.answer', '2026-11-24T10:00:00+10:00', 'AU-QLD', '2026-12-24', '2026-12-24T14:00:00Z'],
  ['GDPR_ART17.answer', '2026-11-24T10:00:00+10:30', 'AU-SA', '2026-12-24', '2026-12-24T13:30:00Z'],
  ['GDPR_ART17.answer', '2026-12-26T10:00:00+05:30', 'IN', '2027-01-27', '2027-01-27T18:30:00Z'],
  ['DSA_ART20.complaint-until', '2027-08-31T12:00:00+02:00', undefined, '2028-02-29', '2028-02-29T23:00:00Z'],
  ['DSA_ART20.complaint-until', '2028-08-31T12:00:00+02:00', undefined, '2029-02-28', '2029-02-28T23:00:00Z'],
  ['DSA_ART20.complaint-until', '2028-02-29T12:00:00+01:00', undefined, '2028-08-29', '2028-08-29T22:00:00Z'],
  ['DSA_ART20.complaint-until', '2027-06-25T12:00:00+02:00', undefined, '2027-12-27', '2027-12-27T23:00:00Z'],
  // The Peace Festival of Augsburg is kept in part of Bavaria: it counts for somebody else's window only.
  ['DSA_ART20.complaint-until', '2028-02-08T12:00:00+01:00', 'DE-BY', '2028-08-09', '2028-08-09T22:00:00Z'],
  ['GDPR_ART17.answer', '2028-07-08T10:00:00+02:00', 'DE-BY', '2028-08-08', '2028-08-08T22:00:00Z'],
  // What holds does not roll, whatever day it ends on.
  ['EU_TCO_ART6.preserve-until', '2027-08-31T10:00:00+02:00', undefined, '2028-02-29', '2028-02-29T23:00:00Z'],
  ['EU_TCO_ART6.preserve-until', '2027-06-25T10:00:00+02:00', undefined, '2027-12-25', '2027-12-25T23:00:00Z'],
  ['EU_TCO_ART11.non-disclosure-until', '2027-11-13T10:00:00+01:00', undefined, '2027-12-25', '2027-12-25T23:00:00Z'],
  ['DE_URHDAG_14.decide', '2027-04-24T10:00:00+02:00', undefined, '2027-05-01', '2027-05-01T22:00:00Z'],
  ['US_2258A.preserve-until', '2027-02-28T10:00:00-05:00', undefined, '2028-02-28', '2028-02-29T05:00:00Z'],
  // Half past one at night in India: the day after in UTC+5:30. February has 29 days in 2028.
  ['IN_GRIEVANCE.resolve', '2028-02-23T20:00:00Z', undefined, '2028-03-02', '2028-03-02T18:30:00Z'],
  ['IN_3_1_G.preserve-until', '2027-12-31T10:00:00+05:30', undefined, '2028-06-28', '2028-06-28T18:30:00Z'],
  // The tenth day is Good Friday: it rolls over the weekend and Easter Monday.
  ['EU_EEVIDENCE.answer', '2027-03-16T10:00:00+01:00', undefined, '2027-03-30', '2027-03-30T22:00:00Z'],
  ['EU_EEVIDENCE.transmit-not-before', '2027-03-16T10:00:00+01:00', undefined, '2027-03-30', '2027-03-30T22:00:00Z'],
];

/** Clocks that an order sets: their own test. */
const ORDERED = [
  'COURT_ORDER.comply',
  'COURT_ORDER.non-disclosure-until',
  'DSA_ART10.comply',
  'DSA_ART10.non-disclosure-until',
  'DSA_ART9.comply',
  'DSA_ART9.non-disclosure-until',
];

describe('every clock on dates of other years and places', () => {
  it('is tried', () => {
    const tried = new Set([...HOURS.map(([id]) => id), ...DAYS.map(([id]) => id), ...ORDERED]);
    expect([...tried].sort()).toEqual(clockIds());
  });

  it.each(HOURS)('%s from %s ends at %s', (clockId, start, dueAt) => {
    expect(compute(clockId, start)).toMatchObject({ dueAt });
  });

  it.each(DAYS)('%s from %s in %s ends with %s', (clockId, start, place, dueDate, dueAt) => {
    expect(compute(clockId, start, place)).toMatchObject({ dueDate, dueAt });
  });

  it.each(ORDERED)('%s ends when the order says, or after the period that it sets', (clockId) => {
    const start = '2028-03-25T12:00:00+01:00';
    const at = '2028-03-26T03:00:00+02:00';
    expect(compute(clockId, start, undefined, { complyBy: at }).dueAt).toBe('2028-03-26T01:00:00Z');
    const period = { unit: 'days', amount: 21, rolls: true } as const;
    // Holy Saturday: rolls over Easter Monday.
    expect(compute(clockId, start, undefined, { period }).dueDate).toBe('2028-04-18');
  });
});

function compute(clockId: string, start: string, place?: string, ordered?: OrderedPeriod) {
  const found = findClock(clockId);
  if (found === null) throw new Error(`no clock ${clockId}`);
  return computeClock(found.rule, start, calendar, { place, ordered, legalBasis: found.legalBasis });
}
