import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { LEGAL_BASES } from '#domain/catalogue/catalogue';
import { itemNamed, missingFrom, putBackWindow } from '#domain/counter-notice';
import type { Item } from '#domain/item';
import { basisOf } from './support.ts';

const basis = basisOf('US_DMCA_512');
const rule = basis.counterNotice!;
const ITEM: Item = {
  ...{ itemId: 'item-1', url: 'https://audio.example/tracks/trk-1?share=4f9a1c', note: null },
  ...{ reference: { kind: 'tracks', id: 'trk-1' }, components: [], territories: [] },
};

describe('the window of a counter-notice', () => {
  it.each([
    ['2026-11-16T15:00:00.000Z', '2026-12-01', '2026-12-04T05:00:00.000Z', '2026-12-07'],
    ['2026-12-18T15:00:00.000Z', '2027-01-05', '2027-01-08T05:00:00.000Z', '2027-01-11'],
    ['2026-06-24T15:00:00.000Z', '2026-07-09', '2026-07-14T04:00:00.000Z', '2026-07-15'],
  ])('of %s ends between %s and %s', (receivedAt, notBefore, putBackAt, notAfter) => {
    const window = putBackWindow(basis, rule, receivedAt, holidayCalendar());
    expect(window?.notBefore.dueDate).toBe(notBefore);
    expect(window?.putBackAt).toBe(putBackAt);
    expect(window?.notAfter.dueDate).toBe(notAfter);
  });

  it('holds the moment of putting back on every basis that knows one, whatever the day', () => {
    const known = Object.values(LEGAL_BASES).filter(({ counterNotice }) => counterNotice);
    expect(known.length).toBeGreaterThan(0);
    for (const one of known) {
      for (let day = 1; day <= 31; day += 1) {
        const at = `2026-12-${String(day).padStart(2, '0')}T12:00:00.000Z`;
        const window = putBackWindow(one, one.counterNotice!, at, holidayCalendar())!;
        expect(window.notBefore.dueAt < window.putBackAt && window.putBackAt < window.notAfter.dueAt, at).toBe(true);
      }
    }
  });
});

describe('what a counter-notice holds', () => {
  const whole = {
    ...{ items: ['item-1'], mistake: true, name: 'O', postalAddress: 'Kiln Lane', telephone: '1' },
    ...{ jurisdiction: true, service: true, signature: 'O' },
  };

  it.each([
    [{}, []],
    [{ items: [] }, ['items']],
    [{ mistake: false, service: null }, ['mistake', 'service']],
    [{ telephone: '  ', signature: undefined }, ['telephone', 'signature']],
  ])('lacks, with %o: %o', (changes, missing) => {
    expect(missingFrom(rule, { ...whole, ...changes })).toEqual(missing);
  });

  it.each([
    ['item-1', true],
    [' https://audio.example/tracks/trk-1?share=4f9a1c ', true],
    ['https://elsewhere.example/tracks/trk-1/', true],
    ['https://audio.example/tracks/trk-11', false],
    ['trk-1', false],
  ])('names an item by %s: %s', (text, isNamed) => {
    expect(itemNamed(text, [ITEM])).toBe(isNamed ? ITEM : null);
  });
});
