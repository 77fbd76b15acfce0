import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { Tables } from './request-units.ts';

/** The keys and indexes of all tables of a database. */
export async function describeTables(endpoint: string): Promise<Tables> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials });
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}));
  const tables = await Promise.all(
    names.map(async (name) => {
      const { Table: table } = await client.send(new DescribeTableCommand({ TableName: name }));
      const keys = namesIn(table?.KeySchema);
      const indexes = (table?.GlobalSecondaryIndexes ?? []).map(({ IndexName = '', KeySchema, Projection }) => ({
        name: IndexName,
        keys: namesIn(KeySchema),
        attributes: Projection?.ProjectionType === 'ALL' ? null : [...keys, ...(Projection?.NonKeyAttributes ?? [])],
      }));
      return [name, { keys, indexes }] as const;
    }),
  );
  client.destroy();
  return Object.fromEntries(tables);
}

function namesIn(schema: readonly { readonly AttributeName?: string | undefined }[] = []): string[] {
  return schema.flatMap(({ AttributeName: name }) => name ?? []);
}
