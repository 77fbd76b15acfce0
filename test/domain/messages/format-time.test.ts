import { describe, expect, it } from 'vitest';
import { describeTerritories } from '#domain/messages/describe-territories';
import { formatDate, formatDue, formatInstant, formatLastDay, formatUtc } from '#domain/messages/format-time';
import { EEA_COUNTRIES, EU_MEMBER_STATES } from '#domain/territory';

describe('formatInstant', () => {
  it.each([
    ['2026-11-22T14:40:05Z', 'Europe/Berlin', '22.11.2026, 15:40 Uhr (MEZ)', '22 Nov 2026, 15:40 CET'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '25.10.2026, 02:30 Uhr (MESZ)', '25 Oct 2026, 02:30 CEST'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '25.10.2026, 02:30 Uhr (MEZ)', '25 Oct 2026, 02:30 CET'],
    ['2027-01-05T05:04:00Z', 'America/New_York', '05.01.2027, 00:04 Uhr (EST)', '5 Jan 2027, 00:04 EST'],
    ['2026-07-01T00:00:59Z', 'Asia/Kolkata', '01.07.2026, 05:30 Uhr (UTC+05:30)', '1 Jul 2026, 05:30 UTC+05:30'],
    ['2026-07-01T00:00:00Z', 'UTC', '01.07.2026, 00:00 Uhr (UTC)', '1 Jul 2026, 00:00 UTC'],
    ['2026-07-01T00:00:00Z', 'Europe/London', '01.07.2026, 01:00 Uhr (BST)', '1 Jul 2026, 01:00 BST'],
  ])('shows %s in %s', (instant, zone, german, english) => {
    expect(formatInstant(instant, zone, 'de')).toBe(german);
    expect(formatInstant(instant, zone, 'en')).toBe(english);
  });

  it('shows the end of a period of days as 24:00 of its last day, also where the clocks change that night', () => {
    expect(formatDue('2026-11-30T23:00:00Z', 'Europe/Berlin', 'de')).toBe('30.11.2026, 24:00 Uhr (MEZ)');
    expect(formatDue('2026-10-24T22:00:00Z', 'Europe/Berlin', 'en')).toBe('24 Oct 2026, 24:00 CEST');
    expect(formatLastDay('2026-10-25', 'Europe/Berlin', 'en')).toBe('25 Oct 2026, 24:00 CET');
    expect(formatDue('2026-11-22T14:40:00Z', 'Europe/Berlin', 'en')).toBe('22 Nov 2026, 15:40 CET');
  });

  it('shows the end of a day elsewhere as the instant that it is for the reader', () => {
    expect(formatDue('2027-01-05T05:00:00Z', 'Europe/Berlin', 'de')).toBe('05.01.2027, 06:00 Uhr (MEZ)');
  });

  it('shows UTC to the second, and refuses what is no date', () => {
    expect(formatUtc('2026-11-22T14:40:05.999Z')).toBe('2026-11-22T14:40:05Z');
    expect(() => formatDate('22.11.2026', 'de')).toThrow(RangeError);
  });
});

describe('describeTerritories', () => {
  it.each([
    [['AT', 'DE', 'GR'], 'Austria, Germany, Greece', 'Deutschland, Griechenland, Österreich'],
    [
      ['CH', ...EU_MEMBER_STATES],
      'all Member States of the European Union, Switzerland',
      'alle Mitgliedstaaten der Europäischen Union, Schweiz',
    ],
    [
      [...EEA_COUNTRIES],
      'all countries of the European Economic Area',
      'alle Staaten des Europäischen Wirtschaftsraums',
    ],
    [['EU', 'DE'], 'all Member States of the European Union', 'alle Mitgliedstaaten der Europäischen Union'],
    [['DE', 'WORLD'], 'worldwide', 'weltweit'],
    [['QZ'], 'QZ', 'QZ'],
  ])('names %j', (territories, english, german) => {
    expect(describeTerritories(territories, 'en')).toBe(english);
    expect(describeTerritories(territories, 'de')).toBe(german);
  });
});
