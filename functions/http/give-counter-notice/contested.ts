import * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import { CounterNoticeRow, counterNoticeKey, itemNamed } from '#domain/counter-notice';
import { Item } from '#domain/item';
import { allows } from '#domain/lifecycle';
import { type Answer, problem } from '#runtime/problem';
import type { CaseRows } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { restrictedNow } from '../shared/restricted-now.ts';
import { decisionsOf } from '../shared/restrictions-in-force.ts';

/** What a counter-notice is given against. */
export interface Contested {
  readonly decisionId: string;
  readonly itemIds: readonly string[];
}

/** The ports that it is read through. */
export interface ContestedPorts {
  readonly cases: CaseRows;
  readonly documents: Pick<DocumentStore, 'get'>;
}

/** Who gives a counter-notice on which items, as they name them, and when. */
export interface Giving {
  readonly personId: string;
  readonly items: readonly string[];
  readonly now: string;
}

/** The items of that person which are restricted and named; else why none can be given now. */
export async function contestedBy(
  { documents }: Pick<ContestedPorts, 'documents'>,
  rows: CaseRows,
  record: CaseRecord,
  { personId, items, now }: Giving,
): Promise<Contested | Answer> {
  const { caseId, state } = record;
  if (state !== 'notifying' && !allows('reopenNotification', state)) return BUSY;
  const restricted = await restrictedNow(rows, record, await decisionsOf(rows, caseId), now);
  const own = new Set(restricted?.items.filter((item) => item.personId === personId).map(({ itemId }) => itemId));
  if (restricted === null || own.size === 0) return NOTHING;
  const known = z.array(Item).parse(await documents.get(`${caseId}/case/items`));
  const candidates = known.filter(({ itemId }) => own.has(itemId));
  const named = items.map((text) => itemNamed(text, candidates)?.itemId ?? null);
  const unknown = named.flatMap((itemId, index) => (itemId === null ? [index] : []));
  if (unknown.length > 0) return notYours(unknown);
  const { decisionId } = restricted.decision;
  const itemIds = [...new Set(named.flatMap((itemId) => itemId ?? []))];
  const before = (await rows.listRows(caseId, counterNoticeKey(), CounterNoticeRow)).filter(
    (row) => row.decisionId === decisionId && row.itemIds.some((itemId) => itemIds.includes(itemId)),
  );
  return before.length > 0 ? ALREADY : { decisionId, itemIds };
}

const BUSY = problem(409, 'Something is being done about this case just now. Please try again later; no time is lost.');
const NOTHING = problem(409, 'Nothing that you put up is restricted by this case.');
const ALREADY = problem(409, 'A counter-notice was given on this material already.');

function notYours(indices: readonly number[]): Answer {
  return problem(
    400,
    'Not everything that the counter-notice names is material of yours that is restricted by this case.',
    indices.map((index) => ({ path: `items.${index}`, message: 'names no restricted item of yours' })),
  );
}
