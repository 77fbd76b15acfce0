import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openDurableLog } from '#local/services/durable-log';

let file: string;

async function opened(snapshot?: () => readonly number[]) {
  const seen: number[] = [];
  const log = await openDurableLog({ file, schema: z.number(), apply: (record) => seen.push(record), snapshot });
  return { log, seen };
}

beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'writ-log-')), 'log.jsonl');
});

describe('DurableLog', () => {
  it('gives records back in order, also those that shared a sync', async () => {
    const { log } = await opened();
    await Promise.all([1, 2, 3].map((record) => log.append(record)));
    expect(await readFile(file, 'utf8')).toBe('1\n2\n3\n');
    expect((await opened()).seen).toEqual([1, 2, 3]);
  });

  it('cuts off a last line that was half written, and goes on behind it', async () => {
    await writeFile(file, '1\n2\n3');
    const { log, seen } = await opened();
    await log.append(4);
    expect(seen).toEqual([1, 2, 4]);
    expect(await readFile(file, 'utf8')).toBe('1\n2\n4\n');
  });

  it('refuses a file with a broken line in the middle', async () => {
    await writeFile(file, '1\nx\n3\n');
    await expect(opened()).rejects.toThrow('line 2');
  });

  it('rewrites a file that has outgrown its state', async () => {
    await appendFile(file, '7\n'.repeat(1_500));
    await opened(() => [7]);
    expect(await readFile(file, 'utf8')).toBe('7\n');
  });

  it('fails every append after a failed write', async () => {
    const { log } = await opened();
    await log.close();
    await expect(log.append(1)).rejects.toThrow();
    await expect(log.append(2)).rejects.toThrow();
    await expect(log.flushed()).rejects.toThrow();
  });
});
