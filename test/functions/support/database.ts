import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, type ScalarAttributeType } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The embedded database with the three tables of the storage stack. */
export interface TestDatabase {
  readonly client: DynamoDBDocumentClient;
  readonly caseTable: string;
  readonly auditTable: string;
  readonly keyTable: string;
  close(): Promise<void>;
}

const TABLES = { caseTable: 'cases', auditTable: 'audit', keyTable: 'keys' };

/** Starts the embedded database on a free port and a file of its own. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'writ-adapters-'));
  const port = await freePort();
  const engine = createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  const child = spawn(engine, ['--host', '127.0.0.1', '--port', String(port), '--db-path', join(directory, 'db')], {
    stdio: 'ignore',
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReady(endpoint, child);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const database = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials });
  for (const table of tables()) await database.send(table);
  const client = DynamoDBDocumentClient.from(database, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    ...TABLES,
    close: async () => {
      client.destroy();
      child.kill('SIGKILL');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function tables(): CreateTableCommand[] {
  return [
    table(
      TABLES.caseTable,
      { pk: 'S', sk: 'S' },
      {
        'by-due': { duePk: 'S', dueSk: 'S' },
        'by-basis-due': { basisPk: 'S', dueSk: 'S' },
        watch: { watchPk: 'S', watchSk: 'S' },
      },
    ),
    table(TABLES.auditTable, { chain: 'S', seq: 'N' }, { 'by-day': { day: 'S', at: 'S' } }),
    table(TABLES.keyTable, { caseId: 'S', personId: 'S' }, {}),
  ];
}

type Key = Readonly<Record<string, ScalarAttributeType>>;

function table(name: string, key: Key, indexes: Readonly<Record<string, Key>>): CreateTableCommand {
  const attributes = Object.assign({}, key, ...Object.values(indexes)) as Key;
  const schema = (of: Key) =>
    Object.keys(of).map(
      (AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' }) as const,
    );
  const secondary = Object.entries(indexes).map(([IndexName, of]) => ({
    IndexName,
    KeySchema: schema(of),
    Projection: { ProjectionType: IndexName === 'watch' ? ('KEYS_ONLY' as const) : ('ALL' as const) },
  }));
  return new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: schema(key),
    AttributeDefinitions: Object.entries(attributes).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    ...(secondary.length > 0 && { GlobalSecondaryIndexes: secondary }),
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function untilReady(endpoint: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 15_000 && child.exitCode === null; waited += 20) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await sleep(20);
  }
  throw new Error('the embedded database did not start');
}
