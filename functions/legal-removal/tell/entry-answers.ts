import type { Delivery } from '#domain/delivery';
import { plus } from '#domain/instant';
import type { StatementRow } from '#domain/transparency-database/entries';
import type { Statement } from '#domain/transparency-database/statement';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StatementFault, TransparencyDatabase } from '../../ports/outside.ts';
import { type EntryDuty, puidOfItem, refusedRow } from './compose-entry.ts';
import { asOwed, entryRow, named, setApart, settledItems } from './entry-rows.ts';
import { atFault, moveDelivery } from './move-delivery.ts';

/** What sending statements uses. */
export interface AnswerDependencies {
  readonly cases: Pick<CaseStore, 'change' | 'readRow'>;
  readonly database: TransparencyDatabase;
  readonly clock: Clock;
}

/**
 * Seconds from the first request that was not answered to the next with the same identifiers. The database locks each
 * of them for 30 s: sooner, its refusal would prove nothing and could block an identifier for two days. Besides, the
 * request may have taken some seconds to get there.
 */
const SHORTEST_PAUSE_SECONDS = 120;
/** Each further pause is twice as long, up to an hour. */
const LONGEST_PAUSE_SECONDS = 3_600;

/** When an entry that was claimed may be sent again, RFC 3339. */
export function dueAgain({ claimedAt, attempt }: EntryDuty, now: string): string {
  const doubled = SHORTEST_PAUSE_SECONDS * 2 ** Math.max(0, attempt - 1);
  return plus(claimedAt ?? now, { seconds: Math.min(doubled, LONGEST_PAUSE_SECONDS) });
}

/** What came of taking up an entry: when to look again, RFC 3339; null when nothing is to be waited for. */
export interface EntryLook {
  readonly look: string | null;
}

/** Nothing is to be waited for. */
export const NOTHING_TO_WAIT_FOR: EntryLook = { look: null };

/** What a request left to be done: nothing but a look, or an entry that is to be written anew at once. */
export type Left = EntryLook | { readonly anew: EntryDuty };

/** Sends statements that were claimed, and records what the answer says of them. */
export async function send(
  dependencies: AnswerDependencies,
  before: EntryDuty,
  claimed: EntryDuty,
  statements: readonly Statement[],
): Promise<Left> {
  const answer = await dependencies.database.store(statements);
  // Whatever the answer is, it says that this request stored nothing, unless it says that it did.
  const unstored = { ...claimed, entry: { ...claimed.entry, mayBeStored: before.entry.mayBeStored } };
  const look = dueAgain(claimed, dependencies.clock.now());
  switch (answer.kind) {
    case 'stored':
      return await settle(dependencies, claimed, storedRows(claimed, statements, answer.uuids), 0);
    case 'existing':
      return await existing(dependencies, claimed, unstored, statements, new Set(answer.puids));
    case 'invalid': {
      const refused = invalidRows(claimed, statements, answer.faults);
      return await quarantine(dependencies, claimed, unstored, { refused, others: statements.length - refused.length });
    }
    case 'busy':
      await moveDelivery(dependencies, claimed, unstored, 'delivery.claimed');
      return { look };
    case 'unauthorised':
      return await giveUp(dependencies, claimed, 'operator', 'token-refused', writable(unstored));
    case 'unheard':
      return { look };
    default:
      return answer satisfies never;
  }
}

/** An entry of which nothing can be stored is written anew another time; else the same is sent again to the byte. */
function writable(duty: EntryDuty): EntryDuty {
  return duty.entry.mayBeStored ? duty : asOwed(duty);
}

/**
 * Identifiers that the database knows are ours where an earlier request may have been stored; where none can have been,
 * somebody looks. What it does not know of the same request is sent again without them.
 */
async function existing(
  dependencies: AnswerDependencies,
  claimed: EntryDuty,
  unstored: EntryDuty,
  statements: readonly Statement[],
  puids: ReadonlySet<string>,
): Promise<Left> {
  const rows = rowsOf(claimed, statements, () => ({ state: 'unconfirmed', uuid: null, fields: ['puid'] }));
  const known = rows.filter(({ puid }) => puids.has(puid));
  const others = rows.length - known.length;
  if (known.length === 0) return await giveUp(dependencies, claimed, 'operator', 'answer-not-understood');
  if (unstored.entry.mayBeStored) {
    const unconfirmed = known.map((row) => ({ ...row, fields: [] }));
    return await settle(dependencies, claimed, unconfirmed, others);
  }
  const refused = known.map((row): StatementRow => ({ ...row, state: 'refused' }));
  return await quarantine(dependencies, claimed, unstored, { refused, others, reason: 'identifier-taken' });
}

