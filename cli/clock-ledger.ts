import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { LedgerEntry } from '#domain/clock-ledger';
import { UsageError } from './command.ts';

/** Reads the ledger of a clock from a file of JSON; none without a file. Throws UsageError for what is no ledger. */
export async function readLedger(file: string | undefined): Promise<readonly LedgerEntry[]> {
  if (file === undefined) return [];
  const read = z.array(LedgerEntry).safeParse(await json(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(`The ledger "${file}" is not understood at ${issue?.path.join('.')}: ${issue?.message}.`);
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UsageError(`The ledger "${file}" cannot be read as JSON.`, { cause });
  }
}
