import { describe, expect, it } from 'vitest';
import { calendarFrom } from '../../domain/calendar.ts';
import { clocksAtReceipt } from '../../domain/case-clocks.ts';
import { EU_TCO_ART3 } from '../../domain/catalogue/eu-tco-art-3.ts';
import { countedFrom, withAdditions, withRestarts } from '../../domain/clock-restart.ts';
import { isHourAtRisk } from '../../domain/review-wait.ts';

// The order of Monday, 12 October 2026, 10:00 in Berlin, with what is needed at 14:05.
const RECEIVED_AT = '2026-10-12T08:00:00Z';
const CLARIFIED_AT = '2026-10-12T12:05:00.000Z';
const calendar = calendarFrom(() => ({ getHolidays: () => [] }));
const planned = clocksAtReceipt(EU_TCO_ART3, RECEIVED_AT, calendar);
const hourOf = (clocks: readonly { readonly clock: string }[]) =>
  clocks.find(({ clock }) => clock === 'EU_TCO_ART3.disable');

describe('a clock that a clarification begins anew', () => {
  it('ends an hour after it, and keeps in its ledger and its steps how it ran before', () => {
    const clocks = withRestarts(EU_TCO_ART3, planned, { running: planned, clarifiedAt: CLARIFIED_AT }, calendar);
    expect(hourOf(clocks)).toMatchObject({
      dueAt: '2026-10-12T13:05:00Z',
      restarts: [{ at: CLARIFIED_AT, because: 'clarification', dueBefore: '2026-10-12T09:00:00.000Z' }],
    });
    const steps = clocks.flatMap(({ clock, steps: said }) => (clock === 'EU_TCO_ART3.disable' ? said : []));
    expect(steps.map(({ en }) => en).join(' ')).toMatch(
      /ends on .*11:00.*clarification .*begins anew.*ends on .*15:05/,
    );
    expect(clocks.filter(({ restarts }) => restarts !== undefined)).toHaveLength(1);
  });

  it('runs on as it runs when it is planned again, and begins anew for what comes later', () => {
    const once = withRestarts(EU_TCO_ART3, planned, { running: planned, clarifiedAt: CLARIFIED_AT }, calendar);
    const again = withRestarts(EU_TCO_ART3, planned, { running: once, clarifiedAt: CLARIFIED_AT }, calendar);
    expect(again).toEqual(once);
    const none = withRestarts(EU_TCO_ART3, planned, { running: once, clarifiedAt: null }, calendar);
    expect(none).toEqual(once);
    const later = '2026-10-12T14:00:00.000Z';
    const twice = withRestarts(EU_TCO_ART3, planned, { running: once, clarifiedAt: later }, calendar);
    expect(hourOf(twice)).toMatchObject({ restarts: [{ at: CLARIFIED_AT }, { at: later }] });
  });

  it('runs on for what came first beside an hour of its own for what was added', () => {
    const clocks = withAdditions(EU_TCO_ART3, planned, [CLARIFIED_AT], calendar);
    expect(clocks.slice(0, planned.length)).toEqual(planned);
    expect(clocks.slice(planned.length)).toMatchObject([
      { clock: 'EU_TCO_ART3.disable', addedAt: CLARIFIED_AT, dueAt: '2026-10-12T13:05:00Z' },
    ]);
  });

  it('is what the time of its case counts from', () => {
    const running = withRestarts(EU_TCO_ART3, planned, { running: planned, clarifiedAt: CLARIFIED_AT }, calendar);
    const record = { receivedAt: '2026-10-12T08:00:00.000Z', provenAt: null, dueAt: '2026-10-12T13:05:00.000Z' };
    expect(countedFrom({ ...record, clocks: planned })).toBe(record.receivedAt);
    expect(countedFrom({ ...record, clocks: running })).toBe(CLARIFIED_AT);
    const at = (now: string) => isHourAtRisk({ ...record, clocks: running }, EU_TCO_ART3, now);
    expect([at('2026-10-12T12:44:59Z'), at('2026-10-12T12:45:00Z')]).toEqual([false, true]);
  });
});
