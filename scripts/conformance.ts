import { readFileSync } from 'node:fs';
import { compareHistories, IGNORED_FIELDS } from './conformance/compare.ts';
import { parseRecordings, type Recording } from './conformance/recording.ts';
import { runRecording } from './conformance/run-recording.ts';

/** The last line of the report. */
interface Summary {
  readonly total: number;
  readonly identical: number;
  readonly sameStatus: number;
  readonly different: readonly string[];
}

const MOST_DIFFERENCES_SHOWN = 8;

/** Runs recordings through the engine and prints where it departs from them. */
export async function checkConformance(
  recordings: readonly Recording[],
  print: (line: string) => void,
): Promise<Summary> {
  let identical = 0;
  let sameStatus = 0;
  const different: string[] = [];
  for (const recording of recordings) {
    const comparison = compareHistories(recording, await runRecording(recording));
    if (comparison.sameStatus) sameStatus += 1;
    if (comparison.identical) {
      identical += 1;
      continue;
    }
    different.push(recording.name);
    print(`${recording.name}: different${comparison.sameStatus ? '' : ', and ends with another status'}`);
    for (const difference of comparison.differences.slice(0, MOST_DIFFERENCES_SHOWN)) print(`  ${difference}`);
  }
  return { total: recordings.length, identical, sameStatus, different };
}

async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    console.error('usage: npm run test:conformance -- <file of recorded histories>');
    process.exitCode = 2;
    return;
  }
  console.log(`Ignored or redacted fields: ${IGNORED_FIELDS.join(', ')}`);
  const summary = await checkConformance(parseRecordings(readFileSync(file, 'utf8')), (line) => console.log(line));
  console.log(JSON.stringify(summary));
  process.exitCode = summary.sameStatus === summary.total ? 0 : 1;
}

if (import.meta.main) await main();
