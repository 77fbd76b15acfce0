import { readFile } from 'node:fs/promises';
import { KeySet, type PublicKey } from '#domain/jws';
import { UsageError } from './command.ts';

const FETCH_TIMEOUT_MS = 10_000;

/**
 * The public keys to verify with, from a file or a URL that holds a JWKS (or one JWK), never from the bundle. Without
 * `source`, from the server that `WRIT_URL` names. Throws UsageError when there are none.
 */
export async function readPublicKeys(
  source: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly PublicKey[]> {
  const server = environment['WRIT_URL'];
  if (source === undefined && (server === undefined || server === '')) {
    throw new UsageError(
      'The public key must come from outside the bundle: give --key <file or URL of a JWKS>, or set WRIT_URL to ask that server.',
    );
  }
  const place = source ?? `${server?.replace(/\/+$/, '')}/.well-known/jwks.json`;
  const text = /^https?:\/\//.test(place) ? await fetchText(place) : await readText(place);
  const keys = parseKeys(text);
  if (keys.length === 0) throw new UsageError(`${place} holds no ES256 public key (a JWKS was expected).`);
  return keys;
}

function parseKeys(text: string): readonly PublicKey[] {
  try {
    const value: unknown = JSON.parse(text);
    return KeySet.safeParse(value).data ?? KeySet.parse({ keys: [value] });
  } catch {
    return [];
  }
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

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`The key file ${path} cannot be read.`, { cause });
  }
}
