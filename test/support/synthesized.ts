import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../../infra/app.ts';
import type { StageName } from '../../infra/config.ts';
import { readTemplates, type StackTemplate } from '../../scripts/templates.ts';

const BUNDLES = join(import.meta.dirname, '..', '..', 'dist');

/** The templates of a stage, synthesized below `folder`; what the functions do is of no account. */
export function synthesizeAll(folder: string, stage: StageName = 'dev'): readonly StackTemplate[] {
  if (!existsSync(BUNDLES)) {
    mkdirSync(BUNDLES, { recursive: true });
    writeFileSync(join(BUNDLES, 'not-built.txt'), '');
  }
  const assembly = join(folder, stage);
  synthesize(stage, assembly);
  return readTemplates(assembly);
}
