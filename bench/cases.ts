import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { germanNotice, restriction } from '../scripts/examples.ts';
import { LocalClient } from '../scripts/local-client.ts';
import { assembleProduct, startProduct } from '../scripts/product.ts';
import type { BenchEntry } from './engine.ts';

const CASES = 60;
const SIDE_BY_SIDE = 8;
const BARE_TRANSACTIONS = 2_000;
/** List price of 1,000 transitions of a Standard workflow (AWS Step Functions pricing, eu-central-1), US dollars. */
const DOLLARS_A_THOUSAND = 0.025;
const BARE_TABLE = 'bench-bare';

const History = z.object({ execution: z.array(z.object({ type: z.string() })) });

/**
 * Whole cases a second, from notice to sealed audit, times the transactions a case takes, as a share of the bare
 * `TransactWriteItems` rate (four puts, like a change, into a table of its own) of the same database in the same run;
 * and the transitions that Step Functions would charge for one of them.
 */
export async function benchCases(): Promise<readonly BenchEntry[]> {
  const folder = mkdtempSync(join(tmpdir(), 'writ-bench-'));
  const assembly = join(folder, 'cdk.out');
  await assembleProduct(assembly);
  const runtime = await startProduct({ assembly, dataDirectory: join(folder, 'data'), port: 0 });
  try {
    const client = new LocalClient(runtime.urls.api);
    const { ids: warm } = await close(client, runtime.urls.api, ['warm-up']);
    const names = Array.from({ length: CASES }, (_, index) => String(index));
    const { seconds } = await close(client, runtime.urls.api, names);
    const database = connect(runtime.urls.dynamodb);
    const transactions = await countTransactions(database);
    const bareRate = await measureBareRate(database);
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
      await countTransitions(client, warm[0] ?? ''),
    ];
  } finally {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes one case for each name from notice to closed; seconds for all of them. */
async function close(
  client: LocalClient,
  api: string,
  names: readonly string[],
): Promise<{ readonly seconds: number; readonly ids: readonly string[] }> {
  const since = performance.now();
  const ids: string[] = [];
  await inParallel(names, async (name) => {
    ids.push((await client.notice(germanNotice(api, `tracks/trk-bulk-${name === 'warm-up' ? '9999' : name}`))).caseId);
  });
  await client.idle();
  await inParallel(ids, (caseId) => client.decide(caseId, 'specialist', 'sam', restriction(['item-1'], ['DE'])));
  await client.idle();
  for (const caseId of ids) await client.until(caseId, ({ state }) => state === 'closed');
  return { seconds: (performance.now() - since) / 1_000, ids };
}

function connect(endpoint: string): DynamoDBDocumentClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials }));
}

/** How many transactions a case took on average, counted from the versions of the cases. */
async function countTransactions(database: DynamoDBDocumentClient): Promise<number> {
  const { TableNames: tables = [] } = await database.send(new ListTablesCommand({}));
  const table = tables.find((name) => name.includes('Cases')) ?? '';
  const { Items: items = [] } = await database.send(
    new ScanCommand({
      TableName: table,
      FilterExpression: 'sk = :meta',
      ExpressionAttributeValues: { ':meta': 'META' },
    }),
  );
  return items.reduce((sum, { version }) => sum + Number(version), 0) / Math.max(1, items.length);
}

/** How many transactions of four puts the database does a second, in a table without indexes and stream. */
async function measureBareRate(database: DynamoDBDocumentClient): Promise<number> {
  await database.send(
    new CreateTableCommand({
      TableName: BARE_TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    }),
  );
  const body = 'x'.repeat(2_000);
  const names = Array.from({ length: BARE_TRANSACTIONS }, (_, index) => String(index));
  const since = performance.now();
  await inParallel(names, async (index) => {
    const puts = [0, 1, 2, 3].map((row) => ({
      Put: { TableName: BARE_TABLE, Item: { pk: `BENCH#${index}`, sk: `${row}`, body } },
    }));
    await database.send(new TransactWriteCommand({ TransactItems: puts }));
  });
  return BARE_TRANSACTIONS / ((performance.now() - since) / 1_000);
}

/** The states entered by a routine case, which is what Step Functions charges for. */
async function countTransitions(client: LocalClient, caseId: string): Promise<BenchEntry> {
  const token = await client.token('lead', 'lea');
  const { execution } = History.parse(await client.must('GET', `/v1/cases/${caseId}/history`, undefined, token));
  const entered = execution.filter(({ type }) => type.endsWith('StateEntered')).length;
  return {
    name: 'cases: transitions of a routine case',
    value: entered,
    unit: 'transitions',
    peer: 'transitions that one dollar buys each of 1,000 cases',
    peerValue: 1 / DOLLARS_A_THOUSAND,
    ratio: entered * DOLLARS_A_THOUSAND,
  };
}

async function inParallel(items: readonly string[], work: (item: string) => Promise<unknown>): Promise<void> {
  const rest = [...items];
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
}
