import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { callsOf } from './aws-call.ts';
import { onRequests } from './aws-requests.ts';

/**
 * Writes down what this worker asks of AWS: each action on each resource once, as a line of JSON in a file of its own
 * below `folder`. The recording mode of the runtime: permissions are held against it.
 */
export function recordCalls(functionName: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${functionName}.${process.pid}.jsonl`);
  const seen = new Set<string>();
  onRequests((sent) => {
    for (const call of callsOf({ ...sent, body: sent.body.toString('utf8') })) {
      const line = JSON.stringify({ function: functionName, ...call });
      if (seen.has(line)) continue;
      seen.add(line);
      appendFileSync(file, `${line}\n`);
    }
  });
}
