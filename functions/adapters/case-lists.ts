import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseRecord } from '#domain/case';
import type { CaseFilter, CasePage } from '../ports/case-store.ts';
import { basisPartition, duePartition, fromItem, watchPartition } from './case-item.ts';
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

/** The form of a place in a list; a cursor of any other form leads nowhere. */
const PLACE = /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z#[\w-]{1,80}$/;

interface Found {
  readonly sort: string;
  readonly record: CaseRecord;
}

/** A page of cases by due instant: each shard gives its next ones, the page is their merge. */
export async function listByDue(settings: ListSettings, filter: CaseFilter): Promise<CasePage> {
  const { legalBasis, closed } = filter;
  const index = legalBasis === null ? BY_DUE : BY_BASIS;
  const partition = (shard: number): string =>
    legalBasis === null ? duePartition(closed, shard) : basisPartition(legalBasis, closed, shard);
  const before = filter.dueBefore;
  const cases: CaseRecord[] = [];
  if (filter.cursor !== null && !PLACE.test(filter.cursor)) return { cases, next: null };
  let after = filter.cursor;
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await mergedPage(settings, index, partition, after, before, filter.limit);
    for (const { sort, record } of page) {
      after = sort;
      if (fits(record, filter)) cases.push(record);
      if (cases.length === filter.limit) return { cases, next: sort };
    }
    if (page.length < filter.limit) return { cases, next: null };
  }
  return { cases, next: after };
}

/** Open cases whose watch instant has come, oldest first. */
export async function listToWatch(settings: ListSettings, now: string, limit: number): Promise<readonly CaseRecord[]> {
  const found = await mergedPage(settings, WATCH, watchPartition, null, now, limit);
  return found.map(({ record }) => record);
}

async function mergedPage(
  settings: ListSettings,
  index: Index,
  partition: (shard: number) => string,
  after: string | null,
  before: string | null,
  limit: number,
): Promise<readonly Found[]> {
  const shards = await Promise.all(
    ALL_SHARDS.map((shard) => shardPage(settings, index, partition(shard), after, before, limit)),
  );
  return shards
    .flat()
    .sort((left, right) => (left.sort < right.sort ? -1 : 1))
    .slice(0, limit);
}

async function shardPage(
  settings: ListSettings,
  index: Index,
  partition: string,
  after: string | null,
  before: string | null,
  limit: number,
): Promise<readonly Found[]> {
  // '\u0000' follows the cursor itself, '~' follows every digit of an instant.
  const [from, until] = [after === null ? ' ' : `${after}\u0000`, before === null ? '~' : `${before}~`];
  const found: Found[] = [];
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
    found.push(...(page.Items ?? []).map((item) => ({ sort: String(item[index.sortKey]), record: fromItem(item) })));
    // A page ends early at 1 MB: going on keeps the merge of the shards in order.
    start = page.LastEvaluatedKey;
  } while (start !== undefined && found.length < limit);
  return found;
}

function fits(record: CaseRecord, filter: CaseFilter): boolean {
  const state = record.parked === null ? record.state : 'needs-operator';
  if (filter.state !== null && filter.state !== state && filter.state !== record.state) return false;
  return filter.owner === null || record.lease?.holder === filter.owner;
}
