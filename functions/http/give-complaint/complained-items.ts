import * as z from 'zod';
import type { CaseRecord } from '#domain/case';
import type { Complainant } from '#domain/complained-of';
import { itemNamed } from '#domain/counter-notice';
import { Item } from '#domain/item';
import { type Answer, problem } from '#runtime/problem';
import type { CaseRows } from '../../ports/case-store.ts';
import type { DocumentStore } from '../../ports/vault.ts';
import { restrictedNow } from '../shared/restricted-now.ts';
import { decisionsOf } from '../shared/restrictions-in-force.ts';

/** Who complains about which items, as they name them (all without names), and when. */
export interface Complaining {
  readonly by: Complainant;
  readonly personId: string;
  readonly named: readonly string[] | null;
  readonly now: string;
}

/**
 * The items that a complaint is about: of somebody's own content what is restricted now, of a notice what it names;
 * else why there are none.
 */
export async function complainedItems(
  { cases, documents }: { readonly cases: CaseRows; readonly documents: Pick<DocumentStore, 'get'> },
  record: CaseRecord,
  { by, personId, named, now }: Complaining,
): Promise<readonly Item[] | Answer> {
  const known = z.array(Item).parse(await documents.get(`${record.caseId}/case/items`));
  const open = by === 'sender' ? known : await ownRestricted(cases, record, known, { personId, now });
  if (open.length === 0) return by === 'sender' ? NAMELESS : NOTHING;
  if (named === null) return open;
  const found = named.map((text) => itemNamed(text, open));
  const unknown = found.flatMap((item, index) => (item === null ? [index] : []));
  if (unknown.length > 0) return notMeant(unknown);
  return open.filter((item) => found.includes(item));
}

async function ownRestricted(
  rows: CaseRows,
  record: CaseRecord,
  known: readonly Item[],
  { personId, now }: Pick<Complaining, 'personId' | 'now'>,
): Promise<readonly Item[]> {
  const restricted = await restrictedNow(rows, record, await decisionsOf(rows, record.caseId), now);
  const own = new Set(restricted?.items.filter((item) => item.personId === personId).map(({ itemId }) => itemId));
  return known.filter(({ itemId }) => own.has(itemId));
}

/**
 * The platform's own address of an item: what whoever sent the notice wrote around it, such as a query, may say who
 * that was.
 */
export function addressOf({ url, reference }: Item): string {
  const path = reference === null ? null : `/${reference.kind}/${reference.id}`;
  const at = path === null ? -1 : url.indexOf(path);
  return path === null || at < 0 ? url.replace(/[?#].*$/, '') : url.slice(0, at + path.length);
}

const NOTHING = problem(409, 'Nothing that you put up is restricted by this case any more.');
const NAMELESS = problem(409, 'Your notice named nothing that a complaint could be about.');

function notMeant(indices: readonly number[]): Answer {
  return problem(
    400,
    'Not everything that the complaint names is something that the decision is about for you.',
    indices.map((index) => ({ path: `items.${index}`, message: 'names no such item' })),
  );
}
