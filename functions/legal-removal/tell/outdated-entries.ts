import { deliveryKey } from '#domain/case-rows';
import type { DecisionRecord } from '#domain/decision';
import { Delivery } from '#domain/delivery';
import { EntryRow, entryKey, outdatedKey } from '#domain/transparency-database/entries';
import type { CaseRows, CaseStore, RowPut } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Decision, isLifting } from '../shared/decisions.ts';
import { stepEvent } from '../shared/events.ts';
import { tell } from './contract.ts';

/** Entries noted by one transaction. */
const NOTED_AT_ONCE = 30;

/**
 * Notes the stored entries that a decision made untrue by taking back what they state. The Transparency Database takes
 * no change and no withdrawal: they stand in a ledger of the case, for whoever writes to the Commission about them.
 */
export async function noteOutdatedEntries(
  { cases, clock }: { readonly cases: Pick<CaseStore, 'change' | 'listRows'>; readonly clock: Clock },
  caseId: string,
  decision: Decision | null,
): Promise<void> {
  if (decision === null || !isLifting(decision.record)) return;
  const { decisionId: reversedBy, reverses } = decision.record;
  while ((await outdatedNow(cases, caseId, decision.record)).length > 0) {
    await cases.change(caseId, async (_record, rows) => {
      const entries = (await outdatedNow(rows, caseId, decision.record)).slice(0, NOTED_AT_ONCE);
      if (entries.length === 0) return { result: undefined };
      const puts = await Promise.all(entries.map((duty) => ledgerRows(rows, duty, reversedBy, clock.now())));
      const data = { decisionId: reverses, reversedBy, deliveries: entries.map(({ deliveryId }) => deliveryId) };
      return {
        change: { events: [stepEvent(tell.step, 'entry.outdated', data)], rows: puts.flat() },
        result: undefined,
      };
    });
  }
}

async function outdatedNow(
  rows: Pick<CaseRows, 'listRows'>,
  caseId: string,
  { reverses, lifts }: Pick<DecisionRecord, 'reverses' | 'lifts'>,
): Promise<readonly Delivery[]> {
  const duties = await rows.listRows(caseId, deliveryKey(''), Delivery);
  return duties.filter(({ decisionId, entry }) => {
    if (entry === undefined || decisionId !== reverses || entry.saysEnd || entry.outdatedBy !== null) return false;
    const isMeant = lifts === undefined || entry.itemIds.some((itemId) => lifts.includes(itemId));
    return isMeant && entry.stored + entry.unconfirmed > 0;
  });
}

async function ledgerRows(
  rows: Pick<CaseRows, 'readRow'>,
  duty: Delivery,
  reversedBy: string,
  at: string,
): Promise<RowPut[]> {
  const { caseId, deliveryId, decisionId, entry } = duty;
  const row = await rows.readRow(caseId, entryKey(deliveryId), EntryRow);
  const statements = (row?.statements ?? []).filter(({ state }) => state !== 'refused');
  const noted = { ...duty, ...(entry !== undefined && { entry: { ...entry, outdatedBy: reversedBy } }) };
  return [
    { key: outdatedKey(deliveryId), value: { deliveryId, decisionId, reversedBy, at, statements }, when: 'new' },
    { key: deliveryKey(deliveryId), value: noted, when: 'replace' },
  ];
}
