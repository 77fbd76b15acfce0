import { deliveryKey } from '#domain/case-rows';
import { Delivery, needsPerson } from '#domain/delivery';
import { EntryRow, entryKey, type StatementRow } from '#domain/transparency-database/entries';
import type { CaseRows, RowPut } from '../../ports/case-store.ts';
import { stepEvent } from '../shared/events.ts';
import type { EntryDuty } from './compose-entry.ts';
import { tell } from './contract.ts';
import type { MoveDependencies } from './move-delivery.ts';

/** Statements taken out of an entry by one transaction. */
const APART_AT_ONCE = 25;

/** The statements of an entry that are stored, by all that is known. */
export async function settledItems(
  cases: Pick<CaseRows, 'readRow'>,
  { caseId, deliveryId }: Delivery,
): Promise<ReadonlyMap<string, StatementRow>> {
  const row = await cases.readRow(caseId, entryKey(deliveryId), EntryRow);
  const settled = (row?.statements ?? []).filter(({ state }) => state !== 'refused');
  return new Map(settled.map((statement) => [statement.itemId, statement]));
}

/** The row of an entry with what is known of its statements by now. */
export function entryRow({ deliveryId }: Delivery, statements: Iterable<StatementRow>): RowPut {
  return { key: entryKey(deliveryId), value: { deliveryId, statements: [...statements] }, when: 'replace' };
}

/** The statements as an event names them: the item, then the database's identifier or the fields at fault. */
export function named(statements: readonly StatementRow[]): string[] {
  return statements.map(({ itemId, uuid, fields }) => [itemId, uuid ?? fields.join(',')].join(' ').trim());
}

/**
 * Takes refused statements out of an entry, each as a duty of its own that waits for a person, so that the others go
 * on: 25 at a time. Gives the entry as it is owed from now on, or null when somebody else moved it meanwhile.
 */
export async function setApart(
  { cases }: MoveDependencies,
  duty: EntryDuty,
  rest: EntryDuty,
  refused: readonly StatementRow[],
  reason: string,
): Promise<EntryDuty | null> {
  const apart = refused.slice(0, APART_AT_ONCE);
  const itemIds = rest.entry.itemIds.filter((itemId) => apart.every((statement) => statement.itemId !== itemId));
  const owed = { ...asOwed(rest), entry: { ...rest.entry, itemIds } };
  const alone = apart.map(({ itemId }) => parkedAlone(rest, itemId, reason));
  const moved = await cases.change(duty.caseId, async (record, rows) => {
    const now = await rows.readRow(duty.caseId, deliveryKey(duty.deliveryId), Delivery);
    if (now?.state !== duty.state || now.attempt !== duty.attempt) return { result: false };
    const events = alone.map(({ deliveryId, kind, owner }, index) => {
      const statements = named(apart.slice(index, index + 1));
      return stepEvent(tell.step, 'delivery.parked', { deliveryId, kind, owner, statements }, reason);
    });
    const kept = alone.flatMap((one, index) => [
      { key: deliveryKey(one.deliveryId), value: one, when: 'new' as const },
      entryRow(one, apart.slice(index, index + 1)),
    ]);
    const replaced = { key: deliveryKey(duty.deliveryId), value: owed, when: 'replace' as const };
    const undelivered = record.undelivered + alone.filter(needsPerson).length;
    return { change: { set: { undelivered }, events, rows: [replaced, ...kept] }, result: true };
  });
  return moved ? owed : null;
}

/** An entry that is written anew. */
export function asOwed<Duty extends Delivery>(duty: Duty): Duty {
  return { ...duty, state: 'owed', documentKey: null, contentSha256: null };
}

function parkedAlone(duty: EntryDuty, itemId: string, reason: string): EntryDuty {
  const entry = { ...duty.entry, itemIds: [itemId], stored: 0, unconfirmed: 0 };
  const deliveryId = `${duty.deliveryId}.${itemId}`;
  return { ...asOwed(duty), deliveryId, state: 'parked', owner: 'counsel', reason, attempt: 0, claimedAt: null, entry };
}
