import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';

let child: ChildProcess | undefined;

async function start(directory: string): Promise<string> {
  child = spawn(process.execPath, [join(import.meta.dirname, 'platform-process.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout!, 'data');
  return String(line).trim();
}

async function kill(): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

afterEach(kill);

it('has every change that it answered after it was killed, and each effect once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'writ-platform-crash-'));
  const answered = new Set<string>();
  const body = JSON.stringify({ action: 'disable', territories: ['DE'] });
  const change = async (url: string, id: string) => {
    const headers = { authorization: 'Bearer secret', 'idempotency-key': `key-${id}` };
    const { status } = await fetch(`${url}/manage/tracks/${id}/restrictions/r`, { method: 'PUT', headers, body });
    if (status === 200) answered.add(`key-${id}`);
  };
  const ids = Array.from({ length: 400 }, (_, index) => `trk-bulk-${index}`);
  for (const enough of [40, 150, 260]) {
    const url = await start(directory);
    const all = ids.map((id) => change(url, id).catch(() => undefined));
    while (answered.size < enough) await new Promise((done) => setImmediate(done));
    await kill();
    await Promise.all(all);
  }
  const url = await start(directory);
  const { entries } = (await (await fetch(`${url}/ledger`)).json()) as { entries: { key: string }[] };
  const keys = entries.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect([...answered].filter((key) => !keys.includes(key))).toEqual([]);
}, 30_000);
