import type { CaseRecord } from '#domain/case';
import { tightestDeadline } from '#domain/case-clocks';
import type { ComputedClock } from '#domain/clock';
import { countedFrom } from '#domain/clock-restart';
import { normalInstant, plus } from '#domain/instant';
import { tierAt } from '#domain/tiers';
import { begunBy, metClocks } from '../../legal-removal/plan/begun-by.ts';
import { basisOf } from '../../legal-removal/shared/load-case.ts';
import type { CaseRows } from '../../ports/case-store.ts';

/** Days to the deadline shown while no clock of ours runs: somebody looks at a pause once a month. */
const UNRANKED_DAYS = 30;

/** Where a case stands in the queue with other clocks: by the one of ours that ends first, of those still open. */
export async function rankedAnew(
  rows: Pick<CaseRows, 'listRows' | 'readRow'>,
  record: CaseRecord,
  clocks: readonly ComputedClock[],
  now: string,
): Promise<Pick<CaseRecord, 'dueAt' | 'tier'>> {
  const { isOpen } = await begunBy(rows, record);
  const met = await metClocks(rows, record, basisOf(record));
  const open = clocks.filter((clock) => isOpen(clock) && !met.has(clock.clock));
  const ranking = tightestDeadline(open)?.dueAt ?? plus(now, { hours: 24 * UNRANKED_DAYS });
  const dueAt = normalInstant(ranking);
  return { dueAt, tier: tierAt(countedFrom({ ...record, clocks, dueAt }), dueAt, now) };
}
