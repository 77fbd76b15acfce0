import * as z from 'zod';
import { PauseReason, RestartReason } from './clock-conditions.ts';
import type { LedgerEntry, RefusedEntry } from './clock-ledger.ts';
import { InstantText } from './instant.ts';
import type { ClockRule } from './legal-basis.ts';

const clock = z.string().min(1).max(100).describe('The clock of the case, as "case show" names it.');
const evidence = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .describe('The document or message that shows it, and why the law allows it.');

/** The body of `POST /v1/cases/{caseId}/clock-entries`: what changed a clock of the case since it began. */
export const ClockEntryRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('restart'),
    clock,
    because: RestartReason,
    at: InstantText,
    reportedAt: InstantText.optional().describe(
      'When the obstacle was reported; without it, when the report that this case holds was handed over.',
    ),
    evidence,
  }),
  z.strictObject({
    kind: z.literal('extension'),
    clock,
    at: InstantText,
    until: InstantText.optional().describe('The new end, where an authority sets it; else the longer rule of the law.'),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .optional()
      .describe('Of an extension of ours: why, in the language of the case; the one who asked is told so at once.'),
    evidence,
  }),
  z.strictObject({
    kind: z.literal('pause'),
    clock,
    because: PauseReason,
    at: InstantText,
    until: InstantText.optional().describe('Left out while the pause lasts; a "resume" ends it.'),
    evidence,
  }),
  z.strictObject({ kind: z.literal('resume'), clock, at: InstantText, evidence }),
  z.strictObject({ kind: z.literal('amendment'), clock, at: InstantText, complyBy: InstantText, evidence }),
]);
export type ClockEntryRequest = z.infer<typeof ClockEntryRequest>;

/** An entry beside its case: codes and instants, who recorded it, and where its evidence lies. Never changed. */
export const ClockEntryRow = z.object({
  number: z.int().positive(),
  clock: z.string(),
  kind: z.enum(['restart', 'extension', 'pause', 'resume', 'amendment']),
  because: z.string().nullable(),
  at: z.iso.datetime(),
  /** The end that it sets: of a pause, an extension or the period itself; null where it sets none. */
  until: z.iso.datetime().nullable(),
  reportedAt: z.iso.datetime().nullable(),
  recordedAt: z.iso.datetime(),
  by: z.string(),
  documentKey: z.string(),
});
export type ClockEntryRow = z.infer<typeof ClockEntryRow>;

/** The key of an entry's row; without a number the prefix of all. */
export function clockEntryKey(number?: number): string {
  return number === undefined ? 'CLOCK#' : `CLOCK#${String(number).padStart(4, '0')}`;
}

/** Why an entry is not taken; `no-pause`: nothing is paused that could go on. */
export type EntryRefusal = RefusedEntry['reason'] | 'no-pause' | 'paused-already';

/**
 * The entries of one clock as its ledger replays them: a pause ends with the first resumption after it. Their evidence is
 * named by where it lies. Gives a refusal for a resumption without a pause, and for a pause within another.
 */
export function ledgerOf(rule: ClockRule, rows: readonly ClockEntryRow[]): readonly LedgerEntry[] | EntryRefusal {
  const entries: LedgerEntry[] = [];
  for (const row of rows.filter((one) => one.clock === rule.clock).toSorted(byInstant)) {
    const open = entries.findIndex((entry) => entry.kind === 'pause' && entry.until === null);
    const paused = entries[open];
    if (row.kind === 'resume') {
      if (paused?.kind !== 'pause') return 'no-pause';
      entries[open] = { ...paused, until: row.at };
    } else {
      if (row.kind === 'pause' && paused !== undefined) return 'paused-already';
      entries.push(entryOf(rule, row));
    }
  }
  return entries;
}

function byInstant(one: ClockEntryRow, other: ClockEntryRow): number {
  return Date.parse(one.at) - Date.parse(other.at) || one.number - other.number;
}

function entryOf(rule: ClockRule, row: ClockEntryRow & { readonly kind: ClockEntryRow['kind'] }): LedgerEntry {
  const { at, until, documentKey: shownBy } = row;
  switch (row.kind) {
    case 'restart':
      return {
        kind: 'restart',
        because: RestartReason.parse(row.because),
        at,
        reportedAt: row.reportedAt ?? at,
        evidence: shownBy,
      };
    case 'extension':
      return { kind: 'extension', by: rule.extension?.by ?? 'us', at, until, evidence: shownBy };
    case 'pause':
      return { kind: 'pause', because: PauseReason.parse(row.because), at, until, evidence: shownBy };
    case 'amendment':
      return { kind: 'amendment', at, complyBy: until ?? at, evidence: shownBy };
    case 'resume':
      throw new Error('a resumption is no entry of its own');
    default:
      return row.kind satisfies never;
  }
}
