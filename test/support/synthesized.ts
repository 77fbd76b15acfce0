import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../infra/app.ts';
import type { StageName } from '../../infra/config.ts';
import { readTemplates, type StackTemplate } from '../../scripts/templates.ts';

const BUNDLES = join(import.meta.dirname, '..', '..', 'dist');

/** A synthesized stage. */
export interface SynthesizedStage {
  readonly assembly: string;
  readonly stacks: readonly StackTemplate[];
}

const known = new Map<StageName, SynthesizedStage>();

/** The assembly of a stage, synthesized once in this process and left as it is; what the functions do is of no account. */
export function synthesizedStage(stage: StageName = 'dev'): SynthesizedStage {
  const found = known.get(stage);
  if (found !== undefined) return found;
  if (!existsSync(BUNDLES)) {
    mkdirSync(BUNDLES, { recursive: true });
    writeFileSync(join(BUNDLES, 'not-built.txt'), '');
  }
  const folder = mkdtempSync(join(tmpdir(), 'writ-synthesized-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const assembly = join(folder, 'cdk.out');
  synthesize(stage, assembly);
  const made = { assembly, stacks: readTemplates(assembly) };
  known.set(stage, made);
  return made;
}
