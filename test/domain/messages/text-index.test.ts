import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextIndex } from '#domain/messages/text-index';

/** Every place, found the plain way. */
function plainly(text: string, form: string): number[] {
  return [...text].map((_, at) => at).filter((at) => text.startsWith(form, at));
}

describe('TextIndex', () => {
  it('finds in a long text what looking through it finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 20_000, maxLength: 20_100 });
    const place = fc.tuple(fc.nat(19_000), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(text, place, (long, [start, length]) => {
        const form = long.slice(start, start + length);
        expect(new TextIndex(long).placesOf(form)).toEqual(plainly(long, form));
      }),
      { numRuns: 30 },
    );
  });

  it('finds nothing for a form that is not there, and nothing for an empty one', () => {
    const index = new TextIndex('abcdefghij '.repeat(3_000));
    expect([index.placesOf('abcdefghijk'), index.placesOf('zzzzzzzzz'), index.placesOf('')]).toEqual([[], [], []]);
  });
});
