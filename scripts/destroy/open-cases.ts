import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { watchPartition } from '#adapters/case-item';
import { SHARDS } from '#adapters/shards';

/** How many cases are open in a table of cases: every open one is watched. */
export async function countOpenCases(client: DynamoDBClient, TableName: string): Promise<number> {
  let open = 0;
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const query = {
      TableName,
      IndexName: 'watch',
      KeyConditionExpression: 'watchPk = :shard',
      ExpressionAttributeValues: { ':shard': { S: watchPartition(shard) } },
      Select: 'COUNT',
    } as const;
    for await (const { Count = 0 } of paginateQuery({ client }, query)) open += Count;
  }
  return open;
}
