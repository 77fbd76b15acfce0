import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Counts } from '../../bench/usage/counts.ts';
import { withBlocks } from './markdown.ts';
import { renderCost } from './render-cost.ts';
import { renderScale } from './render-scale.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Where what was counted is kept: the documents are computed from it. */
export const COUNTS_FILE = join(ROOT, 'bench', 'counts.json');

/** A document with generated blocks: as it is, and as it should be. */
export interface FiguresDocument {
  readonly path: string;
  readonly present: string;
  readonly wanted: string;
}

/** What was counted last. @throws z.ZodError when the file is not what the measurement writes */
export function readCounts(): Counts {
  return Counts.parse(JSON.parse(readFileSync(COUNTS_FILE, 'utf8')));
}

/** The documents whose figures come from counts. */
export function figuresDocuments(counts: Counts): readonly FiguresDocument[] {
  const document = (name: string, blocks: Readonly<Record<string, string>>): FiguresDocument => {
    const path = join(ROOT, 'docs', name);
    const present = readFileSync(path, 'utf8');
    return { path, present, wanted: withBlocks(present, blocks) };
  };
  return [document('cost.md', renderCost(counts)), document('scale.md', renderScale(counts))];
}
