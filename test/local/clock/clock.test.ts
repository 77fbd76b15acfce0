import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock, type DrivenClock } from '#local/clock/clock';

const hour = 3_600_000;
const opened: (() => void)[] = [];

function open(directory = mkdtempSync(join(tmpdir(), 'writ-clock-')), startAt?: number): DrivenClock {
  const clock = createClock({ directory, startAt });
  opened.push(() => {
    clock.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return clock;
}

afterEach(() => {
  for (const close of opened.splice(0)) close();
});

describe('createClock', () => {
  it('starts at real time', () => {
    expect(Math.abs(open().now() - Date.now())).toBeLessThan(2_000);
  });

  it('starts where it is told on a new directory and goes on where it was on a known one', () => {
    const directory = mkdtempSync(join(tmpdir(), 'writ-clock-'));
    const startAt = Date.UTC(2026, 9, 25);
    const first = open(directory, startAt);
    expect(first.now() - startAt).toBeLessThan(2_000);
    first.moveTo(startAt + hour);
    const second = open(directory, startAt);
    expect(second.now() - startAt - hour).toBeGreaterThanOrEqual(0);
    expect(second.now() - startAt - hour).toBeLessThan(2_000);
  });

  it('refuses to go back and stays where it is', () => {
    const clock = open();
    const before = clock.now();
    expect(clock.moveTo(before - 1000)).toBe('past');
    expect(clock.advance(-1)).toBe('past');
    expect(clock.now()).toBeGreaterThanOrEqual(before);
  });

  it('moves on by nothing at any moment', async () => {
    const clock = open();
    for (let turn = 0; turn < 50; turn += 1) {
      expect(clock.advance(0)).toBe('moved');
      await new Promise((resolve) => setImmediate(resolve));
    }
  });

  it.each([Date.UTC(2200, 0, 1), 8.64e15, Number.MAX_SAFE_INTEGER])(
    'refuses to go to %d, and starts again where it was',
    (instant) => {
      const directory = mkdtempSync(join(tmpdir(), 'writ-clock-'));
      const clock = open(directory);
      expect(clock.moveTo(instant)).toBe('beyond');
      expect(clock.advance(instant)).toBe('beyond');
      expect(Math.abs(open(directory).now() - Date.now())).toBeLessThan(2_000);
    },
  );

  it.each([Number.NaN, -1, Date.UTC(2200, 0, 1)])('keeps nothing of a start at %d', (startAt) => {
    const directory = mkdtempSync(join(tmpdir(), 'writ-clock-'));
    expect(() => open(directory, startAt)).toThrow(RangeError);
    expect(Math.abs(open(directory).now() - Date.now())).toBeLessThan(2_000);
  });

  it('shares its offset with workers', () => {
    const clock = open();
    clock.moveTo(clock.now() + hour);
    expect(Number(new BigInt64Array(clock.shared)[0]) - hour).toBeLessThan(2_000);
  });

  it('fires by real time as well', async () => {
    const clock = open();
    await new Promise<void>((fire) => clock.setTimer(clock.now() + 20, fire));
    expect(clock.timerIsDue()).toBe(false);
  });

  it('fires nothing that was cancelled, not even by a timer due before it', () => {
    const clock = open();
    const fired: string[] = [];
    const now = clock.now();
    const cancel = clock.setTimer(now + 2 * hour, () => fired.push('second'));
    clock.setTimer(now + hour, () => {
      fired.push('first');
      cancel();
    });
    clock.moveTo(now + 3 * hour);
    expect(fired).toEqual(['first']);
  });

  it('fires a timer set while firing when it is due too', () => {
    const clock = open();
    const fired: string[] = [];
    const now = clock.now();
    clock.setTimer(now + hour, () => {
      clock.setTimer(now + 2 * hour, () => fired.push('inner'));
    });
    clock.setTimer(now + 3 * hour, () => fired.push('outer'));
    clock.moveTo(now + 4 * hour);
    expect(fired).toEqual(['inner', 'outer']);
  });

  it('fires what is due in due order and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 30 }), (minutes) => {
        const clock = open();
        const now = clock.now();
        const fired: number[] = [];
        for (const minute of minutes) clock.setTimer(now + minute * 60_000, () => fired.push(minute));
        clock.moveTo(now + 50 * 60_000);
        expect(fired).toEqual(minutes.filter((minute) => minute <= 50).sort((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });
});
