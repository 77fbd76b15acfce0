import { KeySet, type PublicKey } from '#domain/jws';
import { UsageError } from './command.ts';
import { readSource } from './read-source.ts';

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
  const text = await readSource(place, 'key file');
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
