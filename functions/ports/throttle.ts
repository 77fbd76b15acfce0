import type { SenderLimit } from '#domain/sender-limits';

/** What the partitions of counters begin with: whoever counts may update these and no other item of the case table. */
export const COUNTER_PREFIX = 'THROTTLE#';

/** Counts what senders do; holds nothing personal. */
export interface Throttle {
  /** Counts once more under a key; null while the limit allows it, else the seconds until it does again. */
  take(key: string, limit: SenderLimit): Promise<number | null>;
}
