import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { calendarFrom } from '#domain/calendar';
import { findPlace } from '#domain/places';

const calendar = holidayCalendar();

describe('calendarFrom', () => {
  it.each([
    ['US', '2026-07-03', true],
    ['US-CA', '2026-07-03', true],
    ['US-CA', '2026-03-31', false],
    ['US', '2027-06-18', true],
    ['US', '2028-11-10', true],
    ['US', '2029-11-12', true],
    ['GB-ENG', '2026-12-28', true],
    ['GB-ENG', '2028-01-03', true],
    ['GB-ENG', '2026-06-15', false],
    ['GB-SCT', '2026-06-15', true],
    ['GB', '2026-06-15', true],
    ['GB', '2026-03-17', true],
    ['GB', '2026-08-03', true],
    ['DE-BE', '2025-05-08', true],
    ['DE-BE', '2026-12-24', false],
    ['DE-BY', '2028-08-15', false],
    ['DE-SL', '2028-08-15', true],
    ['DE-MV', '2022-03-08', false],
    ['DE-MV', '2023-03-08', true],
    ['IE', '2026-04-03', false],
    ['IE', '2026-02-02', true],
    ['FR', '2026-07-14', true],
    ['AU-NSW', '2026-08-03', false],
  ])('knows that at %s the day %s is a public holiday: %s', (place, date, expected) => {
    expect(calendar.isHoliday(place, date)).toBe(expected);
  });

  it('names a holiday in both languages and says when only part of the place keeps it', () => {
    expect(calendar.holiday('GB-ENG', '2026-12-25')?.name).toEqual({ en: 'Christmas Day', de: 'Weihnachten' });
    expect(calendar.holiday('DE-BY', '2028-08-15')).toMatchObject({ partOnly: true });
    expect(calendar.holiday('DE-SN', '2027-05-27')).toMatchObject({ partOnly: true });
    expect(calendar.holiday('DE-TH', '2027-05-27')).toMatchObject({ partOnly: true });
    expect(calendar.holiday('DE-BE', '2027-05-27')).toBeNull();
  });

  it('gives nothing for a place it does not know', () => {
    expect(calendar.holiday('ZZ', '2026-12-25')).toBeNull();
  });

  it('reads each place and year once, and takes a name that has no German', () => {
    let reads = 0;
    const own = calendarFrom(() => ({
      getHolidays: (_year, language) => {
        reads += 1;
        return language === 'en' ? [{ date: '2026-05-05 00:00:00', name: 'Day', type: 'public', rule: '05-05' }] : [];
      },
    }));
    expect(own.holiday('FR', '2026-05-05')?.name).toEqual({ en: 'Day', de: 'Day' });
    expect(own.isHoliday('FR', '2026-05-06')).toBe(false);
    expect(reads).toBe(2);
  });
});

describe('findPlace', () => {
  it.each([
    ['de-be', 'DE-BE', 'Europe/Berlin'],
    ['UK', 'GB', 'Europe/London'],
    ['EL', 'GR', 'Europe/Athens'],
    ['AU-WA', 'AU-WA', 'Australia/Perth'],
    ['US-CA', 'US-CA', 'America/Los_Angeles'],
    ['US-NY', 'US-NY', 'America/New_York'],
  ])('reads %s as %s in %s', (code, expected, zone) => {
    expect(findPlace(code)).toMatchObject({ code: expected, zone });
  });

  it.each([[''], ['XX'], ['FR-75'], ['DE-'], ['toString']])('does not know %s', (code) => {
    expect(findPlace(code)).toBeNull();
  });
});
