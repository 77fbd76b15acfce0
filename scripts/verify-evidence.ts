import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const CLI = join(import.meta.dirname, '..', 'cli', 'main.ts');
const TIMEOUT_MS = 60_000;

/** What `writ audit verify` says of a bundle. */
export interface Verified {
  readonly valid: boolean;
  readonly lines: readonly string[];
}

/** Verifies an evidence bundle as an auditor does: with the command, offline, and with keys that came apart from it. */
export async function verifyEvidence(bundle: Uint8Array, keys: Uint8Array | string): Promise<Verified> {
  const folder = mkdtempSync(join(tmpdir(), 'writ-evidence-'));
  try {
    const files = { bundle: join(folder, 'evidence.zip'), keys: join(folder, 'keys.json') };
    writeFileSync(files.bundle, bundle);
    writeFileSync(files.keys, keys);
    const args = [CLI, 'audit', 'verify', files.bundle, '--key', files.keys];
    const { status, output } = await runCommand(process.execPath, args, { environment: {}, timeoutMs: TIMEOUT_MS });
    return { valid: status === 0, lines: output.trim().split('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
