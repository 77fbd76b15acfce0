import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { assembleProduct } from '../../scripts/product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    assembly: string;
  }
}

let folder = '';

/** Builds the functions and synthesizes the template once for all journeys. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'writ-assembly-'));
  const assembly = join(folder, 'cdk.out');
  await assembleProduct(assembly);
  project.provide('assembly', assembly);
}

/** Takes the assembly away again. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
