import * as z from 'zod';
import type { Write } from './case-transaction.ts';

/** How a transaction that was not written ended. */
export type Refusal =
  /** The condition of these writes did not hold: what they rest on is no longer so. */
  | { readonly kind: 'conditions'; readonly writes: readonly Write[] }
  /** Another transaction was in the way, or the database was busy: worth another try as it is. */
  | { readonly kind: 'busy' };

const Cancelled = z.object({
  name: z.literal('TransactionCanceledException'),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })).default([]),
});

const BUSY_ERRORS = new Set([
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
]);
const BUSY_CODES = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Reads out of the database's error why a transaction was refused; null for a fault that no retry can help. The
 * reasons stand in the order of the writes (DynamoDB API reference, TransactWriteItems).
 */
export function refusalOf(error: unknown, writes: readonly Write[]): Refusal | null {
  if (error instanceof Error && BUSY_ERRORS.has(error.name)) return { kind: 'busy' };
  const cancelled = Cancelled.safeParse(error);
  if (!cancelled.success) return null;
  const codes = cancelled.data.CancellationReasons.map(({ Code: code = 'None' }) => code);
  const failed = writes.filter((_, index) => codes[index] === 'ConditionalCheckFailed');
  if (failed.length > 0) return { kind: 'conditions', writes: failed };
  return codes.some((code) => BUSY_CODES.has(code)) ? { kind: 'busy' } : null;
}
