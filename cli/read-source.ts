import { readFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

const FETCH_TIMEOUT_MS = 10_000;

/** The text of a file or of an http(s) URL; `what` names the file in the error. @throws UsageError when there is none */
export async function readSource(place: string, what: string): Promise<string> {
  return /^https?:\/\//.test(place) ? await fetchText(place) : await readText(place, what);
}

async function fetchText(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (response.ok) return await response.text();
    throw new UsageError(`${url} answered ${response.status}.`);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${url} does not answer.`, { cause });
  }
}

async function readText(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`The ${what} ${path} cannot be read.`, { cause });
  }
}
