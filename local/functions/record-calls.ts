import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync, mkdirSync } from 'node:fs';
import { ClientRequest } from 'node:http';
import { join } from 'node:path';
import { callsOf } from './aws-call.ts';

/**
 * Writes down what this worker asks of AWS: each action on each resource once, as a line of JSON in a file of its own
 * below `folder`. The recording mode of the runtime: permissions are held against it.
 */
export function recordCalls(functionName: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${functionName}.${process.pid}.jsonl`);
  const seen = new Set<string>();
  subscribe('http.client.request.created', (message) => {
    const request = requestIn(message);
    if (request !== null) onBody(request, (body) => note(request, body));
  });
  const note = (request: ClientRequest, body: string): void => {
    const headers = Object.fromEntries(
      ['authorization', 'x-amz-target'].map((name) => [name, request.getHeader(name)?.toString()]),
    );
    for (const call of callsOf({ method: request.method, path: request.path, headers, body })) {
      const line = JSON.stringify({ function: functionName, ...call });
      if (seen.has(line)) continue;
      seen.add(line);
      appendFileSync(file, `${line}\n`);
    }
  };
}

function requestIn(message: unknown): ClientRequest | null {
  const request: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'request') : null;
  return request instanceof ClientRequest ? request : null;
}

/** Tells the body once it is written: the SDK writes it whole, as text or as bytes. */
function onBody(request: ClientRequest, tell: (body: string) => void): void {
  const end = request.end;
  request.end = (...given: readonly unknown[]): ClientRequest => {
    const [body] = given;
    tell(typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '');
    return Reflect.apply(end, request, given);
  };
}
