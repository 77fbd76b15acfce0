import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '../../cli/main.ts');

/** Runs `writ` as a program of its own, read to the end or by nobody, and gives its exit code and its errors. */
async function run(args: readonly string[], isRead: boolean) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (data) => errors.push(String(data)));
  if (isRead) child.stdout.resume();
  else child.stdout.destroy();
  const [code] = await once(child, 'close');
  return { code, errors: errors.join('') };
}

describe('the writ program', () => {
  it('ends without a word, as a program that SIGPIPE ended, when nobody reads what it prints', async () => {
    expect(await run(['clock', '--list'], false)).toEqual({ code: 141, errors: '' });
  });

  it('ends well when all is read, and with 1 after an error', async () => {
    expect(await run(['clock', '--list'], true)).toEqual({ code: 0, errors: '' });
    expect(await run(['clock', 'NOPE.clock'], true)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('NOPE'),
    });
  });
});
