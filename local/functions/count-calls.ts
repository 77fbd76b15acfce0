import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serviceOf } from './aws-call.ts';
import { onAnswer, onRequests } from './aws-requests.ts';

/** Services whose bodies say what a call costs; of the others only the lengths are kept. */
const READ = new Set(['dynamodb', 'ses']);

/** Writes down the end of an invocation: its answer is billed as a request. */
export type CountInvocation = () => void;

/**
 * Writes down every call of this worker to AWS and every invocation, each as a line of JSON in a file below `folder`,
 * with the lengths in bytes of what was sent and answered. The counting mode of the runtime: costs are computed from it.
 */
export function countCalls(functionName: string, folder: string): CountInvocation {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${functionName}.${process.pid}.jsonl`);
  const note = (line: object): void => appendFileSync(file, `${JSON.stringify({ function: functionName, ...line })}\n`);
  onRequests(({ method, path, headers, body }, request) => {
    const service = serviceOf(headers.authorization);
    if (service === null) return;
    onAnswer(request, (status, answer) => {
      const texts = READ.has(service) ? { sent: body.toString('utf8'), answered: answer.toString('utf8') } : {};
      const lengths = { sentBytes: body.length, answeredBytes: answer.length };
      const operation = headers['x-amz-target']?.split('.').at(-1) ?? `${method} ${path.split('?')[0]}`;
      note({ kind: 'call', service, operation, status, ...lengths, ...texts });
    });
  });
  return () => note({ kind: 'invocation' });
}
