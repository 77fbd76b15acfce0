import { describe, expect, it } from 'vitest';
import { comparable } from '../../../domain/reading/comparable-line.ts';
import { datesIn } from '../../../domain/reading/read-dates.ts';
import { referencesIn } from '../../../domain/reading/read-references.ts';

describe('datesIn', () => {
  it.each([
    ['on 2026-11-25', '2026-11-25', 'sure'],
    ['am 5.11.2026', '2026-11-05', 'sure'],
    ['am 5. November 2026', '2026-11-05', 'sure'],
    ['am 1. März 2026', '2026-03-01', 'sure'],
    ['on 5 Nov 2026', '2026-11-05', 'sure'],
    ['on November 5th, 2026', '2026-11-05', 'sure'],
    ['on the 3rd of May 2026', '2026-05-03', 'sure'],
    ['on 25/11/2026', '2026-11-25', 'sure'],
    ['on 11/25/2026', '2026-11-25', 'sure'],
    ['on 04/05/2026', '2026-04-05', 'uncertain'],
  ])('reads in "%s" %s, %s', (text, date, certainty) => {
    expect(datesIn(comparable(text))).toMatchObject([{ date, certainty }]);
  });

  it.each(['30.2.2026', '2026-13-01', 'version 1.2.20261', '12/2026', 'v2.10.2021-beta', '/2020/01/2020-01-06-x'])(
    'reads no date in "%s"',
    (text) => {
      expect(datesIn(comparable(text))).toEqual([]);
    },
  );
});

describe('referencesIn', () => {
  it.each([
    ['Az.: 12 O 345/26', '12 O 345/26'],
    ['Aktenzeichen 5 StR 1/26 vom 1. Mai', '5 StR 1/26'],
    ['Case No. 2026-CV-00123, filed', '2026-CV-00123'],
    ['Our ref: NW/118.', 'NW/118'],
    ['Ticket #4711', '4711'],
    ['Unser Zeichen: **2026/0815**', '2026/0815'],
  ])('reads in "%s" %s', (text, reference) => {
    expect(referencesIn(text, comparable(text)).map((found) => found.reference)).toEqual([reference]);
  });

  it('reads none where a label has no number behind it', () => {
    expect(referencesIn('Case number: see above', comparable('Case number: see above'))).toEqual([]);
  });
});
