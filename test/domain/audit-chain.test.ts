import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEvents, emptyHead, headOf, verifyChain } from '#domain/audit-chain';
import type { NewAuditEvent } from '#domain/audit-event';
import { canonicalJson, NotCanonicalError } from '#domain/canonical-json';

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const CONTEXT = { at: '2026-10-17T21:40:00.000Z', basisVersion: 'DSA_ART16@1' };

function eventOf(count: number): NewAuditEvent {
  return { type: 'note.added', actor: { kind: 'person', id: 'anna' }, reason: null, data: { count }, commitments: [] };
}

function chainOf(length: number) {
  return appendEvents(
    emptyHead('case-1'),
    Array.from({ length }, (_, index) => eventOf(index)),
    CONTEXT,
    sha256,
  );
}

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: [true, null, 'ü'], é: 2, A: {} }, '{"A":{},"a":[true,null,"ü"],"b":1,"é":2}'],
    [{ a: undefined, b: -0 }, '{"b":0}'],
    ['\u2028"\\\n', '"\u2028\\"\\\\\\n"'],
    [[1e21 / 10, 0.1, 1e-7].slice(1), '[0.1,1e-7]'],
  ])('writes %o as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([[undefined], [Number.NaN], [2 ** 53], ['\ud800'], [{ '\udc00': 1 }], [() => 1], [[undefined]], [1n]])(
    'refuses %o',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(NotCanonicalError);
    },
  );

  it('refuses a cycle', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => canonicalJson(cycle)).toThrow(NotCanonicalError);
  });

  it('gives one text whatever the order of the members, which reads back as the value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'grapheme' }),
          fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: 'grapheme' })),
        ),
        (record) => {
          const reversed = Object.fromEntries(Object.entries(record).reverse());
          expect(canonicalJson(reversed)).toBe(canonicalJson(record));
          expect(JSON.parse(canonicalJson(record))).toEqual({ ...record });
        },
      ),
    );
  });
});

describe('appendEvents', () => {
  it('numbers, links and hashes, and goes on from a head', () => {
    const [first, second] = chainOf(2);
    expect(first).toMatchObject({ seq: 1, prev: '0'.repeat(64), chain: 'case-1', at: CONTEXT.at });
    expect(second).toMatchObject({ seq: 2, prev: first?.hash });
    const [third] = appendEvents(headOf(second!), [eventOf(9)], CONTEXT, sha256);
    expect(verifyChain([first, second, third], sha256)).toEqual({
      valid: true,
      events: 3,
      firstBad: null,
      head: third?.hash,
    });
  });
});

describe('verifyChain', () => {
  const chain = chainOf(5);

  it.each([
    [
      'a changed value',
      (events: unknown[]) => events.with(2, { ...chain[2], data: { count: 99 } }),
      3,
      'does not match its hash',
    ],
    ['an added member', (events: unknown[]) => events.with(2, { ...chain[2], extra: 1 }), 3, 'does not match its hash'],
    ['a dropped event', (events: unknown[]) => events.toSpliced(2, 1), 3, 'an event is missing'],
    ['two swapped events', (events: unknown[]) => events.with(1, chain[2]).with(2, chain[1]), 2, 'an event is missing'],
    ['a repeated event', (events: unknown[]) => events.toSpliced(2, 0, chain[1]), 3, 'the order is wrong'],
    [
      'an event of another chain',
      (events: unknown[]) => events.with(1, { ...chain[1], chain: 'case-2' }),
      2,
      'another chain',
    ],
    ['no event at all', (events: unknown[]) => events.with(1, 'garbage'), 2, 'lacks a field'],
    ['null', (events: unknown[]) => events.with(0, null), 1, 'lacks a field'],
    [
      'what has no canonical form',
      (events: unknown[]) => events.with(1, { ...chain[1], x: '\ud800' }),
      2,
      'does not match',
    ],
  ])('names the first event that does not fit: %s', (_what, tamper, seq, reason) => {
    const report = verifyChain(tamper([...chain]), sha256);
    expect(report).toMatchObject({ valid: false, firstBad: { seq, reason: expect.stringContaining(reason) } });
    expect(report.head).toBe(chain[seq - 2]?.hash ?? null);
  });

  it('finds a chain that was linked anew in the middle', () => {
    const forged = appendEvents(emptyHead('case-1'), [eventOf(77)], CONTEXT, sha256);
    expect(verifyChain([...forged, ...chain.slice(1)], sha256).firstBad).toMatchObject({
      seq: 2,
      reason: expect.stringContaining('link'),
    });
  });

  it('accepts an empty chain, whose head is null', () => {
    expect(verifyChain([], sha256)).toEqual({ valid: true, events: 0, firstBad: null, head: null });
  });
});
