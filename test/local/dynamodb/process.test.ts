import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabaseCall } from '#local/dynamodb/call';
import { type Database, startDatabase } from '#local/dynamodb/process';
import { startRefusal } from '../../../scripts/start-settings.ts';

let directory = '';
const opened: Database[] = [];

async function open(endpoint?: string): Promise<Database> {
  const database = await startDatabase({ directory, endpoint });
  opened.push(database);
  return database;
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'writ-database-'));
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  rmSync(directory, { recursive: true });
});

const table = {
  TableName: 'kept',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
};

function isAlive(pid = 0): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('startDatabase', () => {
  it('ends the database that a killed runtime left behind and keeps what it held', async () => {
    const first = await open();
    await createDatabaseCall(first.endpoint)('CreateTable', table);
    await first.close();
    const engine = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
    const left = spawn(engine, ['--host', '127.0.0.1', '--port', '0', '--db-path', join(directory, 'database.sqlite')]);
    await once(left.stderr, 'data');
    const ended = once(left, 'exit');
    const next = await open();
    await ended;
    expect(await createDatabaseCall(next.endpoint)('ListTables', {})).toEqual({ TableNames: ['kept'] });
  });

  it('starts a database again that died, on the same address', async () => {
    const database = await open();
    const call = createDatabaseCall(database.endpoint);
    await call('CreateTable', table);
    const pid = database.pid();
    const restarted = new Promise<void>((resolve) => database.onRestart(resolve));
    process.kill(pid ?? 0, 'SIGKILL');
    await restarted;
    expect(database.pid()).not.toBe(pid);
    await expect.poll(() => call('ListTables', {}).catch(() => undefined)).toEqual({ TableNames: ['kept'] });
  });

  it('ends its database when it is closed', async () => {
    const database = await open();
    const pid = database.pid();
    await database.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('says what to do where no engine is installed', async () => {
    await expect(startDatabase({ directory, machine: 'sunos-sparc' })).rejects.toThrow(
      /Set DYNAMODB_ENDPOINT to the address/,
    );
  });

  it('starts nothing when another database is named', async () => {
    const named = createServer((_, response) => response.writeHead(400).end());
    await new Promise<void>((resolve) => named.listen(0, '127.0.0.1', resolve));
    const { port } = named.address() as AddressInfo;
    const database = await open(`http://127.0.0.1:${port}`);
    expect([database.endpoint, database.pid()]).toEqual([`http://127.0.0.1:${port}`, undefined]);
    await new Promise((resolve) => named.close(resolve));
  });

  it('says that nobody answers where another database is named', async () => {
    // Nobody listens on port 9.
    const refusal = await open('http://127.0.0.1:9').catch((error: unknown) => error);
    expect(startRefusal(refusal, { port: 4400 })).toBe(
      'No DynamoDB answers on http://127.0.0.1:9: start it, or correct or leave out DYNAMODB_ENDPOINT.',
    );
  });
});
