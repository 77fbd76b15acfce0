import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where the products of the journeys write down what their functions ask of AWS. */
export const RECORDED_CALLS = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'writ', 'recorded-calls');

const RecordedCall = z.object({ function: z.string(), action: z.string(), resource: z.string().nullable() });

/** What a function asked of AWS. */
export type RecordedCall = z.infer<typeof RecordedCall>;

/** The file that names the assembly whose functions are written down. */
const ASSEMBLY = join(RECORDED_CALLS, 'assembly');

/** Forgets what earlier runs wrote down, and begins with the functions of this assembly. */
export function beginRecordedCalls(assembly: string): void {
  rmSync(RECORDED_CALLS, { recursive: true, force: true });
  mkdirSync(RECORDED_CALLS, { recursive: true });
  writeFileSync(ASSEMBLY, assembly);
}

/** The folder of the assembly whose functions made the calls; null when it is there no more. */
export function recordedAssembly(): string | null {
  const assembly = existsSync(ASSEMBLY) ? readFileSync(ASSEMBLY, 'utf8') : '';
  return existsSync(assembly) ? assembly : null;
}

/** What all functions asked of AWS in the journeys of this run; a line that a kill cut short is passed over. */
export function readRecordedCalls(): readonly RecordedCall[] {
  if (!existsSync(RECORDED_CALLS)) return [];
  const lines = globSync('*.jsonl', { cwd: RECORDED_CALLS }).flatMap((file) =>
    readFileSync(join(RECORDED_CALLS, file), 'utf8').split('\n').slice(0, -1),
  );
  return [...new Set(lines)].map((line) => RecordedCall.parse(JSON.parse(line)));
}
