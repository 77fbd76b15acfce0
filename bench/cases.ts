import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { germanNotice, restriction } from '../scripts/examples.ts';
import { LocalClient } from '../scripts/local-client.ts';
import { assembleProduct, startProduct } from '../scripts/product.ts';
import type { BenchEntry } from './engine.ts';

const CASES = 60;
const SIDE_BY_SIDE = 8;
const BARE_TRANSACTIONS = 600;

/**
 * Whole cases a second, from notice to sealed audit, times the transactions a case takes, as a share of the bare
 * `TransactWriteItems` rate (four puts, like a change) of the same database in the same run.
 */
export async function benchCases(): Promise<readonly BenchEntry[]> {
  const folder = mkdtempSync(join(tmpdir(), 'writ-bench-'));
  const assembly = join(folder, 'cdk.out');
  await assembleProduct(assembly);
  const runtime = await startProduct({ assembly, dataDirectory: join(folder, 'data'), port: 0 });
  try {
    const client = new LocalClient(runtime.urls.api);
    await close(client, runtime.urls.api, ['warm-up']);
    const seconds = await close(
      client,
      runtime.urls.api,
      Array.from({ length: CASES }, (_, index) => String(index)),
    );
    const { transactions, bareRate } = await measureDatabase(runtime.urls.dynamodb);
    const casesASecond = CASES / seconds;
    const most = bareRate / transactions;
    return [
      {
        name: `cases: whole cases of ${transactions.toFixed(0)} transactions each`,
        value: casesASecond,
        unit: '1/s',
        peer: 'bare transactions of the same database',
        peerValue: most,
        ratio: casesASecond / most,
      },
    ];
  } finally {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes one case for each name from notice to closed; seconds for all of them. */
async function close(client: LocalClient, api: string, names: readonly string[]): Promise<number> {
  const since = performance.now();
  const ids: string[] = [];
  await inParallel(names, async (name) => {
    ids.push((await client.notice(germanNotice(api, `tracks/trk-bulk-${name === 'warm-up' ? '9999' : name}`))).caseId);
  });
  await client.idle();
  await inParallel(ids, (caseId) => client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE'])));
  await client.idle();
  for (const caseId of ids) await client.until(caseId, ({ state }) => state === 'closed');
  return (performance.now() - since) / 1_000;
}

/** How many transactions a case took, counted from its versions, and how many bare ones the database does a second. */
async function measureDatabase(endpoint: string): Promise<{ transactions: number; bareRate: number }> {
  const raw = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const database = DynamoDBDocumentClient.from(raw);
  const { TableNames: tables = [] } = await raw.send(new ListTablesCommand({}));
  const table = tables.find((name) => name.includes('Cases')) ?? '';
  const { Items: items = [] } = await database.send(
    new ScanCommand({
      TableName: table,
      FilterExpression: 'sk = :meta',
      ExpressionAttributeValues: { ':meta': 'META' },
    }),
  );
  const versions = items.map(({ version }) => Number(version));
  const body = 'x'.repeat(2_000);
  const since = performance.now();
  await inParallel(
    Array.from({ length: BARE_TRANSACTIONS }, (_, index) => String(index)),
    async (index) => {
      const puts = [0, 1, 2, 3].map((row) => ({
        Put: { TableName: table, Item: { pk: `BENCH#${index}`, sk: `${row}`, body } },
      }));
      await database.send(new TransactWriteCommand({ TransactItems: puts }));
    },
  );
  const bareRate = BARE_TRANSACTIONS / ((performance.now() - since) / 1_000);
  return { transactions: versions.reduce((sum, version) => sum + version, 0) / Math.max(1, versions.length), bareRate };
}

async function inParallel(items: readonly string[], work: (item: string) => Promise<unknown>): Promise<void> {
  const rest = [...items];
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
}
