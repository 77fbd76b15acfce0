import type { Calendar } from './calendar.ts';
import type { ComputedClock } from './clock.ts';
import { type ClockEntryRow, type EntryRefusal, ledgerOf } from './clock-entry.ts';
import { clockWithLedger } from './clock-ledger.ts';
import { computeClock } from './compute-clock.ts';
import { normalInstant } from './instant.ts';
import type { ClockRule, LegalBasis } from './legal-basis.ts';

/** A clock as it runs with its entries, or why one of them is not taken. */
export type Replayed = { readonly clock: ComputedClock } | { readonly refused: EntryRefusal };

/**
 * Replays the entries of a clock of a case on the clock as it began. Those from before it began anew for another reason
 * change nothing any more. What was added to a demand has a clock of its own, which no entry changes.
 */
export function replayed(
  basis: LegalBasis,
  clock: ComputedClock,
  rows: readonly ClockEntryRow[],
  calendar: Calendar,
): Replayed {
  const rule = basis.clocks.find((candidate) => candidate.clock === clock.clock);
  if (rule === undefined) return { refused: 'rule-knows-none' };
  const base = asBegun(clock);
  const ledger = ledgerOf(
    rule,
    rows.filter(({ at }) => normalInstant(at) >= normalInstant(base.startAt)),
  );
  if (typeof ledger === 'string') return { refused: ledger };
  if (ledger.length === 0) return { clock: base };
  const setting = settingOf(basis, rule, base, calendar);
  const { clock: changed, refused } = clockWithLedger(rule, base.startAt, ledger, setting);
  const [first] = refused;
  if (first !== undefined) return { refused: first.reason };
  const plain = computeClock(rule, base.startAt, calendar, setting.options).steps.length;
  const { dueDate: _day, ...begun } = base;
  return {
    clock: {
      ...begun,
      ...changed,
      startAt: normalInstant(changed.startAt),
      dueAt: normalInstant(changed.dueAt),
      steps: [...base.steps, ...changed.steps.slice(plain)],
      begun: {
        startAt: base.startAt,
        dueAt: base.dueAt,
        rule: base.rule,
        steps: base.steps.length,
        ...(base.dueDate !== undefined && { dueDate: base.dueDate }),
      },
    },
  };
}

/** Clocks that were computed anew, each with its entries replayed; one whose entries no longer fit stays as computed. */
export function withEntries(
  basis: LegalBasis,
  clocks: readonly ComputedClock[],
  rows: readonly ClockEntryRow[],
  calendar: Calendar,
): ComputedClock[] {
  if (rows.length === 0) return [...clocks];
  return clocks.map((clock) => {
    if (clock.addedAt !== undefined || !rows.some((row) => row.clock === clock.clock)) return clock;
    const result = replayed(basis, clock, rows, calendar);
    return 'clock' in result ? result.clock : asBegun(clock);
  });
}

function settingOf(basis: LegalBasis, rule: ClockRule, base: ComputedClock, calendar: Calendar) {
  const ordered = rule.period.unit === 'as-ordered' ? { complyBy: base.dueAt } : undefined;
  const longer = basis.clocks.find(({ clock }) => clock === rule.extension?.to);
  return { calendar, options: { ordered, legalBasis: basis.id }, longer };
}

/** A clock as it was before anything was entered. */
function asBegun(clock: ComputedClock): ComputedClock {
  const { begun, ledger: _ledger, pausedSince: _paused, dueDate: _day, ...rest } = clock;
  if (begun === undefined) return clock;
  return { ...rest, ...begun, steps: clock.steps.slice(0, begun.steps) };
}
