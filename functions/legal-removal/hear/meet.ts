import { type HeardRow, heardKey, NOBODY } from '#domain/hearing';
import { absenceOf, type Item } from '#domain/item';
import { inTurn } from '#runtime/in-turn';
import type { CaseChange, RowPut } from '../../ports/case-store.ts';
import type { Platform, PlatformItem } from '../../ports/outside.ts';
import { meetUploaders, type UploaderStores } from '../shared/uploaders.ts';

/** Items whose uploaders are looked up by one invocation. */
const LOOKED_UP_AT_ONCE = 100;

/** The items of a case that can be looked up and have not been. */
export function itemsToMeet(items: readonly Item[], heard: readonly HeardRow[]): readonly Item[] {
  const met = new Set(heard.flatMap(({ itemIds }) => itemIds));
  return items.filter((item) => absenceOf(item, undefined) === null && !met.has(item.itemId));
}

/**
 * Finds who is behind the next items, and makes them persons of the case: the rows that say so.
 * @throws PlatformUnavailableError
 */
export async function meetNext(
  stores: UploaderStores & { readonly platform: Pick<Platform, 'describe'> },
  caseId: string,
  missing: readonly Item[],
  heard: readonly HeardRow[],
): Promise<NonNullable<CaseChange['rows']>> {
  const next = missing.slice(0, LOOKED_UP_AT_ONCE).flatMap(({ itemId, reference }) => {
    return reference === null ? [] : [{ itemId, reference }];
  });
  const found = await inTurn(
    next,
    async ({ reference }) => (await stores.platform.describe(reference))?.uploader ?? null,
  );
  const uploaders = found.map((uploader) => (uploader === 'unreachable' ? null : uploader));
  const met = await meetUploaders(
    stores,
    caseId,
    uploaders.filter((uploader) => uploader !== null),
  );
  const rows = new Map(heard.map((row) => [row.personId, row]));
  const changed = new Map<string, HeardRow>();
  for (const [index, { itemId }] of next.entries()) {
    const uploader = uploaders[index] ?? null;
    const personId = met.personOf.get(uploader?.id ?? '') ?? NOBODY;
    const row = changed.get(personId) ?? rows.get(personId) ?? newRow(personId, uploader);
    changed.set(personId, { ...row, itemIds: [...row.itemIds, itemId] });
  }
  const puts = [...changed.values()].map((value): RowPut => {
    return { key: heardKey(value.personId), value, when: 'replace' };
  });
  return [...met.rows, ...puts];
}

function newRow(personId: string, uploader: PlatformItem['uploader'] | null): HeardRow {
  return { personId, itemIds: [], reachable: (uploader?.email ?? '').includes('@') };
}