/** Records statements as settled: the entry is delivered, or what is left of it is written anew. */
async function settle(
  dependencies: AnswerDependencies,
  claimed: EntryDuty,
  settled: readonly StatementRow[],
  others: number,
): Promise<Left> {
  const at = dependencies.clock.now();
  const rows = new Map(await settledItems(dependencies.cases, claimed));
  for (const row of settled) rows.set(row.itemId, row);
  const count = (state: StatementRow['state']): number =>
    [...rows.values()].filter((row) => row.state === state).length;
  const progress = { stored: count('stored'), unconfirmed: count('unconfirmed'), mayBeStored: false };
  const counted = { ...claimed, entry: { ...claimed.entry, ...progress } };
  const beside = { row: entryRow(claimed, rows.values()), said: { statements: named(settled) } };
  if (others === 0) {
    const delivered = { ...counted, state: 'delivered', acceptedAt: at, deliveredAt: at } as const;
    await moveDelivery(dependencies, claimed, delivered, 'delivery.delivered', beside);
    return NOTHING_TO_WAIT_FOR;
  }
  const owed = asOwed(counted);
  const moved = await moveDelivery(dependencies, claimed, owed, 'delivery.accepted', beside);
  return moved ? { anew: owed } : NOTHING_TO_WAIT_FOR;
}

/** Statements that may not be sent, how many others there are, and why if not for their fields. */
interface Quarantine {
  readonly refused: readonly StatementRow[];
  readonly others: number;
  readonly reason?: string;
}

/** A refused statement waits for a person, and the others of its entry go on without it. */
export async function quarantine(
  dependencies: AnswerDependencies,
  before: EntryDuty,
  after: EntryDuty,
  { refused, others, reason = 'statement-refused' }: Quarantine,
): Promise<Left> {
  if (others > 0) {
    const anew = await setApart(dependencies, before, after, refused, reason);
    return anew === null ? NOTHING_TO_WAIT_FOR : { anew };
  }
  const settled = await settledItems(dependencies.cases, after);
  const row = entryRow(after, [...settled.values(), ...refused]);
  const parked = { ...asOwed(after), state: 'parked', owner: 'counsel', reason } as const;
  await moveDelivery(dependencies, before, parked, 'delivery.parked', { row, said: { statements: named(refused) } });
  return NOTHING_TO_WAIT_FOR;
}

/** Gives an entry to a person, for a reason. */
export async function giveUp(
  dependencies: AnswerDependencies,
  before: Delivery,
  owner: string,
  reason: string,
  after: Delivery = before,
  fields?: readonly string[],
): Promise<EntryLook> {
  const parked = { ...after, state: 'parked', owner, reason } as const;
  await moveDelivery(dependencies, before, parked, 'delivery.parked', atFault(fields));
  return NOTHING_TO_WAIT_FOR;
}

function storedRows(duty: EntryDuty, statements: readonly Statement[], uuids: readonly string[]): StatementRow[] {
  return rowsOf(duty, statements, (index) => ({ state: 'stored', uuid: uuids[index] ?? null, fields: [] }));
}

function invalidRows(
  duty: EntryDuty,
  statements: readonly Statement[],
  faults: readonly StatementFault[],
): StatementRow[] {
  const byIndex = new Map(faults.map(({ index, fields }) => [index, fields]));
  const rows = rowsOf(duty, statements, () => ({ state: 'refused', uuid: null, fields: [] }));
  return rows.flatMap(({ itemId, puid }, index) => {
    const fields = byIndex.get(index);
    return fields === undefined ? [] : refusedRow(itemId, puid, fields);
  });
}

/** Rows of statements as they were sent, each found by its identifier. */
function rowsOf(
  duty: EntryDuty,
  statements: readonly Statement[],
  particulars: (index: number) => Omit<StatementRow, 'itemId' | 'puid'>,
): StatementRow[] {
  const items = new Map(duty.entry.itemIds.map((itemId) => [puidOfItem(duty, itemId), itemId]));
  return statements.map(({ puid }, index) => ({ itemId: items.get(puid) ?? '', puid, ...particulars(index) }));
}
