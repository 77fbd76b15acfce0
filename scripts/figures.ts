import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Counts } from '../bench/usage/counts.ts';
import { leastCounts } from '../bench/usage/least-counts.ts';
import { measureCounts } from '../bench/usage/measure.ts';
import { compareCounts } from './figures/compare-counts.ts';
import { COUNTS_FILE, figuresDocuments, readCounts } from './figures/documents.ts';

const USAGE = `npm run figures              counts what cases use, and writes bench/counts.json, docs/cost.md and docs/scale.md
npm run figures -- --check   counts again and compares; writes nothing, exit 1 when anything differs`;

/** How often cases are counted at most: writers that meet at one case try again, which adds to a count and takes nothing from one. */
const ROUNDS = 3;

const [option, ...more] = process.argv.slice(2);
if (more.length > 0 || (option !== undefined && option !== '--check')) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (option === '--check') await check();
else await write();

async function write(): Promise<void> {
  let counts = await measureCounts();
  for (let round = 2; round <= ROUNDS; round += 1) counts = leastCounts(counts, await measureCounts());
  writeFileSync(COUNTS_FILE, `${JSON.stringify(counts, null, 2)}\n`);
  for (const { path, wanted } of figuresDocuments(counts)) {
    writeFileSync(path, wanted);
    console.log(`wrote ${relative(process.cwd(), path)}`);
  }
}

async function check(): Promise<void> {
  const kept = readCounts();
  const stale = figuresDocuments(kept)
    .filter(({ present, wanted }) => present !== wanted)
    .map(({ path }) => `${relative(process.cwd(), path)} is not what bench/counts.json gives`);
  const differing = [...stale, ...(await differences(kept))];
  for (const line of differing) console.error(line);
  if (differing.length > 0) process.exitCode = 1;
  else console.log('The figures of docs/cost.md and docs/scale.md hold.');
}

/** What differs between the counts kept and the least of what is measured, in as many rounds as it takes. */
async function differences(kept: Counts): Promise<readonly string[]> {
  let measured = await measureCounts();
  for (let round = 2; round <= ROUNDS; round += 1) {
    const differing = compareCounts(kept, measured);
    if (differing.length === 0) break;
    console.error(`Counting again, as writers may have met: ${differing.join('; ')}`);
    measured = leastCounts(measured, await measureCounts());
  }
  return compareCounts(kept, measured);
}
