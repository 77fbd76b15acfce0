import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '#adapters/holiday-calendar';
import { findClock } from '#domain/catalogue/catalogue';
import { ComputedClock } from '#domain/clock';
import { clockWithLedger, LedgerEntry } from '#domain/clock-ledger';
import type { OrderedPeriod } from '#domain/compute-clock';
import { replayLedger } from './replay-steps.ts';

const calendar = holidayCalendar();
const evidence = 'document-1';
const ANNEX = { kind: 'restart', because: 'clarification', reportedAt: '2026-10-12T10:20:00+02:00', evidence } as const;

function run(clockId: string, start: string, entries: readonly LedgerEntry[], ordered?: OrderedPeriod) {
  const found = findClock(clockId);
  if (found === null) throw new Error(clockId);
  const options = { legalBasis: found.legalBasis, ordered };
  const longer = findClock(found.rule.extension?.to ?? '')?.rule;
  return clockWithLedger(found.rule, start, LedgerEntry.array().parse(entries), { calendar, options, longer });
}

describe('the ledger of a clock', () => {
  it('begins the hour anew when the clarification comes that was asked for', () => {
    const { clock, refused } = run('EU_TCO_ART3.disable', '2026-10-12T10:00:00+02:00', [
      { ...ANNEX, at: '2026-10-12T14:05:00+02:00' },
    ]);
    expect(refused).toEqual([]);
    expect(ComputedClock.parse(clock)).toEqual(clock);
    expect(clock).toMatchObject({ startAt: '2026-10-12T12:05:00Z', dueAt: '2026-10-12T13:05:00Z' });
    expect(clock.ledger).toEqual([
      {
        kind: 'restart',
        because: 'clarification',
        at: '2026-10-12T12:05:00.000Z',
        source: 'Reg. (EU) 2021/784 Art 3(7) and (8) and Annex III',
        certainty: 'source-checked',
        evidence,
        dueBefore: '2026-10-12T09:00:00.000Z',
        dueAfter: '2026-10-12T13:05:00.000Z',
      },
    ]);
  });

  it('leaves the hour as it is when Annex III was not sent before the clarification came', () => {
    const entry = { ...ANNEX, at: '2026-10-12T10:20:00+02:00' };
    const { clock, refused } = run('EU_TCO_ART3.disable', '2026-10-12T10:00:00+02:00', [entry]);
    expect(clock).toMatchObject({ dueAt: '2026-10-12T09:00:00Z' });
    expect(clock).not.toHaveProperty('ledger');
    expect(refused).toMatchObject([{ reason: 'not-reported-before' }]);
  });

  it('begins the hour anew as an impossibility ends, and again at a later clarification', () => {
    const { clock } = run('EU_TCO_ART3.disable', '2026-10-24T22:00:00+02:00', [
      { ...ANNEX, reportedAt: '2026-10-25T03:00:00+01:00', at: '2026-10-25T05:00:00+01:00' },
      {
        kind: 'restart',
        because: 'impossibility-ended',
        reportedAt: '2026-10-24T22:10:00+02:00',
        at: '2026-10-25T02:30:00+02:00',
        evidence,
      },
    ]);
    // The outage ends in the hour that is repeated; the clarification follows at five in winter time.
    expect(clock.ledger?.map(({ because, dueAfter }) => [because, dueAfter])).toEqual([
      ['impossibility-ended', '2026-10-25T01:30:00.000Z'],
      ['clarification', '2026-10-25T05:00:00.000Z'],
    ]);
  });

  it('lets us extend an answer under the GDPR, if the person was told within the first month', () => {
    const extension = { kind: 'extension', by: 'us', until: null, evidence } as const;
    const inTime = run('GDPR_ART17.answer', '2027-01-29T10:00:00+01:00', [
      { ...extension, at: '2027-03-01T23:59:00+01:00' },
    ]);
    expect(inTime.clock).toMatchObject({ clock: 'GDPR_ART17.answer', dueDate: '2027-04-29' });
    const late = run('GDPR_ART17.answer', '2027-01-29T10:00:00+01:00', [
      { ...extension, at: '2027-03-02T00:01:00+01:00' },
    ]);
    expect(late.clock).toMatchObject({ dueDate: '2027-03-01' });
    expect(late.refused).toMatchObject([{ reason: 'after-the-end' }]);
  });

  it('lets the eSafety Commissioner allow longer, never shorter, and nobody else', () => {
    const start = '2027-04-03T22:00:00+11:00';
    const extension = { kind: 'extension', by: 'authority', at: '2027-04-04T09:00:00+10:00', evidence } as const;
    const longer = run('AU_OSA.remove', start, [{ ...extension, until: '2027-04-06T12:00:00+10:00' }]);
    expect(longer.clock).toMatchObject({ dueAt: '2027-04-06T02:00:00Z' });
    const shorter = run('AU_OSA.remove', start, [{ ...extension, until: '2027-04-04T20:00:00+10:00' }]);
    expect(shorter.refused).toMatchObject([{ reason: 'not-later' }]);
    const ours = run('AU_OSA.remove', start, [{ ...extension, by: 'us', until: '2027-04-06T12:00:00+10:00' }]);
    expect(ours.refused).toMatchObject([{ reason: 'rule-knows-none' }]);
  });

  it("does not count a court's stay: to the second where the order sets an instant, in whole days where it sets days", () => {
    const stay = { kind: 'pause', because: 'stay', evidence } as const;
    const span = { at: '2028-03-20T12:00:00+01:00', until: '2028-03-27T12:00:00+02:00' };
    const instant = run('COURT_ORDER.comply', '2028-03-18T10:00:00+01:00', [{ ...stay, ...span }], {
      complyBy: '2028-03-25T12:00:00+01:00',
    });
    // Seven days less the hour that is lost to summer time.
    expect(instant.clock).toMatchObject({ dueAt: '2028-04-01T10:00:00Z' });
    const period = { unit: 'days', amount: 14, rolls: true } as const;
    const days = run('COURT_ORDER.comply', '2028-03-18T10:00:00+01:00', [{ ...stay, ...span }], { period });
    // The last day was 1 April, a Saturday, before it rolled; six days lay wholly within the stay: 7 April, a Friday.
    expect(days.clock).toMatchObject({ dueDate: '2028-04-07', dueAt: '2028-04-07T22:00:00Z' });
    const longer = { ...stay, at: '2028-03-20T12:00:00+01:00', until: '2028-04-03T12:00:00+02:00' };
    const easter = run('COURT_ORDER.comply', '2028-03-18T10:00:00+01:00', [longer], { period });
    // 14 April is Good Friday: it rolls over the weekend and Easter Monday.
    expect(easter.clock).toMatchObject({ dueDate: '2028-04-18' });
  });

  it('marks a clock that a stay keeps from running, until the stay ends', () => {
    const stay = { kind: 'pause', because: 'stay', at: '2028-03-20T12:00:00+01:00', evidence } as const;
    const ordered = { complyBy: '2028-03-25T12:00:00+01:00' };
    const { clock } = run('DSA_ART9.comply', '2028-03-18T10:00:00+01:00', [{ ...stay, until: null }], ordered);
    expect(clock).toMatchObject({ pausedSince: '2028-03-20T11:00:00.000Z', dueAt: '2028-03-25T11:00:00Z' });
  });

  it('takes the end that an amended order sets, sooner as well as later', () => {
    const ordered = { complyBy: '2027-05-10T12:00:00+02:00' };
    const amendment = { kind: 'amendment', evidence } as const;
    const { clock } = run(
      'DSA_ART9.comply',
      '2027-05-03T10:00:00+02:00',
      [
        { ...amendment, at: '2027-05-05T10:00:00+02:00', complyBy: '2027-05-07T12:00:00+02:00' },
        { ...amendment, at: '2027-05-04T10:00:00+02:00', complyBy: '2027-05-20T12:00:00+02:00' },
      ],
      ordered,
    );
    expect(clock.dueAt).toBe('2027-05-07T10:00:00Z');
    const [law] = run('EU_TCO_ART3.disable', '2027-05-03T10:00:00+02:00', [
      { ...amendment, at: '2027-05-03T10:10:00+02:00', complyBy: '2027-05-20T12:00:00+02:00' },
    ]).refused;
    expect(law?.reason).toBe('rule-knows-none');
  });

  it.each([
    ['a stay of a period of law', 'US_TIDA.remove', 'stay'],
    ['a doubt about identity on an order', 'COURT_ORDER.comply', 'identity-request'],
  ] as const)('knows no %s', (_name, clockId, because) => {
    const pause = {
      kind: 'pause',
      because,
      at: '2027-05-03T11:00:00Z',
      until: '2027-05-03T12:00:00Z',
      evidence,
    } as const;
    const { refused } = run(clockId, '2027-05-03T10:00:00Z', [pause], { complyBy: '2027-05-10T12:00:00Z' });
    expect(refused).toMatchObject([{ reason: 'rule-knows-none' }]);
  });

  it('says all of it in sentences that recompute to the result, whatever happens in whatever order', () => {
    const instant = fc
      .date({ min: new Date('2027-03-01T00:00:00Z'), max: new Date('2027-06-30T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString());
    const entry = fc.oneof(
      fc.record({ kind: fc.constant('amendment'), at: instant, complyBy: instant, evidence: fc.constant(evidence) }),
      fc.record({
        kind: fc.constant('pause'),
        because: fc.constantFrom('stay', 'identity-request'),
        at: instant,
        until: instant,
        evidence: fc.constant(evidence),
      }),
      fc.record({
        kind: fc.constant('restart'),
        because: fc.constantFrom('clarification', 'impossibility-ended'),
        at: instant,
        reportedAt: instant,
        evidence: fc.constant(evidence),
      }),
      fc.record({
        kind: fc.constant('extension'),
        by: fc.constantFrom('us', 'authority'),
        at: instant,
        until: fc.option(instant),
        evidence: fc.constant(evidence),
      }),
    );
    const clockId = fc.constantFrom('EU_TCO_ART3.disable', 'GDPR_ART17.answer', 'AU_OSA.remove', 'COURT_ORDER.comply');
    const ordered = fc.constantFrom<OrderedPeriod>(
      { complyBy: '2027-05-10T12:00:00Z' },
      { period: { unit: 'days', amount: 30, rolls: true } },
    );
    let changes = 0;
    fc.assert(
      fc.property(clockId, instant, fc.array(entry, { maxLength: 6 }), ordered, (id, start, entries, order) => {
        const { clock, refused } = run(id, start, entries as LedgerEntry[], order);
        changes += clock.ledger?.length ?? 0;
        expect((clock.ledger?.length ?? 0) + refused.length).toBe(entries.length);
        for (const language of ['en', 'de'] as const) {
          const said = clock.steps.map((step) => step[language]).join('\n');
          expect(replayLedger(clock.steps, language, clock.zone), said).toBe(Date.parse(clock.dueAt));
        }
      }),
      { numRuns: 300, seed: 11 },
    );
    expect(changes).toBeGreaterThan(100);
  });
});
