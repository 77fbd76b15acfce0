import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Runtime } from '../../local/main.ts';
import { startProduct } from '../../scripts/product.ts';
import { CheckedClient } from './checked-client.ts';
import { RECORDED_CALLS } from './recorded-calls.ts';

/** A product running in this process on a data directory of its own. */
export interface RunningProduct {
  readonly api: string;
  readonly client: CheckedClient;
  readonly runtime: Runtime;
  readonly close: () => Promise<void>;
}

/** Starts the product from `assembly` with the driven clock at `startAt`. */
export async function runProduct(assembly: string, startAt?: string): Promise<RunningProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'writ-journey-'));
  const dataDirectory = join(folder, 'data');
  const recordCalls = RECORDED_CALLS;
  const runtime = await startProduct({ assembly, dataDirectory, port: 0, startAt, recordCalls });
  const { api } = runtime.urls;
  const close = async (): Promise<void> => {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { api, client: new CheckedClient(api), runtime, close };
}
