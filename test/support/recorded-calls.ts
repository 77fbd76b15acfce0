import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where the products of the journeys write down what their functions ask of AWS. */
export const RECORDED_CALLS = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'writ', 'recorded-calls');

const RecordedCall = z.object({ function: z.string(), action: z.string(), resource: z.string().nullable() });

/** What a function asked of AWS. */
export type RecordedCall = z.infer<typeof RecordedCall>;

/** Forgets what earlier runs wrote down. */
export function forgetRecordedCalls(): void {
  rmSync(RECORDED_CALLS, { recursive: true, force: true });
}

/** What all functions asked of AWS in the journeys of this run; a line that a kill cut short is passed over. */
export function readRecordedCalls(): readonly RecordedCall[] {
  if (!existsSync(RECORDED_CALLS)) return [];
  const lines = globSync('*.jsonl', { cwd: RECORDED_CALLS }).flatMap((file) =>
    readFileSync(join(RECORDED_CALLS, file), 'utf8').split('\n').slice(0, -1),
  );
  return [...new Set(lines)].map((line) => RecordedCall.parse(JSON.parse(line)));
}
