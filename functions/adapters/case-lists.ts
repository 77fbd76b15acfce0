import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { PLACE_IN_LIST } from '#domain/api/case-views';
import type { CaseRecord } from '#domain/case';
import { holderOf } from '#domain/lease';
import type { CaseFilter, CasePage } from '../ports/case-store.ts';
import {
  basisPartition,
  duePartition,
  fromItem,
  undeliveredPartition,
  unstartedPartition,
  watchPartition,
} from './case-item.ts';
import { SHARDS } from './shards.ts';

interface ListSettings {
  readonly client: DynamoDBDocumentClient;
  readonly caseTable: string;
}

interface Index {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}

const BY_DUE: Index = { name: 'by-due', partitionKey: 'duePk', sortKey: 'dueSk' };
const BY_BASIS: Index = { name: 'by-basis-due', partitionKey: 'basisPk', sortKey: 'dueSk' };
const WATCH: Index = { name: 'watch', partitionKey: 'watchPk', sortKey: 'watchSk' };

const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);
/** How many rounds a filter that is not part of the key may leave a page short before it is given back as it is. */
const ROUNDS = 25;

/** The state by which cases are listed that a person has to help on: parked, or with a parked message. */
const NEEDS_OPERATOR = 'needs-operator';

type Item = Record<string, unknown>;

/** An entry of an index. */
interface Entry {
  readonly sort: string;
  readonly item: Item;
}

interface Found {
  readonly sort: string;
  readonly record: CaseRecord;
}

/** Where a list is read: the partitions of an index, one for each shard. */
interface Source {
  readonly index: Index;
  readonly partition: (shard: number) => string;
}

/** The list itself; whoever needs a person may be closed as well, with a message that could not be delivered. */
function sourcesOf({ legalBasis, closed, state }: CaseFilter): readonly Source[] {
  const list: Source =
    legalBasis === null
      ? { index: BY_DUE, partition: (shard) => duePartition(closed, shard) }
      : { index: BY_BASIS, partition: (shard) => basisPartition(legalBasis, closed, shard) };
  return state === NEEDS_OPERATOR ? [list, { index: WATCH, partition: undeliveredPartition }] : [list];
}

/**
 * A page of cases by due instant: each shard gives its next ones, the page is their merge. What the reader may not see
 * is passed over as if it were not there: it fills no page, and the place to go on at is never one of it.
 */
export async function listByDue(settings: ListSettings, filter: CaseFilter): Promise<CasePage> {
  const sources = sourcesOf(filter);
  const before = filter.dueBefore;
  const cases: CaseRecord[] = [];
  if (filter.cursor !== null && !PLACE_IN_LIST.test(filter.cursor)) return { cases, next: null };
  let after = filter.cursor;
  let seen = filter.cursor;
  for (let round = 0; round < ROUNDS || seen === filter.cursor; round += 1) {
    const page = await mergedPage(settings, sources, after, before, filter.limit);
    for (const { sort, record } of page) {
      after = sort;
      if (!filter.maySee(record)) continue;
      seen = sort;
      if (fits(record, filter)) cases.push(record);
      if (cases.length === filter.limit) return { cases, next: sort };
    }
    if (page.length < filter.limit) return { cases, next: null };
  }
  return { cases, next: seen };
}

/** Open cases whose watch instant has come: those whose run has not begun before all others, each oldest first. */
export async function listToWatch(settings: ListSettings, now: string, limit: number): Promise<readonly CaseRecord[]> {
  const found: Found[] = [];
  for (const partition of [unstartedPartition, watchPartition]) {
    const left = limit - found.length;
    if (left > 0) found.push(...(await mergedPage(settings, [{ index: WATCH, partition }], null, now, left)));
  }
  return found.map(({ record }) => record);
}

async function mergedPage(
  settings: ListSettings,
  sources: readonly Source[],
  after: string | null,
  before: string | null,
  limit: number,
): Promise<readonly Found[]> {
  const shards = await Promise.all(
    sources.flatMap(({ index, partition }) =>
      ALL_SHARDS.map((shard) => shardPage(settings, index, partition(shard), after, before, limit)),
    ),
  );
  const entries = shards
    .flat()
    .sort((left, right) => (left.sort < right.sort ? -1 : 1))
    .slice(0, limit);
  return await Promise.all(
    entries.map(async ({ sort, item }) => ({ sort, record: fromItem(await wholeItem(settings, item)) })),
  );
}

/** The index of cases to watch holds keys alone: what is looked at is loaded. */
async function wholeItem({ client, caseTable }: ListSettings, item: Item): Promise<Item> {
  if (item['record'] !== undefined) return item;
  const key = { pk: item['pk'], sk: item['sk'] };
  const { Item: whole } = await client.send(new GetCommand({ TableName: caseTable, Key: key, ConsistentRead: true }));
  return whole ?? item;
}

async function shardPage(
  settings: ListSettings,
  index: Index,
  partition: string,
  after: string | null,
  before: string | null,
  limit: number,
): Promise<readonly Entry[]> {
  // '\u0000' follows the cursor itself, '~' follows every digit of an instant.
  const [from, until] = [after === null ? ' ' : `${after}\u0000`, before === null ? '~' : `${before}~`];
  const found: Entry[] = [];
  let start: Record<string, unknown> | undefined;
  // The database refuses a range that ends before it begins.
  if (from > until) return found;
  do {
    const page = await settings.client.send(
      new QueryCommand({
        TableName: settings.caseTable,
        IndexName: index.name,
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :after AND :before',
        ExpressionAttributeNames: { '#pk': index.partitionKey, '#sk': index.sortKey },
        ExpressionAttributeValues: { ':pk': partition, ':after': from, ':before': until },
        Limit: limit - found.length,
        ExclusiveStartKey: start,
      }),
    );
    found.push(...(page.Items ?? []).map((item) => ({ sort: String(item[index.sortKey]), item })));
    // A page ends early at 1 MB: going on keeps the merge of the shards in order.
    start = page.LastEvaluatedKey;
  } while (start !== undefined && found.length < limit);
  return found;
}

function fits(record: CaseRecord, filter: CaseFilter): boolean {
  const state = record.parked === null && record.undelivered === 0 ? record.state : NEEDS_OPERATOR;
  if (filter.legalBasis !== null && filter.legalBasis !== record.legalBasis) return false;
  if (filter.state !== null && filter.state !== state && filter.state !== record.state) return false;
  return filter.owner === null || holderOf(record.lease, filter.now) === filter.owner;
}
