import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from '../../../../scripts/figures/flood/agenda.ts';
import type { Flood } from '../../../../scripts/figures/flood/scenario.ts';
import { type FloodResult, type Places, simulate } from '../../../../scripts/figures/flood/simulate.ts';

const CASE = { intakeSeconds: 0.2, intakeWrites: 10, transitions: 8, secondsEach: 0.1, writesEach: 10 };

function flood(quotas: Partial<Flood['quotas']> = {}, more: Partial<Flood> = {}): Flood {
  return {
    seed: 1,
    notices: 400,
    bulkShare: 0.3,
    orderAt: 100,
    notice: CASE,
    order: { ...CASE, transitions: 20 },
    orderMails: 3,
    quotas: {
      gateway: { bucket: 100, refill: 50 },
      network: { most: 100, seconds: 60 },
      concurrency: 100,
      writes: { bucket: 1_000, refill: 1_000 },
      shards: 1,
      starts: { bucket: 100, refill: 20 },
      transitions: { bucket: 100, refill: 100 },
      mails: { bucket: 10, refill: 10 },
      mailsADay: 1_000,
      ...quotas,
    },
    ...more,
  };
}

const sum = (places: Places): number => Object.values(places).reduce((total, count) => total + count, 0);

/** Loses the tenth that it is given. */
class LeakyAgenda extends Agenda {
  #added = 0;

  override add(notice: number, second: number): void {
    this.#added += 1;
    if (this.#added !== 10) super.add(notice, second);
  }
}

function leaking(name: string): FloodResult {
  return simulate(flood(), (made) => (made === name ? new LeakyAgenda() : new Agenda()));
}

describe('simulate', () => {
  it('brings every demand to a person and every mail out when nothing binds', () => {
    const result = simulate(flood());
    expect(result.cases).toMatchObject({ 'waits for a person': 401, 'with its sender': 0 });
    expect(result.mails).toMatchObject({ left: 401 });
    expect(result.order.effect).toBeLessThan(60);
    expect(result.answers).toMatchObject({ '202': 401, '503': 0 });
  });

  it('gives the same result for the same seed, another for another', () => {
    expect(simulate(flood())).toEqual(simulate(flood()));
    expect(simulate(flood())).not.toEqual(simulate(flood({}, { seed: 2 })));
  });

  it('has each demand in exactly one place at the end, whatever binds', () => {
    const quotas = fc.record({
      gateway: fc.record({ bucket: fc.integer({ min: 1, max: 50 }), refill: fc.integer({ min: 1, max: 50 }) }),
      concurrency: fc.integer({ min: 1, max: 20 }),
      writes: fc.integer({ min: 80, max: 500 }).map((rate) => ({ bucket: rate, refill: rate })),
      shards: fc.integer({ min: 1, max: 4 }),
      starts: fc.record({
        bucket: fc.integer({ min: 1, max: 5 }),
        refill: fc.double({ min: 0.05, max: 2, noNaN: true }),
      }),
      transitions: fc.integer({ min: 4, max: 40 }).map((rate) => ({ bucket: rate, refill: rate })),
      mails: fc.integer({ min: 3, max: 10 }).map((rate) => ({ bucket: rate, refill: rate })),
      mailsADay: fc.integer({ min: 100, max: 500 }),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(quotas, fc.integer({ min: 1, max: 1_000 }), (bound, seed) => {
        const { cases, mails, lost, twice, answers } = simulate(flood(bound, { seed, notices: 200 }));
        for (const [place, count] of Object.entries({ ...cases, ...mails })) if (count > 0) seen.add(place);
        expect({ lost, twice }).toEqual({ lost: [], twice: [] });
        expect(sum(cases)).toBe(201);
        expect(answers['202']).toBe(201 - (cases['with its sender'] ?? 0));
      }),
      { numRuns: 25, seed: 7 },
    );
    expect(seen).toContain('waits for a person');
  });

  it('waits in the queue of failures and is started by the sweep where the relay gives up', () => {
    const { stages, cases } = simulate(flood({ starts: { bucket: 1, refill: 0.05 } }));
    expect(stages.failures.peak).toBeGreaterThan(0);
    expect(cases['waits for a person']).toBe(401);
  });

  it('parks a case whose steps find no function for longer than they are retried', () => {
    const { cases, lost } = simulate(flood({ concurrency: 0.35 }));
    expect(cases['parked for an operator']).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });

  it('tells senders to come again, and gives them a place in the end', () => {
    const { answers, stages } = simulate(flood({ network: { most: 10, seconds: 60 } }));
    expect(answers['429']).toBeGreaterThan(0);
    expect(answers['202']).toBe(401);
    expect(stages.sender.longest).toBeGreaterThan(10);
  });

  it('holds mails back over the days of a daily quota', () => {
    const { mails, stages } = simulate(flood({ mailsADay: 150 }));
    expect(mails).toMatchObject({ left: 401 });
    expect(stages.mail.longest).toBeGreaterThan(2 * 86_400);
  });

  it.each(['senders', 'machine', 'mails'])('is found out when the holder of %s loses one', (name) => {
    expect(leaking(name).lost).toHaveLength(1);
  });
});
