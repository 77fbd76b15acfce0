import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refuseDataFolder } from '../../scripts/data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'writ-data-'));
const file = join(folder, 'file');
writeFileSync(file, '');
afterAll(() => rmSync(folder, { recursive: true }));

describe('refuseDataFolder', () => {
  it('makes the folder and those above it', () => {
    const path = join(folder, 'a', 'b');
    expect([refuseDataFolder(path), refuseDataFolder(path)]).toEqual([null, null]);
    expect(existsSync(path)).toBe(true);
  });

  it('says that it is a file, or lies below one', () => {
    expect(refuseDataFolder(file)).toBe(`WRIT_DATA names a file, and has to name a folder: ${file}.`);
    expect(refuseDataFolder(join(file, 'x'))).toMatch(/cannot be made or written to: .+ \(ENOTDIR\)\.$/);
  });

  it.runIf(existsSync('/proc/self'))('ends where the system makes no folder', () => {
    expect(refuseDataFolder('/proc/writ-x/y')).toMatch(/cannot be made or written to: \/proc\/writ-x\/y \(\w+\)\.$/);
  });
});
