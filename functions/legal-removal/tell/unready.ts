import type { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';

/** Hours for which a message that cannot be written yet is looked at again before a person does. */
const UNREADY_HOURS = 24;

/** Tells whether a message has been owed for so long that a person looks why it cannot be written. */
export function isOverdue({ owedAt, notBefore }: Delivery, now: string): boolean {
  const since = [owedAt ?? now, notBefore ?? ''].toSorted().at(-1) ?? now;
  return plus(since, { hours: UNREADY_HOURS }) <= now;
}
