import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { assembleProduct } from '../../scripts/product.ts';
import { COMPILED } from '../support/compiled.ts';
import { KillableProduct } from '../support/killable-product.ts';
import { beginRecordedCalls } from '../support/recorded-calls.ts';
import type { ProductUrls } from '../support/shared-product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    assembly: string;
    products: readonly ProductUrls[];
  }
}

/** A Monday morning in Berlin. */
const START = '2026-11-23T09:00:00Z';

let folder = '';
let products: readonly KillableProduct[] = [];

/** Builds the functions and synthesizes the template once for all journeys, and starts the product of each worker. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'writ-assembly-'));
  const assembly = join(folder, 'cdk.out');
  beginRecordedCalls(assembly);
  rmSync(COMPILED, { recursive: true, force: true });
  process.env['NODE_COMPILE_CACHE'] = COMPILED;
  await assembleProduct(assembly);
  project.provide('assembly', assembly);
  const workers = project.globalConfig.maxWorkers;
  products = Array.from(
    { length: workers },
    (_, index) => new KillableProduct(assembly, join(folder, `data-${index}`), START),
  );
  await Promise.all(products.map((product) => product.start()));
  project.provide(
    'products',
    products.map((product) => product.urls),
  );
}

/** Takes the products and the assembly away again. */
export async function teardown(): Promise<void> {
  await Promise.all(products.map((product) => product.kill()));
  rmSync(folder, { recursive: true, force: true });
}
